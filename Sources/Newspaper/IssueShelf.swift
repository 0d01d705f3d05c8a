/// The issues of a corpus as a list shows them, in its order: newest first. An array is one; where there are very many,
/// a shelf makes each summary when it is asked for.
public protocol IssueShelf: Sendable {
  /// How many issues there are.
  var count: Int { get }
  /// How many articles all of them have.
  var articleCount: Int { get }
  /// What the list says of an issue.
  subscript(index: Int) -> IssueSummary { get }
  /// The place of the issue with an id; nil where there is none.
  func index(ofIssue id: String) -> Int?
}

extension IssueShelf {
  /// The places in it.
  public var indices: Range<Int> { 0..<count }

  /// Whether nothing is on it.
  public var isEmpty: Bool { count == 0 }

  /// The first place whose issue satisfies a condition.
  /// - Complexity: O(n), and makes each summary up to there.
  public func firstIndex(where condition: (IssueSummary) -> Bool) -> Int? { indices.first { condition(self[$0]) } }
}

extension [IssueSummary]: IssueShelf {
  /// How many articles all of them have.
  public var articleCount: Int { reduce(0) { $0 + $1.articleCount } }

  /// The place of the issue with an id; nil where there is none.
  /// - Complexity: O(n).
  public func index(ofIssue id: String) -> Int? { firstIndex { $0.id == id } }
}
