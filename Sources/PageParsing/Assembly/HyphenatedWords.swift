import Text

/// The words that a page has with a hyphen inside a line: divided there at a line's end, they keep it.
struct HyphenatedWords {
  private var words: Set<UInt64> = []
  private static let longest = 24
  /// Prefixes that English writes with a hyphen before any word.
  private static let openings: Set<String> = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "self", "ex", "vice", "half", "so",
    "well",
  ]

  private let scan: PageScan

  /// Reads a page, if a line of it ends with a hyphen.
  init(_ scan: PageScan) {
    self.scan = scan
    guard scan.lines.contains(where: { scan.scalars[$0.range.upperBound - 1] == 0x2D }) else { return }
    for line in scan.lines {
      for index in line.range.dropFirst().dropLast() where scan.scalars[index] == 0x2D {
        guard let hash = hash(before: index, behind: index + 1) else { continue }
        words.insert(hash)
      }
    }
  }

  /// True if a hyphen at a line's end belongs to its word.
  /// - Parameters:
  ///   - hyphen: where it stands.
  ///   - next: where the word goes on.
  func keepsHyphen(at hyphen: Int, before next: Int) -> Bool {
    if let hash = hash(before: hyphen, behind: next), words.contains(hash) { return true }
    let first = start(before: hyphen)
    let word = Wording(scan, first..<hyphen).lowercased(first..<hyphen)
    return Self.openings.contains(word)
  }

  private func start(before hyphen: Int) -> Int {
    var start = hyphen
    while start > 0, hyphen - start < Self.longest, scan.lettering[start - 1] == .latin { start -= 1 }
    return start
  }

  /// The letters around a hyphen as one number, capitals or not.
  private func hash(before hyphen: Int, behind next: Int) -> UInt64? {
    let first = start(before: hyphen)
    var end = next
    while end < scan.scalars.count, end - next < Self.longest, scan.lettering[end] == .latin { end += 1 }
    guard first < hyphen, end > next else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func see(_ scalar: UInt32) { hash = (hash ^ UInt64(scalar | 0x20)) &* 0x100_0000_01B3 }
    for index in first..<hyphen { see(scan.scalars[index]) }
    see(0x2D)
    for index in next..<end { see(scan.scalars[index]) }
    return hash
  }
}
