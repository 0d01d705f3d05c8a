extension [Unicode.Scalar] {
  /// Puts combining marks into canonical order (Unicode, D109).
  mutating func orderMarks() {
    var index = 1
    while index < count {
      let (before, this) = (combiningClass(index - 1), combiningClass(index))
      if this != 0, before > this {
        swapAt(index - 1, index)
        index = Swift.max(1, index - 1)
      } else {
        index += 1
      }
    }
  }

  private func combiningClass(_ index: Int) -> UInt8 { self[index].properties.canonicalCombiningClass.rawValue }

  /// Composes the letters of a Hangul syllable (Unicode, 3.12), as the syllables are in the text.
  mutating func composeHangul() {
    var composed: [Unicode.Scalar] = []
    for scalar in self {
      if let last = composed.last, let syllable = Self.hangul(last.value, scalar.value) {
        composed[composed.count - 1] = syllable
      } else {
        composed.append(scalar)
      }
    }
    self = composed
  }

  private static func hangul(_ left: UInt32, _ right: UInt32) -> Unicode.Scalar? {
    if (0x1100..<0x1113).contains(left), (0x1161..<0x1176).contains(right) {
      return Unicode.Scalar(0xAC00 + ((left - 0x1100) * 21 + right - 0x1161) * 28)
    }
    guard (0xAC00..<0xD7A4).contains(left), (left - 0xAC00) % 28 == 0, (0x11A8..<0x11C3).contains(right) else {
      return nil
    }
    return Unicode.Scalar(left + right - 0x11A7)
  }
}
