import Newspaper
import Typesetting

// Going from pane to pane, from article to article and from issue to issue.
extension Reader {
  // MARK: Panes

  /// Goes from the list of issues to the selected one.
  mutating func openIssue() {
    if issues.isEmpty {
      say(noIssuesWords)
    } else if let unreadable = loaded.unreadable, unreadable.id == selectedID {
      say(unreadable.reason, isError: true)
    } else {
      pane = .contents
    }
  }

  /// Opens the issue of a list that has no other; before `start`.
  public mutating func openOnlyIssue() {
    if issues.count == 1 { pane = .contents }
  }

  mutating func changePane(by step: Int) {
    let count = Pane.allCases.count
    let next = Pane(rawValue: (pane.rawValue + step + count) % count) ?? .issues
    let isBarred = next != .issues && (issues.isEmpty || loaded.unreadable?.id == selectedID)
    pane = isBarred ? .issues : next
  }

  mutating func sayHowToQuit() { say(phrases.howToQuit(keymap.label(for: .quit, in: context))) }

  // MARK: Articles and issues

  mutating func changeArticle(by step: Int) {
    // The contents come first if they are not on the screen: nothing should change unseen.
    if pane == .issues, !layout.isWide { return openIssue() }
    guard !articles.isEmpty else { return say(phrases.noArticles) }
    let new = max(0, min(visit.article + step, articles.count - 1))
    if new == visit.article {
      say(step > 0 ? phrases.lastArticle(keymap.label(for: .nextIssue, in: context)) : phrases.firstArticle)
    }
    visit.article = new
  }

  mutating func goToArticle(_ text: String) {
    guard let number = Int(text), articles.indices.contains(number - 1) else {
      return say(phrases.noArticle(text), isError: true)
    }
    visit.article = number - 1
    pane = .article
  }

  mutating func changeIssue(by step: Int) {
    let new = max(0, min(selectedIssue + step, issues.count - 1))
    if new == selectedIssue { say(step > 0 ? phrases.lastIssue : phrases.firstIssue) }
    selectIssue(new)
  }

  /// Goes to an issue by its date, its id or the beginning of one.
  mutating func goToIssue(_ text: String) {
    let date = IssueDate.value(typed: text)
    let index =
      issues.firstIndex { $0.id == text || $0.date?.value == date }
      ?? issues.firstIndex { $0.id.hasPrefix(text) || $0.date?.value.hasPrefix(date) == true }
    guard let index, !text.isEmpty else { return say(phrases.noIssue(text), isError: true) }
    selectIssue(index)
    if pane == .issues { pane = .contents }
  }

  mutating func selectIssue(_ index: Int) {
    guard index != selectedIssue, issues.indices.contains(index) else { return }
    issueList.selected = index
    contents.top = 0
    text.isUncorrected = false
    forgetText()
    search.found = nil
  }

  /// Drops everything that was set of the issue.
  mutating func forgetText() {
    text.set = nil
    text.awaited = nil
    frontPage.set = nil
  }

  /// Goes to the other end of the article's turn, or to the article that its pointer names.
  mutating func follow() {
    switch jumps?.end(of: visit.article) {
    case nil: say(phrases.nothingToFollow)
    case .pageNotHere(let page): say(phrases.pageNotHere(page))
    case .nothingFits(let page):
      say(article?.jump != nil ? phrases.noOtherEnd(page) : phrases.noArticlePointedTo(page))
    case .article(let index):
      visit.article = index
      pane = .article
    }
  }

  // MARK: Views

  /// Shows the next view: one column, columns, the printed page, vertical. From a list it is the printed page.
  mutating func showNextView() {
    switch (pane, settings.view) {
    case (.issues, _), (.contents, _): show(view: isFront ? .vertical : .front)
    case (.article, .one), (.article, .front): show(view: .columns)
    case (.article, .columns): show(view: .front)
    case (.article, .vertical): show(view: .one)
    }
  }

  mutating func show(view: PageView) {
    guard !articles.isEmpty || pane == .issues else { return say(phrases.noArticles) }
    if settings.isReadAloud, view != .one { return say(phrases.say("one column is read aloud")) }
    if view == .front {
      if pane == .issues { openIssue() } else { pane = .contents }
      environment.settings.showsFront = pane == .contents
    } else {
      // From the list of issues one has gone to no article yet; the view is remembered.
      if pane != .issues {
        if isFront { environment.settings.showsFront = false }
        pane = .article
      }
      environment.settings.view = view
    }
    say(phrases.name(of: view))
  }

  /// Shows the scan's own lines, then the repaired text as it was read where it has been corrected, then the text
  /// again.
  mutating func toggleRaw() {
    let hasCorrections = loaded.corrected?.texts.isEmpty == false
    switch (text.isRaw, text.isUncorrected) {
    case (false, false): text.isRaw = true
    case (true, _): (text.isRaw, text.isUncorrected) = (false, hasCorrections)
    case (false, true): text.isUncorrected = false
    }
    if hasCorrections { showVariant() }
    let corrected = hasCorrections ? phrases.say("corrected text") : phrases.showingRepaired
    say(text.isRaw ? phrases.showingRaw : text.isUncorrected ? phrases.showingRepaired : corrected)
  }

  // MARK: The place in words

  /// Says at which file, page and line one is.
  mutating func sayWhere() {
    guard let here = whereabouts else { return say(phrases.nothingHere) }
    let place = phrases.place(page: here.page, lines: here.lines, of: here.lineCount)
    let whole = place + " · " + here.path
    let room = size.columns - 2 - environment.width(place + " · ")
    let short = room > 1 ? place + " · " + environment.cutAtStart(here.path, to: room) : place
    message = Message(text: whole, short: short)
  }

  private var whereabouts: (path: String, page: Int, lines: [Int], lineCount: Int)? {
    if layers.last is CorpusSearchScreen {
      return results?.hit.map { ($0.context.path, $0.context.page, $0.context.lines, $0.context.lineCount) }
    }
    guard let issue, let passage = passageHere, let page = issue.page(passage.page) else { return nil }
    return (page.path, page.number, passage.sourceLines, page.text.lineCount)
  }

  /// The place on a scan of the passage, or of the hit, that one is at.
  var scanPlace: (issue: String, place: ScanScreen.Place)? {
    guard let here = whereabouts else { return nil }
    let issue = layers.last is CorpusSearchScreen ? results?.hit?.issue : self.issue?.id
    return issue.map { ($0, ScanScreen.Place(page: here.page, lines: here.lines)) }
  }

  /// The passage that is explained, the first one in sight, or the beginning of the selected article.
  private var passageHere: Passage? {
    if pane == .article, showsArticle, let galley {
      let block = layers.last(WhyScreen.self)?.block ?? blockInSight
      if let block, galley.galley.blocks.indices.contains(block) { return galley.galley.blocks[block].content.passage }
    }
    return article?.blocks.first?.passage
  }
}
