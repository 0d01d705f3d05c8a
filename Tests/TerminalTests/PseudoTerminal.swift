import Glibc
import Screen

/// A terminal that a test holds the other end of.
final class PseudoTerminal {
  /// The end that a program has.
  let terminal: Int32
  /// Path by which another process finds that end.
  let path: String
  private var person: Int32
  private var seen: [UInt8] = []

  init(columns: Int = 20, rows: Int = 5) {
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY | Int32(O_CLOEXEC))
    // unlockpt() and ptsname(), which Swift's Glibc hides.
    var isLocked: Int32 = 0
    _ = ioctl(person, 0x4004_5431, &isLocked)
    var number: Int32 = 0
    _ = ioctl(person, 0x8004_5430, &number)
    path = "/dev/pts/\(number)"
    terminal = open(path, O_RDWR | O_NOCTTY | Int32(O_CLOEXEC))
    resize(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    close(terminal)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(person, $0.baseAddress, $0.count) } }

  func hangUp() {
    if person >= 0 { close(person) }
    person = -1
  }

  /// Output to the terminal since the last call, up to and with a text; nil if it is not there.
  func sent(until text: String) -> String? {
    let wanted = Array(text.utf8)
    while true {
      if let end = seen.firstEnd(of: wanted) {
        defer { seen.removeFirst(end) }
        return String(decoding: seen[..<end], as: UTF8.self)
      }
      guard read() else { return nil }
    }
  }

  private func read() -> Bool {
    var file = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    // All of it has been written when this is called; only the kernel may still have it in hand.
    guard poll(&file, 1, 60_000) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(person, &buffer, buffer.count)
    seen += buffer[..<max(0, count)]
    return count > 0
  }

  /// The driver's modes, to compare.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

extension [UInt8] {
  fileprivate func firstEnd(of bytes: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: bytes) }.map { $0 + bytes.count }
  }
}

extension Surface {
  /// Writes a text at a row's start; characters from U+2E80 on are two cells wide.
  mutating func write(_ text: String, row: Int, style: Style = .plain) {
    var column = 0
    for scalar in text.unicodeScalars {
      let width = scalar.value < 0x2E80 ? 1 : 2
      put(String(scalar), width: width, column: column, row: row, style: style, clip: bounds)
      column += width
    }
  }
}
