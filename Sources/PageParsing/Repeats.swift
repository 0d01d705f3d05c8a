/// What a page has twice: found before roles are, so that a repeat does not part what belongs together.
///
/// A line is a repeat if it has the letters of an earlier one, or, being long, nearly all of its pairs of letters: machines
/// do not misread the same text twice in the same way. Candidates are found by min-hashes (Broder 1997).
struct Repeats {
  /// For each line that says again what an earlier one says, the index of that one.
  private(set) var original: [Int: Int] = [:]

  /// Shorter lines come again by chance, or on purpose: 图片新闻.
  private static let leastLetters = 8
  /// Shorter lines may be alike and yet say something else, as the lines of a list do.
  private static let leastLettersIfAlike = 40
  /// The share of either line's pairs that the other has.
  private static let leastShare = 0.85

  init(_ scan: PageScan, _ facts: [LineFacts]) {
    var seen: [UInt64: Int] = [:]
    var alike: [Sketch.Part: Int] = [:]
    for (index, line) in facts.enumerated() where line.letterCount >= Self.leastLetters {
      if let first = seen[line.fingerprint], facts[first].letterCount == line.letterCount {
        original[index] = first
        continue
      }
      seen[line.fingerprint] = index
      guard line.letterCount >= Self.leastLettersIfAlike else { continue }
      let parts = Sketch(scan, line.line.range).parts
      if let first = parts.lazy.compactMap({ alike[$0] }).first(where: { Self.areAlike(scan, facts[$0], line) }) {
        original[index] = first
      } else {
        for part in parts where alike[part] == nil { alike[part] = index }
      }
    }
  }

  private static func areAlike(_ scan: PageScan, _ first: LineFacts, _ second: LineFacts) -> Bool {
    share(scan, of: first, in: second) >= leastShare && share(scan, of: second, in: first) >= leastShare
  }

  private static func share(_ scan: PageScan, of line: LineFacts, in other: LineFacts) -> Double {
    var pairs = PairSet()
    pairs.insert(scan, other.line.range)
    let found = pairs.shared(scan, line.line.range)
    return found.all == 0 ? 0 : Double(found.shared) / Double(found.all)
  }
}

/// The least hashes of a line's pairs of letters under two functions: lines that are alike are likely to share one.
private struct Sketch {
  /// A least hash and the function that gave it.
  struct Part: Hashable {
    var function: UInt8
    var hash: UInt16
  }

  private(set) var parts: [Part]

  init(_ scan: PageScan, _ range: Range<Int>) {
    var first = UInt16.max
    var second = UInt16.max
    for index in range.dropLast() where scan.pairs[index] != 0 {
      first = min(first, scan.pairs[index] &* 0x9E3B)
      second = min(second, scan.pairs[index] &* 0xC2B3)
    }
    parts = [Part(function: 0, hash: first), Part(function: 1, hash: second)]
  }
}
