import Text

/// The part of Markdown that a line is, apart from what stands in it.
enum MarkdownLine: Equatable, Sendable {
  case text
  /// A heading of a level from 1; 7 for a line that is strong throughout.
  case heading(Int)
  /// A row of a table, its cells divided by bars.
  case row
  /// An item of a list, behind a sign.
  case item
  /// A picture, whose text describes it.
  case image
  /// No text: the front matter, a fence, a definition, the rule below a table's head.
  case furniture
}

/// Finds the marks of Markdown on a page, as engines write it: CommonMark 0.31 and the tables of GitHub.
///
/// Marks are classed as `markup`, so that every later stage passes over them; the scan keeps them. Nothing is done to
/// a page without headings, tables, strong text, links or a name that says that it is Markdown.
struct Markdown {
  private let scalars: UnsafeMutableBufferPointer<UInt32>
  private let lettering: UnsafeMutableBufferPointer<CharacterClass>
  private var lines: [PageScan.Line]

  /// Marks the characters of some lines.
  /// - Parameter isDeclared: true if the file's name says that it is Markdown, or it was made of HTML.
  static func mark(
    _ lines: inout [PageScan.Line], _ scalars: UnsafeMutableBufferPointer<UInt32>,
    _ lettering: UnsafeMutableBufferPointer<CharacterClass>, isDeclared: Bool
  ) {
    var reading = Markdown(scalars: scalars, lettering: lettering, lines: lines)
    guard isDeclared || reading.looksLikeMarkdown else { return }
    reading.markFrontMatter()
    reading.markBlocks()
    reading.markText()
    lines = reading.lines.map(reading.trimmed)
  }

  private init(
    scalars: UnsafeMutableBufferPointer<UInt32>, lettering: UnsafeMutableBufferPointer<CharacterClass>,
    lines: [PageScan.Line]
  ) {
    (self.scalars, self.lettering, self.lines) = (scalars, lettering, lines)
  }

  // MARK: Recognition

  private static let bar = UInt32(UInt8(ascii: "|"))
  private static let hash = UInt32(UInt8(ascii: "#"))

  private var looksLikeMarkdown: Bool {
    lines.contains { line in
      guard line.hasSigns else { return false }
      let range = line.range
      return headingLevel(range) > 0 || isDelimiterRow(range) || isRow(range) || has("](", range) || has("```", range)
        || has("**", range) && hasPair("**", range)
    }
  }

  private func has(_ text: StaticString, _ range: Range<Int>, from start: Int? = nil) -> Bool {
    place(of: text, start ?? range.lowerBound, range.upperBound) != nil
  }

  private func hasPair(_ text: StaticString, _ range: Range<Int>) -> Bool {
    guard let first = place(of: text, range.lowerBound, range.upperBound) else { return false }
    return place(of: text, first + 3, range.upperBound) != nil
  }

  private func place(of text: StaticString, _ start: Int, _ end: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    guard start + count <= end else { return nil }
    return (start...end - count).first { starts(with: text, at: $0) }
  }

  private func starts(with text: StaticString, at place: Int) -> Bool {
    (0..<text.utf8CodeUnitCount).allSatisfy { scalars[place + $0] == UInt32(text.utf8Start[$0]) }
  }

  /// The number of `#` before a line's text; 0 for a line that is no heading.
  private func headingLevel(_ range: Range<Int>) -> Int {
    let count = range.prefix(7).prefix { scalars[$0] == Self.hash }.count
    guard (1...6).contains(count), count < range.count, lettering[range.lowerBound + count] == .space else { return 0 }
    return count
  }

  private func isRow(_ range: Range<Int>) -> Bool {
    range.count > 4 && scalars[range.lowerBound] == Self.bar && scalars[range.upperBound - 1] == Self.bar
      && range.dropFirst().dropLast().contains { scalars[$0] == Self.bar }
  }

  /// `|---|:--:|`
  private func isDelimiterRow(_ range: Range<Int>) -> Bool {
    let bars = range.count { scalars[$0] == Self.bar }
    let dashes = range.count { scalars[$0] == 0x2D }
    return bars > 0 && dashes > 1
      && range.allSatisfy { [Self.bar, 0x2D, 0x3A].contains(scalars[$0]) || lettering[$0] == .space }
  }

  // MARK: Blocks

  /// Lines between `---` at the top that name values: `title: …`.
  private mutating func markFrontMatter() {
    guard let first = lines.first, isFence(first, "---"),
      let end = lines.prefix(40).dropFirst().firstIndex(where: { isFence($0, "---") || isFence($0, "...") }),
      lines[1..<end].allSatisfy({ has(":", $0.range) || $0.indent > 0 || scalars[$0.range.lowerBound] == 0x2D })
    else { return }
    for index in 0...end { lines[index].markdown = .furniture }
  }

  private func isFence(_ line: PageScan.Line, _ text: StaticString) -> Bool {
    line.range.count == text.utf8CodeUnitCount && starts(with: text, at: line.range.lowerBound)
  }

  private mutating func markBlocks() {
    var table = false
    for index in lines.indices where lines[index].markdown == .text {
      let range = lines[index].range
      let wasTable = table && lines[index].blankBefore == 0
      table = false
      let level = headingLevel(range)
      if level > 0 {
        lines[index].markdown = .heading(level)
        mark(range.prefix(level))
        markClosingHashes(range)
      } else if range.count > 2, range.count < 20, starts(with: "```", at: range.lowerBound) {
        lines[index].markdown = .furniture
      } else if isDelimiterRow(range) {
        lines[index].markdown = .furniture
        table = true
        if index > 0, lines[index].blankBefore == 0, has("|", lines[index - 1].range) { markRow(index - 1) }
      } else if isRow(range) || wasTable && has("|", range) {
        markRow(index)
        table = true
      } else if isUnderline(index) {
        lines[index].markdown = .furniture
        lines[index - 1].markdown = .heading(scalars[range.lowerBound] == 0x3D ? 1 : 2)
      } else if isThematicBreak(range) {
        lines[index].markdown = .furniture
      } else if scalars[range.lowerBound] == 0x5B, scalars[range.lowerBound + 1] != 0x5E,
        let end = place(of: "]:", range.lowerBound, range.upperBound),
        end - range.lowerBound < 40, end + 2 < range.upperBound, lettering[end + 2] == .space
      {
        lines[index].markdown = .furniture
      } else if [0x2D, 0x2A, 0x2B].contains(scalars[range.lowerBound]), range.count > 2,
        lettering[range.lowerBound + 1] == .space
      {
        lines[index].markdown = .item
        lettering[range.lowerBound] = .bullet
      } else {
        markQuote(range)
      }
    }
  }

  private func markQuote(_ range: Range<Int>) {
    let marks = range.prefix { scalars[$0] == 0x3E || lettering[$0] == .space }
    if marks.first.map({ scalars[$0] == 0x3E }) ?? false { mark(marks) }
  }

  private func markClosingHashes(_ range: Range<Int>) {
    let hashes = range.reversed().prefix { scalars[$0] == Self.hash }
    guard let first = hashes.last, first > range.lowerBound, lettering[first - 1] == .space else { return }
    for index in hashes { lettering[index] = .markup }
  }

  /// True for the line of `=` or `-` right below a heading.
  private func isUnderline(_ index: Int) -> Bool {
    let range = lines[index].range
    guard index > 0, lines[index].blankBefore == 0, range.count > 2, lines[index - 1].markdown == .text,
      index < 2 || lines[index - 1].blankBefore > 0 || lines[index - 2].markdown == .furniture,
      lines[index - 1].range.count <= 80
    else { return false }
    let sign = scalars[range.lowerBound]
    return (sign == 0x3D || sign == 0x2D) && range.allSatisfy { scalars[$0] == sign }
  }

  /// True for a rule: three or more of `*`, `-` or `_`, and nothing else but spaces.
  private func isThematicBreak(_ range: Range<Int>) -> Bool {
    let sign = scalars[range.lowerBound]
    return [0x2A, 0x2D, 0x5F].contains(sign) && range.count { scalars[$0] == sign } > 2
      && range.allSatisfy { scalars[$0] == sign || lettering[$0] == .space }
  }

  private mutating func markRow(_ index: Int) {
    lines[index].markdown = .row
    for place in lines[index].range where scalars[place] == Self.bar {
      if place > lines[index].range.lowerBound, scalars[place - 1] == 0x5C { continue }
      lettering[place] = .markup
    }
  }

  private func mark(_ range: Range<Int>) {
    for index in range { lettering[index] = .markup }
  }

  // MARK: Text

  /// Marks what stands in the lines, a paragraph at a time: emphasis may go on over a line's end.
  private mutating func markText() {
    var block: [Int] = []
    for index in lines.indices {
      let isText = lines[index].markdown == .text
      let isItem = lines[index].markdown == .item
      if !isText || lines[index].blankBefore > 0 || ItemMark.isSign(scalars, lettering, lines[index].range) {
        markText(&block)
      }
      if lines[index].markdown == .furniture { continue }
      block.append(index)
      if !isText, !isItem { markText(&block) }
    }
    markText(&block)
  }

  private mutating func markText(_ block: inout [Int]) {
    guard !block.isEmpty else { return }
    let places = block.flatMap { Array(lines[$0].range) }
    var text = MarkdownText(scalars: scalars, lettering: lettering, places: places)
    text.mark()
    // A backslash that ends a line, but no paragraph, is a break.
    for index in block.dropLast() {
      let last = lines[index].range.upperBound - 1
      if scalars[last] == 0x5C, last == lines[index].range.lowerBound || scalars[last - 1] != 0x5C {
        lettering[last] = .markup
      }
    }
    if block.count == 1, lines[block[0]].markdown == .text {
      let range = lines[block[0]].range
      if text.isImage {
        lines[block[0]].markdown = range.contains { lettering[$0].isLetter } ? .image : .furniture
      } else if text.isStrong {
        lines[block[0]].markdown = .heading(7)
      }
    }
    block.removeAll(keepingCapacity: true)
  }

  /// A line without the marks and white space at its ends, unless nothing else is on it.
  private func trimmed(_ line: PageScan.Line) -> PageScan.Line {
    func isOuter(_ index: Int) -> Bool { lettering[index] == .markup || lettering[index] == .space }
    guard line.markdown != .furniture, let first = line.range.first(where: { !isOuter($0) }),
      let last = line.range.last(where: { !isOuter($0) })
    else {
      var line = line
      if line.markdown != .text || line.range.allSatisfy(isOuter) { line.markdown = .furniture }
      return line
    }
    var line = line
    line.range = (line.markdown == .row ? line.range.lowerBound : first)..<last + 1
    return line
  }
}
