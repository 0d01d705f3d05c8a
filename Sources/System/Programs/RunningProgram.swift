import Glibc

/// The end of a program that was run.
package struct ProgramEnd: Sendable, Equatable {
  /// The exit status; 127 where the program is not there, 128 and the signal where one ended it.
  package var status: Int32
  /// Its output and messages, as far as they were kept.
  package var output: [UInt8] = []
  /// True if there was more output than is kept.
  package var isCut = false
}

/// The programs that people have read or change a text. The words of a command go to it as they are: no shell reads
/// them, and a text only ever gets there on standard input or in a file.
package enum Programs {
  /// Bytes of output that are kept.
  private static let mostOutput = 1 << 20

  /// Runs a program that has the terminal to itself, and waits for its end.
  /// - Parameter input: bytes for its standard input; nil leaves it the terminal.
  package static func runInTerminal(_ words: [String], input: [UInt8]? = nil) -> ProgramEnd {
    withTerminalSignals { run(words, input: input, output: .terminal) }
  }

  /// Hands a text to a program that may stay in the background, and drops what it says.
  package static func give(_ input: [UInt8], to words: [String]) -> ProgramEnd {
    run(words, input: input, output: .dropped)
  }

  /// Runs a program with a text on its standard input, and keeps what it says.
  package static func run(_ words: [String], input: [UInt8]) -> ProgramEnd {
    run(words, input: input, output: .kept)
  }

  /// The path of a program that the environment's `PATH` leads to; nil where there is none.
  package static func find(_ name: String) -> String? {
    if name.contains("/") { return mayUse(name, X_OK) ? name : nil }
    let path = getenv("PATH").map { pathText($0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { $0 + "/" + name }.first { mayUse($0, X_OK) && status(at: $0) != nil }
  }

  /// The words of a command line: divided at spaces, except within `'…'` and `"…"`; a backslash takes the next
  /// character as it is.
  package static func words(_ line: String) -> [String] {
    var (words, word) = ([String](), String?.none)
    var quote: Character?
    var isEscaped = false
    for character in line {
      switch character {
      case _ where isEscaped:
        word = (word ?? "") + String(character)
        isEscaped = false
      case "\\" where quote != "'":
        isEscaped = true
        word = word ?? ""
      case quote: quote = nil
      case "'" where quote == nil, "\"" where quote == nil:
        quote = character
        word = word ?? ""
      case _ where quote == nil && character.isWhitespace:
        if let ended = word { words.append(ended) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  // MARK: Running

  private enum Output {
    case terminal, kept, dropped
  }

  private static func run(_ words: [String], input: [UInt8]?, output: Output) -> ProgramEnd {
    guard let first = words.first, find(first) != nil else { return ProgramEnd(status: 127) }
    var (inEnds, outEnds): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard input == nil || openPipe(&inEnds), output != .kept || openPipe(&outEnds) else {
      return ProgramEnd(status: 126)
    }
    if output == .dropped { outEnds[1] = openFile("/dev/null", O_WRONLY) }
    let child = spawn(words, input: inEnds[0], output: outEnds[1])
    for end in [inEnds[0], outEnds[1]] where end >= 0 { close(end) }
    guard let child else {
      for end in [inEnds[1], outEnds[0]] where end >= 0 { close(end) }
      return ProgramEnd(status: 127)
    }
    var end = ProgramEnd(status: 0)
    exchange(input ?? [], to: inEnds[1], from: outEnds[0], &end)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    end.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
    return end
  }

  /// A pipe whose ends no other program inherits.
  private static func openPipe(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }

  private static func spawn(_ words: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input >= 0 { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] where output >= 0 {
      posix_spawn_file_actions_adddup2(&actions, output, stream)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The child shall not inherit signals that this program ignores or blocks.
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in withPathBytes(word) { strdup($0) } }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0], &actions, &attributes, arguments, environ) == 0 ? child : nil
  }

  /// Writes and reads in turns, so that neither side waits for the other.
  private static func exchange(_ input: [UInt8], to writer: Int32, from reader: Int32, _ end: inout ProgramEnd) {
    var (writer, reader, place) = (writer, reader, 0)
    let pipeSignal = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, pipeSignal) }
    if writer >= 0 { _ = fcntl(writer, F_SETFL, O_NONBLOCK) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while writer >= 0 || reader >= 0 {
      var wanted = [
        pollfd(fd: writer, events: Int16(POLLOUT), revents: 0), pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&wanted, 2, -1) < 0, errno != EINTR { break }
      if wanted[0].revents != 0 {
        let count = input[place...].withUnsafeBytes { write(writer, $0.baseAddress, min($0.count, 1 << 16)) }
        if count > 0 { place += count }
        if place == input.count || count < 0 && errno != EAGAIN && errno != EINTR {
          close(writer)
          writer = -1
        }
      }
      if wanted[1].revents != 0 {
        let count = read(reader, &piece, piece.count)
        if count > 0 {
          end.isCut = end.isCut || end.output.count + count > mostOutput
          end.output += piece[..<min(count, max(0, mostOutput - end.output.count))]
        } else if count == 0 || errno != EINTR {
          close(reader)
          reader = -1
        }
      }
    }
  }

  /// Has keys that send signals reach the child alone, as `system` does; ctrl-z stops both.
  private static func withTerminalSignals<Result>(_ body: () -> Result) -> Result {
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    var (interrupt, quit, stop) = (sigaction(), sigaction(), sigaction())
    sigaction(SIGINT, &ignored, &interrupt)
    sigaction(SIGQUIT, &ignored, &quit)
    sigaction(SIGTSTP, &standard, &stop)
    defer {
      sigaction(SIGINT, &interrupt, nil)
      sigaction(SIGQUIT, &quit, nil)
      sigaction(SIGTSTP, &stop, nil)
    }
    return body()
  }
}
