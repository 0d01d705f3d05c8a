import Text

/// The ends at which an occurrence must not lie within a word, in scripts whose words spaces part.
struct WordEdges: Sendable, Equatable {
  /// No letter may stand before.
  var start = false
  /// No letter may stand behind.
  var end = false

  /// An occurrence may lie anywhere.
  static let none = WordEdges()

  /// The edges of a text that is looked for as whole words; none for one without letters of such a script.
  /// - Parameter folded: UTF-8.
  init(of folded: [UInt8]) {
    let scalars = String(decoding: folded, as: UTF8.self).unicodeScalars.map(\.value)
    guard scalars.contains(where: { Self.isLetter($0) && !Self.isDigit($0) }) else { return }
    start = scalars.first.map(Self.isLetter) ?? false
    end = scalars.last.map(Self.isLetter) ?? false
  }

  private init() {}

  /// The edges without some others.
  func without(_ other: WordEdges) -> WordEdges {
    var edges = self
    (edges.start, edges.end) = (start && !other.start, end && !other.end)
    return edges
  }

  /// True if an occurrence has them.
  func hold(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound)
    if start, Self.goesOn(bytes.scalar(before: first), beside: bytes.scalar(at: first)) { return false }
    return !end || !Self.goesOn(bytes.scalar(at: last), beside: bytes.scalar(before: last))
  }

  /// True if a word goes on outside of an occurrence. Letters and digits beside each other are words of their own: 5km
  /// has `km`.
  private static func goesOn(_ outside: UInt32?, beside inside: UInt32?) -> Bool {
    guard let outside, isLetter(outside) else { return false }
    guard let inside, isLetter(inside) else { return true }
    return isDigit(outside) == isDigit(inside)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// True for a folded letter or digit of a script that parts its words.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: return true
    case ..<0x80, 0xE00...0x109F, 0x1380...0x1DFF, 0x2000...: return false
    default: return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at an offset of UTF-8; nil at the end and for what is none.
  fileprivate func scalar(at offset: Int) -> UInt32? {
    offset < count ? ScalarCursor(self, from: offset).current : nil
  }

  /// The scalar that ends at an offset.
  fileprivate func scalar(before offset: Int) -> UInt32? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}
