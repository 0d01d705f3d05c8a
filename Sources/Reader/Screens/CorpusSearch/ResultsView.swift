import Newspaper
import Screen
import Searching
import Typesetting

/// Draws the hits of a search of the whole corpus: a chart of them by time where there is room, and below it a line for
/// each, the matches in one column, under headings of their issues.
struct ResultsView {
  let environment: Environment
  let layout: ResultsLayout
  let listHasFocus: Bool
  let chartHasFocus: Bool
  /// The share of the issues that have been read, while that goes on.
  let readShare: Double?
  /// Words for a corpus without issues; nil where it has some.
  let emptyWords: String?

  private var results: Results { layout.results }
  private var panes: Rect { layout.panes }
  private var phrases: Phrases { environment.phrases }
  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    guard results.query != nil else { return drawHowToAsk(on: &surface) }
    guard let shown = results.shown else {
      return drawWords([readShare.map(phrases.searchesOnceRead) ?? phrases.searching], on: &surface)
    }
    if let chart = layout.chart, layout.chartRect.rows > 1 {
      HitChartView(
        environment: environment, chart: chart, rect: layout.chartRect, total: shown.answer.total,
        selected: layout.bar(in: chart), hasFocus: chartHasFocus
      ).draw(on: &surface)
      drawRule(on: &surface)
    }
    if shown.answer.total == 0 { return drawNothing(shown, on: &surface) }
    drawHits(shown, top: results.top, selected: results.selected, on: &surface)
  }

  private func drawRule(on surface: inout Surface) {
    guard let row = layout.ruleRow else { return }
    for column in panes.column..<panes.endColumn {
      surface.put(rule: "─", column: column, row: row, style: theme[.rule], clip: panes)
    }
  }

  private func drawHits(_ shown: ShownAnswer, top: Int, selected: Int, on surface: inout Surface) {
    let rect = layout.listRect
    var row = rect.row
    var place = top
    while row < rect.endRow, place < shown.answer.total {
      guard let hit = shown[place] else {
        surface.write("…", column: rect.column + 2, row: row, style: theme[.quiet], clip: rect)
        (row, place) = (row + 1, place + 1)
        continue
      }
      if place == top || shown.isFirstOfRun(place) {
        drawHeading(hit, row: row, on: &surface)
        row += 1
      }
      let isNew = place == top || shown[place - 1]?.match.article != hit.match.article || shown.isFirstOfRun(place)
      let line = HitLine(environment: environment, rect: rect, hasFocus: listHasFocus)
      line.draw(
        hit, row: row, isSelected: place == selected, isMarked: results.isMarked(hit), namesArticle: isNew, on: &surface
      )
      (row, place) = (row + 1, place + 1)
    }
  }

  private func drawHeading(_ hit: CorpusHit, row: Int, on surface: inout Surface) {
    let rect = layout.listRect
    guard row < rect.endRow else { return }
    let style = theme[.heading]
    let summary = results.summaries[hit.issue]
    let date = phrases.date(
      of: summary ?? IssueSummary(id: hit.issue, title: nil, date: hit.date, articleCount: 0, leadHeadline: ""))
    var column = surface.write(date, column: rect.column + 1, row: row, style: style, clip: rect) + 2
    let count = phrases.hits(hit.hitsInIssue)
    let end = rect.endColumn - 1 - environment.width(count)
    if let title = summary?.title {
      column =
        surface.write(environment.cut(title, to: end - column - 2), column: column, row: row, style: style, clip: rect)
        + 2
    }
    let lead = environment.cut(summary?.leadHeadline ?? hit.headline, to: end - column - 2)
    surface.write(lead, column: column, row: row, style: theme[.quiet], clip: rect)
    guard end > column else { return }
    surface.write(count, column: end, row: row, style: theme[.quiet], clip: rect)
  }

  // MARK: Without hits

  private func drawNothing(_ shown: ShownAnswer, on surface: inout Surface) {
    guard shown.answer.isComplete else { return drawWords([phrases.searching], on: &surface) }
    if let emptyWords { return drawWords([emptyWords], on: &surface) }
    let text = shown.question.query.text
    var words = [phrases.notFoundAnywhere(text)]
    if let days = shown.question.days { words.append(phrases.notFoundIn(phrases.days(days))) }
    drawWords(words + [""] + phrases.advice(for: text), on: &surface)
  }

  /// Lines of words, the first one plain and the others quiet.
  private func drawWords(_ words: [String], on surface: inout Surface) {
    let rect = layout.listRect
    let margin = rect.columns >= 40 ? 2 : 1
    var row = rect.row + (rect.rows >= 9 ? 1 : 0)
    for (number, text) in words.enumerated() {
      let style = theme[number == 0 ? .plain : .quiet]
      let lines = setLines(
        text, LineSetting(measure: max(4, rect.columns - 2 * margin), ambiguous: environment.ambiguous))
      for line in lines {
        surface.write(text.slice(line.range), column: rect.column + margin, row: row, style: style, clip: rect)
        row += 1
      }
      if lines.isEmpty { row += 1 }
    }
  }

  /// Draws the forms of queries, before one has been typed.
  private func drawHowToAsk(on surface: inout Surface) {
    let rect = panes
    let words = emptyWords ?? phrases.typeToSearch
    let margin = rect.columns >= 40 ? 2 : 1
    var row = rect.row + (rect.rows >= 14 ? 1 : 0)
    surface.write(words, column: rect.column + margin, row: row, style: .plain, clip: rect)
    row += rect.rows >= 14 ? 2 : 1
    let forms = phrases.howToAsk
    let width = forms.map { environment.width($0.form) }.max() ?? 0
    for (form, words) in forms {
      surface.write(form, column: rect.column + margin, row: row, style: theme[.key], clip: rect)
      let column = rect.column + margin + width + 2
      surface.write(
        environment.cut(words, to: rect.endColumn - column), column: column, row: row, style: .plain, clip: rect)
      row += 1
    }
  }
}
