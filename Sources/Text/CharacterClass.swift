/// The class of a character for typesetting and for the forms of a newspaper.
///
/// Public, as comparisons of a type that is not are called through a table in other modules.
public enum CharacterClass: UInt8, Sendable, BitwiseCopyable {
  case space, digit, latin, hanzi
  /// 。！？ and their half-width forms: a sentence ends.
  case stop
  /// ，、； and their half-width forms: a sentence goes on.
  case pause
  case colon
  /// A half-width full stop, which also divides numbers and abbreviations.
  case period
  case openBracket, closeBracket, openQuote, closeQuote, straightQuote
  case dash, ellipsis, interpunct
  /// ■ and the other signs that a paper sets before a name or an item.
  case bullet
  case other
  /// A character that is part of a page's markup and no text. No scalar is by itself.
  case markup

  /// The class of a scalar.
  @inlinable
  public init(_ scalar: UInt32) {
    if scalar >= 0x4E00 && scalar <= 0x9FFF {
      self = .hanzi
    } else {
      self = scalar < 0x80 ? Self.ascii(UInt8(scalar)) : Self.beyondASCII(scalar)
    }
  }

  /// A bracket or a quote that may close.
  @inlinable public var isClosing: Bool {
    switch self {
    case .closeBracket, .closeQuote, .straightQuote: true
    default: false
    }
  }

  /// Part of a word of any script.
  @inlinable public var isLetter: Bool {
    switch self {
    case .digit, .latin, .hanzi: true
    default: false
    }
  }

  /// The class of an ASCII character.
  public static func ascii(_ scalar: UInt8) -> CharacterClass {
    switch scalar {
    case 0x09...0x0D, 0x20: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .latin
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .stop
    case UInt8(ascii: ","), UInt8(ascii: ";"): .pause
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."): .period
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
    case UInt8(ascii: "\""): .straightQuote
    default: .other
    }
  }

  /// The class of any other scalar.
  public static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007, 0x3005,
      0x3041...0x30FA, 0x30FC...0x30FF:
      .hanzi
    // Full stops of Armenian, Arabic, Devanagari, Burmese, Ethiopic and Khmer.
    case 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x104A, 0x104B, 0x1362, 0x17D4, 0x17D5: .stop
    case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0xFF61: .stop
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF64: .pause
    case 0xFF1A: .colon
    case 0xFF10...0xFF19: .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x300...0x373, 0x376...0x52F, 0xAA,
      0xBA, 0xFB00...0xFB06:
      .latin
    // Armenian to Georgian, Hangul letters, Ethiopic to Khmer and Mongolian, Latin and Greek with their marks, Hangul
    // syllables, which stand in words with spaces between them.
    case 0x531...0x588, 0x591...0x5F2, 0x610...0x61A, 0x620...0x6D3, 0x6D5...0x6FF, 0x700...0x963, 0x966...0xE4E,
      0xE50...0x167F, 0x1681...0x17D3, 0x1810...0x1FFF, 0xA8E0...0xA8FF, 0xAA60...0xAA7F,
      0xAC00...0xD7A3:
      .latin
    case 0x3000, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x85: .space
    case 0xFF08, 0x3010, 0x300A, 0x3008, 0x3014, 0x3016, 0xFF3B, 0xFF5B: .openBracket
    case 0xFF09, 0x3011, 0x300B, 0x3009, 0x3015, 0x3017, 0xFF3D, 0xFF5D: .closeBracket
    case 0x201C, 0x2018, 0x300C, 0x300E, 0xFE41, 0xFE43: .openQuote
    case 0x201D, 0x2019, 0x300D, 0x300F, 0xFE42, 0xFE44: .closeQuote
    case 0xFF02: .straightQuote
    case 0x2010...0x2015, 0x2500, 0x2501, 0xFF0D: .dash
    case 0x2026, 0x22EF: .ellipsis
    case 0xB7, 0x2022, 0x30FB, 0xFF65: .interpunct
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x203B, 0x2666, 0x25C6: .bullet
    default: .other
    }
  }
}

/// The small letter of a capital of the alphabets of Europe, ſ as s; other scalars as they are.
@inlinable
package func lowercaseLetter(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
  case 0x400...0x40F: scalar + 0x50
  case 0x17F: 0x73
  case 0x100...0x137, 0x14A...0x177: scalar | 1
  case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
  default: scalar
  }
}

/// True for a small letter; letters of scripts that have no capitals are none.
@inlinable
package func isLowercaseLetter(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
  return scalar < 0x2000 && Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    || (0xFB00...0xFB06).contains(scalar) || (0xFF41...0xFF5A).contains(scalar)
}
