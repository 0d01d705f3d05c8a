import Glibc

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
