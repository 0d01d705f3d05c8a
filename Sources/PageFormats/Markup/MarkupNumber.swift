/// Decimal numbers in the bytes of a document: `-12`, `3.50`, without exponents.
enum MarkupNumber {
  /// The first number in a stretch.
  static func first(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Float? {
    var at = range.lowerBound
    return next(bytes, &at, range.upperBound)
  }

  /// All numbers in a stretch, at most so many.
  static func all(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, atMost count: Int) -> [Float] {
    var numbers: [Float] = []
    var at = range.lowerBound
    while numbers.count < count, let number = next(bytes, &at, range.upperBound) { numbers.append(number) }
    return numbers
  }

  /// The next number, and where it ends.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int) -> Float? {
    while at < end, !isDigit(bytes[at]) { at += 1 }
    guard at < end else { return nil }
    let isNegative = at > 0 && bytes[at - 1] == UInt8(ascii: "-")
    var value = 0.0
    while at < end, isDigit(bytes[at]) {
      value = value * 10 + Double(bytes[at] - 0x30)
      at += 1
    }
    if at + 1 < end, bytes[at] == UInt8(ascii: "."), isDigit(bytes[at + 1]) {
      at += 1
      var share = 0.1
      while at < end, isDigit(bytes[at]) {
        value += Double(bytes[at] - 0x30) * share
        share /= 10
        at += 1
      }
    }
    guard value < Double(largest) else { return largest }
    return Float(isNegative ? -value : value)
  }

  /// No page is as large, in any unit; sums of such numbers are finite.
  private static let largest: Float = 1e9

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
