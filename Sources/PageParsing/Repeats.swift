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
    var sketches: [UInt64: Int] = [:]
    for (index, line) in facts.enumerated() where line.letterCount >= Self.leastLetters {
      if let first = seen[line.fingerprint], facts[first].letterCount == line.letterCount {
        original[index] = first
        continue
      }
      seen[line.fingerprint] = index
      guard line.letterCount >= Self.leastLettersIfAlike else { continue }
      let sketch = Sketch(scan, line.line.range)
      if let first = sketch.hashes.lazy.compactMap({ sketches[$0] }).first(where: {
        Self.areAlike(scan, facts[$0], line)
      }) {
        original[index] = first
      } else {
        for hash in sketch.hashes where sketches[hash] == nil { sketches[hash] = index }
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

/// The least hashes of a line's pairs of letters under a few functions: lines that are alike are likely to share one.
private struct Sketch {
  private static let factors: [UInt32] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F]

  private(set) var hashes: [UInt64]

  init(_ scan: PageScan, _ range: Range<Int>) {
    var least = (UInt32.max, UInt32.max, UInt32.max, UInt32.max)
    for index in range where scan.pairs[index] != 0 {
      let pair = UInt32(scan.pairs[index])
      least.0 = min(least.0, pair &* Self.factors[0])
      least.1 = min(least.1, pair &* Self.factors[1])
      least.2 = min(least.2, pair &* Self.factors[2])
      least.3 = min(least.3, pair &* Self.factors[3])
    }
    hashes = [least.0, least.1, least.2, least.3].enumerated().map { UInt64($0) << 32 | UInt64($1) }
  }
}
