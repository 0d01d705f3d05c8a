import Newspaper

/// The answering of a question from folded text, batch by batch, in any threads.
public struct CorpusPass: Sendable {
  /// The number of occurrences in an issue.
  public struct IssueCount: Sendable, Equatable {
    /// The issue's index in the list.
    public var issue: Int
    /// All occurrences.
    public var total = 0
    /// By rank, if hits are ordered by rank; else empty.
    public var byRank: [Int] = []

    fileprivate mutating func add(rank: Int) {
      if byRank.isEmpty { byRank = [Int](repeating: 0, count: CorpusQuestion.Order.best.ranks) }
      byRank[rank] += 1
    }
  }

  /// The occurrences in a batch.
  public struct BatchCounts: Sendable, Equatable {
    /// The issues with occurrences, in the order of the list.
    public var counts: [IssueCount] = []
    /// Issues without occurrences that may match a longer query, by their indices in the list.
    public var nearly: Set<Int> = []

    /// The issues that can match a query which implies this one.
    public var candidates: [Int] { counts.map(\.issue) + nearly }
  }

  /// The query.
  public let question: CorpusQuestion
  /// The issues that are searched.
  public let issues: SearchedIssues
  /// The issues that need to be searched; nil for all.
  public let candidates: IssueSet?
  private let read: @Sendable (Int) -> Issue?
  private let beginnings: NeedleBeginnings
  /// By segment: where these stand, as far as that is known.
  private let needlePlaces: [NeedlePlaces]
  /// The part of the query that folded text can answer; nil if there is none.
  private let folded: Query?
  /// By segment: the groups of issues that need to be searched.
  private let groups: [SegmentGroups]
  /// The needle, if counting a literal text is all that is needed.
  private let literal: Needle?
  /// The folded text that is all that is counted, if all segments can count it quickly as a whole.
  let wholeLiteral: [UInt8]?

  /// The expression, if counting it is all that is needed.
  private let expression: String?

  /// A question to some issues.
  /// - Parameters:
  ///   - known: the results of earlier searches of these issues.
  ///   - read: the issue at a place of the list, for queries that folded text cannot answer; called in any thread.
  ///   - isWanted: asked between segments; once false, less is known of them, which no longer matters.
  public init(
    _ question: CorpusQuestion, in issues: SearchedIssues, known: KnownCandidates = KnownCandidates(),
    read: @escaping @Sendable (Int) -> Issue? = { _ in nil }, while isWanted: () -> Bool = { true }
  ) {
    self.question = question
    self.issues = issues
    self.read = read
    candidates = known.issues(for: question.query)
    let length = issues.segments.reduce(0) { $0 + $1.text.count }
    let count = min(candidates?.count ?? .max, issues.places.count)
    beginnings = NeedleBeginnings(
      of: question.query, forTextOf: Int(Double(length) * Double(count) / Double(max(1, issues.places.count))))
    let folded = question.query.foldedPart
    self.folded = folded
    groups = issues.segments.map { $0.groups(for: folded ?? question.query) }
    literal = question.order == .newest ? question.query.onlyLiteral : nil
    wholeLiteral = if case .literal(let text) = literal, issues.areQuicklyCounted { text } else { nil }
    needlePlaces =
      wholeLiteral == nil
      ? NeedlePlaces.inEach(of: issues.segments, for: folded ?? question.query, while: isWanted) : []
    expression = question.order == .newest ? question.query.onlyExpression : nil
  }

  /// The occurrences in a batch; nil if it was cancelled.
  /// - Parameter isWanted: asked between issues; once false, it stays false.
  public func counts(inBatch batch: Int, while isWanted: () -> Bool) -> BatchCounts? {
    var found = BatchCounts()
    for run in runs(ofBatch: batch) {
      guard isWanted() else { return nil }
      count(run, &found, isWanted)
    }
    guard isWanted() else { return nil }
    found.counts.sort { $0.issue < $1.issue }
    return found
  }

  /// The issues of a batch that need to be searched.
  func runs(ofBatch batch: Int) -> [SearchedIssues.Run] {
    issues.runs(ofBatch: batch, candidates).flatMap { run in
      guard !groups[run.segment].isAll, let signature = issues.segments[run.segment].signature else { return [run] }
      return signature.issues(run.first..<run.end, in: groups[run.segment]).map { part in
        let numbers = run.numbers[part.lowerBound - run.first..<part.upperBound - run.first]
        return SearchedIssues.Run(segment: run.segment, first: part.lowerBound, numbers: Array(numbers))
      }
    }
  }

  private func count(_ run: SearchedIssues.Run, _ found: inout BatchCounts, _ isWanted: () -> Bool) {
    if let literal { return count(literal, run, issues.segments[run.segment], &found) }
    if question.query.needsRepairedText { return countRepaired(run, &found, isWanted) }
    let misses = NearMisses()
    let slice = slice(of: run, misses)
    var counting = Counting(run, slice.segment)
    for one in slice.answer(question.query) {
      counting.add(one.start, to: &found.counts)
      if question.order == .best { found.counts[found.counts.count - 1].add(rank: slice.rank(of: one)) }
    }
    found.nearly.formUnion(run.numbers(misses.issues))
  }

  func slice(of run: SearchedIssues.Run, _ misses: NearMisses? = nil) -> FoldedSlice {
    FoldedSlice(
      of: issues.segments[run.segment], run.first..<run.end, beginnings: beginnings,
      places: needlePlaces.indices.contains(run.segment) ? needlePlaces[run.segment] : NeedlePlaces(), misses: misses
    ) { [places = issues.places] index in places[run.numbers[index - run.first]].day }
  }

  /// Reads the issues that match the folded part of the query.
  private func countRepaired(_ run: SearchedIssues.Run, _ found: inout BatchCounts, _ isWanted: () -> Bool) {
    let misses = NearMisses()
    let numbers = numbersToRead(of: run, misses)
    found.nearly.formUnion(run.numbers(misses.issues))
    for number in numbers where isWanted() {
      if let expression {
        let total = read(number).map { Expression.count(expression, in: $0) }
        if total == nil { found.nearly.insert(number) }
        if let total, total > 0 { found.counts.append(IssueCount(issue: number, total: total)) }
        continue
      }
      guard let search = read(number).map(IssueSearch.init) else {
        // An unreadable issue may be readable the next time.
        found.nearly.insert(number)
        continue
      }
      let matches = search.matches(question.query)
      guard !matches.isEmpty else { continue }
      found.counts.append(IssueCount(issue: number, total: matches.count))
      guard question.order == .best else { continue }
      for match in matches { found.counts[found.counts.count - 1].add(rank: search.rank(of: match)) }
    }
  }

  /// Issues of a run, ready for search, that match the folded part of the query.
  func readIssues(of run: SearchedIssues.Run) -> [(number: Int, search: IssueSearch)] {
    numbersToRead(of: run).compactMap { number in read(number).map { (number, IssueSearch($0)) } }
  }

  private func numbersToRead(of run: SearchedIssues.Run, _ misses: NearMisses? = nil) -> [Int] {
    guard let folded else { return run.numbers }
    let slice = slice(of: run, misses)
    var (counting, some) = (Counting(run, slice.segment), [IssueCount]())
    for found in slice.answer(folded) { counting.add(found.start, to: &some) }
    return some.map(\.issue)
  }

  /// Counts literal occurrences without storing them: the hot path of the search.
  private func count(
    _ needle: Needle, _ run: SearchedIssues.Run, _ segment: FoldedSegment, _ found: inout BatchCounts
  ) {
    let range = segment.text(ofIssues: run.first..<run.end)
    var (counting, exception) = (Counting(run, segment), 0)
    var misses: Set<Int> = []
    needle.forEachOccurrence(in: UnsafeBufferPointer(rebasing: segment.text[range])) { place in
      let start = place.lowerBound + range.lowerBound
      guard segment.isWhole(start..<start + place.count, &exception) else {
        misses.insert(segment.issue(at: start, from: run.first))
        return false
      }
      counting.add(start, to: &found.counts)
      return true
    }
    found.nearly.formUnion(run.numbers(misses))
  }

  /// Assigns occurrences, which come in order, to the issues of a run.
  private struct Counting {
    let run: SearchedIssues.Run
    let segment: FoldedSegment
    var issue: Int
    /// The end of that issue's text.
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

extension SearchedIssues {
  /// True if all segments can count a literal text quickly as a whole.
  fileprivate var areQuicklyCounted: Bool { segments.allSatisfy(\.isQuicklyCounted) }

  /// The occurrences in all issues, from those in the segments.
  func counts(_ bySegment: [FoldedSegment.LiteralCounts]) -> CorpusPass.BatchCounts {
    var all = CorpusPass.BatchCounts()
    let hasMisses = bySegment.contains { !$0.nearly.isEmpty }
    for (issue, place) in places.enumerated() where bySegment.indices.contains(Int(place.segment)) {
      let counts = bySegment[Int(place.segment)]
      guard counts.counts.indices.contains(Int(place.index)) else { continue }
      let total = Int(counts.counts[Int(place.index)])
      if total > 0 { all.counts.append(CorpusPass.IssueCount(issue: issue, total: total)) }
      if hasMisses, counts.nearly.contains(Int(place.index)) { all.nearly.insert(issue) }
    }
    return all
  }
}

extension Query {
  /// The needle of a query that is one literal text without conditions.
  fileprivate var onlyLiteral: Needle? {
    guard let term = onlyTerm, term.scope == .anywhere, case .text(let needles) = term.pattern, needles.count == 1,
      case .literal = needles[0]
    else { return nil }
    return needles[0]
  }
}

extension Query {
  /// The pattern of a query that is one expression without conditions.
  fileprivate var onlyExpression: String? {
    guard let term = onlyTerm, term.scope == .anywhere, case .regex(let pattern) = term.pattern else { return nil }
    return pattern
  }
}

extension CorpusQuestion.Order {
  /// The number of ranks of hits.
  var ranks: Int { self == .best ? Match.Kind.allCases.count * 2 : 1 }
}

extension SearchedText {
  /// The rank of an occurrence. 0 is best: literal in a headline; then literal elsewhere; then in a headline by pinyin.
  func rank(of found: Found) -> Int { found.kind.rank * 2 + (isInTitle(found) ? 0 : 1) }
}
