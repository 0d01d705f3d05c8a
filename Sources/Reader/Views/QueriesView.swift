import Newspaper
import Screen
import Typesetting

/// The list of the queries that are kept: their names, and what they look for.
struct QueriesView {
  let reader: Reader
  let page: QueriesPage

  func draw(on surface: inout Surface) {
    let rect = reader.layout.panes
    let queries = reader.savedQueries
    let widest = queries.map { reader.width(legible($0.name)) }.max() ?? 0
    let column = rect.column + 2 + min(widest, rect.columns / 3) + 2
    for (index, query) in queries.enumerated().dropFirst(page.top).prefix(rect.rows) {
      let row = rect.row + index - page.top
      let style = index == page.selected ? reader.theme[.selected] : .plain
      if index == page.selected {
        surface.fill(Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: style)
        surface.write("▸", column: rect.column, row: row, style: style, clip: rect)
      }
      let name = reader.cut(query.name, to: column - rect.column - 4)
      surface.write(name, column: rect.column + 2, row: row, style: reader.theme[.key].over(style), clip: rect)
      let text = reader.cut(query.query, to: rect.endColumn - column - 1)
      surface.write(text, column: column, row: row, style: style, clip: rect)
    }
  }
}
