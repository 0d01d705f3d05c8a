import Resources

/// The folding of each scalar for search. The one table, for queries and for text; the rules that
/// make it stand in the program that does (`Workbench search-tables`).
package struct FoldingTable: Sendable {
  /// The folding of a scalar.
  package enum Fold {
    /// It stays; it stands in words that spaces separate, or does not.
    case itself(isWord: Bool)
    /// It becomes other characters.
    case others(Entry)
    /// It separates words, or nothing where no words are.
    case space
    /// It cannot be seen and is not looked for.
    case nothing
  }

  /// The scalars that replace one, in the program's own data: never empty.
  package struct Entry {
    fileprivate let start: UnsafePointer<UInt8>

    /// UTF-8.
    package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start + 1, count: Int(start[0] & 0x3F)) }
    /// True if its first scalar stands in words.
    package var startsWord: Bool { start[0] & 0x80 != 0 }
    /// True if its last scalar stands in words.
    package var endsWord: Bool { start[0] & 0x40 != 0 }
  }

  private let values: CharacterTrie
  private let pool: EmbeddedBytes

  /// The table that the program holds.
  package init() {
    let file = EmbeddedBytes(start: bl_folding())
    values = CharacterTrie(file.advanced(by: 4))
    pool = file.advanced(by: file.number(at: 0))
  }

  /// The folding of a scalar.
  package subscript(scalar: UInt32) -> Fold {
    // Tags and the variation selectors of hanzi, beyond the table.
    if scalar >= 0xE0000 { return scalar < 0xE1000 ? .nothing : .itself(isWord: false) }
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
