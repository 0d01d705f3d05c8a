import Newspaper

/// The overlay that says why a passage of the article is what it is.
struct WhyPage: Sendable {
  /// Lines of a page whose roles are to be explained.
  struct Question: Sendable, Equatable {
    var issue: String
    var page: Int
    var lines: Set<Int>
  }

  /// The passage: index in the galley's blocks.
  var block: Int
  /// The first line shown.
  var top = 0
  /// What has been asked about the passage.
  var question: Question?
  /// The answer, once it has come.
  var explanations: [Explanation]?
}
