import CSystem
import Glibc
import Screen
import Testing

@testable import Terminal

/// A way for a program to end that no one asked for.
enum Fault: String, Codable, CaseIterable {
  case trap, outOfRange, overflow, nullPointer, abort, stackOverflow
  case trapInThread, nullPointerInThread, stackOverflowInThread, exit

  /// Those that can be looked at: the sanitizer for threads keeps a list of calls of its own, which overflows first.
  static var provoked: [Fault] {
    allCases.filter { $0 != .stackOverflowInThread || getenv("TSAN_OPTIONS") == nil }
  }

  /// Message about it when the terminal is back.
  var message: String {
    switch self {
    case .trap, .trapInThread: "报栏 is ?[2J??? at an end"
    case .outOfRange: "Index out of range"
    case .overflow, .abort, .stackOverflow, .nullPointer, .nullPointerInThread, .stackOverflowInThread:
      "ended by a fault of its own"
    case .exit: "last words"
    }
  }

  func happen() {
    switch self {
    case .trap: fatalError("报栏 is \u{1B}[2J\u{9B}\u{202E} at an end")
    case .outOfRange: _ = [1][Int(getpid())]
    case .overflow: _ = Int8(Int(getpid() & 1) + 127) + Int8(2)
    case .nullPointer: UnsafeMutablePointer<Int>(bitPattern: Int(getpid() & 1) + 8)?.pointee = 1
    case .abort: Glibc.abort()
    case .stackOverflow: print(deep(Int(getpid())))
    case .trapInThread: inThread { Fault.trap.happen() }
    case .nullPointerInThread: inThread { Fault.nullPointer.happen() }
    case .stackOverflowInThread: inThread { Fault.stackOverflow.happen() }
    case .exit: sayOnStandardError("last words")
    }
  }
}

@Suite("A program that ends while it has the terminal", .serialized)
struct EndingTests {
  @Test(
    "After any fault, in any thread, modes and screen are as before, and what was said last can be read",
    arguments: Fault.provoked)
  func faults(fault: Fault) async throws {
    let tty = PseudoTerminal()
    let before = tty.modes
    await #expect(processExitsWith: fault == .exit ? .success : .failure) { [path = tty.path as String, fault] in
      let terminal = try takeTerminal(at: path)
      withExtendedLifetime(terminal) {
        fault.happen()
        exit(0)
      }
    }
    #expect(tty.modes == before)
    #expect(tty.sent(until: "\u{1B}[?1049l")?.contains("\u{1B}[?2004l") == true)
    // The next sequence puts the window's title back.
    _ = tty.sent(until: "\r")
    let said = try #require(tty.sent(until: fault.message))
    #expect(!said.contains("\u{1B}") && !said.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
  }

  @Test("What is said meanwhile is kept from the screen, and said in full at the end but for what is no text")
  func messages() async throws {
    let tty = PseudoTerminal(columns: 80, rows: 24)
    await #expect(processExitsWith: .success) { [path = tty.path as String] in
      let terminal = try takeTerminal(at: path)
      sayOnStandardError("one “报栏”\tü\u{1B}\u{7F}\u{200B}x\n")
      sayOnStandardError([0x61, 0xE6, 0x8A, 0x62, 0xFF, 0xE6])
      terminal.present(Surface(size: terminal.size), cursor: nil)
      terminal.end()
      sayOnStandardError("after\n")
    }
    let drawn = try #require(tty.sent(until: "\u{1B}[?1049l"))
    #expect(!drawn.contains("one"))
    #expect(tty.sent(until: "one “报栏” ?????x\r\na?b??\r\nafter") != nil)
  }
}

@Suite("A program that may open few files", .serialized)
struct FewFilesTests {
  @Test(
    "Where no file is left to be opened that is said, and terminal and signals stay as they were", arguments: [0, 1, 2])
  func noDescriptors(left: Int) async throws {
    let tty = PseudoTerminal()
    let before = tty.modes
    await #expect(processExitsWith: .success) { [path = tty.path as String, left] in
      let descriptor = open(path, O_RDWR | O_NOCTTY | Int32(O_CLOEXEC))
      try lowerLimit(toLeave: left)
      #expect(throws: TerminalError.noDescriptors) {
        try NcursesTerminal(type: "xterm-256color", input: descriptor, output: descriptor)
      }
      var action = sigaction()
      sigaction(SIGTERM, nil, &action)
      #expect(action.__sigaction_handler.sa_handler == nil)
    }
    #expect(tty.modes == before)
  }

  @Test("A terminal can be taken once there are files again")
  func laterOn() async throws {
    let tty = PseudoTerminal()
    await #expect(processExitsWith: .success) { [path = tty.path as String] in
      let descriptor = open(path, O_RDWR | O_NOCTTY | Int32(O_CLOEXEC))
      for left in [1, 20] {
        try lowerLimit(toLeave: left)
        _ = try? NcursesTerminal(type: "xterm-256color", input: descriptor, output: descriptor).end()
      }
    }
    #expect(tty.sent(until: "\u{1B}[?1049l") != nil)
  }
}

/// Lets so many files more be opened.
private func lowerLimit(toLeave count: Int) throws {
  let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  var limit = rlimit()
  getrlimit(files, &limit)
  limit.rlim_cur = limit.rlim_max
  setrlimit(files, &limit)
  var free: [Int32] = []
  for _ in 0..<count { free.append(open("/dev/null", O_RDONLY)) }
  let next = open("/dev/null", O_RDONLY)
  for descriptor in free + [next] { close(descriptor) }
  limit.rlim_cur = rlim_t(next)
  try #require(setrlimit(files, &limit) == 0)
}

/// Takes a terminal that is standard error too, as in a shell.
private func takeTerminal(at path: String) throws -> NcursesTerminal {
  let descriptor = open(path, O_RDWR | O_NOCTTY | Int32(O_CLOEXEC))
  dup2(descriptor, STDERR_FILENO)
  return try NcursesTerminal(type: "xterm-256color", input: descriptor, output: descriptor)
}

private func sayOnStandardError(_ text: String) { sayOnStandardError(Array(text.utf8)) }

private func sayOnStandardError(_ bytes: [UInt8]) { _ = write(STDERR_FILENO, bytes, bytes.count) }

/// Runs something in a thread that is guarded, for as long as it takes to end the process.
private func inThread(_ body: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  let start = Unmanaged.passRetained(Body(body))
  pthread_create(
    &thread, nil,
    { argument in
      bl_give_thread_a_stack()
      argument.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
      return nil
    }, start.toOpaque())
  pthread_join(thread, nil)
}

private final class Body {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Calls itself until no stack is left.
private func deep(_ number: Int) -> Int { number == 0 ? 0 : 1 + deep(number &+ 1 | 1) }
