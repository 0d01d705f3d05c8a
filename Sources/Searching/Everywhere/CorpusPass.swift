import Newspaper

/// A question as it is answered from folded text, a batch of issues after the other, in whatever threads.
public struct CorpusPass: Sendable {
  /// How many occurrences an issue has.
  public struct IssueCount: Sendable, Equatable {
    /// The issue's index in the list.
    public var issue: Int
    /// By rank, where hits are ordered by that; else one number.
    public var counts: [Int]

    /// All of them.
    public var total: Int { counts.reduce(0, +) }
  }

  /// What is looked for.
  public let question: CorpusQuestion
  /// Where it is looked for.
  public let issues: SearchedIssues

  /// A question to some issues.
  public init(_ question: CorpusQuestion, in issues: SearchedIssues) {
    self.question = question
    self.issues = issues
  }

  /// The issues of a batch that have an occurrence, in the order of the list.
  public func counts(inBatch batch: Int) -> [IssueCount] {
    issues.runs(ofBatch: batch).flatMap(counts).sorted { $0.issue < $1.issue }
  }

  private func counts(in run: SearchedIssues.Run) -> [IssueCount] {
    let segment = issues.segments[run.segment]
    let slice = FoldedSlice(of: segment, run.first..<run.end) { [places = issues.places] index in
      places[run.numbers[index - run.first]].day
    }
    var counts: [IssueCount] = []
    var issue = run.first
    for found in slice.answer(question.query) {
      issue = min(run.end - 1, segment.issue(at: found.start, from: issue))
      let number = run.numbers[issue - run.first]
      if counts.last?.issue != number { counts.append(IssueCount(issue: number, counts: noCounts)) }
      counts[counts.count - 1].counts[question.order == .best ? slice.rank(of: found) : 0] += 1
    }
    return counts
  }

  private var noCounts: [Int] { [Int](repeating: 0, count: question.order.ranks) }
}

extension CorpusQuestion.Order {
  /// How many ranks of hits there are.
  var ranks: Int { self == .best ? Match.Kind.allCases.count * 2 : 1 }
}

extension SearchedText {
  /// 0 is best: in a headline as it was typed; then elsewhere; then in a headline by pinyin.
  func rank(of found: Found) -> Int { found.kind.rank * 2 + (isInTitle(found) ? 0 : 1) }
}
