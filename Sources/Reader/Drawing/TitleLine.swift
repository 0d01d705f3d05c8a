import Screen
import Typesetting

/// Draws the first line: the name of the program, that of the corpus, and the numbers of issues and articles.
struct TitleLine {
  let environment: Environment
  let rect: Rect
  let issues: Int
  let articles: Int
  /// The issues that have been read and those that must be, while that goes on.
  let progress: (done: Int, total: Int)?

  func draw(on surface: inout Surface) {
    let (phrases, theme) = (environment.phrases, environment.theme)
    let count = phrases.totals(issues: issues, articles: articles)
    let totals = progress.map { phrases.reading($0.done, of: $0.total) + " · " + count } ?? count
    let column = surface.write(phrases.name, column: 1, row: 0, style: theme[.title], clip: rect)
    let end = rect.endColumn - 1
    let room = end - column - 2
    let showsTotals = environment.width(totals) + 2 <= room
    if showsTotals { surface.write(totals, endingAt: end, row: 0, style: theme[.quiet], clip: rect) }
    let name = environment.cut(environment.corpusName, to: showsTotals ? room - environment.width(totals) - 2 : room)
    surface.write(name, column: column + 2, row: 0, style: .plain, clip: rect)
  }
}
