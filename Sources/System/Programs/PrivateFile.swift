import Glibc

/// A file in a folder of its own that nobody else can read, for a text on its way to a program.
package struct PrivateFile: Sendable {
  /// Its path.
  package let path: String
  private let folder: String

  /// Writes a text into a new file of a name.
  package init(named name: String, _ bytes: [UInt8]) throws(Problem) {
    let base = getenv("TMPDIR").map { pathText($0) } ?? "/tmp"
    var template = Array((base + "/baolan-XXXXXX").utf8CString)
    guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) != nil else {
      throw Problem(base, writingMessage(errno))
    }
    folder = template.withUnsafeBufferPointer { $0.baseAddress.map { pathText($0) } ?? base }
    path = folder + "/" + name
    guard let failure = write(bytes) else { return }
    // A text that is kept from others does not stay behind in half.
    remove()
    throw Problem(path, writingMessage(failure))
  }

  /// - Returns: an error of the system; nil if all was written.
  private func write(_ bytes: [UInt8]) -> Int32? {
    let descriptor = openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    guard descriptor >= 0 else { return errno }
    let failure = writeAll(bytes, to: descriptor)
    return close(descriptor) == 0 ? failure : failure ?? errno
  }

  /// Removes the file and its folder.
  package func remove() {
    removeFile(path)
    _ = withPathBytes(folder) { rmdir($0) }
  }
}
