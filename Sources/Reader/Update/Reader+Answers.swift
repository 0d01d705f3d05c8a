import Newspaper
import Searching

// What comes back of a search of the whole corpus.
extension Reader {
  /// Takes what is known of the answer to `Effect.searchCorpus` so far; one to an older question is let go.
  public mutating func receive(_ answer: CorpusAnswer) -> [Effect] {
    guard let asked = results?.asked, asked.number == answer.number else { return [] }
    if results?.shown?.question == asked {
      results?.shown?.take(answer)
    } else if results?.coming == nil {
      results?.coming = Answered(asked, answer)
    } else {
      results?.coming?.take(answer)
    }
    if let coming = results?.coming, answer.isComplete, answer.total == 0 { show(coming) }
    return settle()
  }

  /// Takes hits that were asked for with `Effect.hits`; those of an older question are let go.
  /// - Parameters:
  ///   - hits: in their order; fewer than asked for where there are no more.
  ///   - question: the question's number.
  ///   - start: the place of the first one in the list of all hits.
  public mutating func receive(hits: [CorpusHit], question: Int, from start: Int) -> [Effect] {
    guard let results, results.asked?.number == question else { return [] }
    if var coming = results.coming {
      coming.take(hits, from: start)
      show(coming)
    } else if var shown = results.shown, shown.question.number == question {
      let hit = results.hit
      shown.take(hits, from: start)
      self.results?.shown = shown
      stay(at: hit)
    }
    learnIssues(of: hits)
    return settle()
  }

  /// Goes to a hit that was asked for with `Effect.firstHit`; nil where there is none.
  public mutating func receive(firstHit place: Int?, question: Int) -> [Effect] {
    guard let place, results?.shown?.question.number == question else { return settle() }
    results?.selected = place
    results?.top = place
    return settle()
  }

  /// Takes the queries that are kept, in the order in which they are to be listed.
  public mutating func receive(savedQueries: [SavedQuery]) -> [Effect] {
    self.savedQueries = savedQueries
    return settle()
  }

  /// Shows an answer instead of the one before; where it answers the same, one stays where one is.
  private mutating func show(_ answered: Answered) {
    let isSame = answered.question.isSame(as: results?.shown?.question)
    let hit = isSame ? results?.hit : nil
    results?.shown = answered
    results?.coming = nil
    if !isSame {
      results?.selected = 0
      results?.top = 0
    }
    stay(at: hit)
  }

  /// A hit that has another place by now takes the selection with it.
  private mutating func stay(at hit: CorpusHit?) {
    guard let hit, let results, let shown = results.shown, results.selected > 0, shown[results.selected] != hit else {
      return
    }
    let place = shown.range.first { shown[$0].map { $0.issue == hit.issue && $0.match == hit.match } ?? false }
    guard let place else { return }
    self.results?.top = max(0, results.top + place - results.selected)
    self.results?.selected = place
  }

  private mutating func learnIssues(of hits: [CorpusHit]) {
    let known = results?.summaries ?? [:]
    var summaries: [String: IssueSummary] = [:]
    for hit in hits where summaries[hit.issue] == nil {
      summaries[hit.issue] = known[hit.issue] ?? issues.index(ofIssue: hit.issue).map { issues[$0] }
    }
    results?.summaries = summaries
  }

  /// Brings the hit that was opened into sight, with the other matches of its query around it.
  mutating func showAwaitedHit() {
    guard let hit = awaitedHit, hit.issue == selectedID, issue != nil else { return }
    awaitedHit = nil
    goTo(hit.match)
  }
}
