import Newspaper
import Screen

extension Issue {
  /// The issue as printed pages of boxes, without a terminal: a list of lines for each.
  /// - Parameters:
  ///   - size: of a page, in columns and rows.
  ///   - composition: the composition of the text.
  package func printedFront(
    size: Size, language: Language, composition: Composition = Composition()
  ) -> [[String]] {
    let rect = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    let room = FrontPages.room(in: rect)
    let front = FrontPages(
      self, size: Size(columns: room.columns, rows: room.rows), language: language, composition: composition)
    let masthead = Masthead(summary, language: language)
    let painter = FrontPainter(front, masthead: masthead, TextLooks(), in: rect)
    return front.sheets.indices.map { number in
      var surface = Surface(size: size)
      painter.draw(sheet: number, on: &surface)
      return surface.lines
    }
  }

  /// An article on pages of columns or of vertical lines, without a terminal: a list of lines for each page.
  /// - Parameters:
  ///   - continuations: the articles on other pages that it goes on with.
  ///   - rows: of a page; nil for one page that is as long as it has to be.
  ///   - composition: the composition of the text.
  package func printedPages(
    of article: Article, continuations: [Article] = [], view: PageView, columns: Int, rows: Int?, language: Language,
    composition: Composition = Composition()
  ) -> [[String]] {
    let room = Size(columns: columns, rows: rows ?? Self.endless)
    let geometry: PageGeometry = view == .vertical ? .vertical(in: room, composition) : .columns(in: room, composition)
    let pages = ArticlePages(
      article, continuations: continuations, issue: self, geometry: geometry, raw: false, language: language)
    guard let flow = pages.flow else { return [] }
    return flow.pages.map { page in
      let height = geometry.form.isVertical ? pages.geometry.size.rows : page.depth
      var surface = Surface(size: Size(columns: columns, rows: height))
      PagePainter(pages, TextLooks(), in: surface.bounds, isOnly: flow.pages.count == 1).draw(page, on: &surface)
      return surface.lines
    }
  }

  /// Rows that no article fills.
  private static let endless = 1_000_000
}

extension Surface {
  /// The rows as text, without blanks at their ends.
  fileprivate var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
