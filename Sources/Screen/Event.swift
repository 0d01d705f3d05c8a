/// What a terminal tells the program.
public enum Event: Sendable, Equatable {
  case key(Key)
  /// Text that was pasted, line breaks and all.
  case paste(String)
  /// The terminal has another size, or must be drawn anew.
  case resize(Size)
  /// How many columns an ambiguous character takes, as `TerminalDevice.askAmbiguousWidth` asked.
  case ambiguousColumns(Int)
  /// Something has come from within the program, as `TerminalDevice.wake` said.
  case news
  /// Someone asks the program to end: a signal, or the terminal is gone.
  case hangUp
}

/// A terminal, as far as the reader needs one. `Terminal` implements it over ncurses; tests have their own.
public protocol TerminalDevice {
  /// Its size now.
  var size: Size { get }

  /// Shows a surface of the terminal's size; only what differs from what is shown is sent.
  /// - Parameter cursor: where the cursor stands, or nil to hide it.
  mutating func present(_ surface: Surface, cursor: Point?)

  /// The next event.
  /// - Parameter milliseconds: how long to wait for one at most; nil waits for ever.
  /// - Returns: nil when the time is over.
  mutating func nextEvent(within milliseconds: Int?) -> Event?

  /// Gives the terminal back as it was found, stops this process as ctrl-z does, and takes the terminal again when the
  /// process goes on.
  mutating func suspend()

  /// Makes the next event, or the one that is waited for, `Event.news`; may be called from any thread.
  var wake: @Sendable () -> Void { get }

  /// Asks the terminal how wide it draws ambiguous characters. It may answer, with an event; what is shown is lost, and
  /// the next `present` sends everything.
  mutating func askAmbiguousWidth()

  /// Sends everything anew at the next `present`.
  mutating func redraw()

  /// Gives the terminal back as it was found. Harmless when called twice.
  mutating func end()
}
