/// The declaration that an XML document may begin with: `<?xml version="1.0" encoding="ISO-8859-1"?>`.
enum XMLDeclaration {
  /// A declaration is not longer, in bytes.
  private static let longest = 256

  /// The encoding that a document says it is in; nil where it says none, and for what is no XML.
  static func encodingName(of file: [UInt8]) -> String? {
    var opening = file.prefix(longest)
    if opening.starts(with: [0xEF, 0xBB, 0xBF]) { opening = opening.dropFirst(3) }
    opening = opening.drop { MarkupScanner.isSpace($0) }
    guard opening.starts(with: "<?xml".utf8), let end = opening.firstIndex(of: UInt8(ascii: ">")),
      let word = opening[..<end].firstRange(of: "encoding".utf8)
    else { return nil }
    let value = opening[word.upperBound..<end].drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    guard let quote = value.first else { return nil }
    return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }
}

/// Latin-1, which is read as windows-1252 (WHATWG Encoding Standard, chapter 9).
enum Latin1 {
  private static let names: Set<String> = [
    "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252",
    "iso-8859-15",
  ]

  /// True for a name of the encoding.
  static func isName(_ name: String) -> Bool { names.contains(name.lowercased()) }

  /// Bytes as UTF-8.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return text
  }

  /// From 0x80 to 0x9F; those that stand for nothing are the controls that they are in Latin-1.
  private static let upper = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
