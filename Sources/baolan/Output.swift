import Glibc
import System
import Typesetting

/// Standard output: written in large pieces, and through the gate where it is a terminal. With `complain` it is the
/// only way out for text beside the reader's screen; a test looks for others.
///
/// In a pipe or a file text is as it was written: what is set for eyes has passed the gate by then, since it may go on
/// to a terminal (`| less -R`); the scan's own lines are what the file has, byte for byte; documents are escaped as
/// their format has it.
struct Output {
  /// Whether a person sees it as it is.
  let isTerminal = isatty(STDOUT_FILENO) == 1
  private var buffer: [UInt8] = []

  /// Writes text that ends its own lines.
  mutating func write(_ text: String) {
    buffer += (isTerminal ? legibleLines(text) : text).utf8
    if buffer.count >= 64 << 10 { flush() }
  }

  /// Sends what was written so far.
  mutating func flush() {
    let failure = writeAll(buffer, to: STDOUT_FILENO)
    buffer = []
    guard let failure else { return }
    // The reader of the pipe has seen enough: end as the signal would, which someone turned off.
    if failure == EPIPE { _exit(128 + SIGPIPE) }
    // Whoever closed it wants nothing to be said.
    if failure == EBADF { _exit(ExitStatus.wrongUsage.rawValue) }
    complain("standard output: " + String(cString: strerror(failure)))
    _exit(ExitStatus.wrongUsage.rawValue)
  }

  /// The columns of the terminal; nil where there is none.
  var terminalColumns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// Says something on standard error, in one line, through the gate, also in a pipe.
func complain(_ message: String) {
  _ = writeAll(Array(("baolan: " + legible(message) + "\n").utf8), to: STDERR_FILENO)
}

/// Says several things on standard error: the first few, and how many more there are; or each of them.
func complain(ofAll messages: some Collection<String>, inFull: Bool) {
  let few = 5
  // One more takes no more room than to say that there is one.
  let shown = inFull || messages.count <= few + 1 ? messages.count : few
  messages.prefix(shown).forEach(complain)
  let rest = messages.count - shown
  if rest > 0 { complain("… and \(rest) more; --all-messages says them all, as `:messages` does in the reader") }
}
