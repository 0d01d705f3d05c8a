import Newspaper
import Screen

extension Issue {
  /// The issue as printed pages of boxes, without a terminal: a list of lines for each.
  /// - Parameters:
  ///   - size: of a page, in columns and rows.
  ///   - name: what the masthead calls a paper without a title.
  ///   - composition: how text is composed.
  public func printedFront(
    size: Size, name: String, language: Language, composition: Composition = Composition()
  ) -> [[String]] {
    let reader = Reader(printing: self, size: size, name: name, language: language, composition)
    let view = FrontView(reader: reader, rect: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows))
    let room = FrontView.room(in: view.rect)
    let front = SetFront(
      self, size: Size(columns: room.columns, rows: room.rows), language: language, composition: composition)
    return front.sheets.indices.map { number in
      var surface = Surface(size: size)
      view.draw(front, number: number, on: &surface)
      return surface.lines
    }
  }

  /// An article on pages of columns or of vertical lines, without a terminal: a list of lines for each page.
  /// - Parameters:
  ///   - continuations: the articles on other pages that it goes on with.
  ///   - rows: of a page; nil for one page that is as long as it has to be.
  ///   - composition: how text is composed.
  public func printedPages(
    of article: Article, continuations: [Article] = [], view: PageView, columns: Int, rows: Int?, language: Language,
    composition: Composition = Composition()
  ) -> [[String]] {
    let room = Size(columns: columns, rows: rows ?? Self.endless)
    let geometry: PageGeometry = view == .vertical ? .vertical(in: room, composition) : .columns(in: room, composition)
    let pages = SetPages(
      article, continuations: continuations, issue: self, geometry: geometry, raw: false, language: language)
    let reader = Reader(printing: self, size: room, name: "", language: language, composition)
    return (pages.flow?.pages ?? []).enumerated().map { number, page in
      let height = geometry.form.isVertical ? pages.geometry.size.rows : page.depth
      var surface = Surface(size: Size(columns: columns, rows: height))
      let view = PagesView(reader: reader, rect: surface.bounds)
      view.draw(pages, page: number, on: &surface)
      return surface.lines
    }
  }

  /// Rows that no article fills.
  private static let endless = 1_000_000
}

extension Reader {
  /// A reader that has an issue open and shows nothing of itself.
  fileprivate init(
    printing issue: Issue, size: Size, name: String, language: Language, _ composition: Composition
  ) {
    self.init(
      corpusName: name, issues: [issue.summary], keymap: Keymap(bindings: []), language: language,
      choices: Choices(ambiguous: composition.ambiguous == .wide ? .wide : .narrow), size: size)
    opened = OpenIssue(issue)
  }
}

extension Surface {
  /// The rows as text, without blanks at their ends.
  fileprivate var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
