/// Why there is no terminal to read in.
public enum TerminalError: Error, Sendable, Equatable {
  /// Standard output is no terminal, or there is none to take keys from.
  case notATerminal
  /// No type of terminal is given: `TERM` is unset or empty.
  case noTerminalType
  /// Terminfo does not know the type that `TERM` names.
  case unknownTerminal(String)
  /// The type cannot place the cursor, as `dumb` cannot.
  case unsuitableTerminal(String)
  /// The process, or the system, may open no more files.
  case noDescriptors
  /// This process has taken the terminal already.
  case alreadyOpen

  /// One line for a person: what is wrong and what to do. A type's name stands in it as printable ASCII.
  public var message: String {
    switch self {
    case .notATerminal: "no terminal to read in; run it in one, or print with the commands `list` and `show`"
    case .noTerminalType: "TERM is not set; set it to your terminal's type, for example TERM=xterm-256color"
    case .unknownTerminal(let type):
      "TERM names a terminal this system does not know, '\(printable(type))'; "
        + "install its terminfo entry, or set for example TERM=xterm-256color"
    case .unsuitableTerminal(let type):
      "a terminal of type '\(printable(type))' cannot show a screen; set TERM to your terminal's type, "
        + "for example TERM=xterm-256color, or print with the commands `list` and `show`"
    case .noDescriptors:
      "no more files can be opened; raise their number (`ulimit -n 64`), or end programs that have many open"
    case .alreadyOpen: "the terminal is in use by this program already"
    }
  }
}

// The value of an environment variable must not reach the terminal as it is.
private func printable(_ name: String) -> String {
  String(String.UnicodeScalarView(name.unicodeScalars.prefix(40).map { (" "..."~").contains($0) ? $0 : "?" }))
}
