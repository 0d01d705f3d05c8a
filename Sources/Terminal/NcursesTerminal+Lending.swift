import CNcurses
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
    let sequence = "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{7}"
    send(sequence)
    if isInTmux { send("\u{1B}Ptmux;\u{1B}" + sequence + "\u{1B}\\") }
    return true
  }

  /// Types of terminals without a clipboard.
  private static let deaf = ["linux", "dumb", "vt", "ansi", "cons25", "Eterm"]

  private func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bl_send($0.baseAddress, $0.count) }
    }
  }
}

/// Bytes in base 64 (RFC 4648).
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let number = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
    for digit in 0..<4 { text.append(digit <= group.count ? digits[number >> (18 - 6 * digit) & 63] : 0x3D) }
  }
  return String(decoding: text, as: UTF8.self)
}
