import Newspaper

/// A galley, and what it was made for.
struct SetArticle: Sendable {
  struct Key: Sendable, Equatable {
    var issue: String
    var article: Int
    var measure: Int
    var rows: Int
    var isRaw: Bool
  }

  let key: Key
  let galley: Galley
}

// After every event everything that follows from the facts is put right: selections that exist, a galley of the right
// measure, lists scrolled to what is selected, the issue that is needed.
extension Reader {
  mutating func settle() -> [Effect] {
    selectedIssue = max(0, min(selectedIssue, issues.count - 1))
    if let issue { visit.article = max(0, min(visit.article, issue.articles.count - 1)) }
    if showsArticle { setArticle() }
    scrollLists()
    clampHelp()
    markRead()
    return settleWhy() + askForIssue()
  }

  /// Sets the selected article unless that is done, and finds the place again where one was.
  mutating func setArticle() {
    guard let issue, let article else { return galley = nil }
    let key = SetArticle.Key(
      issue: issue.id, article: visit.article, measure: layout.measure, rows: layout.panes.rows, isRaw: isRaw)
    if galley?.key != key {
      let new = Galley(
        article, continuations: continuations, issue: issue, measure: key.measure, raw: isRaw, language: language)
      galley = SetArticle(key: key, galley: new)
    }
    guard let galley, place.galley != key else { return }
    place.top = min(place.anchor.map { galley.galley.line(at: $0) } ?? 0, lastTop)
    place.galley = key
  }

  /// The largest number of a first line at which the pane is still full.
  var lastTop: Int { max(0, (galley?.galley.lines.count ?? 0) - layout.panes.rows) }

  private mutating func scrollLists() {
    issuesTop = issueList.top(from: issuesTop, showing: selectedIssue)
    contentsTop = contentsList.top(from: contentsTop, showing: visit.article)
  }

  private mutating func clampHelp() {
    guard case .help(var page) = layers.last else { return }
    page.top = max(0, min(page.top, HelpView(reader: self, page: page).lastTop))
    layers[layers.count - 1] = .help(page)
  }

  /// An article is read once the reader has gone to it; a search that is still being typed goes nowhere.
  private mutating func markRead() {
    if case .search = layers.last { return }
    guard pane == .article, article != nil else { return }
    visit.read.insert(visit.article)
    for continuation in continuations { visit.read.insert(continuation.number - 1) }
  }

  private mutating func askForIssue() -> [Effect] {
    guard let id = wantedIssue, issue == nil, requested != id else { return [] }
    unreadable = nil
    requested = id
    return [.open(issue: id)]
  }
}
