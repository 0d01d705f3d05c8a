import CSystem
import Glibc

/// The tags and the text of a document in XML or HTML, in their order.
///
/// It reads bytes once, keeps nothing but the tag that it is at, and never fails: what is no markup is text, and is
/// counted as a fault. A document type and what it declares are passed over, so nothing outside is ever fetched and no
/// entity grows. Prefixes are ignored (Namespaces in XML 1.0), and capitals, as HTML does.
struct MarkupScanner {
  /// A piece of a document.
  enum Token {
    case start(MarkupName, isEmpty: Bool)
    case end(MarkupName)
    /// `text` says where it stands.
    case text
  }

  /// An attribute of the tag that was read last.
  private struct Attribute {
    var name: MarkupName
    var value: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes of the text that was read last, not decoded.
  private(set) var text = 0..<0
  /// True if the text is character data (CDATA), in which nothing stands for anything else.
  private(set) var isVerbatim = false
  /// The place of the first byte that is no markup although it looks like some; and the number of such places.
  private(set) var firstFault: Int?
  private(set) var faultCount = 0

  /// The elements that are known, where all else is text, as in HTML; nil for XML.
  private let known: Set<MarkupName>?
  private var place = 0
  private var attributes: [Attribute] = []
  private var hasDocumentType = false
  private var commentEnd = Landmark("-->")
  private var wordEnd = Landmark("</span")
  private var characterDataEnd = Landmark("]]>")
  private var tagEnd = Landmark(">")

  /// No element of the formats read here has more attributes.
  private static let mostAttributes = 64
  /// Bytes of a name, at most.
  private static let longestName = 256

  /// - Parameter known: the elements that are known, for HTML.
  init(_ bytes: UnsafeBufferPointer<UInt8>, known: Set<MarkupName>? = nil) {
    self.bytes = bytes
    self.known = known
    attributes.reserveCapacity(Self.mostAttributes)
  }

  /// The next piece; nil at the end.
  mutating func next() -> Token? {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<") {
        switch tag() {
        case .token(let token): return token
        case .skipped: continue
        case .notMarkup: noteFault(at: place)
        }
      }
      let end = bytes.index(of: UInt8(ascii: "<"), from: place + 1) ?? bytes.count
      text = place..<end
      isVerbatim = false
      place = end
      return .text
    }
    return nil
  }

  /// The end of the piece that was read last.
  var position: Int { place }

  /// The number of the line that a byte stands in, from 1.
  func line(of byte: Int) -> Int {
    bytes[..<min(byte, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  private mutating func noteFault(at byte: Int) {
    firstFault = firstFault ?? byte
    faultCount += 1
  }
}

// MARK: - Attributes

extension MarkupScanner {
  /// The bytes of an attribute's value, not decoded; nil where the tag has none of that name.
  func value(_ name: MarkupName) -> Range<Int>? {
    for attribute in attributes where attribute.name == name { return attribute.value }
    return nil
  }

  /// An attribute's value as a number, without its unit.
  func number(_ name: MarkupName) -> Float? { value(name).flatMap { MarkupNumber.first(bytes, $0) } }

  /// An attribute's value as text.
  func string(_ name: MarkupName) -> String? {
    value(name).map { range in
      var text: [UInt8] = []
      MarkupText.append(bytes, range, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }
}

// MARK: - Tags

extension MarkupScanner {
  private enum Reading {
    case token(Token)
    case skipped
    case notMarkup
  }

  private mutating func tag() -> Reading {
    guard place + 1 < bytes.count else { return .notMarkup }
    switch bytes[place + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"): return instruction()
    case UInt8(ascii: "/"): return cutOff(or: endTag())
    case let byte where Self.startsName(byte): return cutOff(or: startTag())
    default: return .notMarkup
    }
  }

  /// The longest tag at a file's end that is taken for one that breaks off, in bytes.
  private static let longestCutOff = 4096

  /// Passes over a tag within which the file breaks off: nothing of it is text.
  private mutating func cutOff(or reading: Reading) -> Reading {
    guard case .notMarkup = reading, bytes.count - place <= Self.longestCutOff,
      !bytes[(place + 1)...].contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }),
      bytes[place + 1] == UInt8(ascii: "/") || isKnown(name(from: place + 1))
    else { return reading }
    place = bytes.count
    return .skipped
  }

  private mutating func endTag() -> Reading {
    let name = name(from: place + 2)
    guard !name.isEmpty, isKnown(name) else { return .notMarkup }
    var end = skipSpace(from: name.upperBound)
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return .notMarkup }
    end += 1
    place = end
    return .token(.end(MarkupName(bytes, name)))
  }

  private mutating func startTag() -> Reading {
    let name = name(from: place + 1)
    guard isKnown(name) else { return .notMarkup }
    attributes.removeAll(keepingCapacity: true)
    var at = name.upperBound
    while true {
      at = skipSpace(from: at)
      guard at < bytes.count else { return .notMarkup }
      switch bytes[at] {
      case UInt8(ascii: ">"):
        place = at + 1
        return .token(.start(MarkupName(bytes, name), isEmpty: false))
      case UInt8(ascii: "/"):
        at += 1
        guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else { continue }
        place = at + 1
        return .token(.start(MarkupName(bytes, name), isEmpty: true))
      case UInt8(ascii: "<"): return .notMarkup
      default:
        guard let end = attribute(from: at) else { return .notMarkup }
        at = end
      }
    }
  }

  /// Reads an attribute, and says where it ends; nil where its value does not end.
  private mutating func attribute(from start: Int) -> Int? {
    var at = start
    while at < bytes.count, !Self.endsAttributeName(bytes[at]) { at += 1 }
    // A quote or a sign of equality that no name stands before is passed over.
    let name = start..<max(at, start)
    if name.isEmpty { at += bytes[start] == UInt8(ascii: "=") ? 0 : 1 }
    at = skipSpace(from: at)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return max(at, start + 1) }
    at = skipSpace(from: at + 1)
    guard at < bytes.count else { return nil }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let first = at
      while at < bytes.count, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") {
        at += 1
      }
      note(name, first..<at)
      return at
    }
    guard let end = bytes.index(of: quote, from: at + 1) else { return nil }
    note(name, at + 1..<end)
    return end + 1
  }

  private mutating func note(_ name: Range<Int>, _ value: Range<Int>) {
    guard attributes.count < Self.mostAttributes, name.count <= Self.longestName else { return }
    attributes.append(Attribute(name: MarkupName(bytes, name), value: value))
  }

  private func isKnown(_ name: Range<Int>) -> Bool {
    guard let known else { return name.count <= Self.longestName }
    return known.contains(MarkupName(bytes, name))
  }
}

// MARK: - Comments, declarations and instructions

extension MarkupScanner {
  private mutating func declaration() -> Reading {
    if has("--", at: place + 2) { return comment() }
    if has("[cdata[", at: place + 2) { return characterData() }
    guard has("doctype", at: place + 2) else { return .notMarkup }
    if !hasDocumentType, let end = documentTypeEnd {
      hasDocumentType = true
      place = end
      return .skipped
    }
    // One that does not end, or a second one, is passed over up to its first bracket.
    guard let end = tagEnd.next(in: bytes, from: place) else { return .notMarkup }
    noteFault(at: place)
    hasDocumentType = true
    place = end + 1
    return .skipped
  }

  /// The end of the document type that stands here, with all that it declares.
  private var documentTypeEnd: Int? {
    var at = place + 9
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): at = bytes.index(of: bytes[at], from: at + 1) ?? bytes.count
      case UInt8(ascii: ">") where depth <= 0: return at + 1
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Passes over a comment. In HTML one that holds the end of a word is none: two pieces of dirt look like one.
  private mutating func comment() -> Reading {
    guard let end = commentEnd.next(in: bytes, from: place + 4) else { return .notMarkup }
    if known != nil, let word = wordEnd.next(in: bytes, from: place + 4), word < end { return .notMarkup }
    place = end + 3
    return .skipped
  }

  private mutating func characterData() -> Reading {
    guard let end = characterDataEnd.next(in: bytes, from: place + 9) else { return .notMarkup }
    text = place + 9..<end
    isVerbatim = true
    place = end + 3
    return .token(.text)
  }

  /// Passes over an instruction, whose name has letters: `<?xml … ?>`.
  private mutating func instruction() -> Reading {
    guard place + 2 < bytes.count, Self.startsName(bytes[place + 2]),
      let end = tagEnd.next(in: bytes, from: place + 2), known == nil || bytes[end - 1] == UInt8(ascii: "?")
    else { return .notMarkup }
    place = end + 1
    return .skipped
  }
}

/// The next place of some letters, which is looked for once as long as it lies ahead.
struct Landmark {
  private let letters: StaticString
  private var found = -1

  init(_ letters: StaticString) { self.letters = letters }

  /// The first place from a byte on; nil where there is none.
  mutating func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    if found < start { found = letters.withUTF8Buffer { Self.find($0, in: bytes, from: start) } ?? .max }
    return found == .max ? nil : found
  }

  private static func find(
    _ letters: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress, let wanted = letters.baseAddress,
      let found = bl_memmem(base + start, bytes.count - start, wanted, letters.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

// MARK: - Bytes

extension MarkupScanner {
  private func name(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !Self.endsName(bytes[end]) { end += 1 }
    return start..<max(end, start)
  }

  private func skipSpace(from start: Int) -> Int {
    var at = start
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    return at
  }

  /// Letters at a place, capitals or not.
  private func has(_ letters: StaticString, at start: Int) -> Bool {
    guard start + letters.utf8CodeUnitCount <= bytes.count else { return false }
    return letters.withUTF8Buffer { letters in
      letters.indices.allSatisfy { letters[$0] == bytes[start + $0] || letters[$0] == bytes[start + $0] | 0x20 }
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// A to Z, an underline, and every letter beyond ASCII.
  private static func startsName(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte == UInt8(ascii: "_")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<") || isSpace(byte)
  }

  private static func endsAttributeName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || endsName(byte)
  }
}

extension MarkupScanner {
  /// The next word of a value, which white space parts from others, and where it ends.
  func word(_ at: inout Int, _ end: Int) -> Range<Int>? {
    while at < end, Self.isSpace(bytes[at]) { at += 1 }
    let start = at
    while at < end, !Self.isSpace(bytes[at]) { at += 1 }
    return at > start ? start..<at : nil
  }

  /// The first place of some letters in a stretch.
  func place(of letters: StaticString, in range: Range<Int>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let stretch = UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    var landmark = Landmark(letters)
    return landmark.next(in: stretch, from: 0).map { $0 + range.lowerBound }
  }

  /// The faults of the document.
  /// - Parameter isWhole: its outermost element was closed.
  func faults(isWhole: Bool) -> [ScanFault] {
    var faults: [ScanFault] = []
    if let firstFault {
      let more = faultCount > 1 ? ", and \(faultCount - 1) more" : ""
      faults.append(ScanFault(line: line(of: firstFault), message: "no markup here (`<`\(more)); read as text"))
    }
    if !isWhole {
      faults.append(ScanFault(line: line(of: bytes.count), message: "breaks off here; what is there was read"))
    }
    return faults
  }
}

extension String {
  /// Without white space at both ends.
  var trimmingSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The next place of a byte, found at the speed of memory.
  func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let baseAddress, let found = memchr(baseAddress + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
