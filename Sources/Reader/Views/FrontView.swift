import Newspaper
import Screen
import Typesetting

/// The issue as a printed page: masthead, and a box for each article with rules between them; the rules around the one
/// that has the focus are heavier.
struct FrontView {
  let reader: Reader
  let rect: Rect

  /// Where boxes stand, with the rules around them: below the masthead, where there is room for one.
  static func room(in rect: Rect) -> Rect {
    let head = rect.rows >= 12 ? 1 : 0
    return Rect(column: rect.column, row: rect.row + head, columns: rect.columns, rows: rect.rows - head)
  }

  /// Draws the sheet that has the focus.
  func draw(on surface: inout Surface) {
    guard let front = reader.front, !front.sheets.isEmpty else { return drawNothing(on: &surface) }
    draw(front, number: front.sheet(ofArticle: reader.visit.article), on: &surface)
  }

  /// Draws a sheet.
  func draw(_ front: SetFront, number: Int, on surface: inout Surface) {
    let sheet = front.sheets[number]
    let room = Self.room(in: rect)
    drawMasthead(sheet, number: number, of: front.sheets.count, on: &surface)
    for box in sheet.boxes { draw(box, at: room, on: &surface) }
    drawRules(sheet, at: room, on: &surface)
  }

  private func drawNothing(on surface: inout Surface) {
    let words = reader.issue == nil ? "" : reader.phrases.noArticles
    surface.write(words, column: rect.column + 2, row: rect.row, style: reader.theme[.quiet], clip: rect)
  }

  // MARK: Masthead

  private func drawMasthead(_ sheet: SetFront.Sheet, number: Int, of count: Int, on surface: inout Surface) {
    let row = Self.room(in: rect).row - 1
    guard row >= rect.row, let issue = reader.issue else { return }
    let end = rect.endColumn - 2
    var date = reader.phrases.longDate(of: issue.summary) + "　" + reader.phrases.page(sheet.page)
    if count > 1 { date += "　(\(number + 1)/\(count))" }
    let shown = reader.cut(date, to: end - rect.column - 2)
    surface.write(shown, endingAt: end, row: row, style: .plain, clip: rect)
    let room = end - reader.width(shown) - rect.column - 5
    let name = issue.title ?? reader.corpusName
    let spaced = name.map(String.init).joined(separator: name.utf8.count == name.count ? "" : "　")
    let title = reader.width(spaced) <= room ? spaced : reader.cut(name, to: room)
    surface.write(title, column: rect.column + 2, row: row, style: reader.theme[.headline], clip: rect)
  }

  // MARK: Boxes

  private func draw(_ box: SetFront.Box, at room: Rect, on surface: inout Surface) {
    let text = box.text.moved(to: room)
    guard let page = box.page, !text.isEmpty else { return }
    // Marks hang in the column of air beside the text.
    let clip = Rect(column: text.column, row: text.row, columns: text.columns + 1, rows: text.rows).intersection(rect)
    let painter = LinePainter(reader: reader, galley: box.pages.galley, clip: clip)
    let print = PagePrint(pages: box.pages, rect: text, isOnly: false)
    print.draw(page, with: painter, rule: reader.theme[.rule], on: &surface)
    guard box.goesOn else { return }
    surface.write("……", endingAt: text.endColumn, row: text.endRow - 1, style: reader.theme[.quiet], clip: clip)
  }

  // MARK: Rules

  private func drawRules(_ sheet: SetFront.Sheet, at room: Rect, on surface: inout Surface) {
    var rules = RuleGrid(columns: room.columns, rows: room.rows)
    rules.addHorizontal(row: 0, from: 0, to: room.columns - 1, .heavy)
    for box in sheet.boxes { rules.add(inside: box.frame, of: room) }
    let focus = sheet.boxes.first { $0.article == reader.visit.article && reader.hasFocus(.contents) }?.frame
    if let focus { rules.add(around: focus) }
    for row in 0..<room.rows {
      for column in 0..<room.columns {
        guard let glyph = rules.glyph(column, row) else { continue }
        let isFocus = focus?.hasOnEdge(column, row) == true
        surface.put(
          rule: glyph, column: room.column + column, row: room.row + row,
          style: reader.theme[isFocus || row == 0 ? .plain : .rule], clip: rect)
      }
    }
  }
}

extension RuleGrid {
  /// The rules of a box that stand between it and others; the edges of the page have none.
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

extension Phrases {
  /// An issue's date as a masthead has it: with the day of the week, where the year is known.
  func longDate(of issue: IssueSummary) -> String {
    guard let date = issue.date else { return noDate }
    let doubt = date.certainty == .inferred ? " ≈" : ""
    let month = Self.months[(date.month + 11) % 12]
    guard let year = date.year, let weekday = date.calendarDay.weekday else {
      return say("{} {}{}", date.day, month, doubt)
    }
    return say("{}, {} {} {}{}", Self.weekdays[weekday], date.day, month, year, doubt)
  }

  private static let weekdays = [
    Phrase("Sunday"), Phrase("Monday"), Phrase("Tuesday"), Phrase("Wednesday"), Phrase("Thursday"), Phrase("Friday"),
    Phrase("Saturday"),
  ]

  private static let months = [
    Phrase("January"), Phrase("February"), Phrase("March"), Phrase("April"), Phrase("May"), Phrase("June"),
    Phrase("July"), Phrase("August"), Phrase("September"), Phrase("October"), Phrase("November"), Phrase("December"),
  ]
}
