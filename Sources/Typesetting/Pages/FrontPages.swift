import Newspaper
import Screen

/// An issue as printed pages: each article in a box, as much of it as fits.
package struct FrontPages: Sendable {
  /// The inputs of a layout, by which it is known to be stale.
  package struct Key: Sendable, Equatable {
    var issue: String
    var size: Size
    var composition: Composition

    /// The key of an issue's layout in a size.
    package init(issue: String, size: Size, composition: Composition) {
      self.issue = issue
      self.size = size
      self.composition = composition
    }
  }

  /// An article in its box.
  package struct Box: Sendable {
    /// Index of the article in the issue.
    package let article: Int
    /// With the rules around it, from the top left of the room for boxes.
    package let frame: Rect
    /// The room that is left for its text.
    package let text: Rect
    /// The pages of its text, of which the box shows the first.
    package let pages: ArticlePages
    /// True if there is more than the box shows.
    let goesOn: Bool
  }

  /// The boxes that stand on the screen at once.
  package struct Sheet: Sendable {
    /// The number of the printed page.
    let page: Int
    /// The lead first; never empty.
    package let boxes: [Box]
  }

  /// The inputs that it was made of.
  package let key: Key
  /// The sheets in the order of their pages.
  package let sheets: [Sheet]

  /// A box too small for more than its head is not worth its rules.
  private static let smallest = Size(columns: 30, rows: 10)
  /// More would not be told apart.
  private static let mostBoxes = 24

  /// - Parameter size: the room for boxes, with the rules around them.
  package init(_ issue: Issue, size: Size, language: Language, composition: Composition = Composition()) {
    key = Key(issue: issue.id, size: size, composition: composition)
    let needs = issue.articles.enumerated().map { BoxNeed($1, index: $0, composition.ambiguous) }
    let byPage = Dictionary(grouping: needs) { issue.articles[$0.article].page ?? 1 }
    sheets = byPage.sorted { $0.key < $1.key }.flatMap { page, needs in
      Self.boxes(needs, of: issue, size: size) { Box($0, in: issue, language: language, composition) }
        .map { Sheet(page: page, boxes: $0) }
    }
  }

  /// As many articles on each sheet as find room.
  private static func boxes(
    _ needs: [BoxNeed], of issue: Issue, size: Size, set: (FrontLayout.Box) -> Box
  ) -> [[Box]] {
    var sheets: [[Box]] = []
    var rest = needs[...]
    while !rest.isEmpty {
      let boxes = fullest(rest, of: issue, size: size, set: set)
      sheets.append(boxes)
      rest = rest.dropFirst(max(1, boxes.count))
    }
    return sheets
  }

  private static func fullest(
    _ needs: ArraySlice<BoxNeed>, of issue: Issue, size: Size, set: (FrontLayout.Box) -> Box
  ) -> [Box] {
    let isTiny = size.columns < smallest.columns || size.rows < smallest.rows
    for count in stride(from: isTiny ? 0 : min(needs.count, mostBoxes), to: 0, by: -1) {
      var others = Array(needs.prefix(count))
      guard let lead = others.map({ issue.articles[$0.article] }).lead else { continue }
      let first = others.remove(at: lead)
      guard let layout = FrontLayout.best(first, others, size: size) else { continue }
      // The layout goes by estimates: its promise is looked at.
      let boxes = layout.boxes.map(set)
      if boxes.allSatisfy(\.showsText) { return boxes }
    }
    let frame = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    return needs.prefix(1).map { set(FrontLayout.Box(article: $0.article, frame: frame)) }
  }

  /// The room for boxes, with the rules around them: below the masthead, where there is room for one.
  package static func room(in rect: Rect) -> Rect {
    let head = rect.rows >= 12 ? 1 : 0
    return Rect(column: rect.column, row: rect.row + head, columns: rect.columns, rows: rect.rows - head)
  }

  /// The sheet that has an article.
  package func sheet(ofArticle article: Int) -> Int {
    sheets.firstIndex { $0.boxes.contains { $0.article == article } } ?? 0
  }
}

extension Article {
  /// As much of it as can be in sight in a box, so that a long one is not set for a few lines of it.
  /// - Parameter bytes: of text, as much as fills the box in any case.
  package func beginning(atMost bytes: Int) -> (article: Article, isCut: Bool) {
    var rest = bytes
    guard
      let last = blocks.firstIndex(where: {
        rest -= $0.passage.text.utf8.count; return rest < 0
      })
    else {
      return (self, false)
    }
    var article = self
    article.blocks.removeLast(blocks.count - last - 1)
    var text = article.blocks[last].passage.text.utf8[...]
    let count = max(0, text.count + rest)
    var end = text.index(text.startIndex, offsetBy: count)
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end = text.index(after: end) }
    text = text[..<end]
    article.blocks[last].passage.text = String(Substring(text))
    return (article, true)
  }
}

extension FrontPages.Box {
  fileprivate init(_ box: FrontLayout.Box, in issue: Issue, language: Language, _ composition: Composition) {
    article = box.article
    frame = box.frame
    text = box.text
    let room = Size(columns: max(2, box.text.columns), rows: max(1, box.text.rows))
    let (article, isCut) = issue.articles[box.article].beginning(atMost: 8 * room.columns * room.rows)
    pages = ArticlePages(
      article, issue: issue, geometry: .box(in: room, isLead: box.isLead, composition),
      raw: false, language: language)
    goesOn = isCut || (pages.flow?.pages.count ?? 0) > 1
  }

  /// True if all of the head and something of the text is in sight.
  fileprivate var showsText: Bool {
    let last = page?.slots.last?.line ?? 0
    return last >= min(pages.galley.stackCount, pages.galley.lines.count - 1)
  }

  /// The lines that it shows: marks and subheads do not stand without the text below them.
  package var page: PageFlow.Page? {
    guard var page = pages.flow?.pages.first else { return nil }
    while goesOn, let end = page.slots.last, [.mark, .subhead].contains(pages.galley.lines[end.line].part) {
      page.slots.removeLast()
    }
    return page
  }
}
