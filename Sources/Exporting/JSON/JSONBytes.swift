import Text

/// Writes JSON straight into bytes: in one line, or indented as Foundation does it.
///
/// Unseen characters of texts are escaped, so that they can be seen and a terminal does not obey them. Names stand in
/// the order in which they are given, which is that of the alphabet. Foundation's encoder first makes a tree of each
/// value, which takes longer than to read its page.
package struct JSONBytes {
  /// The text written so far.
  package private(set) var bytes: [UInt8] = []
  /// The depth at which the next value stands; nil for one line.
  private var depth: Int?
  /// True if the next value or name stands behind another one.
  private var isBehind = false
  /// True if the name of the next value has been written.
  private var isNamed = false
  /// True until something has been written.
  private var isAtStart = true

  /// - Parameter depth: how deep the first value stands; nil writes one line.
  package init(depth: Int? = nil) { self.depth = depth }

  /// A text of its own that ends in a line break.
  package static func document(_ body: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes(depth: 0)
    body(&json)
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Ends the line.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    (isBehind, isAtStart) = (false, true)
  }

  /// Hands out the text since the last time.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll() }
    return bytes
  }

  // MARK: Values

  /// Writes a name that is not known beforehand; its value comes next, without one.
  package mutating func name(_ name: String) {
    separate(nil)
    quote(name)
    endName()
    isNamed = true
  }

  /// Writes an object, or a member that is one.
  package mutating func object(_ name: StaticString? = nil, _ members: (inout JSONBytes) -> Void) {
    begin(name, UInt8(ascii: "{"))
    members(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes a member that is a list.
  package mutating func list<Items: Sequence>(
    _ name: StaticString?, _ items: Items, _ write: (inout JSONBytes, Items.Element) -> Void
  ) {
    begin(name, UInt8(ascii: "["))
    for item in items { write(&self, item) }
    end(UInt8(ascii: "]"))
  }

  /// Writes a member that is a text; none is left out.
  package mutating func text(_ name: StaticString?, _ text: String?) {
    guard let text else { return }
    separate(name)
    quote(text)
  }

  /// Writes a member that is a text in several pieces with something between them.
  mutating func text(_ name: StaticString, _ pieces: some Sequence<String>, separator: UInt8) {
    separate(name)
    bytes.append(UInt8(ascii: "\""))
    var isFirst = true
    for piece in pieces {
      if !isFirst { escape(ascii: separator) }
      isFirst = false
      escape(piece)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a member that is a list of texts.
  package mutating func texts(_ name: StaticString, _ texts: [String]) { list(name, texts) { $0.text(nil, $1) } }

  /// Writes a member that is a number; none is left out.
  package mutating func number(_ name: StaticString?, _ number: Int?) {
    guard let number else { return }
    separate(name)
    append(number)
  }

  /// Writes a member that is a list of numbers.
  package mutating func numbers(_ name: StaticString?, _ numbers: [Int]) {
    list(name, numbers) { $0.number(nil, $1) }
  }

  /// Writes a member without a value.
  package mutating func null(_ name: StaticString) {
    separate(name)
    append("null")
  }

  /// Writes a member that is a list of shares, as Foundation writes numbers; none is left out.
  mutating func shares(_ name: StaticString, _ shares: [Double]?) {
    guard let shares else { return }
    list(name, shares) { json, share in
      json.separate(nil)
      let text = share.description
      json.bytes += (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8
    }
  }

  /// Writes a member that is true or false; none is left out.
  mutating func flag(_ name: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    separate(name)
    append(flag ? "true" : "false")
  }

  // MARK: Signs

  /// Begins an object or a list.
  mutating func begin(_ name: StaticString?, _ sign: UInt8) {
    separate(name)
    bytes.append(sign)
    isBehind = false
    depth = depth.map { $0 + 1 }
  }

  /// Ends it.
  mutating func end(_ sign: UInt8) {
    if let depth {
      self.depth = depth - 1
      if !isBehind { bytes.append(UInt8(ascii: "\n")) }
      beginLine()
    }
    bytes.append(sign)
    isBehind = true
  }

  private mutating func beginLine() {
    guard let depth else { return }
    if !isAtStart { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Writes what stands before a value.
  private mutating func separate(_ name: StaticString?) {
    if isNamed { return isNamed = false }
    if isBehind { bytes.append(UInt8(ascii: ",")) }
    beginLine()
    (isBehind, isAtStart) = (true, false)
    guard let name else { return }
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    endName()
  }

  private mutating func endName() { append(depth == nil ? ":" : " : ") }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ number: Int) {
    guard (0..<10).contains(number) else { return bytes += String(number).utf8 }
    bytes.append(UInt8(ascii: "0") + UInt8(number))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    escape(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the content of a text. Most of it needs no escape, and is copied in stretches.
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var (start, place) = (0, 0)
      while place < utf8.count {
        let length = UTF8Stretch.plainLength(utf8, at: place)
        if length > 0 {
          place += length
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        if utf8[place] < 0x80 {
          escape(ascii: utf8[place])
          place += 1
        } else {
          let (value, length) = UTF8.decode(utf8, at: place)
          let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
          bytes += (scalar.isUnseen ? scalar.jsonEscape : String(scalar)).utf8
          place += length
        }
        start = place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  private mutating func escape(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0x20...0x7E: bytes.append(byte)
    default: bytes += Unicode.Scalar(byte).jsonEscape.utf8
    }
  }
}

extension Unicode.Scalar {
  /// The character by its UTF-16 code units (RFC 8259, section 7).
  var jsonEscape: String {
    String(self).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

/// Looks at the characters of a text in UTF-8 where they lie.
private enum UTF8Stretch {
  /// The length of a character that stands in JSON as it is and can be seen; 0 for any that must be looked at closer.
  @inline(__always)
  static func plainLength(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let byte = text[place]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return 0
    case 0x20...0x7E: return 1
    // U+4E00 to U+9FFF, hanzi all but a few.
    case 0xE5...0xE9: return 3
    case 0xE4 where text[place + 1] >= 0xB8: return 3
    // U+3000 to U+303F, marks of hanzi.
    case 0xE3 where text[place + 1] == 0x80: return 3
    // U+FF01 to U+FF3F, full-width forms.
    case 0xEF where text[place + 1] == 0xBC && text[place + 2] != 0x80: return 3
    // U+2010 to U+2027, dashes and quotes.
    case 0xE2 where text[place + 1] == 0x80 && (0x90...0xA7).contains(text[place + 2]): return 3
    default: return 0
    }
  }
}
