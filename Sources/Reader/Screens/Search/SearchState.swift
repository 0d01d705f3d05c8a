import Searching

/// Hits of a query in the whole corpus, as far as they are counted.
struct Elsewhere: Sendable {
  let query: Query
  /// The question's.
  let number: Int
  /// Nil until the first answer has come.
  var total: Int?
  var isComplete = false

  /// True once it is certain that there is nothing.
  var isNothing: Bool { isComplete && total == 0 }
}

/// The search in the open issue.
struct SearchState: Sendable {
  /// The query of the last search; it is looked for in every issue that is opened.
  var query: Query?
  /// Its matches in the open issue.
  var found: Found?
  /// The hits in the whole corpus of a query that is being typed and of which the open issue has none.
  var elsewhere: Elsewhere?
  /// The queries entered before, also those for the whole corpus.
  var history = LineHistory()
}
