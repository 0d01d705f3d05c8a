/// The pairs of neighbouring hanzi in a text, which texts on one subject have in common.
package struct HanziPairs: Sendable {
  /// Two scalars in one number.
  package private(set) var pairs: Set<UInt64> = []

  /// No pairs.
  package init() {}

  /// The pairs of a text.
  package init(_ text: String) { add(text) }

  /// Adds the pairs of a text; any other character parts them.
  package mutating func add(_ text: String) {
    var last: UInt32?
    for scalar in text.unicodeScalars {
      let hanzi = scalar.properties.isIdeographic ? scalar.value : nil
      if let last, let hanzi { pairs.insert(UInt64(last) << 32 | UInt64(hanzi)) }
      last = hanzi
    }
  }

  /// The number of different pairs.
  package var count: Int { pairs.count }

  /// The number of pairs that both have.
  package func shared(with other: HanziPairs) -> Int {
    count <= other.count ? pairs.filter(other.pairs.contains).count : other.shared(with: self)
  }

  /// The share of the smaller set that the other has, from 0 to 1.
  package func overlap(with other: HanziPairs) -> Double {
    let fewer = min(count, other.count)
    return fewer == 0 ? 0 : Double(shared(with: other)) / Double(fewer)
  }
}
