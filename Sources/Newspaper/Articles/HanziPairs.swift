/// The pairs of hanzi that stand side by side in some text, many of which two texts about one thing share.
struct HanziPairs: Sendable {
  /// Two scalars in one number.
  private(set) var pairs: Set<UInt64> = []

  init() {}

  init(_ text: String) { add(text) }

  /// Adds the pairs of a text; other characters part them.
  mutating func add(_ text: String) {
    var last: UInt32?
    for scalar in text.unicodeScalars {
      let hanzi = scalar.properties.isIdeographic ? scalar.value : nil
      if let last, let hanzi { pairs.insert(UInt64(last) << 32 | UInt64(hanzi)) }
      last = hanzi
    }
  }

  var count: Int { pairs.count }

  /// The number of pairs that both have.
  func shared(with other: HanziPairs) -> Int {
    count <= other.count ? pairs.filter(other.pairs.contains).count : other.shared(with: self)
  }

  /// The share of the pairs of the smaller one that the other has, from 0 to 1.
  func overlap(with other: HanziPairs) -> Double {
    let fewer = min(count, other.count)
    return fewer == 0 ? 0 : Double(shared(with: other)) / Double(fewer)
  }
}
