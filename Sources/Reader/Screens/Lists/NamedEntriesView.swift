import Screen
import Typesetting

/// Draws a list of entries of a line each: a name, and a text beside it.
struct NamedEntriesView {
  let environment: Environment
  let rect: Rect
  /// Those in sight.
  let entries: [(name: String, text: String)]
  /// Index of the selected one among them.
  let selected: Int

  func draw(on surface: inout Surface) {
    let widest = entries.map { environment.width(legible($0.name)) }.max() ?? 0
    let column = rect.column + 2 + min(widest, rect.columns / 3) + 2
    for (index, entry) in entries.prefix(rect.rows).enumerated() {
      let row = rect.row + index
      let style = index == selected ? environment.theme[.selected] : .plain
      if index == selected {
        surface.fill(Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: style)
        surface.write("▸", column: rect.column, row: row, style: style, clip: rect)
      }
      let name = environment.cut(entry.name, to: column - rect.column - 4)
      surface.write(
        name, column: rect.column + 2, row: row, style: environment.theme[.key].over(style), clip: rect)
      let text = environment.cut(entry.text, to: rect.endColumn - column - 1)
      surface.write(text, column: column, row: row, style: style, clip: rect)
    }
  }
}
