import Text

/// Words that a line shares with the text behind and with the text before: a headline's words come again behind it.
extension PageReading {
  /// Characters that the text on either side of a line holds at least, where the page has them: for pairs, and for
  /// single characters, which come again sooner by chance.
  private static let wide = 420
  private static let narrow = 90

  /// Finds for each line how much more of its pairs and characters the text behind has.
  func addOverlaps(_ codes: inout LineCodes) {
    guard !judged.isEmpty else { return }
    let (scalars, lettering) = (scan.scalars.buffer, scan.lettering.buffer)
    let windows = TextWindows(lines: judged.map(\.line.range), count: scalars.count)
    set(
      &codes, .overlap, .overlapRank,
      scan.hasPairs
        ? windows.leads(scan.pairs.buffer, size: Self.wide) : [Float](repeating: 0, count: judged.count))
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: scalars.count) { letters in
      // No letter is asked for whether it is one: a processor would often guess that wrong.
      for place in scalars.indices {
        let isOther: UInt16 = lettering[place].isLetter ? 0 : 1
        letters[place] = (UInt16(truncatingIfNeeded: scalars[place]) | 1) & (isOther &- 1)
      }
      set(&codes, .kinship, .kinshipRank, windows.leads(UnsafeBufferPointer(letters), size: Self.narrow))
    }
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

/// The text before each line and the text behind it, each of whole lines that have some number of characters together.
///
/// A hash of a line stands in the text before it if the last place at which it stood lies in that text; so the page is
/// read forward once, and backward once for the text behind, and each place is written once a way. No step depends on
/// what the one before found, as a processor would guess that wrong half of the time.
private struct TextWindows {
  /// The bits of a hash; 0 for what does not count.
  private static let mask: UInt16 = 0xFFF
  /// Characters of a line that are asked for.
  private static let asked = 64
  /// Characters of a line that count: text beyond a few windows says no more.
  private static let mostOfLine = 2048

  /// The sign of a difference, which takes no branch. Places are less than two to the power of 30 apart.
  @inline(__always)
  private func one(if value: Int32, isMoreThan other: Int32) -> Int32 {
    Int32(bitPattern: UInt32(bitPattern: other &- value) &>> 31)
  }

  let lines: [Range<Int>]
  /// The number of characters of the page.
  let count: Int

  /// For each line, the share of its beginning that the text behind has, less the share that the text before has.
  /// - Parameters:
  ///   - hashes: for each place, a hash of what stands there.
  ///   - size: the characters that the text on either side has at least.
  func leads(_ hashes: UnsafeBufferPointer<UInt16>, size: Int) -> [Float] {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Int(Self.mask) + 1) { places in
      places.initialize(repeating: 0)
      let before = sharedBefore(hashes, size, places)
      return leads(hashes, size, places, over: before)
    }
  }

  /// For each line, how many of the hashes at its beginning stand in the text before.
  /// - Parameter places: by hash, one more than the last place at which it stood.
  private func sharedBefore(
    _ hashes: UnsafeBufferPointer<UInt16>, _ size: Int, _ places: UnsafeMutableBufferPointer<Int32>
  ) -> [Int32] {
    var (first, characters) = (0, 0)
    return lines.indices.map { line in
      let (range, start) = (lines[line], Int32(truncatingIfNeeded: lines[first].lowerBound))
      var shared: Int32 = 0
      for place in range.prefix(Self.asked) {
        shared &+= one(if: places[Int(hashes[place] & Self.mask)], isMoreThan: start)
      }
      for place in range.prefix(Self.mostOfLine) {
        places[Int(hashes[place] & Self.mask)] = Int32(truncatingIfNeeded: place &+ 1)
      }
      places[0] = 0
      characters += range.count
      while first < line, characters - lines[first].count >= size {
        characters -= lines[first].count
        first += 1
      }
      return shared
    }
  }

  /// - Parameter places: by hash, the first place behind at which it stands, less `count`, so that what was written
  ///   forward lies behind them all.
  private func leads(
    _ hashes: UnsafeBufferPointer<UInt16>, _ size: Int, _ places: UnsafeMutableBufferPointer<Int32>,
    over before: [Int32]
  ) -> [Float] {
    var leads = [Float](repeating: 0, count: lines.count)
    var (last, characters) = (lines.count - 1, 0)
    for line in lines.indices.reversed() {
      while last > line + 1, characters - lines[last].count >= size {
        characters -= lines[last].count
        last -= 1
      }
      let (range, end) = (lines[line], Int32(truncatingIfNeeded: lines[last].upperBound - count))
      var (lead, all) = (-before[line], Int32(0))
      for place in range.prefix(Self.asked) {
        let hash = hashes[place] & Self.mask
        all &+= one(if: Int32(hash), isMoreThan: 0)
        lead &+= one(if: end, isMoreThan: places[Int(hash)])
      }
      if all > 0 { leads[line] = Float(lead) / Float(all) }
      let counted = range.prefix(Self.mostOfLine)
      for place in counted.reversed() {
        places[Int(hashes[place] & Self.mask)] = Int32(truncatingIfNeeded: place &- count)
      }
      places[0] = 0
      characters += range.count
    }
    return leads
  }
}
