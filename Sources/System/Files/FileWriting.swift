import Glibc

/// Writes beside a file and gives it the file's name when all is on the disk; what is no file, such as `/dev/stdout`,
/// is written to as it is.
package func replaceDocument(_ path: String, with bytes: [UInt8]) throws(Problem) {
  let old = status(at: path)
  if let old, old.st_mode & S_IFMT == S_IFDIR { throw cannotBeWritten(path, EISDIR) }
  guard old.map({ $0.st_mode & S_IFMT == S_IFREG }) ?? true else { return try writeDirectly(path, bytes) }
  // A file that nobody may write to is not replaced either.
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

/// Writes all of some bytes, in as many pieces as it takes.
/// - Returns: the error that ended it before; nil when everything is written.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno != EINTR { return errno }
      done += max(0, count)
    }
    return nil
  }
}
