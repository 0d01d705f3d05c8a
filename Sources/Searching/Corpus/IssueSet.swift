/// A set of issues of a list, such as those that need to be searched.
public struct IssueSet: Sendable, Equatable {
  /// A bit for each issue, a word for each batch.
  private var words: [UInt64]

  /// All issues.
  public init(all issues: SearchedIssues) {
    words = [UInt64](repeating: .max, count: issues.batchCount)
  }

  /// Some issues.
  init(_ some: [Int], of issues: SearchedIssues) {
    words = [UInt64](repeating: 0, count: issues.batchCount)
    for issue in some {
      words[issue / SearchedIssues.batchLength] |= 1 << UInt64(issue % SearchedIssues.batchLength)
    }
  }

  /// The number of issues; bits beyond the last issue of the last batch count, too.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// True if the set contains an issue, by its index in the list.
  public func contains(_ issue: Int) -> Bool {
    let batch = issue / SearchedIssues.batchLength
    return words.indices.contains(batch) && words[batch] >> UInt64(issue % SearchedIssues.batchLength) & 1 == 1
  }

  /// True if the set contains an issue of a batch.
  func hasSome(ofBatch batch: Int) -> Bool { words.indices.contains(batch) && words[batch] != 0 }

  /// Keeps only some issues of a batch.
  public mutating func keep(_ some: [Int], ofBatch batch: Int) {
    words[batch] = some.reduce(0) { $0 | 1 << UInt64($1 % SearchedIssues.batchLength) }
  }

  /// Keeps only the issues of another set.
  mutating func formIntersection(_ other: IssueSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
