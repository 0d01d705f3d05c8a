import Glibc

/// The end of a program that was run.
package struct ProgramEnd: Sendable, Equatable {
  /// The exit status; 127 where the program is not there, 128 and the signal where one ended it.
  package var status: Int32
  /// Its output, as far as it was kept.
  package var output: [UInt8] = []
  /// True if it wrote more than is kept; it was ended then.
  package var isCutShort = false
  /// True if there is no such program.
  package var isMissing = false

  fileprivate static let missing = ProgramEnd(status: 127, isMissing: true)
}

/// The one way to run other programs. The words of a command go to it as they are: no shell reads them, and a text only
/// ever gets there on standard input or in a file.
package enum Programs {
  /// Runs a program that writes a document, and keeps its standard output. It gets no input, and its messages are
  /// dropped.
  /// - Parameters:
  ///   - words: its name, found along `PATH`, and its arguments; paths as path text.
  ///   - mostBytes: of its output; a program that writes more is ended.
  package static func output(of words: [String], atMost mostBytes: Int = 64 << 20) -> ProgramEnd {
    run(words, Streams(input: .bytes([]), output: .kept, messages: .dropped, mostBytes: mostBytes))
  }

  /// Runs a program with a text on its standard input, and keeps what it says: up to 1 MiB of its output and messages,
  /// as they come. A program that says more is ended.
  /// - Parameter hasTerminal: true if the terminal is lent to it, so that its keys are to reach it alone.
  package static func run(_ words: [String], input: [UInt8], hasTerminal: Bool) -> ProgramEnd {
    let streams = Streams(input: .bytes(input), output: .kept, messages: .kept, mostBytes: 1 << 20)
    return hasTerminal ? withTerminalSignals { run(words, streams) } : run(words, streams)
  }

  /// Hands a text to a program that may stay in the background, and drops what it says.
  /// - Parameter running: by which another thread can end it; it runs in a group of its own then.
  package static func give(_ input: [UInt8], to words: [String], as running: RunningProgram? = nil) -> ProgramEnd {
    run(words, Streams(input: .bytes(input), output: .dropped, messages: .dropped), as: running)
  }

  /// Runs a program that has the terminal to itself, and waits for its end.
  /// - Parameter input: bytes for its standard input; nil leaves it the terminal.
  package static func runInTerminal(_ words: [String], input: [UInt8]? = nil) -> ProgramEnd {
    withTerminalSignals {
      run(words, Streams(input: input.map { .bytes($0) } ?? .terminal, output: .terminal, messages: .terminal))
    }
  }

  /// The path of a program that the environment's `PATH` leads to; nil where there is none.
  package static func find(_ name: String) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    let path = getenv("PATH").map { pathText($0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { $0 + "/" + name }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    mayUse(path, X_OK) && status(at: path).map { $0.st_mode & S_IFMT == S_IFREG } == true
  }

  // MARK: Running

  /// The standard streams of a program.
  private struct Streams {
    enum Input {
      case terminal
      case bytes([UInt8])
    }
    enum Output {
      case terminal, kept, dropped
    }

    var input: Input
    var output: Output
    var messages: Output
    /// Bytes that are kept.
    var mostBytes = 0
  }

  private static func run(
    _ words: [String], _ streams: Streams, as running: RunningProgram? = nil
  ) -> ProgramEnd {
    guard let name = words.first, find(name) != nil else { return .missing }
    guard var talk = ProgramTalk(mostBytes: streams.mostBytes) else { return ProgramEnd(status: 126) }
    var input: [UInt8] = []
    if case .bytes(let bytes) = streams.input { input = bytes }
    guard let child = spawn(words, streams, talk, inOwnGroup: running != nil) else { return ProgramEnd(status: 126) }
    running?.begin(child)
    talk.exchange(input, with: child, isKept: streams.output == .kept)
    if talk.isCutShort { kill(child, SIGKILL) }
    var status: Int32 = 0
    if let running {
      status = running.wait(for: child)
    } else {
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
    return ProgramEnd(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F, output: talk.output,
      isCutShort: talk.isCutShort)
  }

  private static func spawn(
    _ words: [String], _ streams: Streams, _ talk: borrowing ProgramTalk, inOwnGroup: Bool
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if case .bytes(let bytes) = streams.input {
      if bytes.isEmpty {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      } else {
        posix_spawn_file_actions_adddup2(&actions, talk.childInput, STDIN_FILENO)
      }
    }
    for (stream, output) in [(STDOUT_FILENO, streams.output), (STDERR_FILENO, streams.messages)] {
      switch output {
      case .terminal: break
      case .kept: posix_spawn_file_actions_adddup2(&actions, talk.childOutput, stream)
      case .dropped: posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
      }
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
    let group = inOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
    let arguments = words.map { word in withPathBytes(word) { strdup($0) } }
    defer { for argument in arguments { free(argument) } }
    // A command that lacks an argument is another one.
    guard !arguments.contains(nil) else { return nil }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0], &actions, &attributes, arguments + [nil], environ) == 0 ? child : nil
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
