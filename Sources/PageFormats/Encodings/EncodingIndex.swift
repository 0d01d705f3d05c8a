import Resources

/// An index of the Encoding Standard: which code point each pointer has.
///
/// The indexes stand one after the other in `Resources/encodings`, which `Workbench encoding-tables` makes of the
/// Standard's files: arrays of 16-bit numbers, the low byte first, 0 where a pointer has no code point.
package struct EncodingIndex {
  private let codes: UnsafePointer<UInt16>
  private let count: Int

  /// Names of the Standard's files and numbers of 16-bit entries, in the order of the tables.
  package static let parts: [(name: String, count: Int)] =
    PageEncoding.singleByte.map { ($0.rawValue.lowercased(), 128) } + [
      ("gb18030", 23_940), ("gb18030-ranges", 412), ("big5", big5Length + (big5Length + 15) / 16), ("jis0208", 11_104),
      ("jis0212", 8_836), ("euc-kr", 23_750),
    ]
  /// Pointers of Big5. Bits follow its code points, one for each pointer, set where 0x20000 is to be added.
  package static let big5Length = 19_782

  /// The index of a name.
  init(_ name: String) {
    let number = Self.parts.firstIndex { $0.name == name } ?? 0
    let start = Self.parts[..<number].reduce(0) { $0 + $1.count }
    codes = UnsafeRawPointer(bl_encodings()).assumingMemoryBound(to: UInt16.self) + start
    count = Self.parts[number].count
  }

  /// The entry of a pointer that the index is known to have.
  @inline(__always)
  func code(_ pointer: Int) -> UInt32 { UInt32(UInt16(littleEndian: codes[pointer])) }

  /// The entry of a pointer; 0 for one that the index does not have.
  subscript(pointer: Int) -> UInt32 {
    pointer >= 0 && pointer < count ? code(pointer) : 0
  }
}
