/// Bytes of a file that is in the program itself: they never change and never go away.
package struct EmbeddedBytes: @unchecked Sendable {
  /// The first byte.
  package let start: UnsafePointer<UInt8>

  /// The bytes from an address on.
  package init(start: UnsafePointer<UInt8>) { self.start = start }

  /// The bytes behind the first few.
  package func advanced(by count: Int) -> EmbeddedBytes { EmbeddedBytes(start: start + count) }

  /// 32 bits at an offset that four divides, least byte first.
  package func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: UnsafeRawPointer(start).load(fromByteOffset: offset, as: UInt32.self)))
  }

  /// 16 bits at an even offset, least byte first.
  package func shortNumber(at offset: Int) -> UInt16 {
    UInt16(littleEndian: UnsafeRawPointer(start).load(fromByteOffset: offset, as: UInt16.self))
  }
}

/// 16-bit values by scalar, in blocks of 64 scalars; 0 from U+40000 on.
package struct CharacterTrie: Sendable {
  private let file: EmbeddedBytes

  /// A trie in a file.
  package init(_ file: EmbeddedBytes) { self.file = file }

  /// A scalar's value.
  package subscript(scalar: UInt32) -> UInt16 {
    guard scalar < 0x40000 else { return 0 }
    let block = Int(file.shortNumber(at: Int(scalar >> 6) * 2))
    return file.shortNumber(at: 4096 * 2 + block * 128 + Int(scalar & 63) * 2)
  }
}
