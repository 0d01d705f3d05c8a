/// The characters at the edges of short lines, by hashes into a bounded number of rows.
enum EdgeFeatures {
  private static let widest = 64
  private static let single = 512
  private static let double = 1024

  /// The number of rows.
  static var count: Int { 2 * single + 3 * double }

  /// Calls a function with the rows of a line's edges.
  @inline(__always)
  static func forEachRow(of facts: LineFacts, _ scan: PageScan, from first: Int, _ body: (Int) -> Void) {
    let (range, scalars) = (facts.line.range, scan.scalars)
    guard range.count > 1 else { return }
    let start = range.lowerBound
    let opening = hash(scalars[start], scalars[start + 1]) % double
    if facts.width > widest { return body(first + 2 * single + 2 * double + opening) }
    let last = range.upperBound - 1
    body(first + hash(scalars[start], 0) % single)
    body(first + single + hash(scalars[last], 0) % single)
    body(first + 2 * single + opening)
    body(first + 2 * single + double + hash(scalars[last - 1], scalars[last]) % double)
  }

  private static func hash(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B) >> 15)
  }
}
