import Newspaper
import Screen

/// Draws an issue as printed pages: the masthead, and boxes of articles with rules between them.
package struct FrontPainter {
  private let front: FrontPages
  private let masthead: Masthead
  private let looks: TextLooks
  private let rect: Rect
  /// The boxes and the rules around them.
  private let room: Rect

  /// A painter of an issue's printed pages in a rectangle.
  package init(_ front: FrontPages, masthead: Masthead, _ looks: TextLooks, in rect: Rect) {
    self.front = front
    self.masthead = masthead
    self.looks = looks
    self.rect = rect
    room = FrontPages.room(in: rect)
  }

  /// Draws a sheet.
  /// - Parameter focus: index of the article whose rules are heavier.
  package func draw(sheet number: Int, focus: Int? = nil, on surface: inout Surface) {
    let sheet = front.sheets[number]
    drawMasthead(of: sheet, number: number, on: &surface)
    for box in sheet.boxes { draw(box, on: &surface) }
    drawRules(of: sheet, around: sheet.boxes.first { $0.article == focus }?.frame, on: &surface)
  }

  private func drawMasthead(of sheet: FrontPages.Sheet, number: Int, on surface: inout Surface) {
    let row = room.row - 1
    guard row >= rect.row else { return }
    let ambiguous = front.key.composition.ambiguous
    let end = rect.endColumn - 2
    let parts = front.sheets.indices.filter { front.sheets[$0].page == sheet.page }
    let part = (parts.firstIndex(of: number) ?? 0) + 1
    let place = masthead.place(ofPage: sheet.page, part: part, of: parts.count)
    let date = cut(place, to: end - rect.column - 2, ambiguous: ambiguous)
    surface.write(date, endingAt: end, row: row, style: .plain, clip: rect)
    let free = end - displayWidth(date, ambiguous: ambiguous) - rect.column - 5
    let isSpaced = displayWidth(masthead.spacedTitle, ambiguous: ambiguous) <= free
    let title = isSpaced ? masthead.spacedTitle : cut(masthead.title, to: free, ambiguous: ambiguous)
    surface.write(title, column: rect.column + 2, row: row, style: looks.part(.headline), clip: rect)
  }

  private func draw(_ box: FrontPages.Box, on surface: inout Surface) {
    let text = box.text.moved(to: room)
    guard let page = box.page, !text.isEmpty else { return }
    // Marks hang in the column of air beside the text.
    let clip = Rect(column: text.column, row: text.row, columns: text.columns + 1, rows: text.rows).intersection(rect)
    PagePainter(box.pages, looks, in: text, clip: clip).draw(page, on: &surface)
    guard box.goesOn else { return }
    drawEnd(of: box, page, in: text, on: &surface)
  }

  /// Draws the sign that a text goes on, behind its last line or over the end of that.
  private func drawEnd(of box: FrontPages.Box, _ page: PageFlow.Page, in text: Rect, on surface: inout Surface) {
    let width = displayWidth("……", ambiguous: front.key.composition.ambiguous)
    let row = text.row + (page.slots.last.map(\.depth) ?? 0)
    let last = (text.column..<text.endColumn).last { surface[$0, row].glyph != " " }
    let end = last.map { $0 + 1 + width } ?? 0
    surface.write(
      "……", endingAt: max(text.column + width, min(end, text.endColumn)), row: row, style: looks.quiet, clip: text)
  }

  private func drawRules(of sheet: FrontPages.Sheet, around focus: Rect?, on surface: inout Surface) {
    var rules = RuleGrid(columns: room.columns, rows: room.rows)
    rules.addHorizontal(row: 0, from: 0, to: room.columns - 1, .heavy)
    for box in sheet.boxes { rules.add(inside: box.frame, of: room) }
    if let focus { rules.add(around: focus) }
    for row in 0..<room.rows {
      for column in 0..<room.columns {
        guard let glyph = rules.glyph(column, row) else { continue }
        let isHeavy = row == 0 || focus?.hasOnEdge(column, row) == true
        surface.put(
          rule: glyph, column: room.column + column, row: room.row + row, style: isHeavy ? .plain : looks.rule,
          clip: rect)
      }
    }
  }
}

extension RuleGrid {
  /// Adds the rules of a box that stand between it and others; the edges of the page have none.
  fileprivate mutating func add(inside frame: Rect, of room: Rect) {
    let (right, bottom) = (frame.endColumn - 1, frame.endRow - 1)
    let end = bottom < room.rows - 1 ? bottom : bottom - 1
    if frame.column > 0 { addVertical(column: frame.column, from: frame.row, to: end, .light) }
    if right < room.columns - 1 { addVertical(column: right, from: frame.row, to: end, .light) }
    if bottom < room.rows - 1 { addHorizontal(row: bottom, from: frame.column, to: right, .light) }
  }

  fileprivate mutating func add(around frame: Rect) {
    let (right, bottom) = (frame.endColumn - 1, frame.endRow - 1)
    addVertical(column: frame.column, from: frame.row, to: bottom, .heavy)
    addVertical(column: right, from: frame.row, to: bottom, .heavy)
    addHorizontal(row: frame.row, from: frame.column, to: right, .heavy)
    addHorizontal(row: bottom, from: frame.column, to: right, .heavy)
  }
}

extension Rect {
  fileprivate func moved(to room: Rect) -> Rect {
    Rect(column: column + room.column, row: row + room.row, columns: columns, rows: rows)
  }

  fileprivate func hasOnEdge(_ column: Int, _ row: Int) -> Bool {
    guard (self.column..<endColumn).contains(column), (self.row..<endRow).contains(row) else { return false }
    return column == self.column || column == endColumn - 1 || row == self.row || row == endRow - 1
  }
}
