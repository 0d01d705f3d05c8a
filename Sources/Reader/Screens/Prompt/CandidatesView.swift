import Screen
import Typesetting

/// Draws ways to go on above the line that is being typed: a word in each row, what it means, and the values that it
/// takes; words of which nothing is said stand side by side.
struct CandidatesView {
  let environment: Environment
  /// The rows that they may take, the last of them above the line.
  let rect: Rect
  /// Those in sight.
  let entries: [CommandWays.Entry]
  /// Index of the one in the line, among those in sight.
  let selected: Int?

  /// Columns from which on there is room for values behind what a word means; below them they stand in its place.
  private static let roomyColumns = 60

  /// Rows that the words take.
  var rows: Int { isPlain ? filled.count : entries.count }

  /// True if there is nothing to say of any word.
  private var isPlain: Bool { entries.allSatisfy { $0.help.isEmpty && $0.values.isEmpty } }

  /// Indices of words that stand side by side in a row.
  private var filled: [Range<Int>] {
    var rows: [Range<Int>] = []
    var (start, width) = (0, 0)
    for (index, entry) in entries.enumerated() {
      let next = environment.width(legible(entry.word)) + 2
      if width + next > rect.columns - 2, index > start {
        rows.append(start..<index)
        (start, width) = (index, 0)
      }
      width += next
    }
    return Array((rows + [start..<entries.count]).filter { !$0.isEmpty }.prefix(rect.rows))
  }

  /// The number of words that are shown.
  var shownCount: Int { isPlain ? filled.last?.upperBound ?? 0 : min(entries.count, rect.rows) }

  func draw(on surface: inout Surface) {
    let top = rect.endRow - rows
    if isPlain {
      for (row, range) in filled.enumerated() { drawWords(range, row: top + row, on: &surface) }
    } else {
      for (index, entry) in entries.enumerated() { draw(entry, index, row: top + index, on: &surface) }
    }
  }

  private func style(_ index: Int) -> Style { index == selected ? environment.theme[.selected] : .plain }

  private func drawWords(_ range: Range<Int>, row: Int, on surface: inout Surface) {
    var column = rect.column + 2
    for index in range {
      let word = environment.cut(legible(entries[index].word), to: rect.endColumn - column - 1)
      surface.write(
        word, column: column, row: row, style: environment.theme[.key].over(style(index)), clip: rect)
      column += environment.width(word) + 2
    }
  }

  private func draw(_ entry: CommandWays.Entry, _ index: Int, row: Int, on surface: inout Surface) {
    let theme = environment.theme
    let widest = entries.map { environment.width(legible($0.word)) }.max() ?? 0
    let column = rect.column + 2 + min(widest, rect.columns / 3) + 2
    let style = style(index)
    if index == selected {
      surface.fill(Rect(column: rect.column, row: row, columns: rect.columns, rows: 1), style: style)
      surface.write("▸", column: rect.column, row: row, style: style, clip: rect)
    }
    let word = environment.cut(legible(entry.word), to: column - rect.column - 4)
    surface.write(word, column: rect.column + 2, row: row, style: theme[.key].over(style), clip: rect)
    var next = column
    if rect.columns >= Self.roomyColumns || entry.values.isEmpty {
      let help = environment.cut(entry.help, to: rect.endColumn - column - 1)
      next = surface.write(help, column: column, row: row, style: style, clip: rect) + 2
    }
    drawValues(of: entry, from: next, row: row, style, on: &surface)
  }

  /// The values as far as there is room, the one in force so that it stands out.
  private func drawValues(
    of entry: CommandWays.Entry, from start: Int, row: Int, _ style: Style, on surface: inout Surface
  ) {
    var column = start
    for value in entry.values {
      let isCurrent = value == entry.current
      let look = environment.theme[isCurrent ? .key : .quiet].over(style)
      let text = legible(value)
      guard column + environment.width(text) < rect.endColumn - 1 else {
        if column < rect.endColumn - 1 { surface.write("…", column: column, row: row, style: look, clip: rect) }
        return
      }
      column = surface.write(text, column: column, row: row, style: look, clip: rect) + 1
    }
  }
}
