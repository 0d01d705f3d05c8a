import Newspaper
import Searching

/// The search of the whole corpus.
struct CorpusSearch: Sendable {
  /// Kept until the next search.
  var results: Results?
  /// Number of questions asked.
  var questions = 0
  /// True while answers to the last question are awaited.
  var awaitsAnswers = false
  /// The hit that is to be shown when its issue has come.
  var awaitedHit: CorpusHit?
  /// The state before the search, until the issue has come again whose matches it has.
  var awaitedFound: Results.Origin?
  /// Saved queries, in the order of their list.
  var savedQueries: [SavedQuery] = []
}

// The search of the whole corpus: there and back, and the requests that follow from it.
extension Reader {
  var results: Results? {
    get { corpusSearch.results }
    set { corpusSearch.results = newValue }
  }

  /// True if the results are on the screen, or under something that lies over them.
  var showsResults: Bool { layers.last(CorpusSearchScreen.self) != nil }

  /// Opens the prompt; the hits of the last query are on the screen until there is something to look for.
  mutating func beginCorpusSearch() {
    let isOpen = showsResults
    let before = results
    layers.removeAll(QueriesScreen.self)
    if !isOpen { openResults() }
    layers.append(CorpusPrompt(before: before, opensView: !isOpen))
  }

  /// Searches for a whole query at once; one with a mistake is shown as if it had been typed.
  mutating func searchCorpus(for text: String) {
    beginCorpusSearch()
    (layers.last as? CorpusPrompt)?.edit(in: &self) { $0.set(text) }
    if let prompt = layers.last as? CorpusPrompt { _ = prompt.accept(in: &self) }
  }

  /// Shows the results, those of the last search if there are any.
  private mutating func openResults() {
    layers.append(CorpusSearchScreen())
    var results = results ?? Results()
    if !results.isAway { results.origin = Results.Origin(self) }
    results.isAway = false
    results.focus = .list
    self.results = results
  }

  /// Takes the results from the screen.
  mutating func closeResults() { layers.removeAll(CorpusSearchScreen.self) }

  /// Leaves the results; everything is as it was before the search.
  mutating func leaveResults() {
    closeResults()
    if let origin = results?.origin { putBack(origin) }
    results?.origin = nil
  }

  private mutating func putBack(_ origin: Results.Origin) {
    if let index = origin.issue.flatMap(issues.index(ofIssue:)) { selectIssue(index) }
    pane = origin.pane
    visit.article = origin.visit.article
    visit.places = origin.visit.places
    search.query = origin.query
    corpusSearch.awaitedFound = origin
    showAwaitedFound()
  }

  // MARK: A hit in its issue

  /// Opens the issue of the selected hit, and goes to it.
  mutating func openHit() {
    guard let hit = results?.hit else { return }
    guard let index = place(ofIssue: hit.issue) else {
      return say(phrases.noIssue(hit.issue), isError: true)
    }
    if let spot { notebook.jumps.add(spot) }
    layers.removeAll()
    results?.isAway = true
    selectIssue(index)
    if loaded.unreadable?.id == hit.issue { loaded.unreadable = nil }
    search.query = results?.query
    corpusSearch.awaitedHit = hit
    environment.settings.showsFront = false
    pane = .article
    visit.article = hit.match.article
    if issue != nil {
      findAgain()
      showAwaitedHit()
    }
  }

  /// Comes back from an issue to the hit that led there.
  mutating func returnToResults() {
    guard results?.isAway == true else { return }
    corpusSearch.awaitedHit = nil
    results?.isAway = false
    selectHitReadTo()
    layers = [CorpusSearchScreen()]
  }

  /// Selects the hit that one has read to since.
  private mutating func selectHitReadTo() {
    guard let shown = results?.shown, let id = selectedID, let found, found.query == results?.query,
      let match = found.current.map({ found.matches[$0] })
    else { return }
    let place = shown.range.first { shown[$0]?.issue == id && shown[$0]?.match == match }
    if let place { results?.selected = place }
  }

  /// Goes on to the hits of the next issue, or of the one before, from the last or the first of an issue.
  /// - Returns: false where the query is not that of the whole corpus, or there is no other issue.
  mutating func goToOtherIssuesHit(by step: Int) -> Bool {
    guard let results, results.isAway, results.query == search.query, let shown = results.shown,
      let hit = results.hit, hit.issue == selectedID
    else { return false }
    let place = step > 0 ? hit.run.upperBound : hit.run.lowerBound - 1
    guard (0..<shown.answer.total).contains(place) else { return false }
    self.results?.selected = place
    self.results?.opensSelected = true
    openSelectedHit()
    return true
  }

  /// Opens the selected hit as soon as it is at hand.
  mutating func openSelectedHit() {
    guard results?.opensSelected == true, results?.hit != nil else { return }
    results?.opensSelected = false
    openHit()
  }

  /// Brings the hit that was opened into sight, with the other matches of its query around it.
  mutating func showAwaitedHit() {
    guard let hit = corpusSearch.awaitedHit, hit.issue == selectedID, issue != nil else { return }
    corpusSearch.awaitedHit = nil
    goTo(hit.match)
  }

  /// Shows once more the matches of before the search; they have to be looked for only once.
  mutating func showAwaitedFound() {
    guard let origin = corpusSearch.awaitedFound, issue != nil else { return }
    corpusSearch.awaitedFound = nil
    if origin.issue == selectedID { search.found = origin.found }
  }

  // MARK: Requests

  /// Asks the question and for the hits that are needed; ends the search once it has been left.
  mutating func settleCorpusSearch() -> [Effect] {
    if pane == .issues { results?.isAway = false }
    guard showsResults, results != nil else {
      let hits = results?.opensSelected == true ? askForSelectedHit() : []
      return endCorpusSearch() + hits
    }
    guard !layout.isTooSmall else { return [] }
    let asking = askQuestion()
    let list = resultsLayout.list
    if var results {
      results.selected = max(0, min(results.selected, list.count - 1))
      results.top = list.top(from: results.top, showing: results.selected)
      self.results = results
    }
    return asking + askForPlace() + askForHits()
  }

  /// The places of the results on the screen.
  var resultsLayout: ResultsLayout { ResultsLayout(results: results ?? Results(), panes: layout.panes) }

  /// Without an order by date, the counts by day do not tell the place of the first hit of some days.
  private mutating func askForPlace() -> [Effect] {
    guard let days = results?.sought else { return [] }
    results?.sought = nil
    guard let shown = results?.shown, shown.question == results?.asked else { return [] }
    return [.firstHit(question: shown.question.number, days: days)]
  }

  private mutating func askQuestion() -> [Effect] {
    guard let results, let query = results.query else { return [] }
    let question = CorpusQuestion(
      number: corpusSearch.questions + 1, query: query, order: results.order, days: results.days)
    if question.isSame(as: results.asked) { return [] }
    corpusSearch.questions += 1
    self.results?.asked = question
    self.results?.coming = nil
    corpusSearch.awaitsAnswers = true
    return [.searchCorpus(question)]
  }

  /// No answers are needed once the results have been left, except for an issue that was opened from them.
  private mutating func endCorpusSearch() -> [Effect] {
    guard corpusSearch.awaitsAnswers, results?.isAway != true else { return [] }
    corpusSearch.awaitsAnswers = false
    results?.askAgain()
    return [.endCorpusSearch]
  }

  private mutating func askForSelectedHit() -> [Effect] {
    guard let selected = results?.selected, let shown = results?.shown, shown.requested != selected..<selected + 1,
      results?.hit == nil
    else { return [] }
    results?.shown?.requested = selected..<selected + 1
    let near = max(0, selected - 50)..<min(shown.answer.total, selected + 50)
    return [.hits(question: shown.question.number, range: near)]
  }

  private mutating func askForHits() -> [Effect] {
    let rows = max(1, resultsLayout.listRect.rows)
    return results?.lackingHits(rows: rows).map { [.hits(question: $0.question, range: $0.range)] } ?? []
  }
}
