/// Lines that a page has twice: found before labels are, so that a repeat does not part what belongs together.
///
/// A long line is a repeat if it has the letters of an earlier one or nearly all of its pairs of letters: machines do
/// not misread the same text twice in the same way. Candidates are found by min-hashes (Broder 1997). A short line is
/// one only within a run of repeated lines, or where an engine went round in a loop: refrains, the words of notices and
/// names in advertisements come again because they were printed again.
struct Repeats {
  /// For each line that says again what an earlier one says, the index of that one.
  private(set) var original: [Int: Int] = [:]

  /// Shorter lines come again by chance, or on purpose: 图片新闻.
  private static let leastLetters = 8
  /// Shorter lines may be alike and yet say something else, as the lines of a list do.
  static let leastLettersIfAlike = 40
  /// The share of either line's pairs that the other has.
  private static let leastShare = 0.85

  init(_ scan: PageScan, _ facts: [LineFacts]) {
    var seen = FirstLines(count: facts.count)
    var alike = AlikeLines()
    var pairs = PairSet()
    for (index, line) in facts.enumerated() where line.letterCount >= Self.leastLetters {
      let place = seen.place(of: line.fingerprint) { facts[$0].fingerprint }
      if let first = seen[place], facts[first].letterCount == line.letterCount {
        if !isHeadOfItsOwn(scan, facts, index) { original[index] = first }
        continue
      }
      seen[place] = index
      guard line.letterCount >= Self.leastLettersIfAlike else { continue }
      let sketch = Sketch(scan, line.line.range)
      guard sketch.hasPairs else { continue }
      if let first = alike.line(like: sketch, where: { Self.areAlike(scan, facts[$0], line, &pairs) }) {
        original[index] = first
      } else {
        alike.add(sketch, of: index)
      }
    }
    let copies = original.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (line, first) in original where facts[line].letterCount < Self.leastLettersIfAlike {
      let isTwice = copies[first] == 1 && !facts[line].isLatin && facts[line].letterCount >= Self.leastHanzi
      if !isTwice, !isInRun(line, first, facts) { original[line] = nil }
    }
  }

  /// The letters of a run of short lines from which on it is a repeat, and the same where no line holds a mark, as in
  /// verse.
  private static let leastRun = 40
  private static let leastRunOfVerse = 120
  /// Lines of a run that are looked at on either side.
  private static let mostRun = 24
  /// The number of times that a looped line stands on end.
  private static let leastLoop = 3

  /// Hanzi from which on a line that stands just twice was read twice: refrains and formulas are shorter, or come more
  /// often.
  private static let leastHanzi = 16

  /// True if a short line that repeats an earlier one is part of a repeated run, or of a loop.
  private func isInRun(_ line: Int, _ first: Int, _ facts: [LineFacts]) -> Bool {
    let back = (1..<max(1, min(first + 1, Self.mostRun))).prefix { facts[line - $0].isSame(as: facts[first - $0]) }
      .count
    let ahead = (1..<max(1, min(facts.count - line, line - first, Self.mostRun))).prefix {
      facts[line + $0].isSame(as: facts[first + $0])
    }.count
    let run = line - back...line + ahead
    let marks: LineEvidence = [.onePause, .manyPauses, .sentenceInside, .endsSentence]
    let isVerse = run.allSatisfy { facts[$0].evidence.isDisjoint(with: marks) }
    let letters = run.reduce(0) { $0 + facts[$1].letterCount }
    if run.count > 1, letters >= (isVerse ? Self.leastRunOfVerse : Self.leastRun) { return true }
    let before = (0..<line).suffix(Self.leastLoop).reversed().prefix { facts[$0].isSame(as: facts[line]) }.count
    let behind = facts[(line + 1)...].prefix(Self.leastLoop).prefix { $0.isSame(as: facts[line]) }.count
    return before + 1 + behind >= Self.leastLoop
  }

  /// True for a short line whose words come again in the text right behind it, or that has no hanzi: a headline that a
  /// pointer had before, the name of a column.
  private func isHeadOfItsOwn(_ scan: PageScan, _ facts: [LineFacts], _ index: Int) -> Bool {
    let line = facts[index]
    let isShort =
      line.letterCount < Self.leastLettersIfAlike
      || line.letterCount < Self.longestHead && !line.evidence.contains(.endsSentence)
    guard isShort else { return false }
    var pairs = PairSet()
    // The line itself, which a loop has again, is no text of its own.
    for later in facts[(index + 1)...].prefix(Self.mostTextBehind) where !later.isSame(as: line) {
      pairs.insert(scan, later.line.range.prefix(Thresholds.text))
    }
    let found = pairs.shared(scan, line.line.range)
    return found.all == 0 || Double(found.shared) >= Thresholds.kinship * Double(found.all)
  }

  /// The letters of the longest headlines that stand more than once.
  private static let longestHead = 60
  /// Lines behind a short line that are searched for its words.
  private static let mostTextBehind = 4

  /// - Parameter pairs: an empty set, which is so again behind it.
  private static func areAlike(
    _ scan: PageScan, _ first: LineFacts, _ second: LineFacts, _ pairs: inout PairSet
  ) -> Bool {
    share(scan, of: first, in: second, &pairs) >= leastShare
      && share(scan, of: second, in: first, &pairs) >= leastShare
  }

  private static func share(
    _ scan: PageScan, of line: LineFacts, in other: LineFacts, _ pairs: inout PairSet
  ) -> Double {
    pairs.insert(scan, other.line.range)
    defer { pairs.remove(scan, CollectionOfOne(other.line.range)) }
    let found = pairs.shared(scan, line.line.range)
    return found.all == 0 ? 0 : Double(found.shared) / Double(found.all)
  }
}

extension LineFacts {
  /// True if two lines have the same letters.
  fileprivate func isSame(as other: LineFacts) -> Bool {
    fingerprint == other.fingerprint && letterCount == other.letterCount
  }
}

/// Lines by their fingerprints, which are spread well enough to be places in a table: at most half of it is taken.
private struct FirstLines {
  private var lines: [Int32]

  /// - Parameter count: how many lines there may be.
  init(count: Int) {
    var room = 16
    while room < count * 2 { room *= 2 }
    lines = [Int32](repeating: -1, count: room)
  }

  /// The place of the line with a fingerprint, if it were there.
  func place(of fingerprint: UInt64, _ fingerprints: (Int) -> UInt64) -> Int {
    var place = Int(truncatingIfNeeded: fingerprint ^ fingerprint >> 32) & (lines.count - 1)
    while lines[place] >= 0, fingerprints(Int(lines[place])) != fingerprint { place = (place + 1) & (lines.count - 1) }
    return place
  }

  subscript(place: Int) -> Int? {
    get { lines[place] < 0 ? nil : Int(lines[place]) }
    set { lines[place] = Int32(newValue ?? -1) }
  }
}

/// The least hashes of a line's pairs of letters under two functions: lines that are alike are likely to share one.
private struct Sketch {
  private(set) var first = UInt16.max
  private(set) var second = UInt16.max

  /// False for a line without pairs, which is like no other.
  var hasPairs: Bool { first & second != .max }

  init(_ scan: PageScan, _ range: Range<Int>) {
    for pair in scan.pairs.buffer[range.dropLast()] {
      first = min(first, pair == 0 ? .max : pair &* 0x9E3B)
      second = min(second, pair == 0 ? .max : pair &* 0xC2B3)
    }
  }
}

/// The first line that has some least hash.
private struct AlikeLines {
  private var first: [UInt16: Int] = [:]
  private var second: [UInt16: Int] = [:]

  /// One that shares a hash and is alike.
  func line(like sketch: Sketch, where isAlike: (Int) -> Bool) -> Int? {
    if let line = first[sketch.first], isAlike(line) { return line }
    if let line = second[sketch.second], isAlike(line) { return line }
    return nil
  }

  mutating func add(_ sketch: Sketch, of line: Int) {
    if first[sketch.first] == nil { first[sketch.first] = line }
    if second[sketch.second] == nil { second[sketch.second] = line }
  }
}
