import Newspaper
import Screen
import Typesetting

/// The issue as a printed page of boxes, in the place of the contents.
struct FrontScreen: PaneScreen {
  /// The page as it was set last.
  var set: FrontPages?

  /// The sheet with the selected article.
  func sheet(in reader: Reader) -> FrontPages.Sheet? {
    guard let set, !set.sheets.isEmpty else { return nil }
    return set.sheets[set.sheet(ofArticle: reader.visit.article)]
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .front }

  func move(_ movement: Movement, in reader: inout Reader) {
    let last = reader.articles.count - 1
    guard last >= 0 else { return }
    switch movement {
    case .lines(let count):
      for _ in 0..<min(abs(count), last + 1) { moveFocus(count < 0 ? .up : .down, in: &reader) }
    case .halfPages(let count), .pages(let count): turnSheet(by: count, in: &reader)
    case .line(let number): reader.visit.article = max(0, min(number, last))
    case .end: reader.visit.article = last
    }
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .open: if reader.article != nil { reader.pane = .article }
    case .back: goBack(to: .issues, in: &reader)
    // At the page's edge one goes back.
    case .boxLeft: if !moveFocus(.left, in: &reader) { goBack(to: .issues, in: &reader) }
    case .boxRight: moveFocus(.right, in: &reader)
    default: return nil
    }
    return []
  }

  func selectBox(at place: Point, in reader: inout Reader) -> Pointed {
    let room = FrontPages.room(in: reader.layout.panes)
    let place = Point(column: place.column - room.column, row: place.row - room.row)
    guard let box = sheet(in: reader)?.boxes.first(where: { $0.frame.contains(place) }) else { return .nothing }
    defer { reader.visit.article = box.article }
    return box.article == reader.visit.article ? .selectedBefore : .selected
  }

  private func turnSheet(by count: Int, in reader: inout Reader) {
    guard let set else { return }
    let sheet = set.sheet(ofArticle: reader.visit.article)
    let new = max(0, min(sheet + count, set.sheets.count - 1))
    if new != sheet, let first = set.sheets[new].boxes.first { reader.visit.article = first.article }
  }

  /// Moves the focus to the next box; above and below the page is the sheet before and after it.
  /// - Returns: false where there is none.
  @discardableResult
  private func moveFocus(_ heading: Heading, in reader: inout Reader) -> Bool {
    let article = reader.visit.article
    guard let set, let sheet = sheet(in: reader), let box = sheet.boxes.first(where: { $0.article == article }) else {
      return false
    }
    if let next = sheet.boxes.nearest(to: box.frame, heading) {
      reader.visit.article = next.article
      return true
    }
    let other = set.sheet(ofArticle: article) + (heading == .up ? -1 : 1)
    guard heading == .up || heading == .down, set.sheets.indices.contains(other) else { return false }
    let boxes = set.sheets[other].boxes
    reader.visit.article = (heading == .up ? boxes.last : boxes.first)?.article ?? article
    return true
  }

  /// Sets the page unless that is done, or it is not shown.
  func settle(in reader: inout Reader) -> [Effect] {
    guard reader.isFront, !reader.layout.isTooSmall, let issue = reader.issue else { return [] }
    let room = FrontPages.room(in: reader.layout.panes)
    let size = Size(columns: room.columns, rows: room.rows)
    let (composition, language) = (reader.environment.composition, reader.environment.language)
    guard set?.key != FrontPages.Key(issue: issue.id, size: size, composition: composition) else { return [] }
    reader.frontPage.set = FrontPages(issue, size: size, language: language, composition: composition)
    return []
  }

  // MARK: View

  func view(in rect: Rect, of reader: Reader) -> FrontView {
    FrontView(
      environment: reader.environment, rect: rect, issue: reader.issue, front: set, selected: reader.visit.article,
      hasFocus: reader.hasFocus(.contents), highlights: reader.highlights)
  }

  func place(in reader: Reader) -> [String] { reader.contents.place(in: reader) }

  func usefulCommands(in reader: Reader) -> [Command] { reader.contents.usefulCommands(in: reader) }
}
