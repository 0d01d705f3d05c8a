import Text

/// The scalars that a match can begin with. For a long text they are a bit for each hanzi, which passes over it several
/// times as fast.
struct Beginnings: Sendable {
  /// Of the hanzi from U+4E00 to U+9FFF, 64 a word; none for a short text.
  private var hanzi: [UInt64] = []
  /// A stricter filter of the places where matches begin, for much text.
  private var filter: PinyinFilter?
  /// All places where matches may begin, in order, where these are known.
  private var places: [UInt32]?
  private let canBegin: @Sendable (UInt32) -> Bool

  /// The scalars for which something is true.
  /// - Parameter length: how many bytes will be passed over.
  init(forTextOf length: Int, where canBegin: @escaping @Sendable (UInt32) -> Bool) {
    self.canBegin = canBegin
    // The bits cost as much as looking at some 20,000 hanzi.
    guard length > 1 << 17 else { return }
    hanzi = [UInt64](repeating: 0, count: 0x5200 / 64)
    for scalar in UInt32(0x4E00)..<0xA000 where canBegin(scalar) {
      let bit = Int(scalar - 0x4E00)
      hanzi[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Those of a pattern, for so much text that more can be found out about it.
  init(of pattern: PinyinPattern) {
    filter = PinyinFilter(pattern)
    canBegin = { _ in true }
  }

  /// Those that stand at some places, given in order.
  init(at places: [UInt32]) {
    self.places = places
    canBegin = { _ in true }
  }

  /// The offset of the first of them from an offset on, at which a scalar starts; nil where there is none.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    if let places {
      let next = places.partitioningIndex { Int($0) >= start }
      return next < places.count ? Int(places[next]) : nil
    }
    if let filter { return filter.next(in: bytes, from: start) }
    return hanzi.withUnsafeBufferPointer { hanzi in
      var offset = start
      while offset < bytes.count {
        let lead = bytes[offset]
        if lead & 0xF0 == 0xE0, lead != 0xE0, offset + 2 < bytes.count {
          let tail = UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
          let scalar = UInt32(lead & 0x0F) << 12 | tail
          let bit = Int(scalar) - 0x4E00
          let isOne =
            bit >= 0 && bit < hanzi.count * 64 ? hanzi[bit >> 6] >> UInt64(bit & 63) & 1 == 1 : canBegin(scalar)
          if isOne { return offset }
          offset += 3
        } else {
          if let scalar = ScalarCursor(bytes, from: offset).current, canBegin(scalar) { return offset }
          offset += UTF8.width(lead)
        }
      }
      return nil
    }
  }
}
