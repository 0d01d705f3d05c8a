import Glibc

// Calls of the system that take a path. All rooms use these or `withPathBytes`, so that names that are no UTF-8 work; a
// test looks for other calls.

/// Opens a file. The descriptor is below 0 on failure, with `errno`, and is never inherited by another program.
package func openFile(_ path: String, _ flags: Int32, permissions: mode_t = 0o600) -> Int32 {
  withPathBytes(path) { open($0, flags | O_CLOEXEC, permissions) }
}

/// The status of a file, symbolic links followed; nil on failure, with `errno`.
package func status(at path: String) -> stat? {
  var status = stat()
  return withPathBytes(path) { stat($0, &status) } == 0 ? status : nil
}

/// True if anything has the path, even a symbolic link that leads nowhere.
package func isTaken(_ path: String) -> Bool {
  var status = stat()
  return withPathBytes(path) { lstat($0, &status) } == 0
}

/// The first path that nothing has: a beginning with a number from 1 behind it.
package func freePath(_ beginning: String) -> String {
  var number = 1
  while isTaken("\(beginning)\(number)") { number += 1 }
  return "\(beginning)\(number)"
}

/// True if a file or folder has the path; symbolic links are followed.
public func exists(_ path: String) -> Bool { mayUse(path) }

/// True if files may be made in a folder.
package func mayWrite(in folder: String) -> Bool { mayUse(folder, W_OK | X_OK) }

/// True if a file may be used so; on failure `errno` is set.
func mayUse(_ path: String, _ use: Int32 = F_OK) -> Bool { withPathBytes(path) { access($0, use) } == 0 }

/// Renames a file, over any file of the new name. False on failure, with `errno`.
package func giveName(_ new: String, to path: String) -> Bool {
  withPathBytes(path) { path in withPathBytes(new) { rename(path, $0) } } == 0
}

/// Renames a file to a name that nothing has. False on failure, with `errno`.
func giveFreeName(_ new: String, to path: String) -> Bool {
  if withPathBytes(path, { path in withPathBytes(new) { link(path, $0) } }) == 0 {
    removeFile(path)
    return true
  }
  // Some file systems have no links.
  return errno == EPERM && !isTaken(new) && giveName(new, to: path)
}

/// Links a nameless open file to a name that nothing has. False on failure, with `errno`.
package func giveName(_ new: String, toNameless descriptor: Int32) -> Bool {
  withPathBytes(new) { linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, $0, AT_SYMLINK_FOLLOW) } == 0
}

/// Removes a file if there is one.
package func removeFile(_ path: String) { _ = withPathBytes(path) { unlink($0) } }

/// Creates a folder for its owner alone. False on failure, with `errno`.
func makeOneFolder(_ path: String) -> Bool { withPathBytes(path) { mkdir($0, 0o700) } == 0 }

/// The path without symbolic links; nil if nothing is there.
package func realPath(_ path: String) -> String? {
  guard let real = withPathBytes(path, { realpath($0, nil) }) else { return nil }
  defer { free(real) }
  return pathText(real)
}
