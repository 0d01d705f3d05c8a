/// What a scalar becomes when text is folded for search, so that what a person types is found however it was printed
/// and scanned. The one table, for queries and for text.
enum Folding: Equatable {
  /// It stays, or becomes another one.
  case scalar(UInt32)
  /// It becomes several: İ → i̇.
  case scalars([UInt32])
  /// It separates words, or nothing where no words are.
  case space
  /// It cannot be seen and is not looked for.
  case nothing

  /// The fold of a scalar.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x4E00...0x9FFF: self = .scalar(scalar)
    case 0x20, 0x09...0x0D, 0x3000: self = .space
    case 0x41...0x5A: self = .scalar(scalar + 0x20)
    case 0x21..<0x7F: self = .scalar(Self.mark(scalar))
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E: self = Folding(scalar - 0xFEE0)
    default: self = Self.mark(scalar) == scalar ? Self.byProperties(of: scalar) : .scalar(Self.mark(scalar))
    }
  }

  /// Marks of one meaning become the one that keyboards have, or the commonest.
  private static func mark(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    // “ ” „ ‟ ″, 「 」 『 』, 〝 〞 〟, their half-width and vertical forms.
    case 0x201C...0x201F, 0x2033, 0x300C...0x300F, 0x301D...0x301F, 0xFF62, 0xFF63, 0xFE41...0xFE44: 0x22
    // ‘ ’ ‚ ‛ ′ ` ´
    case 0x2018...0x201B, 0x2032, 0x60, 0xB4: 0x27
    // ‐ ‑ ‒ – — ―, the minus, rules that scans take for dashes, small forms.
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63: 0x2D
    case 0x2025, 0x22EF: ellipsis
    // The dots of names: • ‧ ∙ ⋅ ・ and its half-width form.
    case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: 0xB7
    case 0x301C: 0x7E
    case 0xFF61: 0x3002
    case 0xFF64: 0x3001
    default: scalar
    }
  }

  private static func byProperties(of value: UInt32) -> Folding {
    guard let scalar = Unicode.Scalar(value) else { return .scalar(value) }
    if scalar.properties.isWhitespace { return .space }
    if scalar.properties.isDefaultIgnorableCodePoint { return .nothing }
    // The final sigma is the same letter.
    if value == 0x3C2 { return .scalar(0x3C3) }
    guard scalar.properties.changesWhenLowercased else { return .scalar(value) }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
    return lower.count == 1 ? .scalar(lower[0]) : .scalars(lower)
  }

  /// `…`, which three and more full stops fold to as well.
  static let ellipsis: UInt32 = 0x2026
  /// `-`, which every run of dashes folds to.
  static let dash: UInt32 = 0x2D
  /// `.`
  static let stop: UInt32 = 0x2E

  /// Whether a folded scalar stands in words that spaces separate: Latin letters and digits, not hanzi, kana or marks.
  static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A: return true
    case 0..<0x80, 0x2000..<0xAC00, 0xF900...0xFAFF, 0xFE30...0xFFFF, 0x20000...0x3FFFF: return false
    default:
      guard let scalar = Unicode.Scalar(value) else { return false }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
