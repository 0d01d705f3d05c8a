import Newspaper
import Screen
import Searching
import Typesetting

/// Draws the text around a hit beside the list: day and paper, headline, and the words before and after the match.
struct HitPreview {
  let environment: Environment
  let rect: Rect
  let summary: IssueSummary?

  func draw(_ hit: CorpusHit, on surface: inout Surface) {
    let (theme, phrases) = (environment.theme, environment.phrases)
    let (column, measure) = (rect.column + 2, max(4, (rect.columns - 4) & ~1))
    let day = hit.date.map { $0.value + ($0.certainty == .inferred ? " ≈" : "") } ?? hit.issue
    let head = [day, phrases.page(hit.context.page), summary?.title ?? ""].filter { !$0.isEmpty }
    surface.write(
      environment.cut(head.joined(separator: " · "), to: measure), column: column, row: rect.row, style: theme[.quiet],
      clip: rect)
    var row = rect.row + 2
    row = write(hit.headline, spans: [], theme[.headline], column, measure, row, on: &surface) + 1
    let before = (hit.context.before.count >= CorpusHit.contextLength ? "…" : "") + hit.context.before
    let after = hit.context.after + (hit.context.after.count >= CorpusHit.contextLength ? "…" : "")
    let match = before.utf8.count..<before.utf8.count + hit.context.repaired.utf8.count
    let spans = [Span(range: match, style: theme[.currentMatch])]
    row = write(before + hit.context.repaired + after, spans: spans, .plain, column, measure, row, on: &surface) + 1
    let lines = hit.context.lines.map(String.init).joined(separator: ", ")
    let place = phrases.say("line {}", lines) + " · " + hit.context.path
    surface.write(environment.cut(place, to: measure), column: column, row: row, style: theme[.quiet], clip: rect)
  }

  private func write(
    _ text: String, spans: [Span], _ style: Style, _ column: Int, _ measure: Int, _ start: Int,
    on surface: inout Surface
  ) -> Int {
    let text = environment.settings.script.written(text)
    var row = start
    for line in setLines(text, LineSetting(measure: measure, ambiguous: environment.ambiguous)) where row < rect.endRow
    {
      surface.write(text, line.range, column: column, row: row, style: style, spans: spans, clip: rect)
      row += 1
    }
    return row
  }
}
