import CSystem

/// The characters that can stand first, second … in what a pinyin pattern finds. For much text: it passes over gigabytes,
/// and what it lets through is still to be looked at.
final class PinyinFilter: Sendable {
  /// By scalar up to U+FFFF: bit n says that it can be the character n.
  private let classes: [UInt8]
  /// All matches have at least so many characters, as far as that is known.
  private let count: Int

  /// As many characters are looked at.
  private static let most = 4

  /// - Complexity: some milliseconds.
  init(_ pattern: PinyinPattern) {
    let table = ReadingsTable()
    var classes = [UInt8](repeating: 0, count: 0x10000)
    let scalars = (UInt32(0x80)..<0x10000).filter { table[$0] != nil } + pattern.scalars.filter { $0 < 0x10000 }
    // Bit n: what has been passed can stand for the first n elements.
    var states: UInt64 = 1
    var count = 0
    while count < Self.most, states & pattern.whole == 0 {
      var next: UInt64 = 0
      for scalar in scalars {
        let reached = pattern.step(states, scalar, table)
        if reached != 0 { classes[Int(scalar)] |= 1 << UInt8(count) }
        next |= reached
      }
      (states, count) = (next, count + 1)
    }
    self.classes = classes
    self.count = count
  }

  /// The first offset, from one on at which a character starts, where a match may begin; nil where there is none.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let place = bl_find_classes(bytes.baseAddress, bytes.count, start, classes, UInt32(count))
    return place < bytes.count ? place : nil
  }
}
