/// Where the needles of a query can begin, found out once for all the text that is searched.
struct NeedleBeginnings: Sendable {
  private var known: [(needle: Needle, beginnings: Beginnings)] = []

  /// Nothing is known.
  init() {}

  /// All that will be looked for in much text.
  /// - Parameter length: how many bytes that is.
  init(of query: Query, forTextOf length: Int) {
    for term in query.clauses.flatMap(\.conditions).flatMap(\.terms) {
      guard case .text(let needles) = term.pattern else { continue }
      known += needles.compactMap { needle in needle.beginnings(forTextOf: length).map { (needle, $0) } }
    }
  }

  /// Nil where nothing is known of a needle.
  subscript(needle: Needle) -> Beginnings? { known.first { $0.needle == needle }?.beginnings }
}

extension Condition {
  /// The texts that it is about.
  var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .near(let one, let other, _): [one, other]
    case .filter: []
    }
  }
}
