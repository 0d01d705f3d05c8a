import Resources

/// What each scalar becomes when text is folded for search. The one table, for queries and for text; the rules that
/// make it stand in the program that does (`Workbench search-tables`).
struct FoldingTable: Sendable {
  /// What a scalar becomes.
  enum Fold {
    /// It stays; it stands in words that spaces separate, or does not.
    case itself(isWord: Bool)
    /// It becomes other characters.
    case others(Entry)
    /// It separates words, or nothing where no words are.
    case space
    /// It cannot be seen and is not looked for.
    case nothing
  }

  /// What a scalar becomes, in the program's own data: never empty.
  struct Entry {
    fileprivate let start: UnsafePointer<UInt8>

    /// UTF-8.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start + 1, count: Int(start[0] & 0x3F)) }
    /// Whether its first scalar stands in words.
    var startsWord: Bool { start[0] & 0x80 != 0 }
    /// Whether its last scalar stands in words.
    var endsWord: Bool { start[0] & 0x40 != 0 }
  }

  private let values: CharacterTrie
  private let pool: EmbeddedBytes

  /// The table that the program holds.
  init() {
    let file = EmbeddedBytes(start: bl_folding())
    values = CharacterTrie(file.advanced(by: 4))
    pool = file.advanced(by: file.number(at: 0))
  }

  /// What a scalar becomes.
  subscript(scalar: UInt32) -> Fold {
    let value = values[scalar]
    switch value {
    case 0: return .itself(isWord: false)
    case 1: return .itself(isWord: true)
    case 2: return .space
    case 3: return .nothing
    default: return .others(Entry(start: pool.start + (Int(value) - 4) * 4))
    }
  }
}

/// Bytes of a file that is in the program itself: they never change and never go away.
struct EmbeddedBytes: @unchecked Sendable {
  let start: UnsafePointer<UInt8>

  func advanced(by count: Int) -> EmbeddedBytes { EmbeddedBytes(start: start + count) }

  /// 32 bits at an offset that four divides, least byte first.
  func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: UnsafeRawPointer(start).load(fromByteOffset: offset, as: UInt32.self)))
  }

  /// 16 bits at an even offset, least byte first.
  func shortNumber(at offset: Int) -> UInt16 {
    UInt16(littleEndian: UnsafeRawPointer(start).load(fromByteOffset: offset, as: UInt16.self))
  }
}

/// 16-bit values by scalar, in blocks of 64 scalars; 0 from U+40000 on.
struct CharacterTrie: Sendable {
  private let file: EmbeddedBytes

  /// A trie in a file.
  init(_ file: EmbeddedBytes) { self.file = file }

  /// A scalar's value.
  subscript(scalar: UInt32) -> UInt16 {
    guard scalar < 0x40000 else { return 0 }
    let block = Int(file.shortNumber(at: Int(scalar >> 6) * 2))
    return file.shortNumber(at: 4096 * 2 + block * 128 + Int(scalar & 63) * 2)
  }
}
