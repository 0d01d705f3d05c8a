/// Pairs of neighbouring hanzi, kept as bits under their hash: a set never forgets a pair, and a page's worth of them
/// is wrong about one in twenty-five that it has not seen, which evidence that adds up can bear.
struct PairSet {
  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  /// True if nothing was added.
  private(set) var isEmpty = true

  /// Forgets the pairs of all stretches that were added, which are fewer than the places for pairs.
  mutating func remove(_ scan: PageScan, _ ranges: some Sequence<Range<Int>>) {
    bits.withUnsafeMutableBufferPointer { bits in
      for range in ranges {
        for pair in scan.pairs.buffer[range] { bits[Int(pair >> 6)] = 0 }
      }
    }
    isEmpty = true
  }

  /// Adds the pairs of a stretch.
  mutating func insert(_ scan: PageScan, _ range: Range<Int>) {
    guard range.count > 1, scan.hasPairs else { return }
    // Asking before each bit whether the set is shared took longer than setting it. No pair's place is past the last.
    bits.withUnsafeMutableBufferPointer { bits in
      for pair in scan.pairs.buffer[range.dropLast()] { bits[Int(pair >> 6)] |= 1 &<< UInt64(pair & 63) }
    }
    isEmpty = false
  }

  /// Adds the pair that begins at a place.
  mutating func insert(_ scan: PageScan, at index: Int) {
    let pair = scan.pairs[index]
    bits[Int(pair >> 6)] |= 1 &<< UInt64(pair & 63)
    isEmpty = false
  }

  /// True if two hanzi were added as a pair.
  func contains(_ first: UInt32, _ second: UInt32) -> Bool { contains(pairHash(first, second)) }

  /// The number of a stretch's pairs that were added, and of all its pairs.
  func shared(_ scan: PageScan, _ range: Range<Int>) -> (shared: Int, all: Int) {
    var shared = 0
    var all = 0
    guard scan.hasPairs else { return (0, 0) }
    bits.withUnsafeBufferPointer { bits in
      for pair in scan.pairs.buffer[range.dropLast()] {
        // No branch: a processor would often guess it wrong.
        let one = pair == 0 ? 0 : 1
        all &+= one
        shared &+= Int(truncatingIfNeeded: bits[Int(pair >> 6)] &>> UInt64(pair & 63)) & one
      }
    }
    return (shared, all)
  }

  private func contains(_ pair: UInt16) -> Bool {
    bits[Int(pair >> 6)] & 1 &<< UInt64(pair & 63) != 0
  }
}
