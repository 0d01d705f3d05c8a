import Newspaper
import Typesetting

/// An article that has been set, and what it was set for.
public struct SetArticle: Sendable {
  struct Key: Sendable, Equatable {
    var issue: String
    var article: Int
    var geometry: PageGeometry
    var isRaw: Bool

    /// Whether the same article is meant, in whatever shape.
    func isSameText(as other: Key) -> Bool { issue == other.issue && article == other.article }
  }

  let key: Key
  /// That of its setting.
  let number: Int
  let pages: ArticlePages
  var galley: Galley { pages.galley }
}

// After every event everything that follows from the facts is put right: selections that exist, a galley of the right
// measure, lists scrolled to what is selected, the issue that is needed.
extension Reader {
  mutating func settle() -> [Effect] {
    selectedIssue = max(0, min(selectedIssue, issues.count - 1))
    settleVisit()
    if showsArticle { setArticle() }
    setFront()
    scrollLists()
    clampListing()
    settleQueries()
    markRead()
    return settleWhy() + settleResults() + askForIssue() + askForText()
  }

  /// Has what is remembered of the issue speak of the articles that it has, and selects one of them.
  mutating func settleVisit() {
    guard let issue, let opened else { return }
    touched.insert(issue.id)
    visit.settle(in: issue, starts: opened.starts)
    visit.article = max(0, min(visit.article, issue.articles.count - 1))
  }

  /// Sets the selected article unless that is done, and finds the place again where one was. A long one is awaited.
  mutating func setArticle() {
    guard let issue, let article else { return (galley, awaitedText) = (nil, nil) }
    let key = SetArticle.Key(
      issue: issue.id, article: visit.article, geometry: articleGeometry, isRaw: isRaw)
    if galley?.key != key {
      if awaitedText?.setting.key == key { return }
      let setting = ArticleSetting(
        key: key, article: article, continuations: continuations, issue: issue, language: language)
      if setting.isLong { return setAside(setting) }
      galley = setting.set()
    }
    awaitedText = nil
    guard let galley, place.galley != key else { return }
    place.top = min(place.anchor.map { top(showing: galley.galley.line(at: $0)) } ?? 0, lastTop)
    place.galley = key
  }

  /// What the article pane shows first when it shows a line: the line, or the page that it stands on.
  func top(showing line: Int) -> Int { galley?.pages.flow?.page(ofLine: line) ?? line }

  /// The largest number of a first line at which the pane is still full; the last page where pages are turned.
  var lastTop: Int {
    guard let pages = galley?.pages else { return 0 }
    return max(0, pages.flow.map { $0.pages.count - 1 } ?? (pages.galley.lines.count - layout.panes.rows))
  }

  private mutating func scrollLists() {
    issuesTop = issueList.top(from: issuesTop, showing: selectedIssue)
    contentsTop = contentsList.top(from: contentsTop, showing: visit.article)
  }

  private mutating func askForIssue() -> [Effect] {
    guard let id = wantedIssue, issue == nil, requested != id else { return [] }
    unreadable = nil
    requested = id
    return [.open(issue: id)]
  }
}
