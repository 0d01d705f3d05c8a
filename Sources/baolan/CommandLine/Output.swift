import Glibc
import System
import Typesetting

/// Standard output: written in large pieces, and through the gate if it is a terminal. With `printError` it is the only
/// way out for text beside the reader's screen; a test looks for others.
///
/// In a pipe or a file text is as it was written: text for people has passed the gate by then, since it may go on to a
/// terminal (`| less -R`); lines of the scan are byte for byte those of the file; documents are escaped as their format
/// has it.
struct Output {
  /// True if a person sees it as it is written.
  let isTerminal = isatty(STDOUT_FILENO) == 1
  /// True if text may have colours.
  var hasColours = false
  private var buffer: [UInt8] = []
  /// The program that shows what is written, once it has been started.
  private var pager: UnsafeMutablePointer<FILE>?

  /// Writes text that ends its own lines.
  mutating func write(_ text: String) {
    buffer += (isTerminal ? legibleLines(text) : text).utf8
    if buffer.count >= 64 << 10 { flush() }
  }

  /// Writes pieces of a line, each in its look, through the gate.
  mutating func writeLine(_ pieces: [(text: String, look: TextLook)]) {
    writeTabbed(pieces.map { (legible($0.text), $0.look) })
  }

  /// The same for text that has passed the gate and keeps its tabs, in a pipe.
  mutating func writeTabbed(_ pieces: [(text: String, look: TextLook)]) {
    for (text, look) in pieces {
      buffer += (hasColours && look != .plain ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text).utf8
    }
    write([UInt8(ascii: "\n")])
  }

  /// Has what is written shown by `$PAGER`, if a terminal would show it.
  mutating func startPager() {
    guard isTerminal, let name = environment("PAGER"), !name.isEmpty else { return }
    // As git has it: less ends by itself where the text fits the screen.
    setenv("LESS", "FRX", 0)
    pager = popen(name, "w")
  }

  /// Waits until the pager has ended.
  mutating func endPager() {
    flush()
    if let pager { pclose(pager) }
    pager = nil
  }

  /// Writes a piece of a document.
  mutating func write(_ bytes: [UInt8]) {
    if isTerminal { return write(String(decoding: bytes, as: UTF8.self)) }
    buffer += bytes
    if buffer.count >= 64 << 10 { flush() }
  }

  /// Sends the buffer.
  mutating func flush() {
    let failure = writeAll(buffer, to: pager.map(fileno) ?? STDOUT_FILENO)
    buffer = []
    guard let failure else { return }
    // Nobody reads the pipe any more: end as the signal would, which someone turned off.
    if failure == EPIPE { _exit(128 + SIGPIPE) }
    // Somebody closed it, and wants no message either.
    if failure == EBADF { _exit(ExitStatus.usageError.rawValue) }
    printError("standard output: " + String(cString: strerror(failure)))
    _exit(ExitStatus.usageError.rawValue)
  }

  /// The number of columns of the terminal; nil without one.
  var terminalColumns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// The looks of text on a terminal, by the parameters of SGR (ECMA-48).
enum TextLook: String {
  case plain = ""
  case place = "35"
  case name = "36"
  case faint = "2"
  case match = "1;31"
}

extension Invocation {
  /// True if `--color` asks for colours on this output.
  func wantsColours(_ output: Output) -> Bool {
    switch self[.colour] ?? "auto" {
    case "always": true
    case "never": false
    default: output.isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }
}

/// Prints a line on standard error, through the gate, also in a pipe.
func printError(_ message: String) {
  _ = writeAll(Array(("baolan: " + legible(message) + "\n").utf8), to: STDERR_FILENO)
}

/// Prints several lines on standard error: the first few and the number of others, or all.
func printErrors(_ messages: some Collection<String>, inFull: Bool) {
  let few = 5
  // One more line takes no more room than its announcement.
  let shown = inFull || messages.count <= few + 1 ? messages.count : few
  messages.prefix(shown).forEach(printError)
  let rest = messages.count - shown
  if rest > 0 { printError("… and \(rest) more; --all-messages says them all, as `:messages` does in the reader") }
}
