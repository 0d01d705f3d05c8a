import Newspaper
import Text

/// The first stage: a page's text as characters with their places, and its lines that are not blank.
///
/// A class, so that the stages can hand it on without counting references to each of its arrays.
final class PageScan: Sendable {
  /// A line that has something on it.
  struct Line: Sendable {
    /// Its number on the page, from 1.
    var number: Int
    /// Its characters, white space at both ends left out.
    var range: Range<Int>
    /// The offset of the line in the page's bytes.
    var byteStart: Int
    /// The number of blank lines before it.
    var blankBefore: Int
    /// The indent of its first character, in columns.
    var indent: Int
    /// True if its last word goes on in the next line, as the page's format says.
    var end = PageLayout.LineEnd.whole
    /// True if it has one of the signs by which Markdown is recognised.
    var hasSigns = false
    /// The part of Markdown that it is.
    var markdown = MarkdownLine.text
  }

  /// The number of the page.
  let page: Int
  /// Every character of the page.
  let scalars: Row<UInt32>
  /// The class of each.
  let lettering: Row<CharacterClass>
  /// The offset of each in the page's bytes; one more at the end.
  let byteOffsets: Row<Int32>
  /// A hash of each hanzi and the hanzi behind it; 0 where there is no such pair.
  let pairs: Row<UInt16>
  /// True if it has such pairs at all.
  let hasPairs: Bool
  /// The places of its stops and pauses.
  let marks: [Int32]
  /// True if it has full-width letters or digits of ASCII.
  let hasWideLetters: Bool
  /// True if spaces part the words of its hanzi, as some engines put them.
  let isWordSpaced: Bool
  /// The page's bytes.
  let bytes: [UInt8]
  /// The lines that are not blank.
  let lines: [Line]
  /// The places of the lines on the scan, by their numbers; nil where the page's format gives none.
  let layout: PageLayout?
  /// The forms of newspapers that lines have.
  let forms = KeptForms()

  init(_ page: Page) {
    self.page = page.number
    bytes = page.text.bytes
    layout = page.text.layout
    var decoding = Decoding(page.text)
    decoding.markMarkdown(path: page.path)
    (lines, marks, hasPairs) = (decoding.lines, decoding.marks, decoding.hasPairs)
    hasWideLetters = decoding.hasWideLetters
    isWordSpaced = decoding.spacesWithin > 8 && decoding.spacesWithin * 5 > decoding.count
    scalars = Row(decoding.scalars, count: decoding.count)
    lettering = Row(decoding.lettering, count: decoding.count)
    pairs = Row(decoding.pairs, count: decoding.count)
    byteOffsets = Row(decoding.byteOffsets, count: decoding.count + 1)
  }

  /// True if the last hanzi of a line and the first one of the next mostly stand within one word.
  func wordGoesOn(from line: Line, into next: Line) -> Bool {
    let (last, first) = (line.range.upperBound - 1, next.range.lowerBound)
    return lettering[last] == .hanzi && lettering[first] == .hanzi && HanziWords.join(scalars[last], scalars[first])
  }

  /// The first character behind a line that is no white space.
  func scalar(behind line: Line) -> UInt32? {
    let next = (line.range.upperBound..<scalars.count).first { lettering[$0] != .space }
    return next.map { scalars[$0] }
  }

  deinit {
    scalars.deallocate()
    lettering.deallocate()
    pairs.deallocate()
    byteOffsets.deallocate()
  }
}

/// A hash of two neighbouring hanzi; never 0.
func pairHash(_ first: UInt32, _ second: UInt32) -> UInt16 {
  max(1, UInt16(truncatingIfNeeded: (first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B) >> 16))
}

/// A page's characters while they are decoded, in memory that the page's scan takes over: appending to four arrays took
/// a tenth of the parser's time.
private struct Decoding {
  let scalars: UnsafeMutableBufferPointer<UInt32>
  let lettering: UnsafeMutableBufferPointer<CharacterClass>
  let pairs: UnsafeMutableBufferPointer<UInt16>
  /// One more than there are characters.
  let byteOffsets: UnsafeMutableBufferPointer<Int32>
  private(set) var count = 0
  private(set) var lines: [PageScan.Line] = []
  private(set) var marks: [Int32] = []
  private(set) var hasPairs = false
  private(set) var hasWideLetters = false
  /// The number of spaces between two hanzi.
  private(set) var spacesWithin = 0

  /// Decodes a page, whose bytes are valid UTF-8.
  init(_ text: PageText) {
    scalars = .allocate(capacity: text.bytes.count)
    lettering = .allocate(capacity: text.bytes.count)
    pairs = .allocate(capacity: text.bytes.count)
    byteOffsets = .allocate(capacity: text.bytes.count + 1)
    text.bytes.withUnsafeBufferPointer { bytes in
      if let layout = text.layout { return append(text, layout, bytes) }
      var blank = 0
      for number in text.lines {
        let line = append(bytes, text.range(ofLine: number), number: number, blankBefore: blank)
        blank = line.range.isEmpty ? blank + 1 : 0
        if !line.range.isEmpty { lines.append(line) }
      }
    }
    byteOffsets[count] = Int32(text.bytes.count)
  }

  /// Finds the marks of Markdown, if there may be some.
  mutating func markMarkdown(path: String) {
    let isDeclared = [".md", ".markdown", ".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
    Markdown.mark(&lines, scalars, lettering, isDeclared: isDeclared)
  }

  /// Decodes the lines of a page with places in their reading order. A new block stands apart, as behind a blank line,
  /// and lines are set in as far as they stand from the left edge of their block.
  private mutating func append(_ text: PageText, _ layout: PageLayout, _ bytes: UnsafeBufferPointer<UInt8>) {
    let edges = LeftEdges(layout)
    var block: Int32?
    for number in layout.order.lazy.map({ Int($0) }) where text.lines.contains(number) {
      let placed = layout.lines[number - 1]
      let isApart = !lines.isEmpty && (placed.block != block || placed.block < 0 && edges.isApart(number - 1))
      var line = append(bytes, text.range(ofLine: number), number: number, blankBefore: isApart ? 1 : 0)
      guard !line.range.isEmpty else { continue }
      line.indent = edges.indent(number - 1)
      line.end = placed.end
      lines.append(line)
      block = placed.block
    }
  }

  /// Decodes a line; its range leaves white space at both ends out.
  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, number: Int, blankBefore: Int
  ) -> PageScan.Line {
    var line = PageScan.Line(
      number: number, range: count..<count, byteStart: range.lowerBound, blankBefore: blankBefore, indent: 0)
    var first = -1
    var index = range.lowerBound
    var last: UInt32 = 0
    while index < range.upperBound {
      let start = count
      index = appendHanzi(bytes, index, range.upperBound, behind: &last)
      if index < range.upperBound, bytes[index] < 0x80 {
        index = appendLatin(bytes, index, range.upperBound, behind: &last)
      }
      if count > start {
        line.range = (first < 0 ? start : first)..<count
        first = line.range.lowerBound
        if index >= range.upperBound { break }
      }
      if first >= 0, bytes[index] == 0x20 {
        appendSpace(bytes, index, range.upperBound)
        (last, index) = (0, index + 1)
        continue
      }
      let (scalar, length) = UTF8.decode(bytes, at: index)
      let letter = CharacterClass(scalar)
      scalars[count] = scalar
      lettering[count] = letter
      byteOffsets[count] = Int32(index)
      pairs[count] = 0
      if scalar == 0x23 || scalar == 0x2A || scalar == 0x5B || scalar == 0x60 || scalar == 0x7C { line.hasSigns = true }
      if scalar > 0xFF00, letter == .latin || letter == .digit { readWideLetter(letter) }
      let hanzi = letter == .hanzi ? scalar : 0
      if last != 0, hanzi != 0 { (pairs[count - 1], hasPairs) = (pairHash(last, hanzi), true) }
      last = hanzi
      if letter == .stop || letter == .pause { marks.append(Int32(truncatingIfNeeded: count)) }
      if letter != .space {
        if first < 0 { first = count }
        line.range = first..<count + 1
      } else if first < 0 {
        line.indent += fixedPitchColumns(of: scalar)
      }
      count += 1
      index += length
    }
    return line
  }

  /// Takes a space behind a line's first character; there are as many as words.
  private mutating func appendSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) {
    scalars[count] = 0x20
    lettering[count] = .space
    byteOffsets[count] = Int32(truncatingIfNeeded: index)
    pairs[count] = 0
    if lettering[count - 1] == .hanzi, index + 1 < end, bytes[index + 1] >= 0xE4 { spacesWithin += 1 }
    count += 1
  }

  /// Sees a full-width letter or digit: a full stop between two digits is a point.
  private mutating func readWideLetter(_ letter: CharacterClass) {
    hasWideLetters = true
    guard letter == .digit, count > 1, scalars[count - 1] == 0xFF0E, lettering[count - 2] == .digit else { return }
    lettering[count - 1] = .period
    if marks.last == Int32(truncatingIfNeeded: count - 1) { marks.removeLast() }
  }

  /// Decodes a run of the hanzi that most text is of, all of three bytes.
  /// - Parameter last: the hanzi before them, or 0; then the last of them.
  /// - Returns: where they end.
  private mutating func appendHanzi(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, behind last: inout UInt32
  ) -> Int {
    // Copies, which stay in registers.
    var (index, place, before) = (start, count, last)
    let (scalars, lettering, byteOffsets, pairs) = (scalars, lettering, byteOffsets, pairs)
    while index &+ 3 <= end, (0xE4...0xE9).contains(bytes[index]) {
      let scalar =
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
      guard scalar >= 0x4E00 else { break }
      scalars[place] = scalar
      lettering[place] = .hanzi
      byteOffsets[place] = Int32(truncatingIfNeeded: index)
      if before != 0 { pairs[place &- 1] = pairHash(before, scalar) }
      before = scalar
      place &+= 1
      index &+= 3
    }
    if place > count {
      pairs[place - 1] = 0
      if place > count + 1 || last != 0 { hasPairs = true }
    }
    (count, last) = (place, before)
    return index
  }

  /// Decodes a run of the letters that most other text is of, those of ASCII.
  /// - Parameter last: the hanzi before them, or 0.
  /// - Returns: where they end.
  private mutating func appendLatin(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, behind last: inout UInt32
  ) -> Int {
    var (index, place) = (start, count)
    let (scalars, lettering, byteOffsets, pairs) = (scalars, lettering, byteOffsets, pairs)
    while index < end, (bytes[index] | 0x20) &- 0x61 < 26 {
      scalars[place] = UInt32(bytes[index])
      lettering[place] = .latin
      byteOffsets[place] = Int32(truncatingIfNeeded: index)
      pairs[place] = 0
      place += 1
      index += 1
    }
    if place > count { last = 0 }
    count = place
    return index
  }
}
