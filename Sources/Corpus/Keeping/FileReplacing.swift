import Glibc

/// Replaces a file by another: written beside it, flushed, and then given its name, so that after a crash there is
/// either the old file or the new one. Needs a lock against others that do the same. A file that a symbolic link leads
/// to is replaced where it is.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(Problem) {
  let target = realPath(path) ?? path
  let new = target + ".new"
  // What a crash left.
  unlink(new)
  let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw cannotBeSaved(path, errno) }
  var failure = writeAll(bytes, to: descriptor)
  if failure == nil, fsync(descriptor) != 0 { failure = errno }
  if close(descriptor) != 0, failure == nil { failure = errno }
  if failure == nil, rename(new, target) != 0 { failure = errno }
  if let failure {
    unlink(new)
    throw cannotBeSaved(path, failure)
  }
  flushFolder(of: target)
}

/// Makes a folder and those above it, for its owner alone, as the XDG Base Directory Specification has it.
func makeFolder(_ path: String) throws(Problem) {
  if mkdir(path, 0o700) == 0 { return }
  if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolder(String(path[..<slash]))
    if mkdir(path, 0o700) == 0 { return }
  }
  let code = errno
  var status = stat()
  if code == EEXIST, stat(path, &status) == 0 {
    if status.st_mode & S_IFMT == S_IFDIR { return }
    throw Problem(path, writingMessage(ENOTDIR))
  }
  throw Problem(path, writingMessage(code == EEXIST ? errno : code))
}

/// The path without symbolic links; nil where nothing is there.
func realPath(_ path: String) -> String? {
  guard let real = withPathBytes(path, { realpath($0, nil) }) else { return nil }
  defer { free(real) }
  return pathText(real)
}

/// An error of writing in words, with what to do where there is something to do.
func writingMessage(_ code: Int32) -> String {
  switch code {
  case ENOSPC, EDQUOT: "the disk is full"
  case ENOTDIR: "a file stands where this folder should be; move it away"
  case EFBIG: "files may not grow so large here (ulimit -f)"
  case EROFS: "the disk can only be read"
  case EACCES, EPERM: "no permission to write there"
  default: String(cString: strerror(code))
  }
}

private func cannotBeSaved(_ path: String, _ code: Int32) -> Problem {
  Problem(path, "cannot be saved: " + writingMessage(code) + "; it stays as it was")
}

/// The new name outlives a power failure once the folder is on the disk. File systems that cannot do that do without.
private func flushFolder(of path: String) {
  guard let slash = path.lastIndex(of: "/") else { return }
  let descriptor = open(String(path[...slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
