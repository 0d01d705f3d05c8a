import Text

/// The hanzi that stay as they are when text is folded, and stand in no words that spaces separate: most of a Chinese
/// text. A bit for each from U+4000 to U+9FFF, which the nearest memory of a processor holds beside all else; the whole
/// table it does not.
struct UnfoldedHanzi: Sendable {
  static let all = UnfoldedHanzi()

  private static let first: UInt32 = 0x4000
  private var bits = [UInt64](repeating: 0, count: 0x6000 / 64)

  private init() {
    let table = FoldingTable()
    for scalar in Self.first..<0xA000 {
      guard case .itself(isWord: false) = table[scalar] else { continue }
      let place = Int(scalar - Self.first)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// The end of the run of hanzi of this kind that starts at an offset of valid UTF-8.
  func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bits.withUnsafeBufferPointer { bits in
      var end = start
      while end &+ 3 <= bytes.count, (0xE4...0xE9).contains(bytes[end]) {
        // The lead byte says which 4,096 they are of, so that no place is past the last bit.
        let word = Int(bytes[end] &- 0xE4) &<< 6 | Int(bytes[end &+ 1] & 0x3F)
        guard bits[word] &>> UInt64(bytes[end &+ 2]) & 1 == 1 else { break }
        end &+= 3
      }
      return end
    }
  }
}
