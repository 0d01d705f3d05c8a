/// What the reader asks of the program around it: the only way in which it reaches the world.
public enum Effect: Sendable, Equatable {
  /// Read an issue and hand it back by `receive`.
  case open(issue: String)
  /// Go to the shell until the process goes on.
  case suspend
  /// Send the whole screen anew.
  case redraw
  /// End.
  case quit
}
