/// Scalars of valid UTF-8, one after the other.
struct ScalarReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the current scalar starts.
  private(set) var offset: Int
  /// Nil at the end; U+FFFD for a byte that is no UTF-8, U+110000 for a separator of folded texts.
  private(set) var current: UInt32?

  /// Reads from an offset where a scalar starts.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
    current = scalar(at: offset)
  }

  /// Goes on to the next scalar.
  mutating func advance() {
    guard offset < bytes.count else { return }
    move(to: min(bytes.count, offset + UTF8.width(bytes[offset])))
  }

  /// Goes to an offset where a scalar starts.
  mutating func move(to offset: Int) {
    self.offset = offset
    current = scalar(at: offset)
  }

  private func scalar(at offset: Int) -> UInt32? {
    guard offset < bytes.count else { return nil }
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return lead }
    func next(_ distance: Int) -> UInt32 { UInt32(bytes[offset + distance] & 0x3F) }
    let width = UTF8.width(bytes[offset])
    guard offset + width <= bytes.count else { return 0xFFFD }
    switch width {
    case 2: return (lead & 0x1F) << 6 | next(1)
    case 3: return (lead & 0x0F) << 12 | next(1) << 6 | next(2)
    case 4: return (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
    // No scalar, so that nothing takes it for one that could not be read.
    default: return lead == UInt32(FoldedText.separator) ? 0x110000 : 0xFFFD
    }
  }
}

extension UTF8 {
  /// How many bytes a scalar has that starts with a byte; 1 for a byte that starts none.
  static func width(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }
}

/// A scalar in UTF-8.
struct UnicodeScalarBytes: Sequence, IteratorProtocol {
  /// The bytes that are left, the next one lowest.
  private var rest: UInt32
  private var count: Int

  /// The bytes of a scalar value.
  init(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt32 { 0x80 | scalar >> shift & 0x3F }
    switch scalar {
    case 0..<0x80: (rest, count) = (scalar, 1)
    case 0x80..<0x800: (rest, count) = (0xC0 | scalar >> 6 | tail(0) << 8, 2)
    case 0x800..<0x10000: (rest, count) = (0xE0 | scalar >> 12 | tail(6) << 8 | tail(0) << 16, 3)
    default: (rest, count) = (0xF0 | scalar >> 18 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24, 4)
    }
  }

  /// The next byte.
  mutating func next() -> UInt8? {
    guard count > 0 else { return nil }
    defer { (rest, count) = (rest >> 8, count - 1) }
    return UInt8(truncatingIfNeeded: rest)
  }
}

extension [Unicode.Scalar] {
  /// Puts combining marks into canonical order (Unicode, D109).
  mutating func orderMarks() {
    var index = 1
    while index < count {
      let (before, this) = (combiningClass(index - 1), combiningClass(index))
      if this != 0, before > this {
        swapAt(index - 1, index)
        index = Swift.max(1, index - 1)
      } else {
        index += 1
      }
    }
  }

  private func combiningClass(_ index: Int) -> UInt8 { self[index].properties.canonicalCombiningClass.rawValue }

  /// Composes the letters of a Hangul syllable (Unicode, 3.12), as the syllables are in the text.
  mutating func composeHangul() {
    var composed: [Unicode.Scalar] = []
    for scalar in self {
      if let last = composed.last, let syllable = Self.hangul(last.value, scalar.value) {
        composed[composed.count - 1] = syllable
      } else {
        composed.append(scalar)
      }
    }
    self = composed
  }

  private static func hangul(_ left: UInt32, _ right: UInt32) -> Unicode.Scalar? {
    if (0x1100..<0x1113).contains(left), (0x1161..<0x1176).contains(right) {
      return Unicode.Scalar(0xAC00 + ((left - 0x1100) * 21 + right - 0x1161) * 28)
    }
    guard (0xAC00..<0xD7A4).contains(left), (left - 0xAC00) % 28 == 0, (0x11A8..<0x11C3).contains(right) else {
      return nil
    }
    return Unicode.Scalar(left + right - 0x11A7)
  }
}
