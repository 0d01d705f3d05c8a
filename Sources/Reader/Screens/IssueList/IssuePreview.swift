import Newspaper
import Screen
import Typesetting

// Below a short list that has the screen to itself there is room for the articles of the selected issue, and below
// these for the beginning of the selected one.
extension Reader {
  /// Has the room below a short list used from now on. The first screen does not wait for an issue to be read.
  public mutating func beginPreview() -> [Effect] {
    issueList.previews = true
    return settle()
  }

  /// Rows of a rule and of the fewest entries that are worth it.
  private static let fewestRows = 4

  /// The room below the list and a rule; nil where there is none.
  var previewRect: Rect? {
    guard issueList.previews, pane == .issues, !layout.isWide, !settings.isReadAloud,
      let rect = layout.rect(of: .issues),
      !issues.isEmpty, issues.count <= rect.rows
    else { return nil }
    let used = issueList.rows(in: rect, environment)
    guard used + Self.fewestRows <= rect.rows else { return nil }
    return Rect(
      column: rect.column, row: rect.row + used + 1, columns: rect.columns, rows: rect.rows - used - 1)
  }

  /// Goes to the article below the list that was pressed on.
  mutating func selectBelowList(at place: Point) -> Pointed {
    guard let rect = previewRect, rect.contains(place),
      let index = contents.view(in: rect, of: self, top: 0).layout.list.entry(atRow: place.row - rect.row, from: 0)
    else { return .nothing }
    pane = .contents
    visit.article = index
    return .selected
  }

  func drawPreview(on surface: inout Surface) {
    guard let rect = previewRect, issue != nil, !articles.isEmpty else { return }
    drawRule(row: rect.row - 1, on: &surface)
    let view = contents.view(in: rect, of: self, top: 0)
    view.draw(on: &surface)
    let end = view.layout.list.rows(upTo: rect.rows)
    guard let article, end + Self.fewestRows + 1 <= rect.rows else { return }
    drawRule(row: rect.row + end, on: &surface)
    let room = Rect(column: rect.column, row: rect.row + end + 1, columns: rect.columns, rows: rect.rows - end - 1)
    drawBeginning(of: article, in: room, on: &surface)
  }

  private func drawBeginning(of article: Article, in rect: Rect, on surface: inout Surface) {
    guard let issue else { return }
    let measure = Layout.measure(in: rect.columns)
    let form = GalleyForm(measure: measure, composition: environment.composition)
    let beginning = article.beginning(atMost: 8 * rect.columns * rect.rows).article
    let galley = Galley(beginning, issue: issue, form: form, raw: false, language: environment.language)
    let column = rect.column + (rect.columns - measure) / 2
    let painter = LinePainter(galley, highlights.looks(), clip: rect)
    for (row, line) in galley.lines.prefix(rect.rows).enumerated() {
      painter.draw(line, column: column, row: rect.row + row, on: &surface)
    }
  }

  private func drawRule(row: Int, on surface: inout Surface) {
    for column in 0..<size.columns {
      surface.put(rule: "─", column: column, row: row, style: environment.theme[.rule], clip: layout.panes)
    }
  }
}
