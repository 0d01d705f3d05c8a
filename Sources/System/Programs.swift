import Glibc

/// A run of another program: its output, and the way it ended.
package struct ProgramRun: Sendable {
  /// The standard output.
  package private(set) var output: [UInt8] = []
  /// The exit status; 127 where the program is missing, 128 and more where a signal ended it.
  package private(set) var status: Int32 = ProgramRun.missing
  /// True if there was more output than was wanted; the program was ended.
  package private(set) var isCutShort = false

  /// True if there is no such program.
  package var isMissing: Bool { status == Self.missing && output.isEmpty }

  private static let missing: Int32 = 127

  /// Runs a program, found along `PATH`, and waits for its end. It gets no input, and its complaints are dropped.
  /// - Parameters:
  ///   - words: its name and its arguments; paths as path text.
  ///   - mostBytes: of its output.
  package init(_ words: [String], mostBytes: Int = 64 << 20) {
    var ends: [Int32] = [0, 0]
    guard let name = words.first, pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child = Self.spawn(name, words, output: ends[1])
    close(ends[1])
    guard let child else { return }
    isCutShort = !readAll(from: ends[0], atMost: mostBytes)
    if isCutShort { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    self.status = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static func spawn(_ name: String, _ words: [String], output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let arguments = words.map { word in withPathBytes(word) { strdup($0) } }
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawnp(&child, name, &actions, nil, arguments + [nil], environ) == 0 ? child : nil
  }

  /// - Returns: false if there is more.
  private mutating func readAll(from descriptor: Int32, atMost mostBytes: Int) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while output.count <= mostBytes {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return true }
      output += piece[..<count]
    }
    return false
  }
}
