import Newspaper

/// Where a key is pressed: what has the person's attention.
public enum Context: String, Sendable, CaseIterable {
  /// The list of issues.
  case issues
  /// The list of an issue's articles.
  case contents
  /// The text of an article.
  case article
  /// The issue as a printed page, which has the place of the list of its articles.
  case front
  /// A line that is being typed: a search or a command.
  case prompt
  /// The help screen.
  case help
  /// What is said of why a passage is what it is.
  case why
  /// The hits of a search of the whole corpus.
  case results
  /// The chart of these by day, month or year.
  case chart
  /// The list of the queries that are kept.
  case queries

  /// The three panes and the printed page.
  public static let reading: [Context] = [.issues, .contents, .article, .front]
}

/// What a person can ask the reader to do; the raw values are the names of the keymap file and the command line.
public enum Command: String, Sendable, CaseIterable {
  case nextLine = "next-line"
  case previousLine = "previous-line"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case nextPage = "next-page"
  case previousPage = "previous-page"
  case firstLine = "first-line"
  case lastLine = "last-line"

  case open
  case back
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case nextIssue = "next-issue"
  case previousIssue = "previous-issue"
  case article
  case issue
  case follow
  case boxLeft = "box-left"
  case boxRight = "box-right"

  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case clearSearch = "clear-search"
  case pinyin
  case searchCorpus = "search-corpus"
  case toggleOrder = "toggle-order"
  case nextBar = "next-bar"
  case previousBar = "previous-bar"
  case narrow
  case widen
  case save
  case query
  case queries
  case deleteQuery = "delete-query"

  case nextView = "next-view"
  case view
  case theme
  case level
  case justify
  case ambiguous
  case toggleRaw = "toggle-raw"
  case toggleRead = "toggle-read"
  case why
  case nextPassage = "next-passage"
  case previousPassage = "previous-passage"
  case help
  case whereabouts = "where"
  case messages
  case commandLine = "command-line"
  case redraw
  case suspend
  case interrupt
  case quit

  case accept
  case cancel
  case complete
  case completeBack = "complete-back"
  case olderLine = "older-line"
  case newerLine = "newer-line"
  case caretLeft = "caret-left"
  case caretRight = "caret-right"
  case caretStart = "caret-start"
  case caretEnd = "caret-end"
  case deleteBack = "delete-back"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
}

extension Command {
  /// A row of the table of commands.
  public struct Entry: Sendable {
    /// Where it has a meaning.
    public var contexts: [Context]
    /// One or two words for the last line of the screen.
    public var label: Phrase
    /// What it does, for help.
    public var help: Phrase
  }

  /// What is said of it, in a language.
  public func help(in language: Language) -> String { entry.help.words(in: language) }

  /// One or two words for it, in a language.
  public func label(in language: Language) -> String { entry.label.words(in: language) }
}
