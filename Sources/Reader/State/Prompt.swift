import Newspaper
import Searching

/// A search that is being typed, and how things were before.
struct SearchPrompt: Sendable {
  /// What `esc` puts back.
  struct Before: Sendable {
    var pane: Pane
    var visit: Visit
    var found: Found?
    var contentsTop: Int
  }

  var line = LineEditor()
  var cursor = LineHistory.Cursor()
  /// The searches that tab goes round, and which of them stands in the line.
  var completion: Completion?
  /// What the line asks.
  var typed = TypedQuery("")
  /// What it asked last without a mistake; its matches stay on the screen.
  var query: Query?
  /// Whether `enter` has been pressed on a mistake, so that what is unfinished counts as one.
  var isRefused = false
  let before: Before
  /// Where the search started.
  let origin: TextPlace
}

/// A command that is being typed.
struct CommandPrompt: Sendable {
  var line = LineEditor()
  var cursor = LineHistory.Cursor()
  /// The completions that tab goes round, and which of them stands in the line.
  var completion: Completion?
}

/// Ways to go on with what has been typed.
struct Completion: Sendable, Equatable {
  /// What stands before the word that is completed.
  var head: String
  var words: [String]
  var index: Int

  mutating func step(_ steps: Int) {
    guard !words.isEmpty else { return }
    index = (index + steps + words.count) % words.count
  }

  var text: String { words.isEmpty ? head : head + words[index] }
}
