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
  /// The widths of the columns of a row whose cells bars divide; else empty.
  var columnWidths: [Int] = []

  var text: [UInt8] = []
  var runs: [Passage.Run] = []
  var repairs: [Repair] = []

  private var line: PageScan.Line?
  /// True if the line has Latin letters and no hanzi.
  private(set) var isLatin = false
  /// The spaces between two letters of a head in spaced type; nil for other lines.
  private(set) var letterGap: Int?
  private var spaces = 0
  private var marks = 0
  private var narrowed = 0
  private var markup = 0
  /// True if the spaces of this head part its words, not its members.
  private(set) var headIsSpaced = false
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
    letterGap = isLatin && isHead ? Self.letterGap(scan, line.range) : nil
    if isRow { return copyRow(line) }
    if isHead { divideHead(line) }
    let (lettering, lettersAreWide) = (scan.lettering.buffer, scan.hasWideLetters)
    var index = line.range.lowerBound
    var copied = index
    while true {
      // Letters stand on end, and stay.
      while index < line.range.upperBound, lettering[index] == .hanzi || !lettersAreWide && lettering[index].isLetter {
        index &+= 1
      }
      guard index < line.range.upperBound else { break }
      let kind = lettering[index]
      if kind.isLetter, scan.scalars[index] <= 0xFF00 {
        index += 1
        continue
      }
      // In Latin letters one space parts two words, and stays.
      if kind == .space, isLatin, letterGap == nil, scan.scalars[index] == 0x20, index + 1 < line.range.upperBound,
        lettering[index + 1] != .space
      {
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
    for kind in scan.lettering.buffer[range] {
      if kind == .hanzi { return false }
      if kind == .latin { hasLatin = true }
    }
    return hasLatin
  }

  /// Closes the gap between two lines: nothing between hanzi, a space between words, no hyphen inside a divided word.
  mutating func join(_ before: PageScan.Line, _ after: PageScan.Line) {
    let last = before.range.upperBound - 1
    let first = after.range.lowerBound
    if before.end != .whole { return joinStated(before, last) }
    switch words.joint(before, after) {
    case .none: joinWords(last, first, before, after)
    case .keeping: break
    case .suspended: put(0x20, for: first..<first, after)
    case .bare: noteDivision(before)
    case .removing(let count):
      for index in 0..<count { removeLast(UTF8.length(of: scan.scalars[last - index])) }
      noteDivision(before)
    case .restoringCK:
      removeLast(UTF8.length(of: scan.scalars[last]))
      removeLast(1)
      put(scan.scalars[last - 1] - 8, for: last - 1..<last, before)
      noteDivision(before)
    }
  }

  private mutating func joinWords(_ last: Int, _ first: Int, _ before: PageScan.Line, _ after: PageScan.Line) {
    let joining = LineJoining(
      scan: scan, last: last, lineStart: before.range.lowerBound, first: first, lineEnd: after.range.upperBound)
    if joining.isLatin {
      if joining.needsSpace { put(0x20, for: first..<first, after) }
    } else if isNarrowLetter(first), scan.lettering[last] == .latin || scan.lettering[first] == .latin, !isWide(last) {
      put(0x20, for: first..<first, after)
    }
  }

  /// Joins the halves of a word of which the page's format says that it is divided.
  private mutating func joinStated(_ before: PageScan.Line, _ last: Int) {
    guard before.end != .divided(hyphenLength: 0) else { return }
    removeLast(UTF8.length(of: scan.scalars[last]))
    noteDivision(before)
  }

  private mutating func noteDivision(_ line: PageScan.Line) {
    repairs.append(Repair(.spaceRemoved, line: line.number, because: .dividedWord(line: line.number)))
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
    if narrowed > 0 { repairs.append(Repair(.width, line: line.number, because: .fullWidthLetters(count: narrowed))) }
    if markup > 0 { repairs.append(Repair(.spaceRemoved, line: line.number, because: .markup(count: markup))) }
    (spaces, marks, narrowed, markup) = (0, 0, 0, 0)
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
    if kind == .markup {
      markup += 1
      if scan.scalars[index] == 0x26,
        let reference = CharacterReference(
          (index..<min(line.range.upperBound, index + CharacterReference.longest)).map { scan.scalars[$0] })
      {
        return Change(length: reference.length, scalar: reference.scalar)
      }
      return Change(length: 1, scalar: nil)
    }
    if kind == .bullet, scan.scalars[index] < 0x80 {
      markup += 1
      return Change(length: 1, scalar: 0x2022)
    }
    if kind == .space { return changeSpaces(at: index, line) }
    let scalar = scan.scalars[index]
    if scalar > 0xFF00, let narrow = narrowForm(scalar, kind, at: index, line) {
      narrowed += 1
      return Change(length: 1, scalar: narrow)
    }
    if isLatin { return .nothing }
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

  /// Sees whether a head is divided into words, as engines write text that they segment: many short parts.
  private mutating func divideHead(_ line: PageScan.Line) {
    var (parts, hanzi, longest, length) = (1, 0, 0, 0)
    for index in line.range {
      if scan.lettering[index] == .space {
        if length > 0 { parts += 1 }
        length = 0
      } else if scan.lettering[index] == .hanzi {
        (hanzi, length) = (hanzi + 1, length + 1)
        longest = max(longest, length)
      }
    }
    headIsSpaced = parts > 1 && (scan.isWordSpaced || parts > 3 && hanzi < parts * 3 && longest < 5)
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

  /// The half-width form of a full-width letter or digit, and of a sign between two of them or beside one.
  private func narrowForm(_ scalar: UInt32, _ kind: CharacterClass, at index: Int, _ line: PageScan.Line) -> UInt32? {
    if kind == .latin || kind == .digit { return isWideLetter(scalar) ? scalar - 0xFEE0 : nil }
    func letter(_ index: Int) -> Bool {
      line.range.contains(index) && isNarrowLetter(index) && scan.lettering[index].isLetter
    }
    func digit(_ index: Int) -> Bool { line.range.contains(index) && scan.lettering[index] == .digit }
    switch scalar {
    case 0xFF0E, 0xFF1A:
      guard digit(index - 1), digit(index + 1) else { return nil }
    case 0xFF0C:
      let behind = (index + 1..<line.range.upperBound).prefix { scan.lettering[$0] == .digit }
      guard digit(index - 1), behind.count == 3 else { return nil }
    case 0xFF05:
      guard digit(index - 1) else { return nil }
    case 0xFF04, 0xFF03:
      guard digit(index + 1) else { return nil }
    case 0xFF06, 0xFF0B, 0xFF0D, 0xFF0F, 0xFF1D, 0xFF20, 0xFF3F, 0xFF0A:
      guard letter(index - 1), letter(index + 1) else { return nil }
    default: return nil
    }
    return scalar - 0xFEE0
  }

  /// The nearest character that is no space, or the one itself at the line's end.
  private func near(_ index: Int, _ step: Int, _ line: PageScan.Line) -> Int {
    var near = index + step
    while line.range.contains(near), scan.lettering[near] == .space { near += step }
    return line.range.contains(near) ? near : index
  }

  /// Set in a full square.
  func isWide(_ index: Int) -> Bool {
    let scalar = scan.scalars[index]
    return scalar >= 0x2E80 && !isWideLetter(scalar) || (0x2014...0x2026).contains(scalar)
  }

  fileprivate func isNarrowLetter(_ index: Int) -> Bool {
    scan.lettering[index].isLetter && !isWide(index)
  }
}

/// True for the full-width forms of ASCII's letters and digits.
private func isWideLetter(_ scalar: UInt32) -> Bool {
  (0xFF10...0xFF19).contains(scalar) || (0xFF21...0xFF3A).contains(scalar) || (0xFF41...0xFF5A).contains(scalar)
}

// MARK: - Text and the way back

extension PassageInSetting {
  private static let tabStop = 8

  /// Sets the cells of a row in columns, two spaces at least between them.
  private mutating func copyBarredRow(_ line: PageScan.Line) {
    let cells = BarredTables.cells(scan, line.range)
    for (column, cell) in cells.enumerated() {
      var copied = cell.lowerBound
      for index in cell where scan.lettering[index] == .markup {
        copy(copied..<index, line)
        copied = index + 1
      }
      copy(copied..<cell.upperBound, line)
      guard column + 1 < cells.count else { break }
      let width = columnWidths.indices.contains(column) ? columnWidths[column] : 0
      let gap = max(0, width - BarredTables.width(scan, cell)) + 2
      for _ in 0..<gap { put(0x20, for: cell.upperBound..<cell.upperBound, line) }
    }
  }

  /// Takes a row of a table as it is, its tabs as spaces: two at least.
  private mutating func copyRow(_ line: PageScan.Line) {
    if line.markdown == .row { return copyBarredRow(line) }
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
    let start = min(Int(scan.byteOffsets[range.lowerBound]), scan.bytes.count) - line.byteStart
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
