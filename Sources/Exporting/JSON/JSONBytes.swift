/// Writes JSON straight into bytes, in one line.
///
/// The result is that of `jsonLine`, escapes and all, as long as names are given in their order. Documents of very many
/// lines go this way: Foundation's encoder first makes a tree of each value, which takes longer than to read its page.
struct JSONBytes {
  /// The text written so far.
  private(set) var bytes: [UInt8] = []
  /// True if the next value or name stands behind another one.
  private var isBehind = false

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isBehind = false
  }

  // MARK: Values

  /// Writes an object, or a member that is one.
  mutating func object(_ name: StaticString? = nil, _ members: (inout JSONBytes) -> Void) {
    begin(name, UInt8(ascii: "{"))
    members(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes a member that is a list.
  mutating func list<Items: Sequence>(
    _ name: StaticString, _ items: Items, _ write: (inout JSONBytes, Items.Element) -> Void
  ) {
    begin(name, UInt8(ascii: "["))
    for item in items { write(&self, item) }
    end(UInt8(ascii: "]"))
  }

  /// Writes a member that is a text; none is left out.
  mutating func text(_ name: StaticString, _ text: String?) {
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
  mutating func texts(_ name: StaticString, _ texts: [String]) {
    list(name, texts) { json, text in
      json.separate(nil)
      json.quote(text)
    }
  }

  /// Writes a member that is a number; none is left out.
  mutating func number(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    separate(name)
    append(number)
  }

  /// Writes a member that is a list of numbers.
  mutating func numbers(_ name: StaticString, _ numbers: [Int]) {
    list(name, numbers) { json, number in
      json.separate(nil)
      json.append(number)
    }
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

  private mutating func begin(_ name: StaticString?, _ sign: UInt8) {
    separate(name)
    bytes.append(sign)
    isBehind = false
  }

  private mutating func end(_ sign: UInt8) {
    bytes.append(sign)
    isBehind = true
  }

  /// Writes what stands before a value.
  private mutating func separate(_ name: StaticString?) {
    if isBehind { bytes.append(UInt8(ascii: ",")) }
    isBehind = true
    guard let name else { return }
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

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
          let (scalar, length) = UTF8Stretch.scalar(utf8, at: place)
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

  /// A character of several bytes and its length.
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = text[place]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let value = (1..<length).reduce(UInt32(lead) & (0x7F >> UInt32(length))) { value, offset in
      value << 6 | UInt32(text[place + offset] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
