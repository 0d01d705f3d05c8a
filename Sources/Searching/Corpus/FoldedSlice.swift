import Newspaper

/// Issues that lie behind each other in a segment, as a query is answered from them.
struct FoldedSlice: Sendable {
  /// A stretch of folded text that was found.
  struct Found: Occurrence {
    var start: Int
    var end: Int
    /// Index in the segment.
    var article: Int
    var kind: Match.Kind

    var range: Range<Int> { start..<end }
  }

  let segment: FoldedSegment
  let issues: Range<Int>
  let articles: Range<Int>
  /// The day of an issue, by its place in the segment.
  private let days: @Sendable (Int) -> IssueDay
  private let beginnings: NeedleBeginnings
  private let misses: NearMisses?

  /// - Parameters:
  ///   - issues: those that are searched; nil for all.
  ///   - beginnings: what is known of the needles that will be looked for.
  ///   - misses: learns of what is nearly found.
  ///   - days: the day of an issue, by its place in the segment.
  init(
    of segment: FoldedSegment, _ issues: Range<Int>? = nil, beginnings: NeedleBeginnings = NeedleBeginnings(),
    misses: NearMisses? = nil, days: @escaping @Sendable (Int) -> IssueDay
  ) {
    self.segment = segment
    self.issues = (issues ?? 0..<segment.issueCount).clamped(to: 0..<segment.issueCount)
    articles = segment.articles(ofIssues: self.issues)
    self.days = days
    self.beginnings = beginnings
    self.misses = misses
  }
}

extension FoldedSlice: SearchedText {
  func occurrences(of needles: [Needle], in articles: Range<Int>) -> [Found] {
    needles.map { occurrences(of: $0, in: articles) }.united()
  }

  private func occurrences(of needle: Needle, in articles: Range<Int>) -> [Found] {
    guard let first = articles.first, let last = articles.last else { return [] }
    var found: [Found] = []
    var (article, oddity) = (first, 0)
    let range = segment.text(ofArticles: articles)
    let text = UnsafeBufferPointer(rebasing: segment.text[range])
    needle.forEachOccurrence(in: text, beginnings: beginnings[needle], miss: { miss(at: $0 + range.lowerBound) }) {
      place in
      let place = place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound
      guard segment.isWhole(place, &oddity) else {
        miss(at: place.lowerBound)
        return false
      }
      article = min(last, segment.article(at: place.lowerBound, from: article))
      found.append(Found(start: place.lowerBound, end: place.upperBound, article: article, kind: needle.kind))
      return true
    }
    return found
  }

  private func miss(at offset: Int) { misses?.add(segment.issue(at: offset, from: issues.lowerBound)) }

  /// Folded text cannot be asked for what repaired text matches.
  func occurrences(ofExpression pattern: String) -> [Found] { [] }

  func whole(entry: Int) -> Found {
    let text = segment.text(ofEntry: entry)
    let article = segment.article(ofEntry: entry, in: articles)
    return Found(start: text.lowerBound, end: text.upperBound, article: article, kind: .literal)
  }

  func entry(of found: Found) -> Int {
    let entries = segment.entries(ofArticle: found.article)
    return segment.entry(at: found.start, in: entries) ?? entries.lowerBound
  }

  func areIn(_ span: DateSpan) -> [Bool] {
    var areIn = [Bool](repeating: false, count: articles.count)
    for issue in issues where span.contains(days(issue)) {
      for article in segment.articles(ofIssue: issue).clamped(to: articles) {
        areIn[article - articles.lowerBound] = true
      }
    }
    return areIn
  }

  func isClose(_ first: Found, _ second: Found, _ distance: Int) -> Bool {
    let between = first.end..<max(first.end, second.start)
    // Folding makes at most 18 scalars of one, and most of these have three bytes.
    guard between.count <= (distance + 1) * 64 else { return false }
    return segment.text.scalarCount(in: between) + segment.moreScalars(in: between) <= distance
  }
}

extension FoldedSegment {
  /// Whether folded text starts and ends with characters of the repaired text, and not within what one became.
  /// - Parameter index: an oddity before the text, or 0; moved on.
  func isWhole(_ range: Range<Int>, _ index: inout Int) -> Bool {
    !isInside(range.lowerBound, &index) && !isInside(range.upperBound, &index)
  }

  private func isInside(_ offset: Int, _ index: inout Int) -> Bool {
    guard index < oddities.count else { return false }
    index = oddities.lastIndex(from: index) { Int($0.text) < offset }
    let oddity = oddities[index]
    return Int(oddity.text) < offset && offset < Int(oddity.text) + Int(oddity.length)
  }

  /// How many scalars more the repaired text has than the folded text.
  fileprivate func moreScalars(in range: Range<Int>) -> Int {
    // What was taken out at the end belongs to it, what stands there as a whole does not.
    var index = oddities.firstIndex(onwards: { Int($0.text) >= range.lowerBound })
    var more = 0
    while index < oddities.count {
      let oddity = oddities[index]
      guard Int(oddity.text) < range.upperBound || Int(oddity.text) == range.upperBound && oddity.length == 0 else {
        break
      }
      more += Int(oddity.more)
      index += 1
    }
    return more
  }

  /// The article, of some, that a block belongs to.
  fileprivate func article(ofEntry entry: Int, in articles: Range<Int>) -> Int {
    articles.lastIndex(from: articles.lowerBound) { entries(ofArticle: $0).lowerBound <= entry }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that holds for all elements after it, too; else the end.
  /// - Complexity: O(log n).
  func firstIndex(onwards condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
