import Newspaper
import Screen
import Typesetting

/// Draws the lines of a galley that are in sight, with highlights laid over them.
struct ArticleView {
  let highlights: Highlights
  let galley: Galley
  /// The first line shown.
  let top: Int
  /// The pane.
  let rect: Rect
  /// The column of text in it.
  let column: Rect
  /// Passages that have a sign of being clipped.
  var clipped: ClippedPassages?

  func draw(on surface: inout Surface) {
    let shown = galley.lines.indices.dropFirst(top).prefix(rect.rows)
    let painter = LinePainter(galley, highlights.looks(ofScan: galley, lines: shown), clip: rect)
    for (row, line) in shown.enumerated() {
      painter.draw(galley.lines[line], column: column.column, row: rect.row + row, on: &surface)
    }
    drawSigns(shown, on: &surface)
    MatchStrip(highlights: highlights, galley: galley, shown: shown, rect: rect, textEnd: column.endColumn)?
      .draw(on: &surface)
  }

  /// Draws quiet signs beside passages that are clipped, where there is a margin.
  private func drawSigns(_ shown: Range<Int>, on surface: inout Surface) {
    let margin = min(2, column.column - rect.column)
    guard margin > 0, let clipped, !clipped.places.isEmpty else { return }
    for (row, line) in shown.enumerated() {
      let text = galley.lines[line]
      guard text.part != .air, let block = text.block, clipped.contains(galley.blocks[block].content.passage) else {
        continue
      }
      surface.put(
        rule: "┊", column: column.column - margin, row: rect.row + row, style: highlights.theme[.quiet], clip: rect)
    }
  }

  /// Draws a bar beside a block; without a margin the block is reversed.
  func drawCursor(atBlock block: Int, on surface: inout Surface) {
    let margin = min(2, column.column - rect.column)
    for line in galley.lines(ofBlock: block) where (top..<top + rect.rows).contains(line) {
      let row = rect.row + line - top
      if margin > 0 {
        surface.put(
          rule: "▌", column: column.column - margin, row: row, style: highlights.theme[.cursor], clip: rect)
      } else {
        let cells = Rect(column: column.column, row: row, columns: column.columns, rows: 1)
        surface.restyle(cells) { $0.attributes.formSymmetricDifference(.reverse) }
      }
    }
  }
}
