/// A word of Latin letters as a number: its first sixteen, in lower case, those beyond ASCII as question marks.
struct LatinKey: Equatable, Sendable, ExpressibleByStringLiteral {
  static let longest = 16

  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var count = 0

  init() {}

  init(stringLiteral text: StaticString) {
    text.withUTF8Buffer { $0.forEach { append(UInt32($0)) } }
  }

  mutating func append(_ scalar: UInt32) {
    guard count < Self.longest else { return }
    let letter = scalar < 0x80 ? UInt64(scalar | 0x20) : 0x3F
    if count < 8 { low |= letter << UInt64(8 * count) } else { high |= letter << UInt64(8 * (count - 8)) }
    count += 1
  }

  /// True if another word begins with this one.
  func begins(_ other: LatinKey) -> Bool {
    if count >= 8 { return low == other.low && (high ^ other.high) & Self.mask(count - 8) == 0 }
    return (low ^ other.low) & Self.mask(count) == 0
  }

  private static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : 1 << UInt64(8 * count) - 1 }

  /// A bit for the first letter.
  fileprivate var first: UInt32 { Self.bit(UInt32(truncatingIfNeeded: low & 0xFF)) }

  fileprivate static func bit(_ scalar: UInt32) -> UInt32 { 1 << (scalar & 0x1F) }
}

/// Some words in lower case. Hardly a word begins as one of them does, which a bit tells.
struct LatinKeys: Sendable, ExpressibleByArrayLiteral {
  private let keys: [LatinKey]
  private let firsts: UInt32

  init(arrayLiteral keys: LatinKey...) {
    self.keys = keys
    firsts = keys.reduce(0) { $0 | $1.first }
  }

  /// False if none of the words begins with a letter.
  func mayStart(with scalar: UInt32) -> Bool { scalar >= 0x80 || firsts & LatinKey.bit(scalar) != 0 }

  func contains(_ key: LatinKey) -> Bool { firsts & key.first != 0 && keys.contains(key) }

  /// The place of a word among these.
  func firstIndex(of key: LatinKey) -> Int? { keys.firstIndex(of: key) }

  /// The place of the first of these that begins with a word.
  func firstIndex(startingWith key: LatinKey) -> Int? { keys.firstIndex { key.begins($0) } }
}
