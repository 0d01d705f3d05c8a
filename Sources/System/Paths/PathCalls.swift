import Glibc

// The calls of the system that take a path. All of this room goes through these or through `withPathBytes`, so that a
// name that is no UTF-8 means the file that it names; a test looks for others.

/// A descriptor, below 0 where there is none and `errno` says why. It is never inherited by another program.
package func openFile(_ path: String, _ flags: Int32, permissions: mode_t = 0o600) -> Int32 {
  withPathBytes(path) { open($0, flags | O_CLOEXEC, permissions) }
}

/// What stands at a path, symbolic links followed; nil where `errno` says why not.
package func status(at path: String) -> stat? {
  var status = stat()
  return withPathBytes(path) { stat($0, &status) } == 0 ? status : nil
}

/// Whether anything stands at a path, be it a symbolic link that leads nowhere.
package func isTaken(_ path: String) -> Bool {
  var status = stat()
  return withPathBytes(path) { lstat($0, &status) } == 0
}

/// Whether something stands at a path; symbolic links are followed.
public func exists(_ path: String) -> Bool { mayUse(path) }

/// Whether a file may be used so; else `errno` says why not.
func mayUse(_ path: String, _ use: Int32 = F_OK) -> Bool { withPathBytes(path) { access($0, use) } == 0 }

/// Gives a file another name, over whatever has that; where it cannot, `errno` says why.
package func giveName(_ new: String, to path: String) -> Bool {
  withPathBytes(path) { path in withPathBytes(new) { rename(path, $0) } } == 0
}

/// Gives an open file that has none a name that nothing has; where it cannot, `errno` says why.
package func giveName(_ new: String, toNameless descriptor: Int32) -> Bool {
  withPathBytes(new) { linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, $0, AT_SYMLINK_FOLLOW) } == 0
}

/// Removes a file, if there is one.
package func removeFile(_ path: String) { _ = withPathBytes(path) { unlink($0) } }

/// Makes a folder for its owner alone; where it cannot, `errno` says why.
func makeOneFolder(_ path: String) -> Bool { withPathBytes(path) { mkdir($0, 0o700) } == 0 }

/// The path without symbolic links; nil where nothing is there.
package func realPath(_ path: String) -> String? {
  guard let real = withPathBytes(path, { realpath($0, nil) }) else { return nil }
  defer { free(real) }
  return pathText(real)
}
