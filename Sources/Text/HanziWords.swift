import Resources

/// The neighbours among hanzi that mostly stand within one word. `Resources/words` has them as a Bloom filter: it knows
/// every pair of its list, takes one in some hundred others for such a pair, and holds no words.
package enum HanziWords {
  /// The bits of the table.
  package static let size = 1 << 19

  /// True if two hanzi, one behind the other, mostly stand within one word; traditional ones count as simplified ones.
  package static func join(_ first: UInt32, _ second: UInt32) -> Bool {
    let bytes = bl_words()!
    return bits(of: first, second).allSatisfy { bytes[$0 >> 3] >> UInt8($0 & 7) & 1 == 1 }
  }

  /// The bits that two hanzi have in the table.
  package static func bits(of first: UInt32, _ second: UInt32) -> [Int] {
    var hash = UInt64(folded(first)) << 32 | UInt64(folded(second))
    return (0..<4).map { _ in
      hash = (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
      return Int(hash >> 40) % size
    }
  }

  private static let folding = FoldingTable()

  private static func folded(_ scalar: UInt32) -> UInt32 {
    guard case .others(let entry) = folding[scalar] else { return scalar }
    return UTF8.decode(entry.bytes, at: 0).scalar
  }
}
