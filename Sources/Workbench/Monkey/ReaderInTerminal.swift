import Glibc

/// A reader in a terminal of its own, under a shell that takes it up again whenever it stops.
final class ReaderInTerminal {
  private let person: Int32
  private let terminal: Int32
  private let shell: pid_t
  private var modesBefore = termios()
  private(set) var screen: Emulator
  /// Bytes that the reader sent.
  private(set) var received = 0
  /// Those of them that came since someone last emptied it.
  var recent: [UInt8] = []

  private static let script = """
    set -m
    trap : INT QUIT TSTP
    "$@"
    status=$?
    while [ $status -ge 147 ] && [ $status -le 150 ]; do fg > /dev/null; status=$?; done
    exit $status
    """

  /// - Parameter environment: `NAME=VALUE`.
  init(_ command: [String], environment: [String], columns: Int, rows: Int) throws {
    // Half of the terminals have margins at left and right.
    screen = Emulator(columns: columns, rows: rows, hasMargins: (columns + rows).isMultiple(of: 2))
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    // unlockpt() and ptsname(), which Swift's Glibc hides.
    var isLocked: Int32 = 0
    _ = ioctl(person, 0x4004_5431, &isLocked)
    var number: Int32 = 0
    guard ioctl(person, 0x8004_5430, &number) == 0 else { throw Misuse("no pseudo-terminal to be had") }
    let name = "/dev/pts/\(number)"
    terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    tcgetattr(terminal, &modesBefore)
    // A ctrl-c that is typed when the reader is gone must not take what it sent at its end out of the queue.
    modesBefore.c_lflag |= tcflag_t(NOFLSH)
    tcsetattr(terminal, TCSANOW, &modesBefore)
    shell = try start(["/bin/sh", "-c", Self.script, "sh"] + command, environment, on: name)
    tell(columns: columns, rows: rows)
  }

  deinit {
    kill(shell, SIGKILL)
    if let reader { kill(reader, SIGKILL) }
    close(person)
    close(terminal)
    var status: Int32 = 0
    waitpid(shell, &status, 0)
  }

  /// The reader's process while it has the terminal.
  var reader: pid_t? {
    var group: pid_t = 0
    // TIOCGPGRP
    guard ioctl(person, 0x540F, &group) == 0, group > 0, group != shell else { return nil }
    return group
  }

  private func tell(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
  }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    tell(columns: columns, rows: rows)
  }

  func send(signal: Int32) {
    if let reader { kill(-reader, signal) }
  }

  /// Types bytes, taking what the reader sends meanwhile.
  /// - Returns: False if they did not all go in, because the reader is stuck.
  func type(_ bytes: [UInt8]) -> Bool {
    var patience = Patience()
    var rest = bytes[...]
    while !rest.isEmpty {
      // The terminal holds 4,096 bytes and would drop what is more.
      let room = 2048 - waitingInput
      if room > 0 {
        let piece = Array(rest.prefix(room))
        let count = write(person, piece, piece.count)
        if count > 0 {
          rest = rest.dropFirst(count)
          patience = Patience()
        }
      }
      take(waitingUpTo: rest.isEmpty ? 0 : 1)
      if isAtAnEnd(&patience) { return false }
    }
    return true
  }

  /// Number of bytes that the reader has not read yet.
  private var waitingInput: Int {
    // Typed bytes are on their way to the queue for a while; this waits until they are there.
    var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    poll(&file, 1, 0)
    var count: Int32 = 0
    // FIONREAD
    return ioctl(terminal, 0x541B, &count) == 0 ? Int(count) : 0
  }

  /// True if the terminal makes signals of no keys: the reader has taken it.
  private var isRaw: Bool {
    var modes = termios()
    return tcgetattr(terminal, &modes) == 0 && modes.c_lflag & tcflag_t(ISIG) == 0
  }

  /// Takes what the reader sends, until it has been at rest for a while and has the terminal in hand.
  /// - Returns: False if it does not come to rest.
  func rest() -> Bool {
    var patience = Patience()
    var calm = 0
    // 40 ms: longer than it waits for the rest of a sequence that began with ESC.
    while calm < 40 {
      let before = received
      take(waitingUpTo: 1)
      let isAsleep = reader.map { ProcessTasks($0).areAsleep } ?? false
      calm = received == before && waitingInput == 0 && isAsleep && isRaw ? calm + 1 : 0
      if hasEnded { return true }
      if calm == 0, isAtAnEnd(&patience) { return false }
    }
    return true
  }

  /// True if the patience with reader and shell is used up.
  private func isAtAnEnd(_ patience: inout Patience) -> Bool {
    patience.look(at: [shell, reader].compactMap { $0 })
    return patience.isAtAnEnd
  }

  private func take(waitingUpTo milliseconds: Int32) {
    var file = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    var wait = milliseconds
    while poll(&file, 1, wait) == 1, file.revents & Int16(POLLIN) != 0 {
      var bytes = [UInt8](repeating: 0, count: 64 << 10)
      let count = read(person, &bytes, bytes.count)
      guard count > 0 else { return }
      received += count
      screen.take(bytes[..<count])
      recent += bytes[..<count]
      wait = 0
    }
    if !screen.answers.isEmpty {
      _ = write(person, screen.answers, screen.answers.count)
      screen.answers = []
    }
  }

  // MARK: The end

  private var ended: Int32?

  /// True if the shell, and with it the reader, is gone.
  var hasEnded: Bool {
    var status: Int32 = 0
    if ended == nil, waitpid(shell, &status, WNOHANG) == shell { ended = status }
    return ended != nil
  }

  /// The exit status that the shell saw; nil while it runs.
  var exitStatus: Int32? { hasEnded ? ended.map { $0 & 0x7F == 0 ? $0 >> 8 & 0xFF : 128 + ($0 & 0x7F) } : nil }

  /// Differences from the terminal as it was before the reader came.
  var leftBehind: [String] {
    take(waitingUpTo: 20)
    var modes = termios()
    tcgetattr(terminal, &modes)
    var found: [String] = []
    if modes.c_lflag != modesBefore.c_lflag || modes.c_iflag != modesBefore.c_iflag {
      found.append("the driver's modes")
    }
    if screen.isOnAlternateScreen { found.append("the alternate screen") }
    if !screen.cursorIsShown { found.append("a hidden cursor") }
    if screen.modes.contains(2004) { found.append("bracketed paste") }
    if screen.keypadIsApplication { found.append("the keypad") }
    return found
  }
}

/// Starts a program as the leader of a session that has a terminal.
private func start(_ words: [String], _ environment: [String], on terminal: String) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // POSIX_SPAWN_SETSID
  posix_spawnattr_setflags(&attributes, 0x80)
  var arguments = words.map { strdup($0) } + [nil]
  var variables = environment.map { strdup($0) } + [nil]
  defer { (arguments + variables).forEach { free($0) } }
  var process: pid_t = 0
  let failure = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
  guard failure == 0 else { throw Misuse("\(words[0]): " + String(cString: strerror(failure))) }
  return process
}
