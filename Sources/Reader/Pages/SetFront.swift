import Newspaper
import Screen

/// An issue as printed pages: each article in a box, as much of it as fits.
struct SetFront: Sendable {
  struct Key: Sendable, Equatable {
    var issue: String
    var size: Size
  }

  /// An article in its box.
  struct Box: Sendable {
    /// Index of the article in the issue.
    let article: Int
    /// With the rules around it, from the top left of the room for boxes.
    let frame: Rect
    /// What is left for its text.
    let text: Rect
    let pages: SetPages
    /// Whether there is more than what the box shows.
    let goesOn: Bool
  }

  /// What stands on the screen at once.
  struct Sheet: Sendable {
    /// The number of the printed page.
    let page: Int
    /// The lead first; never empty.
    let boxes: [Box]
  }

  let key: Key
  let sheets: [Sheet]

  /// A box too small for more than its head is not worth its rules.
  private static let smallest = Size(columns: 30, rows: 10)

  /// - Parameter size: the room for boxes, with the rules around them.
  init(_ issue: Issue, size: Size, language: Language) {
    key = Key(issue: issue.id, size: size)
    let needs = issue.articles.enumerated().map { BoxNeed($1, index: $0) }
    let byPage = Dictionary(grouping: needs) { issue.articles[$0.article].blocks.first?.passage.page ?? 1 }
    sheets = byPage.sorted { $0.key < $1.key }.flatMap { page, needs in
      Self.layouts(needs, size: size).map { layout in
        Sheet(page: page, boxes: layout.boxes.map { Box($0, in: issue, language: language) })
      }
    }
  }

  /// As many articles on each sheet as find room.
  private static func layouts(_ needs: [BoxNeed], size: Size) -> [FrontLayout] {
    var layouts: [FrontLayout] = []
    var rest = needs[...]
    while !rest.isEmpty {
      let (layout, count) = fullest(rest, size: size)
      layouts.append(layout)
      rest = rest.dropFirst(count)
    }
    return layouts
  }

  private static func fullest(_ needs: ArraySlice<BoxNeed>, size: Size) -> (FrontLayout, count: Int) {
    let isTiny = size.columns < smallest.columns || size.rows < smallest.rows
    for count in stride(from: isTiny ? 0 : min(needs.count, 24), to: 0, by: -1) {
      if let layout = FrontLayout.best(Array(needs.prefix(count)), size: size) { return (layout, count) }
    }
    let frame = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    return (FrontLayout(boxes: needs.prefix(1).map { .init(article: $0.article, frame: frame) }, cost: 0), 1)
  }

  /// The sheet that has an article.
  func sheet(ofArticle article: Int) -> Int {
    sheets.firstIndex { $0.boxes.contains { $0.article == article } } ?? 0
  }
}

extension SetFront.Box {
  fileprivate init(_ box: FrontLayout.Box, in issue: Issue, language: Language) {
    article = box.article
    frame = box.frame
    text = box.text
    let room = Size(columns: max(2, box.text.columns), rows: max(1, box.text.rows))
    pages = SetPages(
      issue.articles[box.article], issue: issue, geometry: .box(in: room, isLead: box.isLead), raw: false,
      language: language)
    goesOn = (pages.flow?.pages.count ?? 0) > 1
  }

  /// The lines that it shows: where it goes on, the last one makes room for the sign of that.
  var page: PageFlow.Page? {
    guard var page = pages.flow?.pages.first else { return nil }
    let last = text.rows - 1
    if goesOn, let end = page.slots.last, end.depth >= last { page.slots.removeLast() }
    return page
  }
}
