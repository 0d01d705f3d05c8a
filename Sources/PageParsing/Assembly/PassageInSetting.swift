import Newspaper
import Text

/// A passage while it is being set, character by character.
struct PassageInSetting {
  let scan: PageScan
  let words: PageWords
  let isHead: Bool
  let keepsSpaces: Range<Int>

  /// The line is a row of a table, whose columns stand where the scan has them.
  var isRow = false

  var text: [UInt8] = []
  var runs: [Passage.Run] = []
  var repairs: [Repair] = []

  private var line: PageScan.Line?
  /// True if the line has Latin letters and no hanzi.
  private var isLatin = false
  private var spaces = 0
  private var marks = 0
  private var openQuotes = 0
  /// True if the brackets that are open now were made full-width.
  private var brackets: [Bool] = []

  init(scan: PageScan, words: PageWords, isHead: Bool, keepsSpaces: Range<Int>) {
    self.scan = scan
    self.words = words
    self.isHead = isHead
    self.keepsSpaces = keepsSpaces
  }

  mutating func append(_ line: PageScan.Line) {
    noteRepairs()
    self.line = line
    isLatin = Self.isLatin(scan, line.range)
    if isRow { return copyRow(line) }
    let lettering = scan.lettering
    var index = line.range.lowerBound
    var copied = index
    while index < line.range.upperBound {
      let kind = lettering[index]
      guard kind != .hanzi, kind != .latin, kind != .digit else {
        index += 1
        continue
      }
      let change = self.change(at: index, kind, line)
      if change.length > 0 {
        copy(copied..<index, line)
        if let scalar = change.scalar { put(scalar, for: index..<index + change.length, line) }
        index += change.length
        copied = index
      } else {
        index += 1
      }
    }
    copy(copied..<index, line)
  }

  private static func isLatin(_ scan: PageScan, _ range: Range<Int>) -> Bool {
    var hasLatin = false
    for kind in scan.lettering[range] {
      if kind == .hanzi { return false }
      if kind == .latin { hasLatin = true }
    }
    return hasLatin
  }

  /// Closes the gap between two lines: nothing between hanzi, a space between words, no hyphen inside a divided word.
  mutating func join(_ before: PageScan.Line, _ after: PageScan.Line) {
    let last = before.range.upperBound - 1
    let first = after.range.lowerBound
    if joinDividedWord(before, last) { return }
    let joining = LineJoining(
      scan: scan, last: last, lineStart: before.range.lowerBound, first: first, lineEnd: after.range.upperBound)
    let isLatin = joining.isLatin
    guard isNarrowLetter(first) || isLatin else { return }
    if scan.scalars[last] == 0x2D, last > before.range.lowerBound, isNarrowLetter(last - 1), isLowerCase(first) {
      guard !words.keepsHyphen(at: last, before: first) else { return }
      removeLast(1)
      repairs.append(Repair(.spaceRemoved, line: before.number, because: .dividedWord(line: before.number)))
    } else if isLatin {
      if joining.needsSpace { put(0x20, for: first..<first, after) }
    } else if scan.lettering[last] == .latin || scan.lettering[first] == .latin, !isWide(last) {
      put(0x20, for: first..<first, after)
    }
  }

  /// Joins the halves of a word of which the page's format, or a sign made for that, says that it is divided.
  private mutating func joinDividedWord(_ before: PageScan.Line, _ last: Int) -> Bool {
    let isSign = scan.scalars[last] == 0xAC || scan.scalars[last] == 0xAD
    guard before.end != .whole || isSign && last > before.range.lowerBound else { return false }
    if before.end != .divided(hyphenLength: 0) {
      removeLast(UTF8.length(of: scan.scalars[last]))
      repairs.append(Repair(.spaceRemoved, line: before.number, because: .dividedWord(line: before.number)))
    }
    return true
  }

  mutating func finish() {
    noteRepairs()
    line = nil
  }

  /// The text as it is so far. It is whole characters of a page, whose bytes are valid, and of what was put in their
  /// place: to look at all of them once more takes as long as to set them.
  var string: String { String(copying: unsafe UTF8Span(unchecked: text.span)) }

  private mutating func noteRepairs() {
    guard let line else { return }
    if spaces > 0 {
      repairs.append(Repair(.spaceRemoved, line: line.number, because: .spacesBetweenHanzi(count: spaces)))
    }
    if marks > 0 { repairs.append(Repair(.width, line: line.number, because: .halfWidthMarks(count: marks))) }
    spaces = 0
    marks = 0
  }
}

// MARK: - What is changed

/// A change of some characters.
private struct Change {
  /// Their number; 0: nothing changes.
  var length: Int
  /// Their replacement; nil for nothing.
  var scalar: UInt32?

  static let nothing = Change(length: 0, scalar: nil)
}

extension PassageInSetting {
  /// The change of the characters from here on.
  fileprivate mutating func change(at index: Int, _ kind: CharacterClass, _ line: PageScan.Line) -> Change {
    if kind == .space { return changeSpaces(at: index, line) }
    if isLatin { return .nothing }
    let scalar = scan.scalars[index]
    if kind == .straightQuote, scalar == 0x22 { return changeQuote(at: index, line) }
    guard scalar < 0x80, let wide = wideMark(scalar, at: index, line) else { return .nothing }
    marks += 1
    return Change(length: 1, scalar: wide)
  }

  private mutating func changeSpaces(at start: Int, _ line: PageScan.Line) -> Change {
    var end = start
    while scan.lettering[end] == .space { end += 1 }
    if separates(start - 1, end, line) {
      return end - start == 1 && scan.scalars[start] == 0x20 ? .nothing : Change(length: end - start, scalar: 0x20)
    }
    spaces += 1
    return Change(length: end - start, scalar: nil)
  }

  /// True if the space between two characters means something on paper.
  private func separates(_ last: Int, _ next: Int, _ line: PageScan.Line) -> Bool {
    if isLatin { return true }
    let letters = scan.lettering[last].isLetter && scan.lettering[next].isLetter
    if keepsSpaces.contains(last) || keepsSpaces.contains(next) {
      let single = isAlone(last, line) && isAlone(next, line)
      return letters && !single || scan.lettering[last] == .latin || scan.lettering[next] == .latin
    }
    if isHead, isMember(last, next, line) { return true }
    let narrow = !isWide(last) && !isWide(next)
    let words = letters && (scan.lettering[last] == .latin || scan.lettering[next] == .latin)
    return narrow || words
  }

  /// True if a space in a head parts two of its members. It does not where it stands within a word: the two characters
  /// that meet belong together on the page, or a number meets its unit.
  private func isMember(_ last: Int, _ next: Int, _ line: PageScan.Line) -> Bool {
    guard last > line.range.lowerBound, next + 1 < line.range.upperBound, scan.lettering[last - 1] != .space,
      scan.lettering[next + 1] != .space
    else { return false }
    switch (scan.lettering[last], scan.lettering[next]) {
    case (.hanzi, .hanzi): return !words.belongTogether(scan.scalars[last], scan.scalars[next])
    case (.digit, .hanzi): return false
    case (.openQuote, _), (.openBracket, _), (_, .closeQuote), (_, .closeBracket), (_, .stop), (_, .pause): return false
    default: return true
    }
  }

  /// True if a character has spaces on both sides, as in a name of two that is set to the width of three.
  private func isAlone(_ index: Int, _ line: PageScan.Line) -> Bool {
    let before = index == line.range.lowerBound || !scan.lettering[index - 1].isLetter
    let after = index + 1 >= line.range.upperBound || !scan.lettering[index + 1].isLetter
    return before && after
  }

  private mutating func changeQuote(at index: Int, _ line: PageScan.Line) -> Change {
    guard isWide(near(index, -1, line)) || isWide(near(index, 1, line)) else { return .nothing }
    openQuotes += 1
    marks += 1
    return Change(length: 1, scalar: openQuotes % 2 == 1 ? 0x201C : 0x201D)
  }

  /// The full-width form of a mark that stands among hanzi.
  private mutating func wideMark(_ scalar: UInt32, at index: Int, _ line: PageScan.Line) -> UInt32? {
    let before = isWide(near(index, -1, line))
    let after = isWide(near(index, 1, line))
    switch scalar {
    case 0x2C, 0x3B, 0x3F, 0x21:
      guard before || after else { return nil }
    case 0x3A:
      guard before else { return nil }
    case 0x28:
      brackets.append(before || after)
      guard before || after else { return nil }
    case 0x29:
      guard brackets.popLast() ?? (before || after) else { return nil }
    case 0x2E:
      guard before, index + 1 == line.range.upperBound else { return nil }
      return 0x3002
    default: return nil
    }
    return scalar + 0xFEE0
  }

  /// The nearest character that is no space, or the one itself at the line's end.
  private func near(_ index: Int, _ step: Int, _ line: PageScan.Line) -> Int {
    var near = index + step
    while line.range.contains(near), scan.lettering[near] == .space { near += step }
    return line.range.contains(near) ? near : index
  }

  /// Set in a full square.
  fileprivate func isWide(_ index: Int) -> Bool {
    let scalar = scan.scalars[index]
    return scalar >= 0x2E80 || (0x2014...0x2026).contains(scalar)
  }

  fileprivate func isNarrowLetter(_ index: Int) -> Bool {
    scan.lettering[index].isLetter && !isWide(index)
  }

  fileprivate func isLowerCase(_ index: Int) -> Bool { (0x61...0x7A).contains(scan.scalars[index]) }
}

// MARK: - Text and the way back

extension PassageInSetting {
  private static let tabStop = 8

  /// Takes a row of a table as it is, its tabs as spaces: two at least.
  private mutating func copyRow(_ line: PageScan.Line) {
    var copied = line.range.lowerBound
    var column = 0
    for index in line.range {
      guard scan.scalars[index] == 0x09 else {
        column += fixedPitchColumns(of: scan.scalars[index])
        continue
      }
      copy(copied..<index, line)
      copied = index + 1
      var columns = Self.tabStop - column % Self.tabStop
      if columns < 2 { columns += Self.tabStop }
      put(0x20, for: index..<copied, line)
      for _ in 1..<columns { put(0x20, for: copied..<copied, line) }
      column += columns
    }
    copy(copied..<line.range.upperBound, line)
  }

  /// Takes characters as they are.
  fileprivate mutating func copy(_ range: Range<Int>, _ line: PageScan.Line) {
    guard !range.isEmpty else { return }
    let start = Int(scan.byteOffsets[range.lowerBound])
    let end = Int(scan.byteOffsets[range.upperBound - 1]) + UTF8.length(of: scan.scalars[range.upperBound - 1])
    runs.append(
      Passage.Run(
        offset: text.count, length: end - start, line: line.number, sourceOffset: start - line.byteStart,
        sourceLength: end - start))
    scan.bytes.withUnsafeBufferPointer { text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Puts a character in the place of characters of the source.
  fileprivate mutating func put(_ replacement: UInt32, for range: Range<Int>, _ line: PageScan.Line) {
    let start = Int(scan.byteOffsets[range.lowerBound]) - line.byteStart
    let length = range.reduce(0) { $0 + UTF8.length(of: scan.scalars[$1]) }
    runs.append(
      Passage.Run(
        offset: text.count, length: UTF8.length(of: replacement), line: line.number, sourceOffset: start,
        sourceLength: length))
    if let scalar = Unicode.Scalar(replacement) { text.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  /// Takes back the last character, which stands for itself.
  /// - Parameter length: its bytes.
  fileprivate mutating func removeLast(_ length: Int) {
    text.removeLast(length)
    guard let run = runs.popLast(), run.length > length else { return }
    runs.append(
      Passage.Run(
        offset: Int(run.offset), length: Int(run.length) - length, line: Int(run.line),
        sourceOffset: Int(run.sourceOffset), sourceLength: Int(run.sourceLength) - length))
  }
}
