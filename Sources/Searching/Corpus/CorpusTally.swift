import Text

/// The results of a question so far, in the order of the list.
public struct CorpusTally: Sendable {
  /// Some neighbouring hits of one issue.
  public struct Group: Sendable, Equatable {
    /// The issue's index in the list.
    public var issue: Int
    /// Their rank; 0 if hits are not ordered by rank.
    public var rank: Int
    /// The range among the issue's hits of that rank.
    public var hits: Range<Int>
    /// The numbers, in the order of the question, of all hits of the issue that have that rank.
    public var run: Range<Int>
  }

  /// Issues with hits of one rank, and running totals of their hits.
  private struct Ranked {
    var issues: [Int32] = []
    var ends: [Int] = []
    var total: Int { ends.last ?? 0 }

    mutating func add(_ count: Int, of issue: Int) {
      issues.append(Int32(issue))
      ends.append(total + count)
    }
  }

  private let question: CorpusQuestion
  private let issues: SearchedIssues
  private var ranks: [Ranked]
  private var issueCount = 0
  /// In the order of the list: the newest first, as a rule.
  private var days: [CorpusAnswer.DayCount] = []
  private var batches = 0

  /// Nothing yet.
  public init(_ question: CorpusQuestion, in issues: SearchedIssues) {
    self.question = question
    self.issues = issues
    ranks = [Ranked](repeating: Ranked(), count: question.order.ranks)
  }

  /// Hits in the days that are asked for.
  public var total: Int { ranks.reduce(0) { $0 + $1.total } }

  /// Adds the results of the next batch.
  /// - Parameter isWhole: true if they are of all batches.
  public mutating func add(_ batch: CorpusPass.BatchCounts, isWhole: Bool = false) {
    batches = isWhole ? issues.batchCount : batches + 1
    for issue in batch.counts {
      let day = issues.places[issue.issue].day.dated
      let total = issue.total
      if days.last?.day == day {
        days[days.count - 1].hits += total
      } else {
        days.append(CorpusAnswer.DayCount(day: day, hits: total))
      }
      guard question.days?.contains(day) ?? true else { continue }
      issueCount += 1
      if issue.byRank.isEmpty { ranks[0].add(issue.total, of: issue.issue) }
      for (rank, count) in issue.byRank.enumerated() where count > 0 { ranks[rank].add(count, of: issue.issue) }
    }
  }

  /// The answer so far.
  public var answer: CorpusAnswer {
    CorpusAnswer(
      number: question.number, total: total, issues: issueCount, days: sortedDays,
      progress: issues.batchCount == 0 ? 1 : Double(batches) / Double(issues.batchCount),
      isComplete: batches == issues.batchCount)
  }

  /// The oldest first, each day once.
  private var sortedDays: [CorpusAnswer.DayCount] {
    let reversed = Array(days.reversed())
    if zip(reversed, reversed.dropFirst()).allSatisfy({ $0.day < $1.day }) { return reversed }
    let hits = days.reduce(into: [:]) { $0[$1.day, default: 0] += $1.hits }
    return hits.keys.sorted().map { CorpusAnswer.DayCount(day: $0, hits: hits[$0] ?? 0) }
  }

  /// The number, in the order of the question, of the first hit of some days; nil if there is none.
  public func firstHit(in days: ClosedRange<DayNumber>) -> Int? {
    var past = 0
    for ranked in ranks {
      let index = ranked.issues.firstIndex(where: { days.contains(issues.places[Int($0)].day.dated) })
      if let index { return past + (index == 0 ? 0 : ranked.ends[index - 1]) }
      past += ranked.total
    }
    return nil
  }

  /// The groups of hits with some numbers in the order of the question.
  public func groups(of range: Range<Int>) -> [Group] {
    var groups: [Group] = []
    // The number of hits with better ranks.
    var past = 0
    for (rank, ranked) in ranks.enumerated() {
      let wanted = range.clamped(to: past..<past + ranked.total)
      let (first, last) = (wanted.lowerBound - past, wanted.upperBound - past)
      defer { past += ranked.total }
      guard !wanted.isEmpty else { continue }
      var index = ranked.ends.partitioningIndex(where: { $0 > first })
      while index < ranked.ends.count {
        let before = index == 0 ? 0 : ranked.ends[index - 1]
        guard before < last else { break }
        let hits = max(first, before) - before..<min(last, ranked.ends[index]) - before
        let run = before + past..<ranked.ends[index] + past
        groups.append(Group(issue: Int(ranked.issues[index]), rank: rank, hits: hits, run: run))
        index += 1
      }
    }
    return groups
  }
}
