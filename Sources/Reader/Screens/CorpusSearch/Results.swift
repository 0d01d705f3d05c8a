import Newspaper
import Searching

/// A search of the whole corpus: the query, its answer, and the place in it.
struct Results: Sendable {
  /// The part that takes the keys: the list of hits or the chart above it.
  enum Focus: Sendable {
    case list, chart
  }

  /// Nil until there is one. A text with a mistake in it never comes here.
  var query: Query?
  var order = CorpusQuestion.Order.newest
  /// The days that the hits have been narrowed to one after the other, each within the one before.
  var narrowings: [ClosedRange<DayNumber>] = []

  /// The question whose answer is awaited or shown; nil where it has to be asked again.
  var asked: CorpusQuestion?
  /// The answer on the screen: that to the question, or to the one before until there is something to show.
  var shown: ShownAnswer?
  /// The answer to the question as far as it is known, as long as the one before is on the screen.
  var coming: ShownAnswer?

  var focus = Focus.list
  /// Places of the selected hit and of the first one on the screen, in the list of all hits.
  var selected = 0
  var top = 0
  /// A day of the selected bar, while the chart has the focus.
  var chartDay: DayNumber?
  /// Days whose first hit the list is to go to, where only the search knows its place.
  var sought: ClosedRange<DayNumber>?
  /// The summaries of the issues whose hits are at hand, by their ids.
  var summaries: [String: IssueSummary] = [:]
  /// The state before the search, for when it is left.
  var origin: Origin?
  /// Hits that a person has marked, in the order of marking.
  var marked: [CorpusHit] = []
  /// True if all hits are to be marked once they are at hand.
  var marksAll = false
  /// True if the selected hit is to be opened once it is at hand.
  var opensSelected = false
  /// True while a hit is open, so that the way back leads here.
  var isAway = false

  /// The state before a search of the whole corpus.
  struct Origin: Sendable {
    let issue: String?
    let pane: Pane
    let visit: Visit
    let query: Query?
    let found: Found?

    init(_ reader: Reader) {
      (issue, pane, visit) = (reader.selectedID, reader.pane, reader.visit)
      (query, found) = (reader.search.query, reader.found)
    }
  }

  /// The days that the hits are narrowed to; nil for all.
  var days: ClosedRange<DayNumber>? { narrowings.last }

  /// The selected hit, once it is at hand.
  var hit: CorpusHit? { shown?[selected] }

  /// The newest answer that there is.
  var newest: ShownAnswer? { coming ?? shown }

  /// True as long as more of the answer is awaited.
  var isSearching: Bool {
    guard let asked else { return query != nil }
    return newest.map { $0.question != asked || !$0.answer.isComplete } ?? true
  }

  // MARK: Marks

  func isMarked(_ hit: CorpusHit) -> Bool { marked.contains { $0.isSame(as: hit) } }

  /// Marks a hit, or takes its mark away.
  mutating func toggleMark(_ hit: CorpusHit) {
    if isMarked(hit) { marked.removeAll { $0.isSame(as: hit) } } else { marked.append(hit) }
  }

  // MARK: Questions and answers

  /// Looks for nothing any more.
  mutating func forget() {
    query = nil
    marked = []
    asked = nil
    (shown, coming) = (nil, nil)
    narrowings = []
  }

  /// Has the question asked again: the corpus has changed, or other questions have made the last one void.
  mutating func askAgain() { (asked, coming) = (nil, nil) }

  /// Takes as much of the answer as is known.
  mutating func take(_ answer: CorpusAnswer) {
    guard let asked, asked.number == answer.number else { return }
    if shown?.question == asked {
      shown?.take(answer)
    } else if coming == nil {
      coming = ShownAnswer(asked, answer)
    } else {
      coming?.take(answer)
    }
    if let coming, answer.isComplete, answer.total == 0 { show(coming) }
  }

  /// Takes hits of a question, from a place in the list of all hits on.
  mutating func take(_ hits: [CorpusHit], of question: Int, from start: Int) {
    if var coming {
      coming.take(hits, from: start)
      show(coming)
    } else if shown?.question.number == question {
      let hit = hit
      shown?.take(hits, from: start)
      if let hit { stay(at: hit) }
    }
  }

  /// Shows an answer instead of the one before; where it answers the same, one stays at the same hit.
  private mutating func show(_ answer: ShownAnswer) {
    let isSame = answer.question.isSame(as: shown?.question)
    let hit = isSame ? hit : nil
    shown = answer
    coming = nil
    if !isSame { (selected, top) = (0, 0) }
    if let hit { stay(at: hit) }
  }

  /// Follows a hit that has another place by now.
  private mutating func stay(at hit: CorpusHit) {
    guard let shown, selected > 0, shown[selected] != hit else { return }
    let place = shown.range.first { shown[$0].map { $0.issue == hit.issue && $0.match == hit.match } ?? false }
    guard let place else { return }
    top = max(0, top + place - selected)
    selected = place
  }

  /// The places of the hits that are needed beside those at hand, to be asked for once.
  /// - Parameter rows: of the list on the screen.
  mutating func lackingHits(rows: Int) -> (question: Int, range: Range<Int>)? {
    if let coming {
      let start = coming.question.isSame(as: shown?.question) ? top : 0
      guard let range = coming.lacking(start..<start + rows, rows: rows) else { return nil }
      self.coming?.requested = range
      return (coming.question.number, range)
    }
    guard let shown, shown.question == asked, let range = shown.lacking(top..<top + rows, rows: rows) else {
      return nil
    }
    self.shown?.requested = range
    return (shown.question.number, range)
  }
}

extension CorpusHit {
  /// True if it is the same occurrence as another.
  func isSame(as other: CorpusHit) -> Bool { issue == other.issue && match == other.match }
}

extension CorpusQuestion {
  /// True if it asks for the same as another one.
  func isSame(as other: CorpusQuestion?) -> Bool {
    query == other?.query && order == other?.order && days == other?.days
  }
}
