/// Events that a terminal tells the program.
public enum Event: Sendable, Equatable {
  case key(Key)
  /// Something that is done with the mouse.
  case mouse(Mouse)
  /// Text that was pasted, line breaks and all.
  case paste(String)
  /// The terminal has another size, or must be drawn anew.
  case resize(Size)
  /// Columns that an ambiguous character takes: the answer to a question to the terminal.
  case ambiguousColumns(Int)
  /// The lightness of the terminal's ground: the answer to a question to it.
  case ground(isLight: Bool)
  /// The pictures that the terminal shows best: the answer to a question to it.
  case pictures(PictureProtocol)
  /// Something has come from within the program, and waits to be taken.
  case news
  /// Someone asks the program to end: a signal, or the terminal is gone.
  case hangUp
}
