/// Which characters of a page belong together in words, as far as the page itself shows it.
struct PageWords {
  /// The share of a character's occurrences in a pair from which on the two are taken for a word.
  private static let share = 0.3

  let scan: PageScan
  /// The page's pairs, to tell at once what stands nowhere.
  let pairs: PairSet

  /// Whether two characters stand side by side as often as parts of a word do.
  /// - Complexity: linear in the page. It is asked only of the spaces in heads.
  func belongTogether(_ first: UInt32, _ second: UInt32) -> Bool {
    guard pairs.contains(first, second) else { return false }
    var together = 0
    var firsts = 0
    var seconds = 0
    for index in scan.scalars.indices {
      let scalar = scan.scalars[index]
      if scalar == second { seconds += 1 }
      guard scalar == first else { continue }
      firsts += 1
      if index + 1 < scan.scalars.count, scan.scalars[index + 1] == second { together += 1 }
    }
    return together > 1 && Double(together) >= Double(min(firsts, seconds)) * Self.share
  }

  /// How often two characters stand side by side inside a clause and at the start of one, a given place apart.
  /// - Complexity: linear in the page. It is asked only of paragraphs that open with a bare clause.
  func occurrences(_ first: UInt32, _ second: UInt32, apartFrom place: Int) -> (inside: Int, opening: Int) {
    var inside = 0
    var opening = 0
    let hash = pairHash(first, second)
    for index in scan.pairs.indices where scan.pairs[index] == hash && index != place {
      if index > 0, scan.lettering[index - 1] == .hanzi { inside += 1 } else { opening += 1 }
    }
    return (inside, opening)
  }
}
