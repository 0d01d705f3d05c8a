import Newspaper
import Screen
import Typesetting

/// The list of an issue's articles: number, headline, turns to other pages, what has been read, how often it matches.
struct ContentsView {
  let reader: Reader
  let rect: Rect
  private let articles: [Article]
  private let read: Set<Int>

  init(reader: Reader, rect: Rect) {
    self.reader = reader
    self.rect = rect
    articles = reader.articles
    read = reader.visit.read
  }

  var geometry: ListGeometry {
    ListGeometry(count: articles.count, rows: rect.rows) { headline(of: $0).lines.count }
  }

  private var numberWidth: Int { String(articles.count).count }
  /// A continuation stands behind the sign of one.
  private func headlineColumn(of index: Int) -> Int { 3 + numberWidth + (isContinuation(index) ? 2 : 0) }
  /// Columns at the right for the numbers of matches; kept free without matches, too, so that a search moves nothing.
  private static let countWidth = 2

  private func headline(of index: Int) -> ListText {
    let turn = turn(of: articles[index])
    return ListText(
      articles[index].title, width: rect.columns - headlineColumn(of: index) - 1 - Self.countWidth,
      tail: turn.isEmpty ? 0 : reader.width(turn) + 1, ambiguous: reader.ambiguous)
  }

  private func isContinuation(_ index: Int) -> Bool { reader.turns?.opening(of: index) != nil }

  /// Where the article goes on or points to.
  private func turn(of article: Article) -> String {
    if let jump = article.jump {
      return jump.direction == .to ? reader.phrases.jump(to: jump.page) : reader.phrases.jump(from: jump.page)
    }
    return article.pointsTo.map(reader.phrases.pointer) ?? ""
  }

  func draw(on surface: inout Surface) {
    guard !articles.isEmpty else { return drawNothing(on: &surface) }
    var row = rect.row
    var index = reader.contentsTop
    while row < rect.endRow, index < articles.count {
      let headline = headline(of: index)
      drawEntry(index, headline, row: row, on: &surface)
      row += headline.lines.count
      index += 1
    }
  }

  private func drawNothing(on surface: inout Surface) {
    let words = reader.issue == nil ? reader.unreadable?.reason ?? "" : reader.phrases.noArticles
    let role: Theme.Role = reader.issue == nil ? .error : .quiet
    for (number, line) in setLines(words, LineSetting(measure: max(2, rect.columns - 3), ambiguous: reader.ambiguous))
      .enumerated()
    {
      surface.write(
        words.slice(line.range), column: rect.column + 2, row: rect.row + number, style: reader.theme[role], clip: rect)
    }
  }

  private func drawEntry(_ index: Int, _ headline: ListText, row: Int, on surface: inout Surface) {
    let isSelected = index == reader.visit.article
    let style = reader.look(isSelected: isSelected, in: .contents, base: read.contains(index) ? .read : .plain)
    if isSelected, reader.hasFocus(.contents) {
      let entry = Rect(column: rect.column, row: row, columns: rect.columns, rows: headline.lines.count)
      surface.fill(entry.intersection(rect), style: style)
    }
    // In a cell of its own, however wide the terminal has •.
    let dot = reader.ambiguous == .wide ? "*" : "•"
    let mark = (isSelected ? "▸" : " ") + (read.contains(index) ? " " : dot)
    surface.write(mark, column: rect.column, row: row, style: style, clip: rect)
    let number = String(articles[index].number)
    surface.write(number, endingAt: rect.column + 2 + numberWidth, row: row, style: style, clip: rect)
    drawHeadline(headline, index, row: row, style: style, on: &surface)
    drawCount(index, row: row, style: style, on: &surface)
  }

  private func drawHeadline(
    _ headline: ListText, _ index: Int, row: Int, style: Style, on surface: inout Surface
  ) {
    let spans = reader.titleSpans(ofArticle: index)
    let column = rect.column + headlineColumn(of: index)
    if isContinuation(index) { surface.write("↳", column: column - 2, row: row, style: style, clip: rect) }
    var end = column
    for (number, line) in headline.lines.enumerated() {
      end = surface.write(
        headline.text, line.range, column: column, row: row + number, style: style, spans: spans,
        clip: rect)
      if line.isCut { end = surface.write("…", column: end, row: row + number, style: style, clip: rect) }
    }
    let isOwnLine = end == column
    surface.write(
      turn(of: articles[index]), column: isOwnLine ? end : end + 1, row: row + headline.lines.count - 1,
      style: reader.theme[.quiet].over(style), clip: rect)
  }

  private func drawCount(_ index: Int, row: Int, style: Style, on surface: inout Surface) {
    guard let count = reader.found?.count(inArticle: index), count > 0 else { return }
    surface.write(
      String(count), endingAt: rect.endColumn - (count < 100 ? 1 : 0), row: row,
      style: reader.theme[.matchCount].over(style), clip: rect)
  }
}

extension Reader {
  var contentsList: ListGeometry {
    ContentsView(reader: self, rect: layout.rect(of: .contents) ?? layout.panes).geometry
  }
}
