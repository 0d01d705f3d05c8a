import Screen
import Typesetting

/// Draws help, or the list of messages, with highlights on the words that are looked for.
struct ListingView {
  let text: ListingText
  let theme: Theme
  /// The first line shown.
  let top: Int
  /// The line of the current match.
  let current: Int?

  func draw(on surface: inout Surface) {
    let shown = top..<top + text.rect.rows
    for (number, line) in text.lines.enumerated() where shown.contains(line.row) {
      let row = text.rect.row + line.row - top
      let match = theme[number == current ? .currentMatch : .match]
      let clip = Rect(column: line.left, row: row, columns: line.column - 1, rows: 1)
      surface.write(
        line.mark, 0..<line.mark.utf8.count, column: line.left + line.markColumn, row: row,
        style: theme[line.markRole], spans: spans(in: line.mark, match), clip: clip)
      surface.write(
        line.text, line.range, column: line.left + line.column, row: row, style: theme[line.role],
        spans: spans(in: line.text, match), clip: text.rect)
    }
  }

  private func spans(in words: String, _ style: Style) -> [Span] {
    places(of: text.sought, in: words).map { Span(range: $0, style: style) }
  }
}
