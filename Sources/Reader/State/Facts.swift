import Newspaper
import Searching
import Typesetting

/// One of the three panes: what has the focus where nothing lies over it.
enum Pane: Int, Sendable, CaseIterable {
  case issues, contents, article

  var context: Context {
    switch self {
    case .issues: .issues
    case .contents: .contents
    case .article: .article
    }
  }
}

/// What lies over the panes and takes the keys, with what it needs to know.
enum Layer: Sendable {
  case listing(Listing)
  case why(WhyPage)
  case results
  case queries(QueriesPage)
  case search(SearchPrompt)
  case everywhere(EverywherePrompt)
  case command(CommandPrompt)
  case listingSearch(ListingSearch)

  var context: Context {
    switch self {
    case .listing: .help
    case .why: .why
    case .results: .results
    case .queries: .queries
    case .search, .everywhere, .command, .listingSearch: .prompt
    }
  }
}

/// Where one is in an article: a place in the scan, and the line that shows it now.
struct Place: Sendable, Equatable {
  /// The first line shown, of the galley that it was counted in; the page, where pages are turned.
  var top = 0
  /// That galley; in any other one the line has to be found again.
  var galley: SetArticle.Key?
  /// What stood there when the reader last moved; nil for the very start. Only moves change it, so that a row of
  /// resizes does not drift.
  var anchor: Galley.Anchor?
}

/// An issue as the reader needs it.
public struct OpenIssue: Sendable {
  /// The issue.
  public let issue: Issue
  /// Where its turns and pointers lead.
  let turns: Jumps
  /// Where its articles start.
  let starts: [SourcePosition]
  /// Made at the first search.
  var search: IssueSearch?

  /// Makes an issue ready.
  /// - Parameter forSearch: folds its text now, so that the first search does not wait for it.
  public init(_ issue: Issue, forSearch: Bool = false) {
    self.issue = issue
    search = forSearch ? IssueSearch(issue) : nil
    turns = Jumps(issue)
    starts = issue.articles.map(\.start)
  }
}

/// Why an issue could not be opened.
struct Unreadable: Sendable, Equatable {
  var id: String
  var reason: String
}

/// What the last line says until the next key.
struct Message: Sendable, Equatable {
  var text: String
  var isError = false
  /// What is said where there is no room for the text.
  var short: String?
}
