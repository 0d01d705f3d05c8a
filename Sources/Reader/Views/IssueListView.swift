import Newspaper
import Screen
import Typesetting

/// The list of issues, newest first: date, how much of it has been read, lead headline.
struct IssueListView {
  let reader: Reader
  let rect: Rect

  /// From so many columns on date and headline share a line.
  private static let oneLineColumns = 48
  /// Columns before the headline where they do.
  private static let headlineColumn = 24

  private var isOneLine: Bool { rect.columns >= Self.oneLineColumns }
  /// Entries stand apart where there is room.
  private var hasAir: Bool { !isOneLine && rect.rows >= 12 }

  var geometry: ListGeometry {
    ListGeometry(count: reader.issues.count, rows: rect.rows) { height(of: $0) }
  }

  private func height(of index: Int) -> Int {
    let lines = headline(of: index).lines.count
    return isOneLine ? max(1, lines) : 1 + lines + (hasAir ? 1 : 0)
  }

  private func headline(of index: Int) -> ListText {
    let indent = isOneLine ? Self.headlineColumn : 2
    return ListText(reader.issues[index].leadHeadline, width: rect.columns - indent - 1, ambiguous: reader.ambiguous)
  }

  func draw(on surface: inout Surface) {
    guard !reader.issues.isEmpty else {
      surface.write(
        reader.noIssuesWords, column: rect.column + 2, row: rect.row, style: reader.theme[.quiet], clip: rect)
      return
    }
    var row = rect.row
    var index = reader.issuesTop
    while row < rect.endRow, index < reader.issues.count {
      drawEntry(index, row: row, on: &surface)
      row += height(of: index)
      index += 1
    }
  }

  private func drawEntry(_ index: Int, row: Int, on surface: inout Surface) {
    let isSelected = index == reader.selectedIssue
    let style = reader.look(isSelected: isSelected, in: .issues)
    let headline = headline(of: index)
    if isSelected, reader.hasFocus(.issues) {
      let rows = isOneLine ? headline.lines.count : 1 + headline.lines.count
      let entry = Rect(column: rect.column, row: row, columns: rect.columns, rows: max(1, rows))
      surface.fill(entry.intersection(rect), style: style)
    }
    if isSelected { surface.write("▸", column: rect.column, row: row, style: style, clip: rect) }
    drawDate(index, row: row, style: style, on: &surface)
    drawHeadline(headline, index, row: row, style: style, on: &surface)
  }

  private func drawDate(_ index: Int, row: Int, style: Style, on surface: inout Surface) {
    let issue = reader.issues[index]
    let read = min(issue.articleCount, reader.visits[issue.id]?.readCount ?? 0)
    let count = "\(read)/\(issue.articleCount)"
    let end = isOneLine ? rect.column + Self.headlineColumn - 2 : rect.endColumn - 1
    let isDone = read >= issue.articleCount && issue.articleCount > 0
    let quiet = isDone ? reader.theme[.read].over(style) : style
    let date = reader.cut(reader.phrases.date(of: issue), to: end - reader.width(count) - rect.column - 3)
    let column = surface.write(date, column: rect.column + 2, row: row, style: style, clip: rect)
    surface.write(count, endingAt: end, row: row, style: quiet, clip: rect)
    let matches = matchCount(index)
    let countEnd = end - reader.width(count) - 1
    if column + 1 + matches.count <= countEnd {
      let look = reader.theme[.matchCount].over(style)
      surface.write(matches, endingAt: countEnd, row: row, style: look, clip: rect)
    }
    if let title = issue.title, !isOneLine {
      let room = countEnd - (matches.isEmpty ? 0 : matches.count + 1) - column - 1
      surface.write(reader.cut(title, to: room), column: column + 1, row: row, style: style, clip: rect)
    }
  }

  /// How much was found in an issue, which is known only of the one that is open.
  private func matchCount(_ index: Int) -> String {
    guard index == reader.selectedIssue, let found = reader.found, !found.matches.isEmpty else { return "" }
    return String(found.matches.count)
  }

  private func drawHeadline(
    _ headline: ListText, _ index: Int, row: Int, style: Style, on surface: inout Surface
  ) {
    let column = rect.column + (isOneLine ? Self.headlineColumn : 2)
    let spans = reader.titleSpans(ofIssue: index, title: headline.text)
    for (number, line) in headline.lines.enumerated() {
      let row = row + number + (isOneLine ? 0 : 1)
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
  /// Which part of a large file it is, by its id: `archive.part03`.
  fileprivate var partNumber: Int? {
    let digits = id.reversed().prefix { ("0"..."9").contains($0) }
    return id.dropLast(digits.count).hasSuffix(".part") ? Int(String(digits.reversed())) : nil
  }
}

extension Reader {
  var issueList: ListGeometry {
    let rect = layout.rect(of: .issues) ?? layout.panes
    return IssueListView(reader: self, rect: rect).geometry
  }

  /// Whether a pane takes the keys.
  func hasFocus(_ pane: Pane) -> Bool { self.pane == pane && layers.isEmpty }

  /// How an entry of a list looks.
  func look(isSelected: Bool, in pane: Pane, base: Theme.Role = .plain) -> Style {
    guard isSelected else { return theme[base] }
    return theme[hasFocus(pane) ? .selected : .selectedUnfocused]
  }

  /// Highlights in an issue's lead headline, which is known only of the issue that is open.
  func titleSpans(ofIssue index: Int, title: String) -> [Span] {
    guard index == selectedIssue, found != nil else { return [] }
    let lead = articles.firstIndex { $0.kind == .article } ?? articles.indices.first
    return lead.map { articles[$0].title == title ? titleSpans(ofArticle: $0) : [] } ?? []
  }

  /// Highlights in an article's title, which is its headlines with a space between them.
  func titleSpans(ofArticle index: Int) -> [Span] {
    guard let found else { return [] }
    let blocks = articles[index].blocks.indices
    let heads = blocks.filter { articles[index].blocks[$0].role == .headline }
    var start = 0
    var spans: [Span] = []
    for block in heads.isEmpty ? Array(blocks.prefix(1)) : heads {
      for mark in found.marks(article: index, block: block) {
        let range = start + mark.range.lowerBound..<start + mark.range.upperBound
        spans.append(Span(range: range, style: theme[role(of: mark)]))
      }
      start += articles[index].blocks[block].passage.text.utf8.count + 1
    }
    return spans
  }
}
