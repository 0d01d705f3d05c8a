import Newspaper
import Screen
import Searching
import Typesetting

/// The article pane: the lines of the galley that are in sight, with what is marked laid over them.
struct ArticleView {
  let reader: Reader
  let rect: Rect
  /// Where the text stands in the pane.
  let column: Rect

  func draw(on surface: inout Surface) {
    guard let galley = reader.galley?.galley, reader.article != nil else {
      if reader.awaitedText != nil {
        surface.write(
          reader.cut(reader.phrases.settingText, to: column.columns), column: column.column, row: rect.row,
          style: reader.theme[.quiet], clip: rect)
      }
      return
    }
    let shown = galley.lines.indices.dropFirst(top).prefix(rect.rows)
    let painter = LinePainter(galley, reader.looks(ofScan: galley, lines: shown), clip: rect)
    for (row, line) in shown.enumerated() {
      painter.draw(galley.lines[line], column: column.column, row: rect.row + row, on: &surface)
    }
    MatchStrip(reader: reader, galley: galley, shown: shown, rect: rect, textEnd: column.endColumn)?
      .draw(on: &surface)
  }
}
