import Newspaper

/// What is known of the answer to a question so far. Answers come one after the other while the search goes on.
public struct CorpusAnswer: Sendable, Equatable {
  /// The hits of a day.
  public struct DayCount: Sendable, Equatable {
    /// The day; 0 for the issues without a full date.
    public var day: DayNumber
    /// Occurrences in the issues of that day.
    public var hits: Int

    /// The hits of a day.
    public init(day: DayNumber, hits: Int) {
      self.day = day
      self.hits = hits
    }
  }

  /// That of the question.
  public var number: Int
  /// Occurrences in the days that are asked for, as far as they are found.
  public var total: Int
  /// The issues that have one.
  public var issues: Int
  /// Of all days, the oldest first; days without a hit are left out.
  public var days: [DayCount]
  /// How much of the corpus has been searched, 0 to 1.
  public var progress: Double
  /// Whether nothing more will come.
  public var isComplete: Bool

  /// An answer.
  public init(number: Int, total: Int, issues: Int, days: [DayCount], progress: Double, isComplete: Bool) {
    self.number = number
    self.total = total
    self.issues = issues
    self.days = days
    self.progress = progress
    self.isComplete = isComplete
  }
}

/// One occurrence, as a line of results shows it.
public struct CorpusHit: Sendable, Equatable {
  /// The issue's id.
  public var issue: String
  /// Its date.
  public var date: IssueDate?
  /// How many hits this issue has, of those that are shown.
  public var hitsInIssue: Int
  /// Places in the list of all hits, in the order asked for: those of this issue's hits that stand together, with this
  /// one among them.
  public var run: Range<Int>
  /// The headline of its article; its first text where it has none.
  public var headline: String
  /// Where it stands in the issue, and in what way it was found.
  public var match: Match
  /// The match, and what stands around it: `contextLength` characters on each side, where its block has as many.
  public var context: MatchContext

  /// More than fit on one side of a match in a line of results.
  public static let contextLength = 120

  /// An occurrence.
  public init(
    issue: String, date: IssueDate?, hitsInIssue: Int, run: Range<Int>, headline: String, match: Match,
    context: MatchContext
  ) {
    self.issue = issue
    self.date = date
    self.hitsInIssue = hitsInIssue
    self.run = run
    self.headline = headline
    self.match = match
    self.context = context
  }
}
