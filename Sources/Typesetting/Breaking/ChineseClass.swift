/// A character as Chinese line breaking sees it: its class in UAX #14 where nothing else is said here.
struct ChineseClass: Sendable {
  var kind: LineBreakClass
  /// East_Asian_Width F, W or H, or a mark that Chinese sets as wide.
  var isWide: Bool
  var isUnassignedPictograph: Bool

  init(_ scalar: UInt32, level: LineBreakLevel) {
    let record = CharacterTable.embedded[scalar]
    isWide = record.width == .eastAsian
    isUnassignedPictograph = record.isUnassignedPictograph
    kind = Self.tailored(scalar) ?? Self.resolved(record.lineBreak, scalar)
    if kind == .openingQuote || kind == .closingQuote { isWide = true }
    if level == .none { loosen() }
  }

  /// LB1: Chinese sets AI like a hanzi (■ ①), but × and ÷ stand in formulas.
  private static func resolved(_ kind: LineBreakClass, _ scalar: UInt32) -> LineBreakClass {
    kind == .ai && scalar >= 0x2000 ? .id : kind.standard
  }

  /// At the lowest level marks between hanzi are as good as hanzi.
  private mutating func loosen() {
    switch kind {
    case .openingQuote: kind = .looseOpening
    case .closingQuote, .interpunct, .pause: kind = .looseMark
    case .op: kind = isWide ? .looseOpening : kind
    case .cl, .cp, .ns, .ex, .ba, .sy: kind = isWide ? .looseMark : kind
    case .in: kind = .leader
    default: break
    }
  }

  private static func tailored(_ scalar: UInt32) -> LineBreakClass? {
    switch scalar {
    // Glyph shows them as spaces.
    case 0x09, 0x0A, 0x0D: .sp
    // Glyph shows them as pictures.
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE000...0xF8FF: .id
    case 0xB7, 0x2022, 0x2027: .interpunct
    case 0x2000...0x206F: generalPunctuation(scalar)
    case 0x3000: .sp
    case 0x3001, 0x3002: .pause
    case 0xFF01...0xFF64: fullWidth(scalar)
    default: nil
    }
  }

  private static func generalPunctuation(_ scalar: UInt32) -> LineBreakClass? {
    switch scalar {
    case 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F: .sp
    // Two of them are a dash, where a page was set without U+2014.
    case 0x2015: .b2
    case 0x2018: .openingSingle
    case 0x2019: .closingSingle
    case 0x201C: .openingQuote
    case 0x201D: .closingQuote
    default: nil
    }
  }

  /// Full-width forms are like the characters that they are forms of: １９８５ is a number, ／ a solidus, － and ～ connect.
  private static func fullWidth(_ scalar: UInt32) -> LineBreakClass? {
    switch scalar {
    // ！ ， ： ； ？, and the half-width 。 and 、
    case 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64: .pause
    case 0xFF02, 0xFF07: .qu
    case 0xFF0D: .ba
    case 0xFF0E: .is
    case 0xFF0F: .sy
    case 0xFF10...0xFF19: .nu
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .al
    case 0xFF5C, 0xFF5E: .ns
    default: nil
    }
  }
}
