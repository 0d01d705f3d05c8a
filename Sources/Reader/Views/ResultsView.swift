import Newspaper
import Screen
import Searching
import Typesetting

/// The hits of a search of the whole corpus: a chart of them by time where there is room, and below it a line for each,
/// the matches in one column, under headings of their issues.
struct ResultsView {
  let reader: Reader
  private var panes: Rect { reader.layout.panes }
  private var phrases: Phrases { reader.phrases }

  // MARK: Where things are

  /// Rows of the chart's bars and of what stands below them.
  private var chartRows: (bars: Int, below: Int) {
    guard let shown = reader.results?.shown, shown.answer.days.contains(where: { $0.hits > 0 }) else { return (0, 0) }
    switch panes.rows {
    case 30...: return (6, 2)
    case 22...: return (4, 2)
    case 14...: return (3, 2)
    case 7...: return (1, 1)
    default: return reader.results?.focus == .chart ? (panes.rows - 1, 1) : (0, 0)
    }
  }

  /// Where the bars and their labels stand.
  private var chartRect: Rect {
    let (bars, below) = chartRows
    return Rect(column: panes.column, row: panes.row, columns: panes.columns, rows: bars + min(1, below))
  }

  /// Where the hits stand, with their headings.
  var listRect: Rect {
    let (bars, below) = chartRows
    let used = min(bars + below, panes.rows)
    return Rect(column: panes.column, row: panes.row + used, columns: panes.columns, rows: panes.rows - used)
  }

  /// How many bars there is room for.
  var chartSlots: Int { HitChartView.slots(in: panes.columns, highest: reader.results?.shown?.answer.total ?? 0) }

  // MARK: Drawing

  func draw(on surface: inout Surface) {
    guard let results = reader.results, results.query != nil else { return drawHowToAsk(on: &surface) }
    guard let shown = results.shown else {
      return drawWords([reader.readingShare.map(phrases.searchesOnceRead) ?? phrases.searching], on: &surface)
    }
    if let chart = reader.chart, chartRect.rows > 1 {
      HitChartView(reader: reader, chart: chart, rect: chartRect).draw(on: &surface)
      drawRule(on: &surface)
    }
    if shown.answer.total == 0 { return drawNothing(shown, on: &surface) }
    drawHits(shown, top: results.top, selected: results.selected, on: &surface)
  }

  private func drawRule(on surface: inout Surface) {
    guard chartRows.below > 1 else { return }
    for column in panes.column..<panes.endColumn {
      surface.put(rule: "─", column: column, row: listRect.row - 1, style: reader.theme[.rule], clip: panes)
    }
  }

  private func drawHits(_ shown: Answered, top: Int, selected: Int, on surface: inout Surface) {
    let rect = listRect
    var row = rect.row
    var place = top
    while row < rect.endRow, place < shown.answer.total {
      guard let hit = shown[place] else {
        surface.write("…", column: rect.column + 2, row: row, style: reader.theme[.quiet], clip: rect)
        (row, place) = (row + 1, place + 1)
        continue
      }
      if place == top || shown.isFirstOfRun(place) {
        drawHeading(hit, row: row, on: &surface)
        row += 1
      }
      let isNew = place == top || shown[place - 1]?.match.article != hit.match.article || shown.isFirstOfRun(place)
      let line = HitLine(reader: reader, rect: rect)
      line.draw(hit, row: row, isSelected: place == selected, namesArticle: isNew, on: &surface)
      (row, place) = (row + 1, place + 1)
    }
  }

  private func drawHeading(_ hit: CorpusHit, row: Int, on surface: inout Surface) {
    let rect = listRect
    guard row < rect.endRow else { return }
    let style = reader.theme[.heading]
    let summary = reader.results?.summaries[hit.issue]
    let date = phrases.date(
      of: summary ?? IssueSummary(id: hit.issue, title: nil, date: hit.date, articleCount: 0, leadHeadline: ""))
    var column = surface.write(date, column: rect.column + 1, row: row, style: style, clip: rect) + 2
    let count = phrases.hits(hit.hitsInIssue)
    let end = rect.endColumn - 1 - reader.width(count)
    if let title = summary?.title {
      column =
        surface.write(reader.cut(title, to: end - column - 2), column: column, row: row, style: style, clip: rect) + 2
    }
    let lead = reader.cut(summary?.leadHeadline ?? hit.headline, to: end - column - 2)
    surface.write(lead, column: column, row: row, style: reader.theme[.quiet], clip: rect)
    guard end > column else { return }
    surface.write(count, column: end, row: row, style: reader.theme[.quiet], clip: rect)
  }

  // MARK: Without hits

  private func drawNothing(_ shown: Answered, on surface: inout Surface) {
    guard shown.answer.isComplete else { return drawWords([phrases.searching], on: &surface) }
    if reader.issues.isEmpty { return drawWords([reader.noIssuesWords], on: &surface) }
    let text = shown.question.query.text
    var words = [phrases.notFoundAnywhere(text)]
    if let days = shown.question.days { words.append(phrases.notFoundIn(phrases.days(days))) }
    drawWords(words + [""] + phrases.advice(for: text), on: &surface)
  }

  /// Lines of words, the first one plain and the others quiet.
  private func drawWords(_ words: [String], on surface: inout Surface) {
    let rect = listRect
    let margin = rect.columns >= 40 ? 2 : 1
    var row = rect.row + (rect.rows >= 9 ? 1 : 0)
    for (number, text) in words.enumerated() {
      let style = reader.theme[number == 0 ? .plain : .quiet]
      let lines = setLines(text, LineSetting(measure: max(4, rect.columns - 2 * margin), ambiguous: reader.ambiguous))
      for line in lines {
        surface.write(text.slice(line.range), column: rect.column + margin, row: row, style: style, clip: rect)
        row += 1
      }
      if lines.isEmpty { row += 1 }
    }
  }

  /// What can be typed, before anything has been.
  private func drawHowToAsk(on surface: inout Surface) {
    let rect = panes
    let words = reader.issues.isEmpty ? reader.noIssuesWords : phrases.typeToSearch
    let margin = rect.columns >= 40 ? 2 : 1
    var row = rect.row + (rect.rows >= 14 ? 1 : 0)
    surface.write(words, column: rect.column + margin, row: row, style: .plain, clip: rect)
    row += rect.rows >= 14 ? 2 : 1
    let forms = phrases.howToAsk
    let width = forms.map { reader.width($0.form) }.max() ?? 0
    for (form, words) in forms {
      surface.write(form, column: rect.column + margin, row: row, style: reader.theme[.key], clip: rect)
      let column = rect.column + margin + width + 2
      surface.write(reader.cut(words, to: rect.endColumn - column), column: column, row: row, style: .plain, clip: rect)
      row += 1
    }
  }
}
