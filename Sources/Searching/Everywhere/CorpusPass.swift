import Newspaper

/// A question as it is answered from folded text, a batch of issues after the other, in whatever threads.
public struct CorpusPass: Sendable {
  /// How many occurrences an issue has.
  public struct IssueCount: Sendable, Equatable {
    /// The issue's index in the list.
    public var issue: Int
    /// All of them.
    public var total = 0
    /// By rank, where hits are ordered by that; else empty.
    public var byRank: [Int] = []

    fileprivate mutating func add(rank: Int) {
      if byRank.isEmpty { byRank = [Int](repeating: 0, count: CorpusQuestion.Order.best.ranks) }
      byRank[rank] += 1
    }
  }

  /// What is looked for.
  public let question: CorpusQuestion
  /// Where it is looked for.
  public let issues: SearchedIssues
  private let read: @Sendable (Int) -> Issue?
  private let beginnings: NeedleBeginnings
  /// By segment: the groups of issues that need be looked at.
  private let groups: [SegmentGroups]
  /// The bytes that are looked for, where that is all that need be done.
  private let literal: Needle?

  /// A question to some issues.
  /// - Parameter read: the issue at a place of the list, for what folded text cannot tell; called in any thread.
  public init(
    _ question: CorpusQuestion, in issues: SearchedIssues, read: @escaping @Sendable (Int) -> Issue? = { _ in nil }
  ) {
    self.question = question
    self.issues = issues
    self.read = read
    beginnings = NeedleBeginnings(
      of: question.query, forTextOf: issues.segments.reduce(0) { $0 + $1.text.count })
    groups = issues.segments.map { $0.groups(for: question.query) }
    literal = question.order == .newest ? question.query.onlyLiteral : nil
  }

  /// The issues of a batch that have an occurrence, in the order of the list.
  public func counts(inBatch batch: Int) -> [IssueCount] {
    var counts: [IssueCount] = []
    for run in runs(ofBatch: batch) { count(run, literal, &counts) }
    return counts.sorted { $0.issue < $1.issue }
  }

  /// What need be looked at of a batch.
  func runs(ofBatch batch: Int) -> [SearchedIssues.Run] {
    issues.runs(ofBatch: batch).flatMap { run in
      guard !groups[run.segment].isAll, let signature = issues.segments[run.segment].signature else { return [run] }
      return signature.issues(run.first..<run.end, in: groups[run.segment]).map { part in
        let numbers = run.numbers[part.lowerBound - run.first..<part.upperBound - run.first]
        return SearchedIssues.Run(segment: run.segment, first: part.lowerBound, numbers: Array(numbers))
      }
    }
  }

  private func count(_ run: SearchedIssues.Run, _ literal: Needle?, _ counts: inout [IssueCount]) {
    if let literal { return count(literal, run, issues.segments[run.segment], &counts) }
    if question.query.needsRepairedText { return countRepaired(run, &counts) }
    let slice = slice(of: run)
    var counting = Counting(run, slice.segment)
    for found in slice.answer(question.query) {
      counting.add(found.start, to: &counts)
      if question.order == .best { counts[counts.count - 1].add(rank: slice.rank(of: found)) }
    }
  }

  func slice(of run: SearchedIssues.Run) -> FoldedSlice {
    FoldedSlice(of: issues.segments[run.segment], run.first..<run.end, beginnings: beginnings) {
      [places = issues.places] index in places[run.numbers[index - run.first]].day
    }
  }

  /// Reads the issues for which all holds that folded text can tell.
  private func countRepaired(_ run: SearchedIssues.Run, _ counts: inout [IssueCount]) {
    for (number, search) in readIssues(of: run) {
      let matches = search.matches(question.query)
      guard !matches.isEmpty else { continue }
      counts.append(IssueCount(issue: number, total: matches.count))
      guard question.order == .best else { continue }
      for match in matches { counts[counts.count - 1].add(rank: search.rank(of: match)) }
    }
  }

  /// Issues of a run, ready for search, for which all holds that folded text can tell.
  func readIssues(of run: SearchedIssues.Run) -> [(number: Int, search: IssueSearch)] {
    var numbers = run.numbers
    if let part = question.query.foldedPart {
      let slice = slice(of: run)
      var (counting, some) = (Counting(run, slice.segment), [IssueCount]())
      for found in slice.answer(part) { counting.add(found.start, to: &some) }
      numbers = some.map(\.issue)
    }
    return numbers.compactMap { number in read(number).map { (number, IssueSearch($0)) } }
  }

  /// Counts what is found as it was typed, without keeping it: this is what the speed of the search hangs on.
  private func count(
    _ needle: Needle, _ run: SearchedIssues.Run, _ segment: FoldedSegment, _ counts: inout [IssueCount]
  ) {
    let range = segment.text(ofIssues: run.first..<run.end)
    var (counting, oddity) = (Counting(run, segment), 0)
    needle.forEachOccurrence(in: UnsafeBufferPointer(rebasing: segment.text[range])) { place in
      let start = place.lowerBound + range.lowerBound
      guard segment.isWhole(start..<start + place.count, &oddity) else { return false }
      counting.add(start, to: &counts)
      return true
    }
  }

  /// Tells which issue of a run an occurrence is in; they come in order.
  private struct Counting {
    let run: SearchedIssues.Run
    let segment: FoldedSegment
    var issue: Int
    /// Where the text of that issue ends.
    var end = -1

    init(_ run: SearchedIssues.Run, _ segment: FoldedSegment) {
      self.run = run
      self.segment = segment
      issue = run.first
    }

    mutating func add(_ start: Int, to counts: inout [IssueCount]) {
      if start >= end {
        issue = min(run.end - 1, segment.issue(at: start, from: issue))
        end = segment.text(ofIssues: issue..<issue + 1).upperBound
        counts.append(IssueCount(issue: run.numbers[issue - run.first]))
      }
      counts[counts.count - 1].total += 1
    }
  }
}

extension Query {
  /// The needle of a query that is one text, found only as it was typed, wherever it stands.
  fileprivate var onlyLiteral: Needle? {
    guard let term = onlyTerm, term.scope == .anywhere, case .text(let needles) = term.pattern, needles.count == 1,
      case .literal = needles[0]
    else { return nil }
    return needles[0]
  }
}

extension CorpusQuestion.Order {
  /// How many ranks of hits there are.
  var ranks: Int { self == .best ? Match.Kind.allCases.count * 2 : 1 }
}

extension SearchedText {
  /// 0 is best: in a headline as it was typed; then elsewhere; then in a headline by pinyin.
  func rank(of found: Found) -> Int { found.kind.rank * 2 + (isInTitle(found) ? 0 : 1) }
}
