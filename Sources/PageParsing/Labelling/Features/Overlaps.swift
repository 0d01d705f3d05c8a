/// Words that a line shares with the text behind and with the text before: a headline's words come again behind it.
///
/// Two windows slide over the page, one before the line and one behind it, and count what stands in them by hashes, so
/// that each character is taken in and let go once.
extension PageReading {
  /// Characters that a window holds at least, where the page has them.
  private static let window = 420
  private static let nearWindow = 90
  /// Characters of a line that are asked for.
  private static let asked = 64

  /// Finds for each line how much more of its pairs and characters the text behind has.
  func addOverlaps(_ codes: inout LineCodes) {
    guard !judged.isEmpty else { return }
    var windows = WindowPair(size: Self.window)
    var near = WindowPair(size: Self.nearWindow)
    var shares = [[Float]](repeating: Array(repeating: 0, count: judged.count), count: 4)
    for line in judged.indices {
      shares[3][line] = windows.cohesion
      windows.move(to: line, judged, scan)
      near.move(to: line, judged, scan)
      let asked = judged[line].line.range.prefix(Self.asked)
      let found = (windows.before.shares(scan, asked), windows.behind.shares(scan, asked))
      shares[0][line] = found.1.pairs - found.0.pairs
      shares[1][line] = found.1.characters - found.0.characters
      shares[2][line] =
        near.behind.shares(scan, asked).characters - near.before.shares(scan, asked).characters
      windows.pass(line, judged, scan)
      near.pass(line, judged, scan)
    }
    set(&codes, .overlap, .overlapRank, shares[0], CodeBounds.share)
    set(&codes, .kinship, .kinshipRank, shares[1], CodeBounds.share)
    set(&codes, .nearKinship, .nearKinshipRank, shares[2], CodeBounds.share)
    set(&codes, .cohesion, .cohesionRank, shares[3], CodeBounds.cohesion)
  }

  /// Writes shares as buckets and as ranks in the page.
  private func set(
    _ codes: inout LineCodes, _ code: LineCode, _ rank: LineCode, _ shares: [Float], _ bounds: [Double]
  ) {
    var below = [Int](repeating: 0, count: 202)
    for share in shares { below[Int((share + 1) * 100) + 1] += 1 }
    for place in 1..<below.count { below[place] += below[place - 1] }
    for (line, share) in shares.enumerated() {
      codes[line, code] = bucket(Double(share), bounds)
      codes[line, rank] = 1 + min(6, below[Int((share + 1) * 100)] * 7 / shares.count)
    }
  }
}

/// The text before a line and the text behind it, each of some number of characters.
private struct WindowPair {
  let size: Int
  var before = TextWindow()
  var behind = TextWindow()
  /// The first line of the window before, and the line past the window behind.
  private var first = 0
  private var last = 0

  init(size: Int) { self.size = size }

  /// Moves the window behind on past a line, which it leaves.
  mutating func move(to line: Int, _ facts: [LineFacts], _ scan: PageScan) {
    if last <= line { last = line + 1 } else { behind.remove(scan, facts[line].line.range) }
    while last < facts.count, behind.count < size {
      behind.insert(scan, facts[last].line.range)
      last += 1
    }
  }

  /// Takes a line into the window before.
  mutating func pass(_ line: Int, _ facts: [LineFacts], _ scan: PageScan) {
    before.insert(scan, facts[line].line.range)
    while first < line, before.count - facts[first].line.range.count >= size {
      before.remove(scan, facts[first].line.range)
      first += 1
    }
  }

  /// The share of the pairs behind that stand before, too, as the windows lie between two lines.
  var cohesion: Float { before.shared(with: behind) }
}

/// The pairs of hanzi and the characters of some lines, counted by hashes.
private struct TextWindow {
  private var pairs = [UInt16](repeating: 0, count: 1 << 12)
  private var characters = [UInt16](repeating: 0, count: 1 << 10)
  /// The number of characters in the window.
  private(set) var count = 0

  mutating func insert(_ scan: PageScan, _ range: Range<Int>) {
    count += range.count
    change(scan, range, by: 1)
  }

  mutating func remove(_ scan: PageScan, _ range: Range<Int>) {
    count -= range.count
    change(scan, range, by: UInt16.max)
  }

  private mutating func change(_ scan: PageScan, _ range: Range<Int>, by step: UInt16) {
    pairs.withUnsafeMutableBufferPointer { pairs in
      characters.withUnsafeMutableBufferPointer { characters in
        // Text beyond a few windows says no more.
        for index in range.prefix(2048) {
          pairs[Int(scan.pairs[index] & 0xFFF)] &+= step
          characters[Int(scan.scalars[index] & 0x3FF)] &+= step
        }
      }
    }
  }

  /// The share of this window's pairs that another has.
  func shared(with other: TextWindow) -> Float {
    var (both, all) = (0, 0)
    for place in 1..<pairs.count where other.pairs[place] != 0 {
      all += 1
      if pairs[place] != 0 { both += 1 }
    }
    return all < 20 ? 0.5 : Float(both) / Float(all)
  }

  /// The shares of a stretch's pairs and of its letters that the window has.
  func shares(_ scan: PageScan, _ range: Range<Int>) -> (pairs: Float, characters: Float) {
    var (shared, all, alike, letters) = (0, 0, 0, 0)
    pairs.withUnsafeBufferPointer { pairs in
      characters.withUnsafeBufferPointer { characters in
        for index in range {
          let pair = scan.pairs[index]
          if pair != 0 {
            all += 1
            if pairs[Int(pair & 0xFFF)] != 0 { shared += 1 }
          }
          if scan.lettering[index].isLetter {
            letters += 1
            if characters[Int(scan.scalars[index] & 0x3FF)] != 0 { alike += 1 }
          }
        }
      }
    }
    return (all == 0 ? 0 : Float(shared) / Float(all), letters == 0 ? 0 : Float(alike) / Float(letters))
  }
}
