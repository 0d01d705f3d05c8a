import Newspaper

// Why a passage is what it is: the overlay, its passage and what is asked about it.
extension Reader {
  /// What lies over the panes and is no line that is being typed.
  var overlay: Layer? {
    layers.last {
      switch $0 {
      case .listing, .why, .results, .queries: true
      case .search, .everywhere, .command, .listingSearch: false
      }
    }
  }

  /// The overlay of this file, wherever it lies.
  var why: WhyPage? {
    get {
      for case .why(let page) in layers { return page }
      return nil
    }
    set {
      let index = layers.firstIndex { if case .why = $0 { true } else { false } }
      guard let index else { return }
      if let newValue { layers[index] = .why(newValue) } else { layers.remove(at: index) }
    }
  }

  /// Asks about the passage at the reading place.
  mutating func askWhy() {
    guard article != nil else { return message = Message(text: issue == nil ? noIssuesWords : phrases.noArticles) }
    pane = .article
    layers.append(.why(WhyPage(block: 0)))
    setArticle()
    if awaitedText == nil { askAboutReadingPlace() } else { awaitedText?.asksWhy = true }
  }

  /// Has the overlay speak of the passage at the reading place.
  mutating func askAboutReadingPlace() {
    guard why != nil else { return }
    let block = galley?.galley.block(readFrom: place.top, rows: layout.panes.rows)
    guard let block else {
      why = nil
      return message = Message(text: phrases.nothingToExplain)
    }
    why?.block = block
  }

  /// Goes so many passages on or back.
  mutating func changePassage(by step: Int) {
    if let page = why { goToPassage(page.block + step) }
  }

  /// Goes to a passage, from 0, and brings it into sight.
  private mutating func goToPassage(_ number: Int) {
    guard let galley = galley?.galley, var page = why else { return }
    let new = max(0, min(number, galley.blocks.count - 1))
    if new == page.block, new == galley.blocks.count - 1 || new == 0 {
      message = Message(text: new > 0 || number > 0 ? phrases.lastPassage : phrases.firstPassage)
    }
    page = WhyPage(block: new, question: page.question, explanations: page.explanations)
    why = page
    let rows = layout.panes.rows
    let first = galley.lines(ofBlock: new).first ?? 0
    if !(place.top..<place.top + rows).contains(first) { scroll(to: first - rows / 3) }
  }

  /// Scrolls what is said; the ends, and a number, are those of the article's passages.
  mutating func moveWhy(_ movement: Movement) {
    guard var page = why else { return }
    if case .line(let number) = movement { return goToPassage(number) }
    if case .end = movement { return goToPassage(.max) }
    let view = WhyView(reader: self, page: page)
    let top = target(movement, from: page.top, last: view.lastTop, page: view.rect.rows)
    if max(0, min(top, view.lastTop)) == page.top {
      message = Message(text: phrases.allSaid(keymap.label(for: .nextPassage, in: .why)))
    }
    page.top = top
    why = page
  }

  /// Takes the answer to `Effect.explain`; one that comes too late is let go.
  /// - Parameters:
  ///   - explanations: in any order; a line that is missing has none.
  ///   - issue: the question's, as are `page` and `lines`.
  public mutating func receive(
    explanations: [Explanation], issue: String, page: Int, lines: Set<Int>
  ) -> [Effect] {
    guard var open = why, open.question == WhyPage.Question(issue: issue, page: page, lines: lines) else { return [] }
    open.explanations = explanations
    why = open
    return settle()
  }

  /// Keeps the overlay to a passage that there is, and asks about it once.
  mutating func settleWhy() -> [Effect] {
    guard var page = why else { return [] }
    guard let id = selectedID, let blocks = galley?.galley.blocks, !blocks.isEmpty, article != nil else {
      if issue != nil, awaitedText == nil { why = nil }
      return []
    }
    page.block = max(0, min(page.block, blocks.count - 1))
    let passage = blocks[page.block].content.passage
    let question = WhyPage.Question(issue: id, page: passage.page, lines: Set(WhyText.lines(of: passage)))
    let isNew = question != page.question
    if isNew { (page.question, page.explanations) = (question, nil) }
    page.top = max(0, min(page.top, WhyView(reader: self, page: page).lastTop))
    why = page
    return isNew ? [.explain(issue: id, page: question.page, lines: question.lines)] : []
  }
}
