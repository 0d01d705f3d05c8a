/// Encodings with a byte for each character.
struct SingleByteDecoder: CharacterDecoder {
  private let index: EncodingIndex

  init(_ encoding: PageEncoding) { index = EncodingIndex(encoding.rawValue.lowercased()) }

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    text.append(index[Int(source[place]) - 0x80])
    place += 1
  }
}

/// UTF-16; a surrogate that is alone, and half a unit at the end, are faults.
struct UTF16Decoder: CharacterDecoder {
  static let keepsASCII = false
  var isBigEndian: Bool

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    guard place + 1 < source.count else {
      place = source.count
      return text.appendFault()
    }
    let first = unit(source, place)
    place += 2
    guard first & 0xF800 == 0xD800 else { return first == 0 ? text.append(ascii: 0) : text.append(first) }
    let second = place + 1 < source.count ? unit(source, place) : 0
    guard first < 0xDC00, second & 0xFC00 == 0xDC00 else { return text.appendFault() }
    place += 2
    text.append(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }

  private func unit(_ source: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
    let (low, high) = (source[place + (isBigEndian ? 1 : 0)], source[place + (isBigEndian ? 0 : 1)])
    return UInt32(high) << 8 | UInt32(low)
  }
}

/// UTF-32; what is no scalar value, and part of a unit at the end, are faults.
struct UTF32Decoder: CharacterDecoder {
  static let keepsASCII = false
  var isBigEndian: Bool

  func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    guard place + 3 < source.count else {
      place = source.count
      return text.appendFault()
    }
    let unit = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(source[place + (isBigEndian ? $1 : 3 - $1)]) }
    place += 4
    guard Unicode.Scalar(unit) != nil else { return text.appendFault() }
    unit < 0x80 ? text.append(ascii: UInt8(unit)) : text.append(unit)
  }
}

/// ISO-2022-JP: ASCII, half-width katakana and JIS X 0208, chosen by escape sequences.
struct ISO2022JPDecoder: CharacterDecoder {
  static let keepsASCII = false

  private enum CharacterSet {
    case ascii, roman, katakana, jis0208
  }

  /// True if a text without bytes beyond ASCII chooses Japanese characters.
  static func isUsed(in bytes: [UInt8]) -> Bool {
    guard has(0x1B, bytes) else { return false }
    return bytes.indices.dropLast(2).contains {
      bytes[$0] == 0x1B && bytes[$0 + 1] == 0x24 && (bytes[$0 + 2] == 0x40 || bytes[$0 + 2] == 0x42)
    }
  }

  private let jis0208 = EncodingIndex("jis0208")
  private var current = CharacterSet.ascii
  /// True if an escape sequence was read last: two on end are a fault, as in text made to be read in two ways.
  private var isBehindEscape = false

  mutating func read(_ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter) {
    let byte = Int(source[place])
    if byte == 0x1B { return escape(source, at: &place, into: &text) }
    isBehindEscape = false
    place += 1
    switch (current, byte) {
    case (.jis0208, 0x21...0x7E):
      guard place < source.count, source[place] != 0x1B else { return text.appendFault() }
      let second = Int(source[place])
      place += 1
      text.append((0x21...0x7E).contains(second) ? jis0208[(byte - 0x21) * 94 + second - 0x21] : nil)
    case (.katakana, 0x21...0x5F): text.append(UInt32(0xFF61 - 0x21 + byte))
    case (.roman, 0x5C): text.append(0xA5)
    case (.roman, 0x7E): text.append(0x203E)
    // Ends of lines are ASCII whatever is chosen; control characters that choose other sets are no text.
    case (.ascii, 0...0x7F), (.roman, 0...0x7F), (_, 0x09...0x0D), (_, 0x20):
      if byte == 0x0E || byte == 0x0F { text.appendFault() } else { text.append(ascii: UInt8(byte)) }
    default: text.appendFault()
    }
  }

  private mutating func escape(
    _ source: UnsafeBufferPointer<UInt8>, at place: inout Int, into text: inout ScalarWriter
  ) {
    let sequence = source[place..<min(place + 3, source.count)].dropFirst().map { Character(Unicode.Scalar($0)) }
    let chosen: CharacterSet?
    switch String(sequence) {
    case "(B": chosen = .ascii
    case "(J": chosen = .roman
    case "(I": chosen = .katakana
    case "$@", "$B": chosen = .jis0208
    default: chosen = nil
    }
    guard let chosen else {
      place += 1
      isBehindEscape = false
      return text.appendFault()
    }
    place += 3
    if isBehindEscape { text.appendFault() }
    isBehindEscape = true
    current = chosen
  }
}
