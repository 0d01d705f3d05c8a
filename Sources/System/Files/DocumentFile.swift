import Glibc

/// A document that is written piece by piece and takes its place by renaming when it is complete: until then, and on
/// failure, an existing file stays as it was. A path that is no regular file, such as `/dev/stdout`, is written to
/// directly.
package final class DocumentFile {
  private let path: String
  private let descriptor: Int32
  private let isDirect: Bool
  /// True if the file system cannot keep a file without a name.
  private let hasName: Bool
  private let target: String
  private let newName: String
  private let isThere: Bool

  /// Begins a document.
  package init(_ path: String) throws(Problem) {
    self.path = path
    let old = status(at: path)
    let kind = (old?.st_mode ?? S_IFREG) & S_IFMT
    if kind == S_IFDIR { throw Self.problem(path, EISDIR) }
    let isDirect = kind != S_IFREG
    (isThere, self.isDirect) = (old != nil, isDirect)
    let target = realPath(path) ?? path
    self.target = target
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    newName = folder + ".baolan-\(getpid()).new"
    // A write-protected file is not replaced either.
    if old != nil, !mayUse(path, W_OK) { throw Self.problem(path, errno) }
    let nameless = isDirect ? openFile(path, O_WRONLY | O_NOCTTY) : openNamelessFile(in: folder, permissions: 0o666)
    let hasName = !isDirect && nameless < 0
    self.hasName = hasName
    if hasName {
      removeFile(newName)
      descriptor = openFile(newName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o666)
    } else {
      descriptor = nameless
    }
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    if !isDirect, let old, fchmod(descriptor, old.st_mode & 0o7777) != 0 { throw problem(errno) }
  }

  deinit {
    close(descriptor)
    if hasName { removeFile(newName) }
  }

  /// Writes the next bytes.
  package func write(_ bytes: [UInt8]) throws(Problem) {
    if let failure = writeAll(bytes, to: descriptor) { throw problem(failure) }
  }

  /// Puts the document in its place.
  package func finish() throws(Problem) {
    if isDirect { return }
    guard fsync(descriptor) == 0 else { throw problem(errno) }
    if !hasName {
      removeFile(newName)
      guard giveName(newName, toNameless: descriptor) else { throw problem(errno) }
    }
    guard giveName(target, to: newName) else {
      let failure = errno
      removeFile(newName)
      throw problem(failure)
    }
    flushFolder(of: target)
  }

  private func problem(_ code: Int32) -> Problem { Self.problem(path, code, isThere: isThere && !isDirect) }

  private static func problem(_ path: String, _ code: Int32, isThere: Bool = false) -> Problem {
    Problem(path, "cannot be written: " + writingMessage(code) + (isThere ? "; it stays as it was" : ""))
  }
}

/// Opens a file without a name in a folder, which leaves nothing behind unless it is given one. Below 0 where the file
/// system cannot do that.
package func openNamelessFile(in folder: String, permissions: mode_t = 0o600) -> Int32 {
  // `O_TMPFILE`, which Swift's Glibc hides.
  openFile(folder, O_RDWR | 0o20_000_000 | O_DIRECTORY, permissions: permissions)
}
