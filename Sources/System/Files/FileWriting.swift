import Glibc

/// Replaces a document by renaming; a path that is no regular file, such as `/dev/stdout`, is written to directly.
package func replaceDocument(_ path: String, with bytes: [UInt8]) throws(Problem) {
  let old = status(at: path)
  if let old, old.st_mode & S_IFMT == S_IFDIR { throw cannotBeWritten(path, EISDIR) }
  guard old.map({ $0.st_mode & S_IFMT == S_IFREG }) ?? true else { return try writeDirectly(path, bytes) }
  // A write-protected file is not replaced either.
  if old != nil, !mayUse(path, W_OK) { throw cannotBeWritten(path, errno) }
  let target = realPath(path) ?? path
  let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
  let failure = putInPlace(
    bytes, at: target, by: folder + ".baolan-\(getpid()).new", permissions: 0o666,
    exactly: old.map { $0.st_mode & 0o7777 })
  if let failure { throw cannotBeWritten(path, failure, isThere: old != nil) }
}

private func writeDirectly(_ path: String, _ bytes: [UInt8]) throws(Problem) {
  let descriptor = openFile(path, O_WRONLY | O_NOCTTY)
  guard descriptor >= 0 else { throw cannotBeWritten(path, errno) }
  let failure = writeAll(bytes, to: descriptor)
  guard close(descriptor) == 0, failure == nil else { throw cannotBeWritten(path, failure ?? errno) }
}

private func cannotBeWritten(_ path: String, _ code: Int32, isThere: Bool = false) -> Problem {
  Problem(path, "cannot be written: " + writingMessage(code) + (isThere ? "; it stays as it was" : ""))
}

/// Writes all bytes, in as many calls as it takes.
/// - Returns: the error; nil if everything was written.
package func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
}

/// Writes all bytes, in as many calls as it takes.
/// - Parameter place: the offset in the file; nil writes at the current one.
/// - Returns: the error; nil if everything was written.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at place: Int? = nil) -> Int32? {
  var done = 0
  while done < bytes.count {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
    let count =
      if let place {
        pwrite(descriptor, rest.baseAddress, rest.count, off_t(place + done))
      } else {
        write(descriptor, rest.baseAddress, rest.count)
      }
    if count < 0 && errno != EINTR { return errno }
    done += max(0, count)
  }
  return nil
}
