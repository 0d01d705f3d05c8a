/// A question to the whole corpus.
public struct CorpusQuestion: Sendable, Equatable {
  /// The order of hits.
  public enum Order: String, Sendable, CaseIterable {
    /// By issue, the newest first; within an issue in reading order.
    case newest
    /// Literal matches first, then pinyin, then look-alikes; headlines first in each; else as `newest`.
    case best
  }

  /// Identifies answers: a later question has a larger number, and answers to older ones are void.
  public var number: Int
  /// The query.
  public var query: Query
  /// The order of hits.
  public var order: Order
  /// The days whose hits are shown; nil for all. The counts by day in the answer are of all days.
  public var days: ClosedRange<DayNumber>?

  /// A question.
  public init(number: Int, query: Query, order: Order = .newest, days: ClosedRange<DayNumber>? = nil) {
    (self.number, self.query, self.order, self.days) = (number, query, order, days)
  }
}
