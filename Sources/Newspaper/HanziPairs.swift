/// The pairs of hanzi that stand side by side in some text: what two texts about one thing have in common.
struct HanziPairs: Sendable {
  /// Two scalars in one number.
  private(set) var pairs: Set<UInt64> = []

  init() {}

  init(_ text: String) { add(text) }

  /// Takes the pairs of a text; what is no hanzi parts them.
  mutating func add(_ text: String) {
    var last: UInt32?
    for scalar in text.unicodeScalars {
      let hanzi = scalar.properties.isIdeographic ? scalar.value : nil
      if let last, let hanzi { pairs.insert(UInt64(last) << 32 | UInt64(hanzi)) }
      last = hanzi
    }
  }

  var count: Int { pairs.count }

  /// How many both have.
  func shared(with other: HanziPairs) -> Int {
    count <= other.count ? pairs.filter(other.pairs.contains).count : other.shared(with: self)
  }

  /// How much of the one with fewer pairs the other has, from 0 to 1.
  func overlap(with other: HanziPairs) -> Double {
    let fewer = min(count, other.count)
    return fewer == 0 ? 0 : Double(shared(with: other)) / Double(fewer)
  }
}
