import Searching

/// The search in the open issue.
struct SearchState: Sendable {
  /// The query of the last search; it is looked for in every issue that is opened.
  var query: Query?
  /// Its matches in the open issue.
  var found: Found?
  /// The queries entered before, also those for the whole corpus.
  var history = LineHistory()
}
