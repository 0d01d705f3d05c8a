import Newspaper
import Notes

// Marks, and read marks.
extension Reader {
  /// Gives the reading place, or the start of the selection, a letter.
  mutating func mark(_ name: String) {
    guard let issue, let article else { return say(phrases.noArticles) }
    let selected = layers.last(SelectionScreen.self)?.blocks(in: self)?.map(\.content.passage)
    layers.removeAll(SelectionScreen.self)
    let here = selected ?? passageAtTop.map { [$0] } ?? []
    guard let anchor = Anchor(here, in: issue) else { return say(phrases.nothingToExplain) }
    let mark = Mark(name: name, issue: IssueReference(issue), headline: article.title, anchor: anchor)
    let before = notebook.marks.first { $0.name == name }
    carryOut(
      Deed(
        words: Phrase("mark {} in “{}”", name, shortened(article.title)), changes: [.mark(before: before, after: mark)])
    )
  }

  /// The passage at the top of the article, or the article's first one beside the lists.
  private var passageAtTop: Passage? {
    if pane == .article, let galley, let block = blockInSight, galley.galley.blocks.indices.contains(block) {
      return galley.galley.blocks[block].content.passage
    }
    return article?.blocks.first?.passage
  }

  mutating func goToMark(_ name: String) {
    if name == "'" { return jumpToLast() }
    guard let mark = notebook.marks.first(where: { $0.name == name }) else {
      let names = notebook.marks.map(\.name).joined(separator: " ")
      return say(
        phrases.say(names.isEmpty ? Phrase("no mark {}", name) : Phrase("no mark {}; there are: {}", name, names)))
    }
    goTo(mark.anchor, of: mark.issue)
  }

  /// A headline for a message.
  func shortened(_ text: String) -> String { environment.cut(text, to: 32) }

  // MARK: Read marks

  /// Marks the selected article as unread, or as read.
  mutating func toggleRead() {
    guard article != nil, let id = selectedID, let starts = loaded.issue?.starts else { return say(phrases.noArticles) }
    let isRead = visit.read.contains(visit.article)
    let changes = articleWithContinuations.filter { visit.read.contains($0) == isRead }
      .map { Change.read(issue: id, article: starts[$0], isRead: !isRead) }
    carryOut(Deed(words: isRead ? Phrase("marked as unread") : Phrase("marked as read"), changes: changes))
  }

  /// Marks all articles of the issue as read.
  mutating func readAll() {
    guard let id = selectedID, issue != nil, let starts = loaded.issue?.starts else {
      return say(issues.isEmpty ? noIssuesWords : phrases.say("the issue is not open yet"))
    }
    let changes = starts.indices.filter { !visit.read.contains($0) }
      .map { Change.read(issue: id, article: starts[$0], isRead: true) }
    guard !changes.isEmpty else { return say(phrases.say("all are read")) }
    let words =
      changes.count == 1 ? Phrase("marked 1 article read") : Phrase("marked {} articles read", changes.count)
    carryOut(Deed(words: words, changes: changes))
  }

  /// Goes to the next article that has not been read, in this issue or a later one of the list.
  mutating func goToNextUnread() {
    if issue != nil, let next = nextUnread {
      visit.article = next
      pane = .article
      return
    }
    for index in issues.indices.dropFirst(selectedIssue + 1).prefix(Self.mostLookedThrough) {
      let summary = issues[index]
      guard visits.byIssue[summary.id]?.readCount ?? 0 < summary.articleCount else { continue }
      selectIssue(index)
      pane = .contents
      notebook.awaited = .unread
      return showAwaitedUnread()
    }
    say(phrases.say("nothing unread from here on"))
  }

  private static let mostLookedThrough = 100_000

  /// The next unread article of the issue; from the lists the selected one itself.
  private var nextUnread: Int? {
    let first = pane == .article ? visit.article + 1 : pane == .issues ? 0 : visit.article
    return articles.indices.dropFirst(first).first { !visit.read.contains($0) && jumps?.opening(of: $0) == nil }
  }

  /// Goes to the first unread article of an issue that has come.
  mutating func showAwaitedUnread() {
    guard notebook.awaited == .unread, issue != nil else { return }
    notebook.awaited = nil
    settleVisit()
    visit.article = articles.indices.first { !visit.read.contains($0) } ?? visit.article
    pane = .article
  }
}
