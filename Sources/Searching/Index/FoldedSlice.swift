import Newspaper
import Text

/// Consecutive issues of a segment that are searched.
struct FoldedSlice: Sendable {
  /// A match in folded text.
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
  private let days: @Sendable (Int) -> DayNumber
  private let beginnings: NeedleBeginnings
  private let places: NeedlePlaces
  private let misses: NearMisses?

  /// - Parameters:
  ///   - issues: the issues that are searched; nil for all.
  ///   - beginnings: the known beginnings of needles.
  ///   - places: where these stand in the segment, as far as that is known.
  ///   - misses: collects issues with near misses.
  ///   - days: the day of an issue, by its place in the segment.
  init(
    of segment: FoldedSegment, _ issues: Range<Int>? = nil, beginnings: NeedleBeginnings = NeedleBeginnings(),
    places: NeedlePlaces = NeedlePlaces(), misses: NearMisses? = nil, days: @escaping @Sendable (Int) -> DayNumber
  ) {
    self.segment = segment
    self.issues = (issues ?? 0..<segment.issueCount).clamped(to: 0..<segment.issueCount)
    articles = segment.articles(ofIssues: self.issues)
    self.days = days
    self.beginnings = beginnings
    self.places = places
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
    var (article, exception) = (first, 0)
    let range = segment.text(ofArticles: articles)
    let text = UnsafeBufferPointer(rebasing: segment.text[range])
    let beginnings = places.beginnings(of: needle, in: range) ?? beginnings[needle]
    needle.forEachOccurrence(in: text, beginnings: beginnings, miss: { miss(at: $0 + range.lowerBound) }) {
      place in
      let place = place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound
      guard segment.isWhole(place, &exception) else {
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

  /// Expressions match repaired text only.
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
    guard between.count / 64 <= distance else { return false }
    return segment.text.scalarCount(in: between) + segment.moreScalars(in: between) <= distance
  }
}

extension FoldedSegment {
  /// True if folded text starts and ends at the edges of characters of the repaired text.
  /// - Parameter index: an exception before the text, or 0; moved on.
  func isWhole(_ range: Range<Int>, _ index: inout Int) -> Bool {
    !isInside(range.lowerBound, &index) && !isInside(range.upperBound, &index)
  }

  private func isInside(_ offset: Int, _ index: inout Int) -> Bool {
    guard index < exceptions.count else { return false }
    index = exceptions.lastIndex(from: index) { Int($0.text) < offset }
    let exception = exceptions[index]
    return Int(exception.text) < offset && offset < Int(exception.text) + Int(exception.length)
  }

  /// The number of scalars by which the repaired text is longer than the folded text.
  fileprivate func moreScalars(in range: Range<Int>) -> Int {
    // Text that was removed at the end counts, a run that starts there does not.
    var index = exceptions.partitioningIndex(where: { Int($0.text) >= range.lowerBound })
    var more = 0
    while index < exceptions.count {
      let exception = exceptions[index]
      guard Int(exception.text) < range.upperBound || Int(exception.text) == range.upperBound && exception.length == 0
      else {
        break
      }
      more += Int(exception.more)
      index += 1
    }
    return more
  }

  /// The article, of some, that a block belongs to.
  fileprivate func article(ofEntry entry: Int, in articles: Range<Int>) -> Int {
    articles.lastIndex(from: articles.lowerBound) { entries(ofArticle: $0).lowerBound <= entry }
  }
}
