/// The encoding of a page's characters. The raw value is its name in exports.
public enum PageEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Includes GBK and GB 2312.
  case gb18030 = "GB18030"
  /// With the characters that Hong Kong added (HKSCS).
  case big5 = "Big5"

  /// An encoding by its name or one of its other names; capitals, `-` and `_` do not matter.
  /// - Returns: nil for a name that is not known.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" }
    switch plain {
    case "gbk", "gb2312", "cp936", "euccn": self = .gb18030
    case "big5hkscs", "cp950": self = .big5
    case "utf16": self = .utf16LittleEndian
    default:
      let known = Self.allCases.first { $0.rawValue.lowercased().filter { $0 != "-" } == plain }
      guard let known else { return nil }
      self = known
    }
  }

  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5: []
    }
  }

  /// The encoding that the byte order mark of a file names.
  init?(markOf file: [UInt8]) {
    let marked = Self.allCases.first { !$0.byteOrderMark.isEmpty && file.starts(with: $0.byteOrderMark) }
    guard let marked else { return nil }
    self = marked
  }
}
