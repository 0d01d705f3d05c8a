import Newspaper

/// The answer to a question so far. Answers come one after the other while the search goes on.
public struct CorpusAnswer: Sendable, Equatable {
  /// The hits of a day.
  public struct DayCount: Sendable, Equatable {
    /// The day; 0 for the issues without a full date.
    public var day: DayNumber
    /// Occurrences in the issues of that day.
    public var hits: Int

    /// The hits of a day.
    public init(day: DayNumber, hits: Int) {
      (self.day, self.hits) = (day, hits)
    }
  }

  /// The number of the question.
  public var number: Int
  /// Occurrences found so far in the days that are asked for.
  public var total: Int
  /// The number of issues with occurrences.
  public var issues: Int
  /// Hits by day, of all days, the oldest first; days without a hit are left out.
  public var days: [DayCount]
  /// The share of the corpus that has been searched, 0 to 1.
  public var progress: Double
  /// True for the last answer.
  public var isComplete: Bool

  /// An answer.
  public init(number: Int, total: Int, issues: Int, days: [DayCount], progress: Double, isComplete: Bool) {
    (self.number, self.total, self.issues, self.days) = (number, total, issues, days)
    (self.progress, self.isComplete) = (progress, isComplete)
  }
}

/// One occurrence, as a line of results shows it.
public struct CorpusHit: Sendable, Equatable {
  /// The issue's id.
  public var issue: String
  /// Its date.
  public var date: IssueDate?
  /// The number of hits of this issue that are shown.
  public var hitsInIssue: Int
  /// Places in the list of all hits: the range of this issue's hits around this one.
  public var run: Range<Int>
  /// The headline of its article, or its first text.
  public var headline: String
  /// The place in the issue, and the kind of match.
  public var match: Match
  /// The match and the text around it: at most `contextLength` characters on each side.
  public var context: MatchContext

  /// More characters than fit on one side of a match in a line of results.
  public static let contextLength = 120

  /// An occurrence.
  public init(
    issue: String, date: IssueDate?, hitsInIssue: Int, run: Range<Int>, headline: String, match: Match,
    context: MatchContext
  ) {
    (self.issue, self.date, self.hitsInIssue, self.run) = (issue, date, hitsInIssue, run)
    (self.headline, self.match, self.context) = (headline, match, context)
  }
}
