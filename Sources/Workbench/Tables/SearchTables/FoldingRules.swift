/// The folding of text for search, so that what a person types is found however it was printed and scanned.
struct FoldingRules {
  private let database: UnicodeDatabase
  /// Hanzi and the form that stands for all of their class.
  private(set) var hanzi: [UInt32: UInt32] = [:]

  init(_ database: UnicodeDatabase) {
    self.database = database
    let variants = HanziVariants(database)
    for scalar in variants.all { hanzi[scalar] = variants.representative(of: scalar) }
  }

  /// The scalars that a scalar becomes; white space becomes one space, an invisible scalar nothing.
  func folded(_ value: UInt32) -> [UInt32] {
    guard let scalar = Unicode.Scalar(value) else { return [value] }
    if let mark = Self.mark(value) { return [mark] }
    if scalar.properties.isWhitespace { return [0x20] }
    if scalar.properties.isDefaultIgnorableCodePoint { return [] }
    guard let next = step(value) else { return [value] }
    let all = Self.withoutAccents(next.flatMap(folded))
    // Inside of what a character becomes nothing is looked for, and so are spaces.
    return all.allSatisfy { $0 == 0x20 } ? all : all.filter { $0 != 0x20 }
  }

  /// Latin and Greek letters without the marks on them; those of Cyrillic tell letters apart.
  private static func withoutAccents(_ scalars: [UInt32]) -> [UInt32] {
    guard let first = scalars.first, first < 0x400, scalars.count > 1 else { return scalars }
    return scalars.filter { !(0x300...0x36F).contains($0) }
  }

  /// Letters that Unicode does not take apart and readers do.
  private static let lettersApart: [UInt32: [UInt32]] = [
    0xE6: [0x61, 0x65], 0x153: [0x6F, 0x65], 0xF8: [0x6F], 0x142: [0x6C], 0x111: [0x64], 0x131: [0x69], 0x127: [0x68],
    0xF0: [0x64], 0xFE: [0x74, 0x68],
  ]

  private func step(_ value: UInt32) -> [UInt32]? {
    if let next = Self.lettersApart[value] { return next }
    if let next = database.foldedCases[value] { return next }
    // ¨ and its like would become a space with a mark on it.
    if let next = database.decompositions[value], next.first != 0x20 || next.count == 1 { return next }
    if let radical = database.radicals[value] { return [radical] }
    guard let next = hanzi[value], next != value else { return nil }
    return [next]
  }

  /// Marks of one meaning become the one that keyboards have, or the commonest.
  private static func mark(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    // “ ” „ ‟ ″, 「 」 『 』, 〝 〞 〟, their half-width and vertical forms.
    case 0x201C...0x201F, 0x2033, 0x300C...0x300F, 0x301D...0x301F, 0xFF62, 0xFF63, 0xFE41...0xFE44, 0xFF02: 0x22
    // ‘ ’ ‚ ‛ ′ ` ´
    case 0x2018...0x201B, 0x2032, 0x60, 0xB4, 0xFF07, 0xFF40: 0x27
    // ‐ ‑ ‒ – — ―, the minus, rules that scans take for dashes, small and vertical forms.
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFE31, 0xFE32: 0x2D
    // …, which three and more full stops fold to as well.
    case 0x2025, 0x2026, 0x22EF, 0xFE19, 0xFE30: 0x2026
    // The dots of names: • ‧ ∙ ⋅ ・ and its half-width form.
    case 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: 0xB7
    case 0x301C: 0x7E
    // ⁄ of ½.
    case 0x2044: 0x2F
    default: nil
    }
  }
}
