import Newspaper
import Screen
import Typesetting

/// Draws the list of issues: date, read and unread articles, lead headline.
struct IssueListView {
  let environment: Environment
  let layout: IssueListLayout
  /// Index of the first issue shown.
  let top: Int
  let selected: Int
  let hasFocus: Bool
  /// By the issue's id.
  let visits: [String: Visit]
  /// Matches in the selected issue, the only one for which they are known.
  let matches: Int
  /// The title of the selected issue's lead, with highlights.
  let leadTitle: (title: String, spans: [Span])?
  /// Stands in place of a list without issues.
  let emptyWords: String

  private var rect: Rect { layout.rect }
  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    guard !layout.issues.isEmpty else {
      surface.write(emptyWords, column: rect.column + 2, row: rect.row, style: theme[.quiet], clip: rect)
      return
    }
    var row = rect.row
    var index = top
    while row < rect.endRow, index < layout.issues.count {
      drawEntry(index, row: row, on: &surface)
      row += layout.height(of: index)
      index += 1
    }
  }

  private func drawEntry(_ index: Int, row: Int, on surface: inout Surface) {
    let isSelected = index == selected
    let style = theme.entry(isSelected: isSelected, hasFocus: hasFocus)
    let headline = layout.headline(of: index)
    if isSelected, hasFocus {
      let rows = layout.isOneLine ? headline.lines.count : 1 + headline.lines.count
      let entry = Rect(column: rect.column, row: row, columns: rect.columns, rows: max(1, rows))
      surface.fill(entry.intersection(rect), style: style)
    }
    if isSelected { surface.write("▸", column: rect.column, row: row, style: style, clip: rect) }
    drawDate(index, row: row, style: style, on: &surface)
    drawHeadline(headline, isSelected: isSelected, row: row, style: style, on: &surface)
  }

  private func drawDate(_ index: Int, row: Int, style: Style, on surface: inout Surface) {
    let issue = layout.issues[index]
    let read = min(issue.articleCount, visits[issue.id]?.readCount ?? 0)
    let count = "\(read)/\(issue.articleCount)"
    let end = layout.isOneLine ? rect.column + IssueListLayout.headlineColumn - 2 : rect.endColumn - 1
    let isDone = read >= issue.articleCount && issue.articleCount > 0
    let quiet = isDone ? theme[.read].over(style) : style
    let room = end - environment.width(count) - rect.column - 3
    let date = environment.cut(environment.phrases.date(of: issue), to: room)
    let column = surface.write(date, column: rect.column + 2, row: row, style: style, clip: rect)
    surface.write(count, endingAt: end, row: row, style: quiet, clip: rect)
    let matches = index == selected && self.matches > 0 ? String(self.matches) : ""
    let countEnd = end - environment.width(count) - 1
    if column + 1 + matches.count <= countEnd {
      surface.write(matches, endingAt: countEnd, row: row, style: theme[.matchCount].over(style), clip: rect)
    }
    if let title = issue.title, !layout.isOneLine, !layout.namesPapers {
      let room = countEnd - (matches.isEmpty ? 0 : matches.count + 1) - column - 1
      surface.write(environment.cut(title, to: room), column: column + 1, row: row, style: style, clip: rect)
    }
  }

  private func drawHeadline(
    _ headline: ListText, isSelected: Bool, row: Int, style: Style, on surface: inout Surface
  ) {
    let column = rect.column + (layout.isOneLine ? IssueListLayout.headlineColumn : 2)
    let spans = isSelected && leadTitle?.title == headline.text ? leadTitle?.spans ?? [] : []
    for (number, line) in headline.lines.enumerated() {
      let row = row + number + (layout.isOneLine ? 0 : 1)
      let end = surface.write(
        headline.text, line.range, column: column, row: row, style: style, spans: spans, clip: rect)
      if line.isCut { surface.write("…", column: end, row: row, style: style, clip: rect) }
    }
  }
}

extension Phrases {
  /// An issue's date as lists show it: `2021-06-22 ≈` where it is inferred, `????-03-04 ≈` where the year is unknown,
  /// `2021-06-22 #3` for the third part of a large file, whose parts may all bear one date.
  func date(of issue: IssueSummary) -> String {
    guard let date = issue.date else { return noDate + " " + issue.id }
    let day = date.year == nil ? "????" + date.value.dropFirst() : date.value
    return (date.certainty == .inferred ? day + " ≈" : day) + (issue.partNumber.map { " #\($0)" } ?? "")
  }
}

extension IssueSummary {
  /// The number of a part of a large file, by its id: `archive.part03`.
  fileprivate var partNumber: Int? {
    let digits = id.reversed().prefix { ("0"..."9").contains($0) }
    return id.dropLast(digits.count).hasSuffix(".part") ? Int(String(digits.reversed())) : nil
  }
}
