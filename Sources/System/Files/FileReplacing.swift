import Glibc

/// Replaces a file, by default with one that is readable for its owner alone. The caller holds a lock against others
/// that do the same. A file behind a symbolic link is replaced in its place.
/// - Parameters:
///   - new: the name until then; nil for one that is the same each time.
///   - permissions: before the person's mask is applied.
package func replaceFile(
  _ path: String, with bytes: [UInt8], by new: String? = nil, permissions: mode_t = 0o600
) throws(Problem) {
  let target = realPath(path) ?? path
  if let failure = putInPlace(bytes, at: target, by: new ?? target + ".new", permissions: permissions) {
    throw Problem(path, "cannot be saved: " + writingMessage(failure) + "; it stays as it was")
  }
}

/// Writes a new file, flushes it and renames it, so that after a crash there is either the old file or the new one.
/// - Parameters:
///   - new: the name until then; a file that a crash left there is removed.
///   - permissions: before the person's mask is applied.
///   - replaces: false if a file that is there stays, which is an error.
/// - Returns: the error that kept it from being there; nil if it is.
func putInPlace(
  _ bytes: [UInt8], at target: String, by new: String, permissions: mode_t, replaces: Bool = true
) -> Int32? {
  removeFile(new)
  let descriptor = openFile(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: permissions)
  guard descriptor >= 0 else { return errno }
  var failure = writeAll(bytes, to: descriptor)
  if failure == nil, fsync(descriptor) != 0 { failure = errno }
  if close(descriptor) != 0 { failure = failure ?? errno }
  if failure == nil, !(replaces ? giveName(target, to: new) : giveFreeName(target, to: new)) { failure = errno }
  if failure == nil { flushFolder(of: target) } else { removeFile(new) }
  return failure
}

/// Creates a folder and its parents, for the owner alone, as the XDG Base Directory Specification demands.
package func makeFolder(_ path: String) throws(Problem) {
  if makeOneFolder(path) { return }
  if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolder(String(path[..<slash]))
    if makeOneFolder(path) { return }
  }
  let code = errno
  if code == EEXIST, let status = status(at: path) {
    if status.st_mode & S_IFMT == S_IFDIR { return }
    throw Problem(path, writingMessage(ENOTDIR))
  }
  throw Problem(path, writingMessage(code == EEXIST ? errno : code))
}

/// An error of writing in words, with advice if there is any.
package func writingMessage(_ code: Int32) -> String {
  switch code {
  case ENOSPC, EDQUOT: "the disk is full"
  case ENOTDIR: "a file stands where this folder should be; move it away"
  case EFBIG: "files may not grow so large here (ulimit -f)"
  case EROFS: "the disk can only be read"
  case EACCES, EPERM: "no permission to write there"
  default: String(cString: strerror(code))
  }
}

/// The new name outlives a power failure once the folder is on the disk. File systems that cannot do that are left
/// alone.
func flushFolder(of path: String) {
  guard let slash = path.lastIndex(of: "/") else { return }
  let descriptor = openFile(String(path[...slash]), O_RDONLY | O_DIRECTORY)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
