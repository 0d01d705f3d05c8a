import Glibc

/// Keeps all others from changing the state of a folder. A process that dies gives it up.
package struct KeptLock {
  private let descriptor: Int32

  /// How long another may take: far longer than writing does.
  private static let patience: (tries: Int, microseconds: UInt32) = (1500, 2_000)

  /// Waits for the others, but not for one that was stopped while it wrote.
  package init(folder: String) throws(Problem) {
    let path = folder + "/lock"
    descriptor = openFile(path, O_RDWR | O_CREAT | O_NOFOLLOW)
    guard descriptor >= 0 else { throw Problem(path, "cannot be opened: " + writingMessage(errno)) }
    for _ in 0..<Self.patience.tries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(Self.patience.microseconds)
    }
    let code = errno
    close(descriptor)
    throw Problem(path, code == EWOULDBLOCK ? "held by another Baolan for seconds" : writingMessage(code))
  }

  /// Lets the others go on.
  package func release() { close(descriptor) }
}
