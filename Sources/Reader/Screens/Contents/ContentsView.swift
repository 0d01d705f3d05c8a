import Newspaper
import Screen
import Typesetting

/// Draws the list of an issue's articles: number, headline, turns to other pages, read marks, numbers of matches.
struct ContentsView {
  let layout: ContentsLayout
  /// Index of the first article shown.
  let top: Int
  let selected: Int
  let hasFocus: Bool
  /// Indices of the articles that have been read.
  let read: Set<Int>
  let highlights: Highlights
  /// Stands in place of a list without articles.
  let emptyWords: String
  /// True if these words say why the issue cannot be read.
  let isUnreadable: Bool

  private var rect: Rect { layout.rect }
  private var environment: Environment { layout.environment }
  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    guard !layout.articles.isEmpty else { return drawNothing(on: &surface) }
    var row = rect.row
    var index = top
    while row < rect.endRow, index < layout.articles.count {
      let headline = layout.headline(of: index)
      drawEntry(index, headline, row: row, on: &surface)
      row += headline.lines.count
      index += 1
    }
  }

  private func drawNothing(on surface: inout Surface) {
    let form = LineSetting(measure: max(2, rect.columns - 3), ambiguous: environment.ambiguous)
    for (number, line) in setLines(emptyWords, form).enumerated() {
      surface.write(
        emptyWords.slice(line.range), column: rect.column + 2, row: rect.row + number,
        style: theme[isUnreadable ? .error : .quiet], clip: rect)
    }
  }

  private func drawEntry(_ index: Int, _ headline: ListText, row: Int, on surface: inout Surface) {
    let isSelected = index == selected
    let isRead = read.contains(index)
    let style = theme.entry(isSelected: isSelected, hasFocus: hasFocus, base: isRead ? .read : .plain)
    if isSelected, hasFocus {
      let entry = Rect(column: rect.column, row: row, columns: rect.columns, rows: headline.lines.count)
      surface.fill(entry.intersection(rect), style: style)
    }
    // In a cell of its own, however wide the terminal has •.
    let dot = environment.ambiguous == .wide ? "*" : "•"
    let mark = (isSelected ? "▸" : " ") + (isRead ? " " : dot)
    surface.write(mark, column: rect.column, row: row, style: style, clip: rect)
    let number = String(layout.articles[index].number)
    surface.write(number, endingAt: rect.column + 2 + layout.numberWidth, row: row, style: style, clip: rect)
    drawHeadline(headline, index, row: row, style: style, on: &surface)
    drawCount(index, row: row, style: style, on: &surface)
  }

  private func drawHeadline(
    _ headline: ListText, _ index: Int, row: Int, style: Style, on surface: inout Surface
  ) {
    let spans = highlights.titleSpans(of: layout.articles[index], at: index)
    let column = rect.column + layout.headlineColumn(of: index)
    if layout.isContinuation(index) { surface.write("↳", column: column - 2, row: row, style: style, clip: rect) }
    var end = column
    for (number, line) in headline.lines.enumerated() {
      end = surface.write(
        headline.text, line.range, column: column, row: row + number, style: style, spans: spans,
        clip: rect)
      if line.isCut { end = surface.write("…", column: end, row: row + number, style: style, clip: rect) }
    }
    let isOwnLine = end == column
    surface.write(
      layout.remarks(of: index), column: isOwnLine ? end : end + 1, row: row + headline.lines.count - 1,
      style: theme[.quiet].over(style), clip: rect)
  }

  private func drawCount(_ index: Int, row: Int, style: Style, on surface: inout Surface) {
    guard let count = highlights.found?.count(inArticle: index), count > 0 else { return }
    surface.write(
      String(count), endingAt: rect.endColumn - (count < 100 ? 1 : 0), row: row,
      style: theme[.matchCount].over(style), clip: rect)
  }
}
