/// Which characters of a page belong together in words, as far as the page itself shows it.
struct PageWords {
  /// The share of a character's occurrences in a pair from which on the two are taken for a word.
  private static let share = 0.3

  private let pairs: LetterPairs
  private let letters: LetterPairs

  init(_ scan: PageScan, pairs: LetterPairs) {
    self.pairs = pairs
    var letters = LetterPairs(room: .page)
    for line in scan.lines { letters.insertEach(scan, line.range) }
    self.letters = letters
  }

  /// Whether two characters stand side by side as often as parts of a word do.
  func belongTogether(_ first: UInt32, _ second: UInt32) -> Bool {
    let together = Double(pairs.count(first, second))
    let rarer = Double(min(letters.count(first, 0), letters.count(second, 0)))
    return together > 1 && together >= rarer * Self.share
  }
}
