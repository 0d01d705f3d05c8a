/// A cursor over the scalars of UTF-8 that may have bytes in it that are none.
package struct ScalarCursor {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  /// The offset at which the current scalar starts.
  package private(set) var offset: Int
  /// Nil at the end; U+FFFD for a byte that is not UTF-8, `separator` for the byte FF.
  package private(set) var current: UInt32?

  /// Stands for the byte FF, which parts texts: no scalar, so that nothing takes it for one that could not be read.
  @inlinable package static var separator: UInt32 { 0x11_0000 }

  /// A cursor at an offset where a scalar starts.
  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
    current = nil
    current = scalar(at: offset)
  }

  /// Goes on to the next scalar.
  @inlinable
  package mutating func advance() {
    guard offset < bytes.count else { return }
    move(to: min(bytes.count, offset + UTF8.width(bytes[offset])))
  }

  /// Goes to an offset where a scalar starts.
  @inlinable
  package mutating func move(to offset: Int) {
    self.offset = offset
    current = scalar(at: offset)
  }

  @inlinable
  func scalar(at offset: Int) -> UInt32? {
    guard offset < bytes.count else { return nil }
    let lead = bytes[offset]
    guard lead < 0x80 || (0xC2..<0xF5).contains(lead) else { return lead == 0xFF ? Self.separator : 0xFFFD }
    guard offset + UTF8.width(lead) <= bytes.count else { return 0xFFFD }
    return UTF8.decode(bytes, at: offset).scalar
  }
}
