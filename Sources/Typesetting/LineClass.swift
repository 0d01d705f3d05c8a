/// What a character does to the line that it stands in: a small cut of UAX #14's classes, enough for the basic level of
/// CLREQ. Finer classes and levels replace this file; the stages after it know only the classes.
enum LineClass: UInt8, Sendable {
  /// Hanzi, kana, symbols: a line may break on either side.
  case ideograph
  /// Stands in words.
  case letter
  /// Stands in numbers.
  case digit
  /// Opens a bracket or quotation: never at a line's end.
  case opening
  /// Closes or connects: never at a line's start.
  case closing
  /// Pauses or stops: never at a line's start, and the best place for a headline to break.
  case pause
  /// Closes between hanzi but can stand inside a word or number: `.` of 256.96, `’` of don’t, `:` of a URL.
  case joint
  /// `-` and `/`: never at a line's start; a word that is too long for a line is broken after them.
  case hyphen
  /// `"` and `'`, which may open or close.
  case quote
  /// White space that a line may break at.
  case space
  /// White space that it may not break at.
  case glue

  /// The class of a character by its first scalar.
  init(_ scalar: Unicode.Scalar) {
    self = Self.listed(scalar.value) ?? Self.byProperties(of: scalar)
  }

  /// The class of a scalar of `PlainScalars`.
  init(plain scalar: UInt32) {
    self = Self.listed(scalar) ?? .ideograph
  }

  private static func listed(_ scalar: UInt32) -> LineClass? {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: .ideograph
    case 0..<0x100: latin[Int(scalar)]
    case 0x2000...0x206F: generalPunctuation(scalar)
    case 0x3000...0x303F: ideographicPunctuation(scalar)
    // Full-width forms are classed as what they are forms of, but their marks stand only between hanzi.
    case 0xFF01...0xFF5E: fullWidth(latin[Int(scalar - 0xFEE0)], scalar)
    case 0xFF5F, 0xFF62: .opening
    case 0xFF60, 0xFF61, 0xFF63...0xFF65, 0x30FB, 0x30FC: .closing
    // ℃ and its like go with the number before them.
    case 0x2103, 0x2109, 0x22EF: .closing
    case 0xAC00...0xD7A3: .ideograph
    default: nil
    }
  }

  private static func generalPunctuation(_ scalar: UInt32) -> LineClass? {
    switch scalar {
    case 0x2007, 0x202F, 0x2011: .glue
    case 0x2000...0x200A, 0x2028, 0x2029, 0x205F: .space
    // ‘ “ ‚ „ ‹
    case 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .opening
    // ’ is an apostrophe as well; the en dash stands between years.
    case 0x2019, 0x2010, 0x2012, 0x2013: .joint
    // — ― ‖, ” and ›, • ‥ … ‧, ‰ ′ ″, ‼ ⁇
    case 0x2014...0x2016, 0x201B, 0x201D, 0x201F, 0x2022...0x2027, 0x2030...0x2037, 0x203A, 0x203C, 0x2047...0x2049:
      .closing
    default: nil
    }
  }

  private static func ideographicPunctuation(_ scalar: UInt32) -> LineClass? {
    switch scalar {
    case 0x3000: .space
    // Of the brackets the closing ones have odd numbers.
    case 0x3001, 0x3002: .pause
    case 0x3005, 0x303B, 0x301C, 0x301E, 0x301F: .closing
    case 0x3008...0x3011: scalar % 2 == 0 ? .opening : .closing
    case 0x3014...0x301B: scalar % 2 == 0 ? .opening : .closing
    case 0x301D: .opening
    default: .ideograph
    }
  }

  private static func fullWidth(_ narrow: LineClass, _ scalar: UInt32) -> LineClass {
    // ． stands inside numbers as its narrow form does; ～ connects.
    if scalar == 0xFF0E { return .joint }
    if scalar == 0xFF5E || scalar == 0xFF5C { return .closing }
    guard narrow == .joint else { return narrow }
    // ！，：；？
    return [0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F].contains(scalar) ? .pause : .closing
  }

  private static func byProperties(of scalar: Unicode.Scalar) -> LineClass {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return .opening
    case .closePunctuation, .finalPunctuation: return .closing
    case .decimalNumber: return .digit
    case .spaceSeparator: return .space
    default: return properties.isAlphabetic && !properties.isIdeographic && !isKana(scalar) ? .letter : .ideograph
    }
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x33FF).contains(scalar.value) || (0xFF66...0xFF9F).contains(scalar.value)
  }

  /// Latin-1, by its code. Signs that are not listed go with the words and numbers beside them: $5, C++, a=b.
  private static let latin: [LineClass] = (0..<0x100).map { code in
    switch UInt8(code) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), 0xAB, 0xA1, 0xBF: .opening
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"), 0xB0:
      .joint
    case UInt8(ascii: "-"), UInt8(ascii: "/"): .hyphen
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    case UInt8(ascii: " "), 0x09, 0x0A, 0x0D: .space
    case 0xA0: .glue
    // · and »
    case 0xB7, 0xBB: .closing
    case 0x21...0x7E, 0xA2...0xFF: .letter
    default: .ideograph
    }
  }
}
