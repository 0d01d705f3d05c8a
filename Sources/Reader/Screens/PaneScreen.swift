import Newspaper
import Screen

/// One of the panes, which are drawn side by side where there is room.
protocol PaneScreen: ReaderScreen {}

extension PaneScreen {
  /// Goes to the pane that was pressed on, and selects there.
  func select(at place: Point, in reader: inout Reader) -> Pointed {
    guard let pane = reader.layout.pane(at: place), reader.mayEnter(pane) else { return .nothing }
    let hadFocus = reader.pane == pane
    reader.pane = pane
    let pointed: Pointed
    switch pane {
    case .issues: pointed = reader.issueList.selectEntry(at: place, in: &reader)
    case .contents where reader.isFront: pointed = reader.frontPage.selectBox(at: place, in: &reader)
    case .contents: pointed = reader.contents.selectEntry(at: place, in: &reader)
    case .article:
      reader.setArticle()
      reader.text.pressedBlock = reader.block(atRow: place.row)
      pointed = .nothing
    }
    // The first press on a pane leads there, and no further.
    if case .selectedBefore = pointed, !hadFocus { return .selected }
    return pointed
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let layout = reader.layout
    if let rect = layout.rect(of: .issues) { reader.issueList.view(in: rect, of: reader).draw(on: &surface) }
    reader.drawPreview(on: &surface)
    if reader.isFront { return reader.frontPage.view(in: layout.panes, of: reader).draw(on: &surface) }
    if let rect = layout.rect(of: .contents) { reader.contents.view(in: rect, of: reader).draw(on: &surface) }
    if let rect = layout.rect(of: .article) { reader.text.draw(in: rect, on: &surface, of: reader) }
  }

  /// The article and its state.
  func placeInWords(in reader: Reader) -> [String] {
    guard !reader.articles.isEmpty else { return placeInIssue([], in: reader) }
    let (phrases, article) = (reader.phrases, reader.visit.article)
    let isRead = reader.visit.read.contains(article)
    return [
      phrases.say("article {} of {}", article + 1, reader.articles.count),
      isRead ? phrases.say("read##state") : phrases.say("unread##state"),
    ] + (reader.pane == .article ? reader.text.progress(in: reader) : []) + searchPlace(in: reader)
  }

  func frame(in reader: Reader) -> ScreenFrame {
    let layout = reader.layout
    return ScreenFrame(
      separators: layout.separators, focus: layout.isWide ? layout.rect(of: reader.pane) : nil)
  }

  /// Goes back to a pane, or to the hits of the whole corpus if one came from there.
  func goBack(to pane: Pane, in reader: inout Reader) {
    if reader.results?.isAway == true { reader.returnToResults() } else { reader.pane = pane }
  }

  /// The date of the selected issue, the number of the article and the search, for the last line.
  func placeInIssue(_ parts: [String], in reader: Reader) -> [String] {
    guard reader.issues.indices.contains(reader.selectedIssue) else { return [] }
    let date = reader.phrases.date(of: reader.issues[reader.selectedIssue])
    guard !reader.articles.isEmpty else { return [date] }
    return [date, "\(reader.visit.article + 1)/\(reader.articles.count)"] + parts
      + (reader.text.isRaw ? [reader.phrases.raw] : []) + searchPlace(in: reader)
  }

  /// The query in force and the number of its matches.
  func searchPlace(in reader: Reader) -> [String] {
    guard let found = reader.found else { return [] }
    let scanned = found.scannedText.map { [reader.phrases.say("scan: {}", reader.environment.cut($0, to: 16))] } ?? []
    return [reader.environment.cut(found.query.text, to: 16) + " " + reader.phrases.count(of: found)] + scanned
  }

  func matchCommands(in reader: Reader) -> [Command] { reader.found == nil ? [] : [.nextMatch, .previousMatch] }
}
