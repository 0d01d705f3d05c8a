/// The possible beginnings of a query's needles, computed once for all text.
struct NeedleBeginnings: Sendable {
  private var known: [(needle: Needle, beginnings: Beginnings)] = []

  /// Nothing is known.
  init() {}

  /// The beginnings of a query's needles, if there is enough text to search.
  /// - Parameter length: the length of the text in bytes.
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
