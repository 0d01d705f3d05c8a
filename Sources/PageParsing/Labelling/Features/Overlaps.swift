import Text

/// Words that a line shares with the text behind and with the text before: a headline's words come again behind it.
///
/// Two windows slide over the page, one before the line and one behind it, and count what stands in them by hashes, so
/// that each character is taken in and let go once.
extension PageReading {
  /// Characters that the windows hold at least, where the page has them: for pairs, and for single characters, which
  /// come again sooner by chance.
  private static let wide = 420
  private static let narrow = 90
  /// Characters of a line that are asked for.
  private static let asked = 64

  /// Finds for each line how much more of its pairs and characters the text behind has.
  func addOverlaps(_ codes: inout LineCodes) {
    guard !judged.isEmpty else { return }
    var pairs = WindowPair(PairHashes(pairs: scan.pairs), size: Self.wide)
    var letters = WindowPair(LetterHashes(scalars: scan.scalars, lettering: scan.lettering), size: Self.narrow)
    var shares = (pairs: [Float](), letters: [Float]())
    for line in judged.indices {
      let asked = judged[line].line.range.prefix(Self.asked)
      shares.pairs.append(pairs.lead(of: asked, at: line, judged))
      shares.letters.append(letters.lead(of: asked, at: line, judged))
    }
    set(&codes, .overlap, .overlapRank, shares.pairs)
    set(&codes, .kinship, .kinshipRank, shares.letters)
  }

  /// Writes shares as buckets and as ranks in the page.
  private func set(_ codes: inout LineCodes, _ code: LineCode, _ rank: LineCode, _ shares: [Float]) {
    var below = [Int](repeating: 0, count: 202)
    for share in shares { below[Int((share + 1) * 100) + 1] += 1 }
    for place in 1..<below.count { below[place] += below[place - 1] }
    for (line, share) in shares.enumerated() {
      codes[line, code] = bucket(Double(share), CodeBounds.share)
      codes[line, rank] = 1 + min(6, below[Int((share + 1) * 100)] * 7 / shares.count)
    }
  }
}

/// Small hashes of what stands at the places of a page; 0 for what does not count.
private protocol PlaceHashes {
  func hash(_ place: Int) -> Int
}

private struct PairHashes: PlaceHashes {
  let pairs: Row<UInt16>

  @inline(__always)
  func hash(_ place: Int) -> Int { Int(pairs[place] & 0xFFF) }
}

private struct LetterHashes: PlaceHashes {
  let scalars: Row<UInt32>
  let lettering: Row<CharacterClass>

  @inline(__always)
  func hash(_ place: Int) -> Int { lettering[place].isLetter ? Int(scalars[place] & 0xFFF) | 1 : 0 }
}

/// The text before a line and the text behind it, each of some number of characters, counted by hashes.
private struct WindowPair<Hashes: PlaceHashes> {
  /// Text beyond a few windows says no more.
  private static var mostOfLine: Int { 2048 }

  private let size: Int
  private let hashes: Hashes
  private var before = [UInt16](repeating: 0, count: 1 << 12)
  private var behind = [UInt16](repeating: 0, count: 1 << 12)
  private var countBefore = 0
  private var countBehind = 0
  /// The first line of the window before, and the line past the window behind.
  private var first = 0
  private var last = 0

  init(_ hashes: Hashes, size: Int) { (self.hashes, self.size) = (hashes, size) }

  /// The share of a line's beginning that the text behind has, less the share that the text before has. Lines are asked
  /// for in their order.
  mutating func lead(of asked: Range<Int>, at line: Int, _ facts: [LineFacts]) -> Float {
    let range = facts[line].line.range
    if last <= line {
      last = line + 1
    } else {
      change(&behind, range, by: UInt16.max)
      countBehind -= range.count
    }
    while last < facts.count, countBehind < size {
      change(&behind, facts[last].line.range, by: 1)
      countBehind += facts[last].line.range.count
      last += 1
    }
    let lead = lead(of: asked)
    change(&before, range, by: 1)
    countBefore += range.count
    while first < line, countBefore - facts[first].line.range.count >= size {
      change(&before, facts[first].line.range, by: UInt16.max)
      countBefore -= facts[first].line.range.count
      first += 1
    }
    return lead
  }

  private func change(_ counts: inout [UInt16], _ range: Range<Int>, by step: UInt16) {
    counts.withUnsafeMutableBufferPointer { counts in
      for index in range.prefix(Self.mostOfLine) { counts[hashes.hash(index)] &+= step }
    }
  }

  private func lead(of asked: Range<Int>) -> Float {
    var (lead, all) = (0, 0)
    before.withUnsafeBufferPointer { before in
      behind.withUnsafeBufferPointer { behind in
        for index in asked {
          let place = hashes.hash(index)
          guard place != 0 else { continue }
          all += 1
          lead += (behind[place] == 0 ? 0 : 1) - (before[place] == 0 ? 0 : 1)
        }
      }
    }
    return all == 0 ? 0 : Float(lead) / Float(all)
  }
}
