import Newspaper
import Screen
import Typesetting

// The printed page: what is on it, and how the focus moves by where things stand.
extension Reader {
  /// The sheet that shows the article with the focus.
  var frontSheet: FrontPages.Sheet? {
    guard let front, !front.sheets.isEmpty else { return nil }
    return front.sheets[front.sheet(ofArticle: visit.article)]
  }

  /// Sets the page unless that is done.
  mutating func setFront() {
    guard isFront, !layout.isTooSmall, let issue else { return }
    let room = FrontPages.room(in: layout.panes)
    let size = Size(columns: room.columns, rows: room.rows)
    guard front?.key != FrontPages.Key(issue: issue.id, size: size, composition: composition) else { return }
    front = FrontPages(issue, size: size, language: language, composition: composition)
  }

  /// A direction on the page.
  enum Heading {
    case up, down, left, right
  }

  mutating func moveOnFront(_ movement: Movement) {
    guard !articles.isEmpty else { return }
    switch movement {
    case .lines(let count):
      for _ in 0..<min(abs(count), articles.count) { moveFocus(count < 0 ? .up : .down) }
    case .halfPages(let count), .pages(let count): turnSheet(by: count)
    case .line(let number): visit.article = max(0, min(number, articles.count - 1))
    case .end: visit.article = articles.count - 1
    }
  }

  private mutating func turnSheet(by count: Int) {
    guard let front else { return }
    let sheet = front.sheet(ofArticle: visit.article)
    let new = max(0, min(sheet + count, front.sheets.count - 1))
    if new != sheet, let first = front.sheets[new].boxes.first { visit.article = first.article }
  }

  /// Moves the focus to the next box; above and below the page is the sheet before and after it.
  /// - Returns: whether there was one.
  @discardableResult
  mutating func moveFocus(_ heading: Heading) -> Bool {
    guard let front, let sheet = frontSheet, let box = sheet.boxes.first(where: { $0.article == visit.article }) else {
      return false
    }
    if let next = sheet.boxes.nearest(to: box.frame, heading) {
      visit.article = next.article
      return true
    }
    let other = front.sheet(ofArticle: visit.article) + (heading == .up ? -1 : 1)
    guard heading == .up || heading == .down, front.sheets.indices.contains(other) else { return false }
    let boxes = front.sheets[other].boxes
    visit.article = (heading == .up ? boxes.last : boxes.first)?.article ?? visit.article
    return true
  }
}

extension [FrontPages.Box] {
  /// The box that one comes to: it lies beyond, has something of the same rows or columns, and is the nearest.
  fileprivate func nearest(to frame: Rect, _ heading: Reader.Heading) -> FrontPages.Box? {
    filter { frame.isBefore($0.frame, heading) && frame.shares($0.frame, heading) }.min {
      let (one, other) = (frame.distance($0.frame, heading), frame.distance($1.frame, heading))
      return one != other ? one < other : frame.offset($0.frame, heading) < frame.offset($1.frame, heading)
    }
  }
}

extension Rect {
  // Neighbours share a rule, so that edges overlap by one.
  fileprivate func isBefore(_ other: Rect, _ heading: Reader.Heading) -> Bool {
    switch heading {
    case .up: other.endRow - 1 <= row
    case .down: other.row >= endRow - 1
    case .left: other.endColumn - 1 <= column
    case .right: other.column >= endColumn - 1
    }
  }

  fileprivate func shares(_ other: Rect, _ heading: Reader.Heading) -> Bool {
    switch heading {
    case .up, .down: min(endColumn, other.endColumn) - max(column, other.column) > 1
    case .left, .right: min(endRow, other.endRow) - max(row, other.row) > 1
    }
  }

  fileprivate func distance(_ other: Rect, _ heading: Reader.Heading) -> Int {
    switch heading {
    case .up: row - other.endRow
    case .down: other.row - endRow
    case .left: column - other.endColumn
    case .right: other.column - endColumn
    }
  }

  fileprivate func offset(_ other: Rect, _ heading: Reader.Heading) -> Int {
    switch heading {
    case .up, .down: abs(other.column - column)
    case .left, .right: abs(other.row - row)
    }
  }
}
