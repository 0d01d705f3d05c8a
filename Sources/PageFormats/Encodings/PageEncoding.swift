/// A way to write a page's characters as bytes: an encoding of the WHATWG Encoding Standard. The raw value is the name
/// that the export gives it.
///
/// Left out are the Standard's two that are no text, `replacement` and `x-user-defined`. GBK is read as GB18030, which
/// holds it, and ISO-8859-8-I as ISO-8859-8, which has the same characters.
public enum PageEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// The two forms of UTF-32, of which the Standard knows nothing.
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  /// Holds GBK and GB 2312.
  case gb18030 = "GB18030"
  /// With the characters that Hong Kong added (HKSCS).
  case big5 = "Big5"
  case eucJP = "EUC-JP"
  case shiftJIS = "Shift_JIS"
  case iso2022JP = "ISO-2022-JP"
  case eucKR = "EUC-KR"
  case ibm866 = "IBM866"
  case iso8859x2 = "ISO-8859-2"
  case iso8859x3 = "ISO-8859-3"
  case iso8859x4 = "ISO-8859-4"
  case iso8859x5 = "ISO-8859-5"
  case iso8859x6 = "ISO-8859-6"
  case iso8859x7 = "ISO-8859-7"
  case iso8859x8 = "ISO-8859-8"
  case iso8859x10 = "ISO-8859-10"
  case iso8859x13 = "ISO-8859-13"
  case iso8859x14 = "ISO-8859-14"
  case iso8859x15 = "ISO-8859-15"
  case iso8859x16 = "ISO-8859-16"
  case koi8R = "KOI8-R"
  case koi8U = "KOI8-U"
  case macintosh
  case windows874 = "windows-874"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case xMacCyrillic = "x-mac-cyrillic"

  /// Encodings with a byte for each character, in the order of their tables.
  package static let singleByte = Array(allCases.drop { $0 != .ibm866 })

  /// Bytes at the beginning of a file that say that it is written so.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    default: []
    }
  }

  /// The encoding that a file says it has at its beginning.
  init?(markOf file: [UInt8]) {
    // The mark of UTF-32 begins with that of UTF-16.
    let marked = Self.allCases.filter { !$0.byteOrderMark.isEmpty && file.starts(with: $0.byteOrderMark) }
      .max { $0.byteOrderMark.count < $1.byteOrderMark.count }
    guard let marked else { return nil }
    self = marked
  }

  /// Bytes of the units that the encoding is made of.
  package var unitLength: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }

  /// True if the first byte of a unit counts the most.
  package var isBigEndian: Bool { self == .utf16BigEndian || self == .utf32BigEndian }

  /// Length in bytes of a sound character that begins with two bytes; 1 for encodings that are not of several bytes.
  package func characterLength(_ first: UInt8, _ second: UInt8) -> Int {
    switch self {
    case .gb18030: first <= 0x80 ? 1 : (0x30...0x39).contains(second) ? 4 : 2
    case .big5, .eucKR: first <= 0x80 ? 1 : 2
    case .eucJP: first == 0x8F ? 3 : first == 0x8E || first >= 0xA1 ? 2 : 1
    case .shiftJIS: (0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first) ? 2 : 1
    default: 1
    }
  }
}
