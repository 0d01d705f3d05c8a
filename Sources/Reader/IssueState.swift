import Newspaper
import Notes
import Searching
import Typesetting

/// One of the three panes.
enum Pane: Int, Sendable, CaseIterable {
  case issues, contents, article

  /// The pane's context, apart from the printed page in the place of the contents.
  var context: Context {
    switch self {
    case .issues: .issues
    case .contents: .contents
    case .article: .article
    }
  }
}

/// An issue and all that is derived from it once.
public struct OpenIssue: Sendable {
  /// The issue.
  public let issue: Issue
  /// The ends of its turns and pointers.
  let jumps: Jumps
  /// The first places of its articles.
  let starts: [SourcePosition]
  /// The texts of its lines.
  let texts: LineTexts
  /// Its folded text, made at the first search.
  var search: IssueSearch?

  /// Derives it from an issue.
  /// - Parameter forSearch: folds the text now, so that the first search does not wait for it.
  public init(_ issue: Issue, forSearch: Bool = false) {
    self.issue = issue
    search = forSearch ? IssueSearch(issue) : nil
    jumps = Jumps(issue)
    starts = issue.articles.map(\.start)
    texts = LineTexts(issue)
  }
}

/// The issue that was read last, and the one that has been asked for.
struct LoadedIssue: Sendable {
  /// A reason why an issue could not be read.
  struct Unreadable: Sendable, Equatable {
    var id: String
    var reason: String
  }

  var issue: OpenIssue?
  /// The issue as it was read, without corrections.
  var read: Issue?
  /// The issue with corrections; nil for one without.
  var corrected: CorrectedIssue?
  var unreadable: Unreadable?
  /// The id of the issue that has been asked for and has not come.
  var requested: String?
}

/// The visits of all issues.
struct Visits: Sendable {
  struct VisitedArticle: Sendable, Equatable {
    var issue: String
    var article: Int
  }

  /// By the issue's id.
  var byIssue: [String: Visit] = [:]
  /// Ids of the issues whose visits may have changed since they were last asked for.
  var touched: Set<String> = []
  /// The article that one went to last; it was marked as read then.
  var lastVisited: VisitedArticle?
}

/// A place in an article: a place in the scan, and the line that shows it now.
struct Place: Sendable, Equatable {
  /// The first line shown, of the galley that it was counted in; the page, where pages are turned.
  var top = 0
  /// That galley; in any other one the line has to be found again.
  var galley: SetArticle.Key?
  /// The place in the scan at the last move; nil for the very start. Only moves change it, so that a row of resizes
  /// does not drift.
  var anchor: Galley.Anchor?
}
