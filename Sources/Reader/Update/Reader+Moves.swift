import Newspaper

extension Reader {
  /// Moves in what has the focus.
  mutating func move(_ movement: Movement) {
    if case .listing = layers.last { return moveListing(movement) }
    if case .why = layers.last { return moveWhy(movement) }
    switch pane {
    case .issues: selectIssue(issueList.target(movement, from: selectedIssue))
    case .contents where choices.showsFront: moveOnFront(movement)
    case .contents: if !articles.isEmpty { visit.article = contentsList.target(movement, from: visit.article) }
    case .article: scrollArticle(movement)
    }
  }

  func target(_ movement: Movement, from top: Int, last: Int, page: Int) -> Int {
    if let rows = movement.rows(page: page) { return top + rows }
    if case .line(let line) = movement { return line }
    return last
  }

  /// Scrolls the article, or turns its pages; one that is being set will be once it is there.
  mutating func scrollArticle(_ movement: Movement) {
    setArticle()
    if let awaited = awaitedText {
      if awaited.moves.count < AwaitedText.mostMoves { awaitedText?.moves.append(movement) }
      return
    }
    let new =
      galley?.pages.flow == nil
      ? target(movement, from: place.top, last: lastTop, page: layout.panes.rows)
      : movement.page(from: place.top, last: lastTop)
    if new > lastTop, place.top == lastTop {
      message = Message(text: phrases.endOfArticle(keymap.label(for: .nextArticle, in: .article)))
    }
    scroll(to: new)
  }

  /// Shows a line of the article as the first, as far as the article is long enough; where pages are turned, shows a
  /// page.
  mutating func scroll(to line: Int) {
    let top = max(0, min(line, lastTop))
    guard top != place.top else { return }
    let first = galley?.pages.flow?.firstLine(ofPage: top) ?? top
    place = Place(top: top, galley: galley?.key, anchor: top == 0 ? nil : galley?.galley.anchor(ofLine: first))
  }

  // MARK: Panes

  mutating func open() {
    switch pane {
    case .issues: openIssue()
    case .contents: if article != nil { pane = .article }
    case .article: if article?.kind == .pointer { follow() } else { move(.pages(1)) }
    }
  }

  private mutating func openIssue() {
    if issues.isEmpty {
      message = Message(text: noIssuesWords)
    } else if let unreadable, unreadable.id == selectedID {
      message = Message(text: unreadable.reason, isError: true)
    } else {
      pane = .contents
    }
  }

  mutating func back() {
    guard layers.isEmpty else {
      layers.removeLast()
      return
    }
    if pane != .issues, results?.isAway == true { return returnToResults() }
    switch pane {
    case .issues: message = Message(text: phrases.howToQuit(keymap.label(for: .quit, in: .issues)))
    case .contents: pane = .issues
    case .article: pane = .contents
    }
  }

  mutating func changePane(by step: Int) {
    let count = Pane.allCases.count
    let next = Pane(rawValue: (pane.rawValue + step + count) % count) ?? .issues
    let isBarred = next != .issues && (issues.isEmpty || unreadable?.id == selectedID)
    pane = isBarred ? .issues : next
  }

  // MARK: Articles and issues

  mutating func changeArticle(by step: Int) {
    // Where the contents are not on the screen, they come first: nothing should change unseen.
    if pane == .issues, !layout.isWide { return openIssue() }
    guard !articles.isEmpty else { return message = Message(text: phrases.noArticles) }
    let new = max(0, min(visit.article + step, articles.count - 1))
    if new == visit.article {
      let next = keymap.label(for: .nextIssue, in: context)
      message = Message(text: step > 0 ? phrases.lastArticle(next) : phrases.firstArticle)
    }
    visit.article = new
  }

  mutating func goToArticle(_ text: String) {
    guard let number = Int(text), articles.indices.contains(number - 1) else {
      return message = Message(text: phrases.noArticle(text), isError: true)
    }
    visit.article = number - 1
    pane = .article
  }

  mutating func changeIssue(by step: Int) {
    let new = max(0, min(selectedIssue + step, issues.count - 1))
    if new == selectedIssue { message = Message(text: step > 0 ? phrases.lastIssue : phrases.firstIssue) }
    selectIssue(new)
  }

  mutating func goToIssue(_ text: String) {
    let date = IssueDate.value(typed: text)
    let index =
      issues.firstIndex { $0.id == text || $0.date?.value == date }
      ?? issues.firstIndex { $0.id.hasPrefix(text) || $0.date?.value.hasPrefix(date) == true }
    guard let index, !text.isEmpty else { return message = Message(text: phrases.noIssue(text), isError: true) }
    selectIssue(index)
    if pane == .issues { pane = .contents }
  }

  mutating func selectIssue(_ index: Int) {
    guard index != selectedIssue, issues.indices.contains(index) else { return }
    selectedIssue = index
    contentsTop = 0
    galley = nil
    awaitedText = nil
    front = nil
    found = nil
  }

  // MARK: Views of an article

  mutating func toggleRaw() {
    isRaw.toggle()
    message = Message(text: isRaw ? phrases.showingRaw : phrases.showingRepaired)
  }

  /// Goes to the other end of the article's turn, or where its pointer points.
  mutating func follow() {
    switch turns?.end(of: visit.article) {
    case nil: message = Message(text: phrases.nothingToFollow)
    case .pageNotHere(let page): message = Message(text: phrases.pageNotHere(page))
    case .nothingFits(let page):
      let isTurn = article?.jump != nil
      message = Message(text: isTurn ? phrases.noOtherEnd(page) : phrases.noArticlePointedTo(page))
    case .article(let index):
      visit.article = index
      pane = .article
    }
  }
}
