import Newspaper
import Searching

/// An answer and those of its hits that are at hand: the ones on the screen and some screens around it.
struct ShownAnswer: Sendable {
  let question: CorpusQuestion
  private(set) var answer: CorpusAnswer
  /// The hits at hand, and the place of the first of them in the list of all.
  private(set) var hits: [CorpusHit] = []
  private(set) var start = 0
  /// True if the answer has grown since they came.
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

  /// True if a hit is the first of those of its issue that stand together.
  func isFirstOfRun(_ place: Int) -> Bool { self[place].map { $0.run.lowerBound == place } ?? false }

  /// Takes the answer as far as it is known by now.
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
