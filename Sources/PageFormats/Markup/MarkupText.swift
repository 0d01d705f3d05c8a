/// Text of a document with its references (`&amp;`, `&#233;`, `&eacute;`) as the characters that they stand for.
///
/// Nothing that a document declares is looked up: a name that neither XML nor HTML knows stays as it is written.
enum MarkupText {
  /// Appends decoded text as part of a line: what breaks lines becomes a space.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at, range.upperBound) {
        append(scalar, to: &text)
        at = end
      } else {
        text.append(byte >= 0x09 && byte <= 0x0D ? 0x20 : byte)
        at += 1
      }
    }
  }

  /// Appends text in which nothing stands for anything else, as part of a line.
  static func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    for byte in bytes[range] { text.append(byte >= 0x09 && byte <= 0x0D ? 0x20 : byte) }
  }

  /// Appends decoded text with runs of white space as one space, and none at the beginning of a line.
  /// - Parameter lineStart: where the line begins in `text`.
  static func appendCollapsed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, lineStart: Int, to text: inout [UInt8]
  ) {
    let start = text.count
    append(bytes, range, to: &text)
    var kept = start
    for at in start..<text.count {
      let byte = text[at]
      if byte == 0x20, kept == lineStart || text[kept - 1] == 0x20 { continue }
      text[kept] = byte
      kept += 1
    }
    text.removeLast(text.count - kept)
  }

  /// The longest name between `&` and `;`, in bytes.
  private static let longestName = 10

  /// The character of a reference, and the end of the reference; nil if it is none that is known.
  static func reference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var end = start + 1
    while end < min(limit, start + 2 + longestName), bytes[end] != UInt8(ascii: ";") {
      let small = bytes[end] | 0x20
      guard small >= 0x61 && small <= 0x7A || bytes[end] >= 0x30 && bytes[end] <= 0x39 || bytes[end] == 0x23 else {
        return nil
      }
      end += 1
    }
    guard end < limit, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    let name = start + 1..<end
    let scalar = bytes[start + 1] == UInt8(ascii: "#") ? numbered(bytes, name.dropFirst()) : named(bytes, name)
    return scalar.map { ($0, end + 1) }
  }

  private static func numbered(_ bytes: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>.SubSequence) -> Unicode.Scalar?
  {
    guard let first = digits.first else { return nil }
    let isHexadecimal = bytes[first] | 0x20 == UInt8(ascii: "x")
    let text = String(decoding: bytes[isHexadecimal ? digits.dropFirst() : digits], as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return nil }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Unicode.Scalar? {
    let name = String(decoding: bytes[name], as: UTF8.self)
    return MarkupEntities.named[name]
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    switch scalar {
    // Ends of printed lines, and spaces that are no letters.
    case "\t"..."\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{A0}": text.append(0x20)
    default: text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
