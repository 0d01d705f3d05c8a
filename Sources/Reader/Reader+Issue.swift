import Newspaper
import Screen

// The selected issue, the place in it, and the room on the screen: facts that follow from the state.
extension Reader {
  var layout: Layout {
    let lessons = showsLessons ? Lesson.all.count : 0
    let isFull = settings.isReadAloud || isFront || (showsPages && !showsPassages)
    let layout = Layout(size: size, focus: pane, isFull: isFull, lessons: lessons, measure: settings.measure)
    // Lines that are wider than the pane beside others would be cut to it.
    guard let measure = settings.measure, layout.isWide, pane == .article, measure > layout.measure + 1 else {
      return layout
    }
    return Layout(size: size, focus: pane, isFull: true, lessons: lessons, measure: measure)
  }

  /// True if the printed page has the place of the contents now.
  var isFront: Bool { settings.showsFront && !settings.isReadAloud && pane == .contents }

  /// True if the article has the screen to itself.
  var showsPages: Bool { pane == .article && settings.view != .one && !settings.isReadAloud }

  /// True if passages of the article are gone to one by one: it is in one column then.
  var showsPassages: Bool { layers.last(WhyScreen.self) != nil || layers.last(SelectionScreen.self) != nil }

  /// True if the text of the article is on the screen.
  var showsArticle: Bool { layout.rect(of: .article) != nil }

  /// True if a pane takes the keys.
  func hasFocus(_ pane: Pane) -> Bool { self.pane == pane && layers.isEmpty }

  // MARK: The selected issue

  var issues: any IssueShelf { issueList.issues }

  /// Index of the selected issue.
  var selectedIssue: Int { issueList.selected }

  var selectedID: String? { issues.indices.contains(selectedIssue) ? issues[selectedIssue].id : nil }

  /// The id of the issue whose articles are needed now.
  var wantedIssue: String? {
    pane != .issues || !layers.isEmpty || layout.isWide || previewRect != nil ? selectedID : nil
  }

  /// The selected issue, once it has been read.
  var issue: Issue? { loaded.issue?.issue.id == selectedID ? loaded.issue?.issue : nil }

  var articles: [Article] { issue?.articles ?? [] }

  /// The ends of the selected issue's turns and pointers.
  var jumps: Jumps? { issue == nil ? nil : loaded.issue?.jumps }

  /// The words for an issue list without issues.
  var noIssuesWords: String {
    guard let progress = issueList.progress else { return phrases.noIssues }
    return progress.total > 0 ? phrases.reading(progress.done, of: progress.total) : phrases.readingPages
  }

  /// Asks once for the issue that is needed.
  mutating func askForIssue() -> [Effect] {
    guard let id = wantedIssue, issue == nil, loaded.requested != id else { return [] }
    loaded.unreadable = nil
    loaded.requested = id
    return [.open(issue: id)]
  }

  // MARK: The place in it

  var visit: Visit {
    get { selectedID.flatMap { visits.byIssue[$0] } ?? Visit() }
    set { if let id = selectedID { visits.byIssue[id] = newValue } }
  }

  /// The selected article.
  var article: Article? { articles.indices.contains(visit.article) ? articles[visit.article] : nil }

  /// The articles on other pages that the selected article goes on with.
  var continuations: [Article] { jumps?.continuation(of: visit.article).map { [articles[$0]] } ?? [] }

  /// The place in the selected article.
  var place: Place {
    get { visit.places[visit.article] ?? Place() }
    set { visit.places[visit.article] = newValue }
  }

  /// Has the visit speak of the articles of the issue as it is now, and selects one of them.
  mutating func settleVisit() {
    guard let issue, let open = loaded.issue else { return }
    visits.touched.insert(issue.id)
    visit.settle(in: issue, starts: open.starts, texts: open.texts)
    visit.article = max(0, min(visit.article, issue.articles.count - 1))
  }

  // MARK: Read marks

  /// Marks an article as read once one has gone to it; a search that is still being typed goes nowhere.
  mutating func markRead() {
    if layers.last is SearchPrompt { return }
    guard pane == .article, article != nil, let id = selectedID else { return visits.lastVisited = nil }
    let here = Visits.VisitedArticle(issue: id, article: visit.article)
    // An article that one marks as unread stays so until one comes back to it.
    guard visits.lastVisited != here else { return }
    visits.lastVisited = here
    for index in articleWithContinuations { visit.read.insert(index) }
  }

  var articleWithContinuations: [Int] { [visit.article] + continuations.map { $0.number - 1 } }
}

// Shorthands for the environment.
extension Reader {
  var phrases: Phrases { environment.phrases }
  var keymap: Keymap { environment.keymap }
}
