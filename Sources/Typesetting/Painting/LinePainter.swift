import Screen

/// The looks of typeset text on a screen; plain where nothing else is said.
package struct TextLooks {
  /// The look of a part of an article.
  package var part: (Galley.Part) -> Style = { _ in .plain }
  /// The look of signs beside the text.
  package var quiet = Style.plain
  /// The look of rules between columns and boxes.
  package var rule = Style.plain
  /// Looks laid over a line of a galley, by offsets in its text; later ones lie over earlier ones.
  package var spans: (Galley.Line, Galley) -> [Span] = { _, _ in [] }

  /// Plain looks.
  package init() {}
}

/// Draws lines of a galley.
package struct LinePainter {
  let galley: Galley
  let looks: TextLooks
  /// The part of the surface that may be changed.
  let clip: Rect

  /// A painter of a galley's lines.
  /// - Parameter clip: the part of the surface that may be changed.
  package init(_ galley: Galley, _ looks: TextLooks, clip: Rect) {
    self.galley = galley
    self.looks = looks
    self.clip = clip
  }

  /// Draws a line from left to right.
  /// - Parameter column: the start of the measure.
  package func draw(_ line: Galley.Line, column: Int, row: Int, on surface: inout Surface) {
    guard line.part != .air else { return }
    if let lead = line.lead {
      surface.write(lead, endingAt: column + line.typeset.indent - 1, row: row, style: looks.quiet, clip: clip)
    }
    let look = look(of: line)
    for placed in line.typeset.glyphs(in: galley.texts[line.text], ambiguous: galley.ambiguous) {
      surface.put(
        placed.glyph, column: column + placed.column, row: row,
        style: look(placed.range.lowerBound), clip: clip)
    }
  }

  /// Draws a line from top to bottom, in two columns of the screen.
  /// - Parameter row: the start of the measure.
  func drawVertically(_ line: Galley.Line, column: Int, row: Int, on surface: inout Surface) {
    guard line.part != .air else { return }
    var row = row + line.typeset.indent / 2
    if let lead = line.lead { surface.write(lead, column: column, row: row - 1, style: looks.quiet, clip: clip) }
    let look = look(of: line)
    let start = line.typeset.range.lowerBound
    let text = String(galley.texts[line.text].slice(line.typeset.range))
    for cell in verticalCells(text, ambiguous: galley.ambiguous) {
      draw(cell, of: text, column: column, row: row, on: &surface) { look(start + $0) }
      row += 1
    }
  }

  /// Draws a cell of a vertical line; of two characters in one each has its own look.
  private func draw(
    _ cell: VerticalCell, of text: String, column: Int, row: Int, on surface: inout Surface, look: (Int) -> Style
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
    let style = looks.part(line.part)
    let touching = looks.spans(line, galley).filter { $0.range.overlaps(line.typeset.range) }
    return { offset in touching.reduce(style) { $1.range.contains(offset) ? $1.style.over($0) : $0 } }
  }
}
