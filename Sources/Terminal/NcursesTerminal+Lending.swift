import CNcurses
import FoundationEssentials
import Screen

// The terminal in the hands of another program, and what is said to the terminal itself.
extension NcursesTerminal {
  /// Gives the terminal back while something else has it, then takes it again.
  public func lend<Result>(_ body: () -> Result) -> Result {
    guard isOpen else { return body() }
    awaitAnswer()
    bl_pause()
    defer { takeAgain() }
    return body()
  }

  /// Hands a text to the clipboard of the person's terminal (OSC 52), in one piece however long it is.
  ///
  /// Within tmux it is sent twice: to tmux, which takes it if its `set-clipboard` is on, and through it to the
  /// terminal, which tmux lets pass if its `allow-passthrough` is on.
  /// - Returns: false for a terminal that is known not to understand it.
  public func copy(_ text: String, type: String, isInTmux: Bool) -> Bool {
    guard isOpen, !Self.deaf.contains(where: type.hasPrefix) else { return false }
    let sequence = "\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}"
    send(sequence)
    if isInTmux { send("\u{1B}Ptmux;\u{1B}" + sequence + "\u{1B}\\") }
    return true
  }

  /// Types of terminals without a clipboard.
  private static let deaf = ["linux", "dumb", "vt", "ansi", "cons25", "Eterm"]

  func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bl_send($0.baseAddress, $0.count) }
    }
  }
}
