/// What the reader asks of the program around it: the only way in which it reaches the world.
public enum Effect: Sendable, Equatable {
  /// Read an issue and hand it back by `receive`.
  case open(issue: String)
  /// Explain the roles of lines of a page and hand the explanations back by `receive(explanations:issue:page:lines:)`.
  case explain(issue: String, page: Int, lines: Set<Int>)
  /// Go to the shell until the process goes on.
  case suspend
  /// Send the whole screen anew.
  case redraw
  /// End.
  case quit
}
