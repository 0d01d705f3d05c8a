/// A value of a JSON text (RFC 8259) and the line it starts at: what Foundation's reader does not tell.
struct JSONTree: Sendable, Equatable {
  enum Value: Sendable, Equatable {
    case object([Member])
    case array([JSONTree])
    case string(String)
    /// As it is written.
    case number(String)
    case bool(Bool)
    case null
  }

  struct Member: Sendable, Equatable {
    var name: String
    /// The line of the name.
    var line: Int
    var value: JSONTree
  }

  /// What keeps a text from being JSON.
  struct Fault: Error, Equatable {
    var line: Int
    /// What was expected there.
    var message: String
  }

  var line: Int
  var value: Value

  /// Reads a text that is one value.
  /// - Parameter bytes: UTF-8, with or without a byte order mark.
  init(_ bytes: [UInt8]) throws(Fault) {
    let text = bytes.starts(with: PageEncoding.utf8.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    var reading = JSONReading(rest: text)
    self = try reading.value(depth: 0)
    reading.skipSpace()
    guard reading.rest.isEmpty else { throw reading.fault("nothing more after the last }") }
  }

  /// A value; `line` says nothing of one that was not read from a text.
  init(line: Int = 0, value: Value) {
    self.line = line
    self.value = value
  }
}

private struct JSONReading {
  var rest: ArraySlice<UInt8>
  var line = 1

  /// Deeper than any side file, and an end to a text of brackets only.
  private static let deepest = 64

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  func fault(_ expected: String) -> JSONTree.Fault {
    JSONTree.Fault(line: line, message: "expected " + expected)
  }

  mutating func skipSpace() {
    while let byte = rest.first, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == 0x0A { line += 1 }
      rest.removeFirst()
    }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipSpace()
    guard rest.first == sign.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  mutating func value(depth: Int) throws(JSONTree.Fault) -> JSONTree {
    guard depth < Self.deepest else { throw fault("fewer brackets within brackets") }
    skipSpace()
    let start = line
    if take("{") { return JSONTree(line: start, value: .object(try members(depth: depth))) }
    if take("[") { return JSONTree(line: start, value: .array(try elements(depth: depth))) }
    if rest.first == UInt8(ascii: "\"") { return JSONTree(line: start, value: .string(try string())) }
    return JSONTree(line: start, value: try word())
  }

  private mutating func members(depth: Int) throws(JSONTree.Fault) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = []
    if take("}") { return members }
    repeat {
      skipSpace()
      guard rest.first == UInt8(ascii: "\"") else { throw fault("a name in \"quotes\"") }
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
    let bytes = rest.prefix {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "+-.".utf8.contains($0)
    }
    rest = rest.dropFirst(bytes.count)
    let text = String(decoding: bytes, as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard let first = bytes.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first), Double(text) != nil
      else { throw fault("a value: \"text\", a number, { or [") }
      return .number(text)
    }
  }

  private mutating func string() throws(JSONTree.Fault) -> String {
    rest.removeFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("text in UTF-8") }
        return text
      case UInt8(ascii: "\\"): bytes += String(try escaped()).utf8
      case 0..<0x20: throw fault("a \" that ends the text in this line")
      default: bytes.append(byte)
      }
    }
    throw fault("a \" that ends the text")
  }

  private mutating func escaped() throws(JSONTree.Fault) -> Character {
    let signs: [UInt8: Character] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
    ]
    guard let sign = rest.popFirst() else { throw fault("a letter after \\") }
    if let character = signs[sign] { return character }
    guard sign == UInt8(ascii: "u"), let unit = hexUnit() else {
      throw fault("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    var units = [unit]
    if UTF16.isLeadSurrogate(unit), rest.starts(with: "\\u".utf8) {
      rest = rest.dropFirst(2)
      units += hexUnit().map { [$0] } ?? []
    }
    return String(decoding: units, as: UTF16.self).first ?? "\u{FFFD}"
  }

  private mutating func hexUnit() -> UInt16? {
    let digits = String(decoding: rest.prefix(4), as: UTF8.self)
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit) else { return nil }
    rest = rest.dropFirst(4)
    return UInt16(digits, radix: 16)
  }
}
