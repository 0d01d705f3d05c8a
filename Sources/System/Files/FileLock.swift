import Glibc

/// An exclusive lock on a folder (`flock` of a file in it), which ends with the process that holds it.
package struct FileLock {
  private let descriptor: Int32

  /// Far longer than any writer holds it.
  private static let timeout: (tries: Int, microseconds: UInt32) = (1500, 2_000)

  /// Waits for other holders, up to three seconds: one may have been stopped while it wrote.
  package init(folder: String) throws(Problem) {
    let path = folder + "/lock"
    descriptor = openFile(path, O_RDWR | O_CREAT | O_NOFOLLOW)
    guard descriptor >= 0 else { throw Problem(path, "cannot be opened: " + writingMessage(errno)) }
    for _ in 0..<Self.timeout.tries {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(Self.timeout.microseconds)
    }
    let code = errno
    close(descriptor)
    throw Problem(path, code == EWOULDBLOCK ? "held by another Baolan for seconds" : writingMessage(code))
  }

  /// Gives the lock back.
  package func release() { close(descriptor) }
}
