import Glibc

/// Writes a new file whole, never over one that is there.
package func createFile(_ path: String, with bytes: [UInt8]) throws(Problem) {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { String(path[...$0]) } ?? ""
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  let new = folder + ".baolan-\(getpid())-" + name
  // Others that make the same file at the same time find one of the two names taken.
  let failure = isTaken(path) ? EEXIST : putInPlace(bytes, at: path, by: new, permissions: 0o666, replaces: false)
  if let failure { throw Problem(path, "cannot be written: " + writingMessage(failure)) }
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
