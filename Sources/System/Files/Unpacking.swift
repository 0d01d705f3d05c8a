import CSystem
import Glibc

/// A file's bytes without the packing that archives put around pages, by programs that every system has.
///
/// Packed by gzip or bzip2, as the first bytes say; everything else is given back as it is.
/// - Parameters:
///   - bytes: the file's.
///   - path: the file, which is read again.
/// - Returns: the bytes, and what is wrong where the file breaks off within.
package func unpacked(_ bytes: [UInt8], path: String) throws(Problem) -> (bytes: [UInt8], problem: Problem?) {
  guard let program = packingProgram(bytes) else { return (bytes, nil) }
  guard path != standardInputPath else {
    throw Problem(path, "is packed; unpack it on the way: `\(program) -dc | baolan show -`")
  }
  let output = try output(of: [program, "-dc", "--"], file: plainPath(path), path: path)
  if output.bytes.isEmpty {
    throw Problem(
      path, output.status == 127 ? "is packed, and `\(program)` is not installed here" : "`\(program)` cannot unpack it"
    )
  }
  let problem = output.status == 0 ? nil : Problem(path, "breaks off (`\(program)`); what is there was read")
  return (output.bytes, problem)
}

/// The program that packed some bytes; nil for none that is known.
private func packingProgram(_ bytes: [UInt8]) -> String? {
  if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
  return bytes.starts(with: "BZh".utf8) && bytes.count > 3 && (0x31...0x39).contains(bytes[3]) ? "bzip2" : nil
}

/// Bytes of a page when it is unpacked; a file that would be more is none.
private let largestUnpacked = 64 << 20

/// The output of a program about a file, and its exit status.
private func output(
  of words: [String], file: String, path: String
) throws(Problem) -> (bytes: [UInt8], status: Int32) {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw Problem(path, systemMessage(errno)) }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  defer { close(ends[0]) }
  let (child, failure) = spawn(words, file: file, output: ends[1])
  close(ends[1])
  guard failure == 0 else { return ([], 127) }
  var bytes: [UInt8] = []
  let isWhole = readAll(from: ends[0], into: &bytes)
  if !isWhole { kill(child, SIGKILL) }
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0, errno == EINTR {}
  if !isWhole { throw Problem(path, "is larger than 64 MiB when it is unpacked; left out") }
  return (bytes, status & 0x7F == 0 ? (status >> 8) & 0xFF : 1)
}

private func spawn(_ words: [String], file: String, output: Int32) -> (child: pid_t, failure: Int32) {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
  arguments.append(withPathBytes(file) { strdup($0) })
  defer { for argument in arguments { free(argument) } }
  var child: pid_t = 0
  var environment: [UnsafeMutablePointer<CChar>?] = [nil]
  let failure = posix_spawnp(&child, words[0], &actions, nil, arguments + [nil], &environment)
  return (child, failure)
}

/// - Returns: false if there is more than a page can have.
private func readAll(from descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while bytes.count <= largestUnpacked {
    let count = read(descriptor, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return true }
    bytes += piece[..<count]
  }
  return false
}
