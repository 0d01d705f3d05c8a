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
    guard scalars.contains(where: { Self.isLetter($0) && !(0x30...0x39).contains($0) }) else { return }
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
    if start, range.lowerBound > 0 {
      var place = range.lowerBound - 1
      while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
      if let before = ScalarCursor(bytes, from: place).current, Self.isLetter(before) { return false }
    }
    guard end, range.upperBound < bytes.count else { return true }
    return !(ScalarCursor(bytes, from: range.upperBound).current.map(Self.isLetter) ?? false)
  }

  /// True for a folded letter or digit of a script that parts its words.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A: return true
    case ..<0x80, 0xE00...0x109F, 0x1380...0x1DFF, 0x2000...: return false
    default: return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
    }
  }
}
