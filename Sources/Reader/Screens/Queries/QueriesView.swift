import Newspaper
import Screen
import Searching
import Typesetting

/// Draws the list of saved queries: their names and texts.
struct QueriesView {
  let environment: Environment
  let rect: Rect
  let queries: [SavedQuery]
  /// Indices of the selected query and of the first one shown.
  let selected: Int
  let top: Int

  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    let widest = queries.map { environment.width(legible($0.name)) }.max() ?? 0
    let column = rect.column + 2 + min(widest, rect.columns / 3) + 2
    for (index, query) in queries.enumerated().dropFirst(top).prefix(rect.rows) {
      let row = rect.row + index - top
      let style = index == selected ? theme[.selected] : .plain
      if index == selected {
        surface.fill(Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: style)
        surface.write("▸", column: rect.column, row: row, style: style, clip: rect)
      }
      let name = environment.cut(query.name, to: column - rect.column - 4)
      surface.write(name, column: rect.column + 2, row: row, style: theme[.key].over(style), clip: rect)
      let text = environment.cut(query.query, to: rect.endColumn - column - 1)
      surface.write(text, column: column, row: row, style: style, clip: rect)
    }
  }
}
