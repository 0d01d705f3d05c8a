import Newspaper
import Screen

/// The list of an issue's articles. The selected one is part of the visit.
struct ContentsScreen: PaneScreen {
  /// Index of the first article shown.
  var top = 0

  // MARK: Update

  func context(in reader: Reader) -> Context { .contents }

  func move(_ movement: Movement, in reader: inout Reader) {
    guard !reader.articles.isEmpty else { return }
    reader.visit.article = layout(in: reader).list.target(movement, from: reader.visit.article)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .open: if reader.article != nil { reader.pane = .article }
    case .back: goBack(to: .issues, in: &reader)
    default: return nil
    }
    return []
  }

  func settle(in reader: inout Reader) -> [Effect] {
    reader.contents.top = layout(in: reader).list.top(from: top, showing: reader.visit.article)
    return []
  }

  func selectEntry(at place: Point, in reader: inout Reader) -> Pointed {
    let layout = layout(in: reader)
    guard let index = layout.list.entry(atRow: place.row - layout.rect.row, from: top) else { return .nothing }
    defer { reader.visit.article = index }
    return index == reader.visit.article ? .selectedBefore : .selected
  }

  // MARK: View

  private func layout(in reader: Reader) -> ContentsLayout {
    layout(in: reader.layout.rect(of: .contents) ?? reader.layout.panes, of: reader)
  }

  private func layout(in rect: Rect, of reader: Reader) -> ContentsLayout {
    ContentsLayout(articles: reader.articles, jumps: reader.jumps, rect: rect, environment: reader.environment)
  }

  /// - Parameter top: the first article shown; nil for the one that it was scrolled to.
  func view(in rect: Rect, of reader: Reader, top: Int? = nil) -> ContentsView {
    ContentsView(
      layout: layout(in: rect, of: reader), top: top ?? self.top, selected: reader.visit.article,
      hasFocus: reader.hasFocus(.contents), read: reader.visit.read, highlights: reader.highlights,
      emptyWords: reader.issue == nil ? reader.loaded.unreadable?.reason ?? "" : reader.phrases.noArticles,
      isUnreadable: reader.issue == nil)
  }

  func place(in reader: Reader) -> [String] {
    placeInIssue(reader.showsArticle ? reader.text.progress(in: reader) : [], in: reader)
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    [.open] + matchCommands(in: reader) + [.nextView, .search, .back, .nextIssue, .commandLine, .help]
  }
}
