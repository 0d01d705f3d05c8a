import Newspaper
import Searching

// The search in the open issue: finding, and going from match to match.
extension Reader {
  var found: Found? { search.found }

  var highlights: Highlights { Highlights(found: found, theme: environment.theme) }

  /// Opens the prompt.
  mutating func beginSearch(_ text: String = "") {
    let prompt = SearchPrompt(
      input: PromptInput(text), before: Standing(self), origin: readingPlace, asksElsewhere: text.isEmpty)
    layers.append(prompt)
    // Folded now, so that the first letter does not wait for it.
    if let issue, loaded.issue?.search == nil { loaded.issue?.search = IssueSearch(issue) }
    if !text.isEmpty { prompt.changed(in: &self) }
  }

  /// Searches for a whole query at once.
  mutating func search(for text: String) {
    beginSearch(text)
    if let prompt = layers.last as? SearchPrompt { _ = prompt.accept(in: &self) }
  }

  /// Has the hits of a query counted in the whole corpus; nil ends that.
  mutating func askElsewhere(_ query: Query?) {
    guard let query, issues.count > 1, results?.isAway != true else {
      if search.elsewhere != nil { notebook.waiting.append(.endCorpusSearch) }
      return search.elsewhere = nil
    }
    guard search.elsewhere?.query != query else { return }
    // The hits of the last search are void from now on.
    results?.askAgain()
    corpusSearch.questions += 1
    search.elsewhere = Elsewhere(query: query, number: corpusSearch.questions)
    notebook.waiting.append(.searchCorpus(CorpusQuestion(number: corpusSearch.questions, query: query)))
  }

  mutating func clearSearch() {
    search.query = nil
    search.found = nil
  }

  /// Searches again for the query in force, or for the last one that was entered.
  mutating func repeatSearch() {
    if search.query != nil { return changeMatch(by: 1) }
    guard let last = search.history.newestFirst.first else { return say(phrases.nothingSearched) }
    search(for: last)
  }

  /// Looks in an issue that has just come for the query that is being typed, or for the one in force.
  mutating func findAgain() {
    search.found = nil
    if let prompt = layers.last as? SearchPrompt { return prompt.find(in: &self) }
    guard let query = search.query else { return }
    find(query, from: TextPlace(article: visit.article, jumps))
    search.found?.current = nil
  }

  /// Looks for a query in the open issue; the current match is the best one from a place on.
  mutating func find(_ query: Query, from place: TextPlace) {
    guard let issue, let jumps = loaded.issue?.jumps else { return search.found = nil }
    let folded = loaded.issue?.search ?? IssueSearch(issue)
    loaded.issue?.search = folded
    let matches = folded.matches(query)
    let scanned = scannedMatches(of: query, besides: matches)
    let all = scanned.isEmpty ? matches : (matches + scanned.map(\.match)).sorted(by: Self.standsBefore)
    var found = Found(query, all, jumps)
    found.scanned = scanned
    found.current = found.best(from: place)
    search.found = found
  }

  /// Goes on with what was found; where it is nothing everything is put back.
  mutating func keepFound(_ text: String, before: Standing) {
    guard let current = found?.current else {
      putBack(before)
      return say(phrases.notFound(text))
    }
    search.query = found?.query
    pane = .article
    show(match: current)
  }

  mutating func changeMatch(by step: Int) {
    guard let found else { return say(phrases.nothingSearched) }
    guard !found.matches.isEmpty else { return say(phrases.notFound(found.query.text)) }
    let number = matchBefore(found, step: step) + step
    if !found.matches.indices.contains(number), goToOtherIssuesHit(by: step) { return }
    let next = wrap(number, count: found.matches.count)
    search.found?.current = next
    pane = .article
    show(match: next)
  }

  /// Index of the current match; where that is out of sight, of the one before the next from here.
  private func matchBefore(_ found: Found, step: Int) -> Int {
    if let current = found.current, isVisible(found.matches[current]) { return current }
    let next = found.first(from: readingPlace) ?? found.matches.count
    return step > 0 ? next - 1 : next
  }

  /// A number taken back into the range of some matches; says so where it went past the last or the first.
  mutating func wrap(_ number: Int, count: Int) -> Int {
    if number >= count { say(phrases.matchesWrappedToFirst) }
    if number < 0 { say(phrases.matchesWrappedToLast) }
    return ((number % count) + count) % count
  }

  /// Goes to a match of the query in force.
  mutating func goTo(_ match: Match) {
    pane = .article
    guard let found, let jumps else { return }
    let index = found.matches.firstIndex(of: match) ?? found.first(from: TextPlace(match, jumps))
    search.found?.current = index
    if let index { show(match: index) }
  }

  // MARK: Places

  mutating func putBack(_ before: Standing) {
    pane = before.pane
    visit = before.visit
    search.found = before.found
    contents.top = before.contentsTop
  }

  /// The place in the repaired text that stands first in the article pane.
  private var readingPlace: TextPlace {
    let start = TextPlace(article: visit.article, jumps)
    guard let anchor = place.anchor?.position, let article else { return start }
    for part in [article] + continuations {
      for (index, block) in part.blocks.enumerated() {
        guard let offset = block.passage.offset(of: anchor) else { continue }
        return TextPlace(article: part.number - 1, block: index, offset: offset, jumps)
      }
    }
    return start
  }
}

/// The state that a search changes, kept to be put back.
struct Standing: Sendable {
  let pane: Pane
  let visit: Visit
  let found: Found?
  let contentsTop: Int

  init(_ reader: Reader) {
    (pane, visit, found, contentsTop) = (reader.pane, reader.visit, reader.found, reader.contents.top)
  }
}
