import Newspaper
import Searching

// The query for the whole corpus as it is typed, asked, and answered.
extension Reader {
  /// Begins a query; the hits of the last one are on the screen until there is something to look for.
  mutating func searchEverywhere() {
    let isOpen = showsResults
    let before = results
    layers.removeAll { if case .queries = $0 { true } else { false } }
    if !isOpen { openResults() }
    layers.append(.everywhere(EverywherePrompt(before: before, opensView: !isOpen)))
  }

  /// Goes on with the query whose hits are on the screen, in the days that these were narrowed to.
  mutating func changeQuery() {
    let text = results?.query?.text ?? ""
    var prompt = EverywherePrompt(line: LineEditor(text), before: results, opensView: false, keepsDays: true)
    prompt.typed = TypedQuery(text, pinyin: choices.pinyin)
    layers.append(.everywhere(prompt))
  }

  /// Shows the results, those of the last search if there are any.
  private mutating func openResults() {
    layers.append(.results)
    var results = results ?? Results()
    if !results.isAway { results.origin = standingBefore }
    results.isAway = false
    results.focus = .list
    self.results = results
  }

  /// Searches for a whole query at once; one with a mistake is shown as if it had been typed.
  mutating func searchEverywhere(_ text: String) {
    searchEverywhere()
    editLine { $0.set(text) }
    if case .everywhere(let prompt) = layers.last { acceptEverywhere(prompt) }
  }

  /// Asks for what has been typed; what has a mistake leaves the last results.
  mutating func findTypedEverywhere() {
    guard case .everywhere(var prompt) = layers.last else { return }
    prompt.typed = TypedQuery(prompt.line.text, pinyin: choices.pinyin)
    prompt.isRefused = false
    layers[layers.count - 1] = .everywhere(prompt)
    if let query = prompt.typed.query {
      ask(query, instead: prompt.before, isNew: !prompt.keepsDays)
    } else if prompt.typed.isEmpty {
      if let before = prompt.before { restore(before) } else { results?.forget() }
    }
  }

  /// - Parameter isNew: whether the days that the last query was narrowed to are nothing to this one.
  private mutating func ask(_ query: Query, instead before: Results?, isNew: Bool) {
    results?.query = query
    results?.narrowings = isNew ? [] : before?.narrowings ?? []
  }

  /// Goes to the hits; where there is a mistake, stays with it.
  mutating func acceptEverywhere(_ prompt: EverywherePrompt) {
    guard prompt.typed.query != nil || prompt.typed.isEmpty else {
      var prompt = prompt
      prompt.isRefused = true
      return layers[layers.count - 1] = .everywhere(prompt)
    }
    searches.add(prompt.typed.query?.text ?? "")
    layers.removeLast()
    results?.focus = .list
    if results?.query == nil { closeResults() }
  }

  /// Puts everything back as it was before the query was typed.
  mutating func cancelEverywhere(_ prompt: EverywherePrompt) {
    layers.removeLast()
    if prompt.opensView { closeResults() }
    if let before = prompt.before { restore(before) } else { results = nil }
  }

  /// Shows an earlier search again; its question is asked anew, because later ones have made it void.
  private mutating func restore(_ before: Results) {
    guard results?.asked != before.asked || before.asked == nil else { return }
    let isAway = before.isAway && !showsResults
    results = before
    results?.isAway = isAway
    results?.asked = nil
    results?.coming = nil
  }

  /// The corpus has changed: what was found may be elsewhere.
  mutating func searchAgain() {
    results?.asked = nil
    results?.coming = nil
  }
}

// What follows from what is looked for: the question, the hits that are needed, and where they are on the screen.
extension Reader {
  mutating func settleResults() -> [Effect] {
    if pane == .issues { results?.isAway = false }
    guard showsResults, results != nil else { return endSearch() }
    guard !layout.isTooSmall else { return [] }
    let asking = askQuestion()
    let total = results?.shown?.answer.total ?? 0
    let selected = max(0, min(results?.selected ?? 0, total - 1))
    results?.selected = selected
    let top = hitList.top(from: results?.top ?? 0, showing: selected)
    results?.top = top
    return asking + askForPlace() + askForHits()
  }

  /// Where the hits go by how good they are, the counts by day do not tell where those of some days begin.
  private mutating func askForPlace() -> [Effect] {
    guard let days = results?.sought else { return [] }
    results?.sought = nil
    guard let shown = results?.shown, shown.question == results?.asked else { return [] }
    return [.firstHit(question: shown.question.number, days: days)]
  }

  private mutating func askQuestion() -> [Effect] {
    guard let results, let query = results.query else { return [] }
    let (order, days) = (results.order, results.days)
    if let asked = results.asked, asked.query == query, asked.order == order, asked.days == days { return [] }
    questions += 1
    let question = CorpusQuestion(number: questions, query: query, order: order, days: days)
    self.results?.asked = question
    self.results?.coming = nil
    awaitsAnswers = true
    return [.searchCorpus(question)]
  }

  /// Once the results have been left, not only for an issue that was opened from them, no answers are needed.
  private mutating func endSearch() -> [Effect] {
    guard awaitsAnswers, results?.isAway != true else { return [] }
    awaitsAnswers = false
    searchAgain()
    return [.endCorpusSearch]
  }

  private mutating func askForHits() -> [Effect] {
    guard let results else { return [] }
    let rows = max(1, ResultsView(reader: self).listRect.rows)
    if let coming = results.coming {
      let start = coming.question.isSame(as: results.shown?.question) ? results.top : 0
      guard let range = coming.lacking(start..<start + rows, rows: rows) else { return [] }
      self.results?.coming?.requested = range
      return [.hits(question: coming.question.number, range: range)]
    }
    guard let shown = results.shown, shown.question == results.asked,
      let range = shown.lacking(results.top..<results.top + rows, rows: rows)
    else { return [] }
    self.results?.shown?.requested = range
    return [.hits(question: shown.question.number, range: range)]
  }
}

extension Results {
  /// Looks for nothing any more.
  fileprivate mutating func forget() {
    query = nil
    asked = nil
    (shown, coming) = (nil, nil)
    narrowings = []
  }
}

extension CorpusQuestion {
  /// Whether it asks for the same as another one.
  func isSame(as other: CorpusQuestion?) -> Bool {
    query == other?.query && order == other?.order && days == other?.days
  }
}
