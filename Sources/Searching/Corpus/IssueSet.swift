/// Some issues of a list: those that a search need look at.
public struct IssueSet: Sendable, Equatable {
  /// A bit for each issue, a word for each batch.
  private var words: [UInt64]

  /// All issues.
  public init(all issues: SearchedIssues) {
    words = [UInt64](repeating: .max, count: issues.batchCount)
  }

  /// How many there are; those that the last batch has no room for count, too.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether an issue is one of them, by its index in the list.
  public func contains(_ issue: Int) -> Bool {
    let batch = issue / SearchedIssues.batchLength
    return words.indices.contains(batch) && words[batch] >> UInt64(issue % SearchedIssues.batchLength) & 1 == 1
  }

  /// Whether there is one of them in a batch.
  func hasSome(ofBatch batch: Int) -> Bool { words.indices.contains(batch) && words[batch] != 0 }

  /// Leaves only some issues of a batch.
  public mutating func keep(_ some: [Int], ofBatch batch: Int) {
    words[batch] = some.reduce(0) { $0 | 1 << UInt64($1 % SearchedIssues.batchLength) }
  }

  /// Leaves only those of another set.
  mutating func formIntersection(_ other: IssueSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
