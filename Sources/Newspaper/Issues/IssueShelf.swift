/// The issues of a corpus as a list shows them, in its order: newest first. An array is one; where there are very many,
/// a shelf makes each summary when it is asked for.
public protocol IssueShelf: Sendable {
  /// The number of issues.
  var count: Int { get }
  /// The number of articles in all of them.
  var articleCount: Int { get }
  /// An issue's entry in the list.
  subscript(index: Int) -> IssueSummary { get }
  /// The place of the issue with an id; nil where there is none.
  func index(ofIssue id: String) -> Int?
}

extension IssueShelf {
  /// The places in it.
  public var indices: Range<Int> { 0..<count }

  /// True if nothing is on it.
  public var isEmpty: Bool { count == 0 }

  /// The first place whose issue satisfies a condition.
  /// - Complexity: O(n), and makes each summary up to there.
  public func firstIndex(where condition: (IssueSummary) -> Bool) -> Int? { indices.first { condition(self[$0]) } }
}

extension [IssueSummary]: IssueShelf {
  /// The number of articles in all of them.
  public var articleCount: Int { reduce(0) { $0 + $1.articleCount } }

  /// The place of the issue with an id; nil where there is none.
  /// - Complexity: O(n).
  public func index(ofIssue id: String) -> Int? { firstIndex { $0.id == id } }
}
