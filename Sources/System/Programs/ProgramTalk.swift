import CSystem
import Glibc

/// The pipes to a program and from it.
struct ProgramTalk: ~Copyable {
  /// The ends of pipes that the program gets.
  private(set) var (childInput, childOutput): (Int32, Int32)
  /// The bytes of its output that were kept.
  private(set) var output: [UInt8] = []
  /// True if there was more.
  private(set) var isCutShort = false

  private var (writer, reader): (Int32, Int32)
  private let mostBytes: Int
  private static let pieceBytes = 1 << 16

  /// Opens the pipes; nil where there are no descriptors left.
  /// - Parameter mostBytes: of output that is kept.
  init?(mostBytes: Int) {
    var (inEnds, outEnds): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard bl_open_pipe(&inEnds) == 0 else { return nil }
    guard bl_open_pipe(&outEnds) == 0 else {
      for end in inEnds { close(end) }
      return nil
    }
    (childInput, writer) = (inEnds[0], inEnds[1])
    (reader, childOutput) = (outEnds[0], outEnds[1])
    self.mostBytes = mostBytes
  }

  deinit { for end in [childInput, childOutput, writer, reader] where end >= 0 { close(end) } }

  /// Writes and reads in turns, so that neither side waits for the other, until the program has heard all and says no
  /// more, says too much, or has ended. Programs that it has left in the background may keep both pipes open: those are
  /// not waited for.
  /// - Parameter isKept: true if its output is read.
  mutating func exchange(_ input: [UInt8], with child: pid_t, isKept: Bool) {
    Self.end(&childInput)
    Self.end(&childOutput)
    if input.isEmpty { Self.end(&writer) }
    if !isKept { Self.end(&reader) }
    var process = bl_open_process(child)
    defer { Self.end(&process) }
    withoutPipeSignal {
      if writer >= 0 { _ = fcntl(writer, F_SETFL, O_NONBLOCK) }
      var unsaid = input[...]
      while (writer >= 0 || reader >= 0) && !isCutShort {
        var wanted = [
          pollfd(fd: writer, events: Int16(POLLOUT), revents: 0),
          pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
          pollfd(fd: process, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&wanted, nfds_t(wanted.count), -1) >= 0 else {
          if errno == EINTR { continue }
          return
        }
        if wanted[2].revents != 0 { return hearRest() }
        if wanted[0].revents != 0 { say(&unsaid) }
        if wanted[1].revents != 0 { hear() }
      }
    }
  }

  private mutating func say(_ unsaid: inout ArraySlice<UInt8>) {
    let count = unsaid.withUnsafeBytes { write(writer, $0.baseAddress, min($0.count, Self.pieceBytes)) }
    if count > 0 { unsaid.removeFirst(count) }
    // A program that closes its input wants no more.
    if unsaid.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR { Self.end(&writer) }
  }

  private mutating func hear() {
    var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
    let count = read(reader, &piece, piece.count)
    guard count > 0 else {
      if count == 0 || errno != EINTR { Self.end(&reader) }
      return
    }
    isCutShort = output.count + count > mostBytes
    output += piece.prefix(min(count, mostBytes - output.count))
  }

  /// Reads all that a program had said before it ended.
  private mutating func hearRest() {
    _ = fcntl(reader, F_SETFL, O_NONBLOCK)
    while reader >= 0 && !isCutShort { hear() }
  }

  private static func end(_ descriptor: inout Int32) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}

/// Keeps this thread from the signal that comes where nobody reads a pipe any more; others have it as before.
private func withoutPipeSignal(_ body: () -> Void) {
  var (pipeSignal, before, pending) = (sigset_t(), sigset_t(), sigset_t())
  sigemptyset(&pipeSignal)
  sigaddset(&pipeSignal, SIGPIPE)
  sigpending(&pending)
  pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
  body()
  var now = timespec()
  // One that has come meanwhile would be delivered once it is let through again.
  if sigismember(&pending, SIGPIPE) == 0 { while sigtimedwait(&pipeSignal, nil, &now) < 0, errno == EINTR {} }
  pthread_sigmask(SIG_SETMASK, &before, nil)
}
