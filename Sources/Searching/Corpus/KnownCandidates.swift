/// The issues that can match a query, by earlier searches of the same corpus.
public struct KnownCandidates: Sendable {
  private var known: [(query: Query, issues: IssueSet)] = []

  /// The most searches that are kept; a line is seldom typed in more keys.
  private static let limit = 24

  /// Nothing is known.
  public init() {}

  /// Adds the result of a search.
  /// - Parameter issues: all in which the query was found or nearly found, and all that were not searched.
  public mutating func add(_ query: Query, _ issues: IssueSet) {
    known.removeAll { $0.query == query }
    known.append((query, issues))
    if known.count > Self.limit { known.removeFirst() }
  }

  /// The only issues that can match a query; nil if nothing is known.
  public func issues(for query: Query) -> IssueSet? {
    known.filter { query.implies($0.query) }.reduce(nil) { all, former in
      guard var all else { return former.issues }
      all.formIntersection(former.issues)
      return all
    }
  }
}
