/// The characters that HTML writes by their names or numbers.
enum HTMLEntities {
  /// Those that stand in newspapers' text; a name that is not among them stays as it is written.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "bull": "•", "deg": "°", "times": "×", "divide": "÷",
    "plusmn": "±", "frac12": "½", "permil": "‰", "yen": "¥", "pound": "£", "euro": "€", "cent": "¢", "sect": "§",
    "para": "¶", "copy": "©", "reg": "®", "trade": "™", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓",
    "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "ouml": "ö", "uuml": "ü", "auml": "ä", "szlig": "ß",
  ]

  /// Text with its entities as the characters that they stand for.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")),
        let text = character(String(decoding: rest[..<end], as: UTF8.self))
      {
        result += text.utf8
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result[...]
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else { return nil }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return value == 0xA0 ? " " : String(scalar)
  }
}
