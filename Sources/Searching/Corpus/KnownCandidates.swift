/// What earlier searches of the same issues say of where a query can be found at all.
public struct KnownCandidates: Sendable {
  private var known: [(query: Query, issues: IssueSet)] = []

  /// A line is seldom typed in more keys; the oldest are forgotten.
  private static let limit = 24

  /// Nothing is known.
  public init() {}

  /// Learns what a search came to.
  /// - Parameter issues: all in which the query was found or nearly found, and all that were not searched.
  public mutating func add(_ query: Query, _ issues: IssueSet) {
    known.removeAll { $0.query == query }
    known.append((query, issues))
    if known.count > Self.limit { known.removeFirst() }
  }

  /// The issues outside which a query is certainly not found; nil where nothing is known of it.
  public func issues(for query: Query) -> IssueSet? {
    known.filter { query.implies($0.query) }.reduce(nil) { all, former in
      guard var all else { return former.issues }
      all.formIntersection(former.issues)
      return all
    }
  }
}
