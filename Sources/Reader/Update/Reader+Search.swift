import Newspaper
import Searching

extension Reader {
  mutating func beginSearch(_ text: String = "") {
    let prompt = SearchPrompt(line: LineEditor(text), before: standing, origin: readingPlace)
    layers.append(.search(prompt))
    // Folded now, so that the first letter does not wait for it.
    if let issue, opened?.search == nil { opened?.search = IssueSearch(issue) }
    if !text.isEmpty { findTyped() }
  }

  /// How things are, for when a search is given up.
  private var standing: SearchPrompt.Before {
    SearchPrompt.Before(pane: pane, visit: visit, found: found, contentsTop: contentsTop)
  }

  /// Shows what the line that is being typed finds; where there is a mistake in it, what was found stays.
  mutating func findTyped() {
    guard case .search(var prompt) = layers.last else { return }
    prompt.typed = TypedQuery(prompt.line.text, pinyin: choices.pinyin)
    prompt.isRefused = false
    let isNew = prompt.typed.mistake == nil || prompt.typed.query != nil
    if isNew { prompt.query = prompt.typed.query }
    layers[layers.count - 1] = .search(prompt)
    if isNew { findPrompted(prompt) }
  }

  private mutating func findPrompted(_ prompt: SearchPrompt) {
    putBack(prompt.before)
    guard let query = prompt.query else { return found = nil }
    find(query, from: prompt.origin)
    if let current = found?.current { show(match: current) }
  }

  /// Keeps what was found; an empty line goes on with the search before, one with a mistake has to be put right first.
  mutating func acceptSearch(_ prompt: SearchPrompt) {
    if let query = prompt.typed.query {
      layers.removeLast()
      searches.add(query.text)
      return keepFound(query.text, before: prompt.before)
    }
    guard prompt.typed.isEmpty else { return refuse(prompt) }
    layers.removeLast()
    putBack(prompt.before)
    repeatSearch()
  }

  private mutating func refuse(_ prompt: SearchPrompt) {
    var prompt = prompt
    prompt.isRefused = true
    layers[layers.count - 1] = .search(prompt)
  }

  private mutating func repeatSearch() {
    if query != nil { return changeMatch(by: 1) }
    guard let last = searches.newestFirst.first else { return message = Message(text: phrases.nothingSearched) }
    search(last)
  }

  /// Goes on with what was found; where it is nothing everything is as it was before.
  private mutating func keepFound(_ text: String, before: SearchPrompt.Before) {
    guard found?.current != nil else {
      putBack(before)
      return message = Message(text: phrases.notFound(text))
    }
    query = found?.query
    pane = .article
    if let current = found?.current { show(match: current) }
  }

  /// Puts everything back as it was before the search.
  mutating func cancelSearch(_ prompt: SearchPrompt) {
    layers.removeLast()
    putBack(prompt.before)
  }

  /// Searches for a whole query at once.
  mutating func search(_ text: String) {
    beginSearch(text)
    if case .search(let prompt) = layers.last { acceptSearch(prompt) }
  }

  mutating func clearSearch() {
    query = nil
    found = nil
  }

  /// Looks in an issue that has just come for what is being or was looked for.
  mutating func findAgain() {
    found = nil
    if case .search(let prompt) = layers.last { return findPrompted(prompt) }
    guard let query else { return }
    find(query, from: TextPlace(article: visit.article, turns))
    found?.current = nil
  }

  mutating func changeMatch(by step: Int) {
    guard let found else { return message = Message(text: phrases.nothingSearched) }
    let count = found.matches.count
    guard count > 0 else { return message = Message(text: phrases.notFound(found.query.text)) }
    let next = comeRound(matchBefore(step: step) + step, of: count)
    self.found?.current = next
    pane = .article
    if let current = self.found?.current { show(match: current) }
  }

  /// Which of some matches a number means that may lie before the first or behind the last: then it says that it came
  /// round.
  mutating func comeRound(_ number: Int, of count: Int) -> Int {
    if number >= count { message = Message(text: phrases.matchesWrappedToFirst) }
    if number < 0 { message = Message(text: phrases.matchesWrappedToLast) }
    return ((number % count) + count) % count
  }

  /// The match that one is at; where it is out of sight, what stands before the next one from here.
  private func matchBefore(step: Int) -> Int {
    guard let found else { return 0 }
    if let current = found.current, isVisible(match: found.matches[current]) { return current }
    let next = found.first(from: readingPlace) ?? found.matches.count
    return step > 0 ? next - 1 : next
  }

  /// Goes to a match of the query in force.
  mutating func goTo(_ match: Match) {
    pane = .article
    guard let found, let turns else { return }
    let index = found.matches.firstIndex(of: match) ?? found.first(from: TextPlace(match, turns))
    self.found?.current = index
    if let index { show(match: index) }
  }

  // MARK: Places

  mutating func putBack(_ before: SearchPrompt.Before) {
    pane = before.pane
    visit = before.visit
    found = before.found
    contentsTop = before.contentsTop
  }

  private mutating func find(_ query: Query, from place: TextPlace) {
    guard let issue, var opened else { return found = nil }
    let search = opened.search ?? IssueSearch(issue)
    opened.search = search
    self.opened = opened
    var found = Found(query, search.matches(query), opened.turns)
    found.current = found.best(from: place)
    self.found = found
  }

  /// The place in the repaired text that stands first in the article pane.
  var readingPlace: TextPlace {
    let start = TextPlace(article: visit.article, turns)
    guard let anchor = place.anchor?.position, let article else { return start }
    for part in [article] + continuations {
      for (index, block) in part.blocks.enumerated() {
        guard let offset = block.passage.offset(of: anchor) else { continue }
        return TextPlace(article: part.number - 1, block: index, offset: offset, turns)
      }
    }
    return start
  }

  /// Brings a match into sight, a third down the pane unless it is in sight already.
  mutating func show(match index: Int) {
    guard let match = found?.matches[index] else { return }
    // A continuation is read where it goes on with its opening, unless one has gone to it alone.
    if isFront { return visit.article = match.article }
    if match.article != visit.article { visit.article = turns?.opening(of: match.article) ?? match.article }
    if !layout.isWide { pane = .article }
    setArticle()
    awaitedText?.match = index
    guard !isVisible(match: match), let line = line(of: match), let set = galley else { return }
    guard let flow = set.pages.flow else { return scroll(to: line - layout.panes.rows / 3) }
    // The match itself is the place, so that another view shows it, too.
    place = Place(top: flow.page(ofLine: line), galley: set.key, anchor: set.galley.anchor(ofLine: line))
  }

  private func isVisible(match: Match) -> Bool {
    guard let line = line(of: match) else { return false }
    if let flow = galley?.pages.flow { return flow.page(ofLine: line) == place.top }
    let shown = place.top..<place.top + layout.panes.rows
    // All of it, as far as there is room.
    let last = self.line(of: match, atEnd: true) ?? line
    return shown.contains(line) && (shown.contains(last) || last - line >= layout.panes.rows)
  }

  /// The line of the selected article's galley that shows where a match starts, or where it ends.
  private func line(of match: Match, atEnd: Bool = false) -> Int? {
    let piece = atEnd ? match.last : match.first
    guard let galley, galley.key.article == visit.article, galley.key.issue == selectedID,
      let block = galley.galley.block(ofArticle: match.article, index: piece.block)
    else { return nil }
    let offset = atEnd ? piece.range.upperBound - 1 : piece.range.lowerBound
    return galley.galley.line(ofBlock: block, offset: offset)
  }
}
