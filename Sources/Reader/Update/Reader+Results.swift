import Newspaper
import Searching

// The hits of a search of the whole corpus as a list, and the ways to and from it.
extension Reader {
  /// Whether the results are on the screen, or under something that lies over them.
  var showsResults: Bool {
    layers.contains { if case .results = $0 { true } else { false } }
  }

  /// Carries out a command where the results or the kept queries take the keys; nil where it means what it means
  /// anywhere.
  mutating func performInResults(_ command: Command, count: Int?) -> [Effect]? {
    if case .queries(let page) = layers.last { return performInQueries(command, count: count, page) }
    guard case .results = layers.last, let results else { return nil }
    if let movement = Movement(command, count: count) {
      if results.focus == .list { moveInHits(movement) } else { moveInChart(movement) }
      return []
    }
    switch command {
    case .open: openHit()
    case .search: changeQuery()
    case .back: if results.focus == .list { leaveResults() } else { leaveChart() }
    case .nextPane, .previousPane: changeFocus()
    case .nextArticle: changeArticleFound(by: count ?? 1)
    case .previousArticle: changeArticleFound(by: -(count ?? 1))
    case .nextMatch: moveInHits(.lines(count ?? 1))
    case .previousMatch: moveInHits(.lines(-(count ?? 1)))
    case .nextIssue: changeRun(by: count ?? 1)
    case .previousIssue: changeRun(by: -(count ?? 1))
    case .toggleOrder: toggleOrder()
    case .nextBar: moveInChart(by: count ?? 1)
    case .previousBar: moveInChart(by: -(count ?? 1))
    case .narrow: narrow()
    case .widen: widen()
    case .interrupt: leaveResults()
    default: return nil
    }
    return []
  }

  // MARK: The list

  /// How the hits lie in their place: those that begin another issue have its heading above them.
  var hitList: ListGeometry {
    let shown = results?.shown
    // The heading of the first one shown has a row of its own above the list.
    let rows = ResultsView(reader: self).listRect.rows - 1
    return ListGeometry(count: shown?.answer.total ?? 0, rows: max(1, rows)) {
      shown?.isFirstOfRun($0) == true ? 2 : 1
    }
  }

  private mutating func moveInHits(_ movement: Movement) {
    guard let results, let shown = results.shown, shown.answer.total > 0 else { return }
    let place = hitList.target(movement, from: results.selected)
    self.results?.selected = place
  }

  /// So many articles further on, or back.
  private mutating func changeArticleFound(by steps: Int) {
    guard let shown = results?.shown, var place = results?.selected else { return }
    for _ in 0..<abs(steps) {
      guard let start = shown[place] else { break }
      while let hit = shown[place], hit.issue == start.issue, hit.match.article == start.match.article {
        place += steps.signum()
      }
    }
    results?.selected = max(0, min(place, shown.answer.total - 1))
  }

  /// So many issues further on, or back; from the middle of one's hits back to the first of them.
  private mutating func changeRun(by steps: Int) {
    guard let shown = results?.shown, var place = results?.selected else { return }
    for _ in 0..<abs(steps) {
      guard let hit = shown[place] else { break }
      let other = steps > 0 ? hit.run.upperBound : place - 1
      guard (0..<shown.answer.total).contains(other) else {
        message = Message(text: steps > 0 ? phrases.lastIssueFound : phrases.firstIssueFound)
        break
      }
      place = steps > 0 ? other : shown[other]?.run.lowerBound ?? other
    }
    results?.selected = place
    if let run = shown[place]?.run, !isWholeInSight(run) { results?.top = place }
  }

  private func isWholeInSight(_ run: Range<Int>) -> Bool {
    guard let top = results?.top else { return false }
    return top <= run.lowerBound && hitList.top(from: top, showing: run.upperBound - 1) == top
  }

  private mutating func toggleOrder() {
    guard let order = results?.order else { return }
    let new: CorpusQuestion.Order = order == .newest ? .best : .newest
    results?.order = new
    message = Message(text: phrases.name(of: new))
  }

  // MARK: There and back

  /// Opens the issue of the hit that one is at, and goes to it.
  private mutating func openHit() {
    guard let hit = results?.hit else { return }
    guard let index = issues.index(ofIssue: hit.issue) else {
      return message = Message(text: phrases.noIssue(hit.issue), isError: true)
    }
    layers.removeAll()
    results?.isAway = true
    selectIssue(index)
    if unreadable?.id == hit.issue { unreadable = nil }
    query = results?.query
    awaitedHit = hit
    choices.showsFront = false
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
    awaitedHit = nil
    results?.isAway = false
    layers = [.results]
  }

  /// Leaves the results; everything is as it was before the search.
  private mutating func leaveResults() {
    closeResults()
    if let origin = results?.origin { putBack(origin) }
    results?.origin = nil
  }

  /// Takes the results from the screen.
  mutating func closeResults() {
    layers.removeAll { if case .results = $0 { true } else { false } }
  }

  private mutating func putBack(_ origin: Results.Origin) {
    if let index = origin.issue.flatMap(issues.index(ofIssue:)) { selectIssue(index) }
    pane = origin.pane
    visit.article = origin.visit.article
    visit.places = origin.visit.places
    query = origin.query
    awaitedFound = origin
    showAwaitedFound()
  }

  /// How things are before a search of the whole corpus.
  var standingBefore: Results.Origin {
    Results.Origin(issue: selectedID, pane: pane, visit: visit, query: query, found: found)
  }

  /// Shows once more what was found in the issue before; its matches have to be looked for only once.
  mutating func showAwaitedFound() {
    guard let origin = awaitedFound, issue != nil else { return }
    awaitedFound = nil
    if origin.issue == selectedID { found = origin.found }
  }
}
