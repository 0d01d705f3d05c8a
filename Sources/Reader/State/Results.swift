import Newspaper
import Searching

/// A search of the whole corpus: what is looked for, what has been found, and where one is in it.
struct Results: Sendable {
  /// What takes the keys: the list of hits or the chart above it.
  enum Focus: Sendable {
    case list, chart
  }

  /// What is looked for; nil until something is. A text with a mistake in it never comes here.
  var query: Query?
  var order = CorpusQuestion.Order.newest
  /// The days that the hits have been narrowed to one after the other, each within the one before.
  var narrowings: [ClosedRange<DayNumber>] = []

  /// The question whose answer is awaited or shown; nil where it has to be asked again.
  var asked: CorpusQuestion?
  /// What is on the screen: the answer to the question, or to the one before until there is something to show.
  var shown: Answered?
  /// What is known of the answer, as long as the one before is on the screen.
  var coming: Answered?

  var focus = Focus.list
  /// Index of the hit that one is at, and of the first one on the screen.
  var selected = 0
  var top = 0
  /// A day of the bar that one is at, while the chart has the focus.
  var chartDay: DayNumber?
  /// Days whose first hit the list is to go to, where only the search knows which that is.
  var sought: ClosedRange<DayNumber>?
  /// What the list of issues says of those whose hits are at hand.
  var summaries: [String: IssueSummary] = [:]
  /// How things were before the search, for when it is left.
  var origin: Origin?
  /// Whether a hit has been opened, so that the way back leads here.
  var isAway = false

  /// Where one was before.
  struct Origin: Sendable {
    var issue: String?
    var pane: Pane
    var visit: Visit
    var query: Query?
    var found: Found?
  }

  /// The days that the hits are narrowed to; nil for all.
  var days: ClosedRange<DayNumber>? { narrowings.last }

  /// The hit that one is at, once it is there.
  var hit: CorpusHit? { shown?[selected] }

  /// What is known of the question that has been asked, where anything is.
  var newest: Answered? { coming ?? shown }

  /// Whether the answer that is shown is not all of the one that is awaited.
  var isSearching: Bool {
    guard let asked else { return query != nil }
    return newest.map { $0.question != asked || !$0.answer.isComplete } ?? true
  }
}

/// An answer and those of its hits that are at hand: the ones around what is on the screen.
struct Answered: Sendable {
  let question: CorpusQuestion
  private(set) var answer: CorpusAnswer
  /// Those that are at hand, and the place of the first of them in the list of all.
  private(set) var hits: [CorpusHit] = []
  private(set) var start = 0
  /// Whether the answer has grown since they came.
  private(set) var isStale = false
  /// The places that were asked for last.
  var requested: Range<Int>?

  init(_ question: CorpusQuestion, _ answer: CorpusAnswer) {
    self.question = question
    self.answer = answer
  }

  /// The places of the hits at hand.
  var range: Range<Int> { start..<start + hits.count }

  /// A hit by its place; nil where it is not at hand.
  subscript(place: Int) -> CorpusHit? { range.contains(place) ? hits[place - start] : nil }

  /// Whether a hit is the first of those of its issue that stand together.
  func isFirstOfRun(_ place: Int) -> Bool { self[place].map { $0.run.lowerBound == place } ?? false }

  /// Takes what is known by now.
  mutating func take(_ answer: CorpusAnswer) {
    isStale = isStale || answer.total != self.answer.total || answer.issues != self.answer.issues
    self.answer = answer
    if isStale { requested = nil }
  }

  /// Takes hits, from a place in the list of all on.
  mutating func take(_ hits: [CorpusHit], from start: Int) {
    self.hits = hits
    self.start = max(0, start)
    isStale = false
  }

  /// The places to ask for so that some are at hand and some screens around them, too; nil where they are, or where
  /// they have been asked for.
  func lacking(_ visible: Range<Int>, rows: Int) -> Range<Int>? {
    let all = 0..<answer.total
    let near = (visible.lowerBound - rows..<visible.upperBound + rows).clamped(to: all)
    let isAtHand = near.isEmpty || range.lowerBound <= near.lowerBound && near.upperBound <= range.upperBound
    guard isStale || !isAtHand else { return nil }
    let wanted = (visible.lowerBound - 3 * rows..<visible.upperBound + 3 * rows).clamped(to: all)
    return wanted == requested ? nil : wanted
  }
}

/// The queries that are kept under names, as a list over the panes.
struct QueriesPage: Sendable {
  var selected = 0
  var top = 0
}

/// A query for the whole corpus that is being typed.
struct EverywherePrompt: Sendable {
  var line = LineEditor()
  var cursor = LineHistory.Cursor()
  /// The searches that tab goes round, and which of them stands in the line.
  var completion: Completion?
  /// What the line asks; while there is a mistake in it, the hits of what was typed before stay.
  var typed = TypedQuery("")
  /// Whether `enter` has been pressed on a mistake, so that what is unfinished counts as one.
  var isRefused = false
  /// What `esc` puts back.
  let before: Results?
  /// Whether the results were not on the screen before.
  let opensView: Bool
  /// Whether it is for the days that the hits have been narrowed to.
  var keepsDays = false
}
