extension JSONTree {
  /// A fault that keeps a text from being JSON.
  package struct Fault: Error, Equatable {
    /// The line where it stands, from 1.
    package var line: Int
    /// The text that was expected there.
    package var message: String
  }

  /// Reads a text that is one value.
  /// - Parameter bytes: UTF-8, with or without a byte order mark.
  package init(_ bytes: [UInt8]) throws(Fault) {
    var reader = JSONReader(bytes)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.isAtEnd else { throw reader.fault("nothing more after the last }") }
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var position: Int
  private var line = 1

  /// Limits the recursion; deeper than any file in use.
  private static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The next byte.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func fault(_ expected: String) -> JSONTree.Fault {
    JSONTree.Fault(line: line, message: "expected " + expected)
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let next, UInt32(next) == sign.value else { return false }
    position += 1
    return true
  }

  mutating func value(depth: Int) throws(JSONTree.Fault) -> JSONTree {
    guard depth < Self.deepest else { throw fault("fewer brackets within brackets") }
    skipSpace()
    let start = line
    if take("{") { return JSONTree(line: start, value: .object(try members(depth: depth))) }
    if take("[") { return JSONTree(line: start, value: .array(try elements(depth: depth))) }
    if next == UInt8(ascii: "\"") { return JSONTree(line: start, value: .string(try string())) }
    return JSONTree(line: start, value: try word())
  }

  private mutating func members(depth: Int) throws(JSONTree.Fault) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = []
    if take("}") { return members }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in \"quotes\"") }
      let start = line
      let name = try string()
      guard take(":") else { throw fault("a colon after \"\(name)\"") }
      members.append(JSONTree.Member(name: name, line: start, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw fault("a comma or }") }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONTree.Fault) -> [JSONTree] {
    var elements: [JSONTree] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw fault("a comma or ]") }
    return elements
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(JSONTree.Fault) -> JSONTree.Value {
    let start = position
    while let next, (0x30...0x39).contains(next) || (0x61...0x7A).contains(next | 0x20) || "+-.".utf8.contains(next) {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard Self.isNumber(text.utf8) else { throw fault("a value: \"text\", a number, { or [") }
      return .number(text)
    }
  }

  /// True for a number as RFC 8259 has it, which is narrower than those of Swift: `-0.5e+3`, but not `01`, `0x1` and
  /// `inf`.
  private static func isNumber(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    func skipDigits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func skip(_ signs: String) -> Bool {
      guard let next = rest.first, signs.utf8.contains(next) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("-")
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = skipDigits()
    guard whole == 1 || whole > 1 && !startsWithZero else { return false }
    if skip("."), skipDigits() == 0 { return false }
    if skip("eE") {
      _ = skip("+-")
      if skipDigits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(JSONTree.Fault) -> String {
    position += 1
    var text: [UInt8] = []
    while true {
      // Bytes up to an escape or the end are copied as they are.
      let start = position
      while let next, next != UInt8(ascii: "\""), next != UInt8(ascii: "\\"), next >= 0x20 { position += 1 }
      let plain = bytes[start..<position]
      guard let sign = next else { throw fault("a \" that ends the text") }
      guard sign >= 0x20 else { throw fault("a \" that ends the text in this line") }
      position += 1
      if sign == UInt8(ascii: "\""), text.isEmpty { return try valid(plain) }
      text += plain
      if sign == UInt8(ascii: "\"") { return try valid(text[...]) }
      text += String(try escaped()).utf8
    }
  }

  private func valid(_ text: ArraySlice<UInt8>) throws(JSONTree.Fault) -> String {
    guard let text = String(validating: text, as: UTF8.self) else { throw fault("text in UTF-8") }
    return text
  }

  private static let signs: [UInt8: Character] = [
    0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
  ]

  private mutating func escaped() throws(JSONTree.Fault) -> Character {
    guard let sign = next else { throw fault("a letter after \\") }
    position += 1
    if let character = Self.signs[sign] { return character }
    guard sign == UInt8(ascii: "u"), let unit = hexUnit() else {
      throw fault("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    if !UTF16.isSurrogate(unit) { return Unicode.Scalar(unit).map(Character.init) ?? "\u{FFFD}" }
    let end = position
    if UTF16.isLeadSurrogate(unit), bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      if let trail = hexUnit(), UTF16.isTrailSurrogate(trail) {
        return String(decoding: [unit, trail], as: UTF16.self).first ?? "\u{FFFD}"
      }
    }
    // Half of a pair stands for no character; what is behind it stands for itself.
    position = end
    return "\u{FFFD}"
  }

  private mutating func hexUnit() -> UInt16? {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit) else { return nil }
    position += 4
    return UInt16(digits, radix: 16)
  }
}
