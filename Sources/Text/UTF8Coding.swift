extension UTF8 {
  /// The number of bytes of a scalar that starts with a byte; 1 for a byte that starts none.
  @inlinable
  package static func width(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }

  /// Decodes the scalar that starts at an offset of valid UTF-8.
  @inlinable
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[offset + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(bytes[offset + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
  }

  /// The UTF-8 of a scalar value.
  package static func bytes(of scalar: UInt32) -> ScalarBytes { ScalarBytes(scalar) }

  /// The number of bytes of a scalar value.
  @inlinable
  package static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}

/// The bytes of a scalar in UTF-8.
package struct ScalarBytes: Sequence, IteratorProtocol {
  /// The bytes that are left, the next one lowest.
  private var rest: UInt32
  private var count: Int

  fileprivate init(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt32 { 0x80 | scalar >> shift & 0x3F }
    count = UTF8.length(of: scalar)
    switch count {
    case 1: rest = scalar
    case 2: rest = 0xC0 | scalar >> 6 | tail(0) << 8
    case 3: rest = 0xE0 | scalar >> 12 | tail(6) << 8 | tail(0) << 16
    default: rest = 0xF0 | scalar >> 18 | tail(12) << 8 | tail(6) << 16 | tail(0) << 24
    }
  }

  /// The next byte.
  package mutating func next() -> UInt8? {
    guard count > 0 else { return nil }
    defer { (rest, count) = (rest >> 8, count - 1) }
    return UInt8(truncatingIfNeeded: rest)
  }
}
