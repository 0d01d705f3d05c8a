/// A search of the whole corpus, as it is asked for.
public struct CorpusQuestion: Sendable, Equatable {
  /// In what order the hits come.
  public enum Order: String, Sendable, CaseIterable {
    /// By issue, the newest first; within an issue in reading order.
    case newest
    /// What was found as it was typed first, then by pinyin, then by look-alikes; headlines first in each; else as
    /// `newest`.
    case best
  }

  /// Tells the answers apart: a question that is asked later has a larger number, and answers to older ones are void.
  public var number: Int
  /// What is looked for.
  public var query: Query
  /// In what order the hits come.
  public var order: Order
  /// The days that hits are shown of; nil for all. The answer's counts by day are those of all days.
  public var days: ClosedRange<DayNumber>?

  /// A question.
  public init(number: Int, query: Query, order: Order = .newest, days: ClosedRange<DayNumber>? = nil) {
    self.number = number
    self.query = query
    self.order = order
    self.days = days
  }
}
