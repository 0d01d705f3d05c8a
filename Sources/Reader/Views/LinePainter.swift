import Newspaper
import Screen
import Typesetting

/// Draws lines of a galley, with what is marked laid over them.
struct LinePainter {
  let reader: Reader
  let galley: Galley
  /// The part of the surface that may be changed.
  let clip: Rect
  /// What is marked on the scan's lines, by their texts, of a raw galley.
  private let scanSpans: [Int: [Span]]

  /// - Parameter lines: those that will be drawn, of a raw galley; of other ones any can be.
  init(reader: Reader, galley: Galley, lines: Range<Int> = 0..<0, clip: Rect) {
    self.reader = reader
    self.galley = galley
    self.clip = clip
    scanSpans = galley.isRaw ? reader.scanSpans(galley, onLines: lines) : [:]
  }

  /// Draws a line from left to right.
  /// - Parameter column: where the measure starts.
  func draw(_ line: Galley.Line, column: Int, row: Int, on surface: inout Surface) {
    guard line.part != .air else { return }
    if let lead = line.lead {
      surface.write(lead, endingAt: column + line.set.indent - 1, row: row, style: reader.theme[.quiet], clip: clip)
    }
    let look = look(of: line)
    for placed in line.set.glyphs(in: galley.texts[line.text], ambiguous: galley.ambiguous) {
      surface.put(
        placed.glyph.text, width: placed.glyph.width, column: column + placed.column, row: row,
        style: look(placed.range.lowerBound), clip: clip)
    }
  }

  /// Draws a line from top to bottom, in two columns of the screen.
  /// - Parameter row: where the measure starts.
  func drawVertically(_ line: Galley.Line, column: Int, row: Int, on surface: inout Surface) {
    guard line.part != .air else { return }
    var row = row + line.set.indent / 2
    if let lead = line.lead {
      surface.write(lead, column: column, row: row - 1, style: reader.theme[.quiet], clip: clip)
    }
    let look = look(of: line)
    let text = String(galley.texts[line.text].slice(line.set.range))
    for cell in verticalCells(text, ambiguous: galley.ambiguous) {
      draw(cell, of: text, column: column, row: row, clip: clip, on: &surface) { look(line.set.range.lowerBound + $0) }
      row += 1
    }
  }

  /// Draws a cell of a vertical line; of two characters in one each has its own look.
  private func draw(
    _ cell: VerticalCell, of text: String, column: Int, row: Int, clip: Rect, on surface: inout Surface,
    look: (Int) -> Style
  ) {
    let first = text.slice(cell.range).first?.utf8.count ?? 0
    let isPair = cell.text.utf8.count == 2 && first < cell.range.count
    guard isPair else {
      surface.write(cell.text, column: column, row: row, style: look(cell.range.lowerBound), clip: clip)
      return
    }
    for (index, character) in cell.text.enumerated() {
      let style = look(cell.range.lowerBound + (index == 0 ? 0 : first))
      surface.write(String(character), column: column + index, row: row, style: style, clip: clip)
    }
  }

  /// The look of a line's characters, by their offsets.
  private func look(of line: Galley.Line) -> (Int) -> Style {
    let style = reader.theme[line.part.role]
    let spans = galley.isRaw ? scanSpans[line.text] ?? [] : spans(of: line, in: galley)
    let touching = spans.filter { $0.range.overlaps(line.set.range) }
    return { offset in touching.reduce(style) { $1.range.contains(offset) ? $1.style.over($0) : $0 } }
  }

  private func spans(of line: Galley.Line, in galley: Galley) -> [Span] {
    guard let block = line.block else { return [] }
    guard line.text == block else { return foldSpans(line, from: block, in: galley) }
    let aside = galley.asides[block].map { [Span(range: $0, style: reader.theme[.jump])] } ?? []
    return aside + reader.marks(galley.blocks[block], in: line.set.range).map(reader.span)
  }

  /// A folded repeat shows that something was found in what it stands for.
  private func foldSpans(_ line: Galley.Line, from block: Int, in galley: Galley) -> [Span] {
    let marks = reader.foldedMarks(galley, from: block)
    let shown = marks.first { $0.match == reader.found?.current } ?? marks.first
    return shown.map { [Span(range: line.set.range, style: reader.span($0).style)] } ?? []
  }
}

extension Galley.Part {
  /// How it looks.
  var role: Theme.Role {
    switch self {
    case .air, .paragraph, .scan: .plain
    case .kicker: .kicker
    case .headline: .headline
    case .deck: .deck
    case .byline: .byline
    case .signature: .quiet
    case .subhead: .subhead
    case .caption: .caption
    case .pointer: .pointer
    case .jump: .jump
    case .mark: .mark
    }
  }
}
