import Glibc

extension Corpus {
  /// Writes a document to a file, which is overwritten if it is there; but never one of the corpus's own pages.
  public func write(_ text: String, to path: String) throws(Problem) {
    let target = try? FileStatus(path: path).identity
    for page in sources.flatMap(\.paths) where target != nil && (try? FileStatus(path: page))?.identity == target {
      throw Problem(path, "is a page of the corpus and is not overwritten; give another file")
    }
    try overwrite(path, with: Array(text.utf8))
  }
}

private func overwrite(_ path: String, with bytes: [UInt8]) throws(Problem) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw cannotBeWritten(path, errno) }
  let failure = writeAll(bytes, to: descriptor)
  guard close(descriptor) == 0, failure == nil else { throw cannotBeWritten(path, failure ?? errno) }
}

private func cannotBeWritten(_ path: String, _ code: Int32) -> Problem {
  Problem(path, "cannot be written: " + String(cString: strerror(code)))
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
