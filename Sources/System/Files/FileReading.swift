import Glibc

// These few calls are on the way to the first screen.

/// The file or folder at a path.
package struct FileStatus {
  /// The kinds of things that a path can lead to.
  package enum Kind: Equatable {
    case file
    case folder
    /// A kind that cannot be read as a page, in words: `a FIFO`.
    case other(String)
  }

  /// Equal for all paths of the same file.
  package struct Identity: Hashable {
    /// The number of the file system.
    package var device: UInt
    /// The number of the file there.
    package var inode: UInt
  }

  /// Its kind, behind symbolic links.
  package var kind: Kind
  /// By which it is known under another path.
  package var identity: Identity
  /// Bytes.
  package var size: Int
  /// The facts by which a later change is told.
  package var stamp: FileStamp
  /// True if others than its owner, or an owner who is neither this person nor root, can write it.
  package var isWritableByOthers: Bool
  /// True if the path is that of a symbolic link, where that was asked for.
  package private(set) var isLink = false

  /// Follows symbolic links.
  package init(path: String) throws(Problem) {
    var status = stat()
    guard withPathBytes(path, { stat($0, &status) }) == 0 else { throw Problem(path, systemMessage(errno)) }
    self.init(status)
  }

  /// Follows symbolic links, and says that it did.
  package init(pathOrLink path: String) throws(Problem) {
    var status = stat()
    guard withPathBytes(path, { lstat($0, &status) }) == 0 else { throw Problem(path, systemMessage(errno)) }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, withPathBytes(path, { stat($0, &status) }) != 0 { throw Problem(path, systemMessage(errno)) }
    self.init(status)
    self.isLink = isLink
  }

  fileprivate init(_ status: stat) {
    identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    size = Int(status.st_size)
    stamp = FileStamp(status)
    isWritableByOthers = status.st_mode & 0o022 != 0 || status.st_uid != geteuid() && status.st_uid != 0
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFIFO: kind = .other("a FIFO")
    case S_IFSOCK: kind = .other("a socket")
    default: kind = .other("a device")
    }
  }
}

/// The path that stands for standard input.
package let standardInputPath = "-"

/// The bytes of a regular file, or of standard input for `-`.
package func readFile(_ path: String) throws(Problem) -> [UInt8] {
  if path == standardInputPath { return try readAll(STDIN_FILENO, path: path, expecting: 0) }
  return try readStampedFile(path).bytes
}

/// The bytes of a regular file, and its stamp from before they were read.
package func readStampedFile(_ path: String) throws(Problem) -> (bytes: [UInt8], stamp: FileStamp) {
  // Non-blocking: the file may have become a FIFO.
  let descriptor = openFile(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { throw Problem(path, systemMessage(errno)) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw Problem(path, systemMessage(errno)) }
  let found = FileStatus(status)
  if case .other(let what) = found.kind { throw notAFile(path, what) }
  guard let part = FilePart(path: path) else {
    return (try readAll(descriptor, path: path, expecting: found.size), found.stamp)
  }
  guard part.modified == found.stamp.modified, part.bytes.upperBound <= found.size else {
    throw Problem(path, "has changed since it was parted; open it again")
  }
  return (try readPart(descriptor, part.bytes, path: path), found.stamp)
}

/// The names in a folder, as path text, hidden ones left out, ordered by their bytes.
/// - Parameter isOfUse: false for the name of a file that is to be left out; folders and links are always listed.
package func entries(
  ofFolder path: String, where isOfUse: (UnsafePointer<CChar>) -> Bool = { _ in true }
) throws(Problem) -> [String] {
  guard let folder = withPathBytes(path, { opendir($0) }) else {
    throw Problem(path, systemMessage(errno, isFolder: true))
  }
  defer { closedir(folder) }
  var names: [String] = []
  errno = 0
  while let entry = readdir(folder) {
    let mayBeFolder = [DT_DIR, DT_LNK, DT_UNKNOWN].contains(Int(entry.pointee.d_type))
    withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: 256) { name in
        guard name[0] != 0x2E else { return }
        if mayBeFolder || isOfUse(name) { names.append(pathText(name)) }
      }
    }
    errno = 0
  }
  if errno != 0 { throw Problem(path, systemMessage(errno)) }
  return names.sorted { compareBytes($0, $1) < 0 }
}

/// Compares as `memcmp` does: it sorts a million names in a fifth of the time of views of their bytes.
private func compareBytes(_ left: String, _ right: String) -> Int {
  var (left, right) = (left, right)
  return left.withUTF8 { left in
    right.withUTF8 { right in
      guard let first = left.baseAddress, let second = right.baseAddress else { return left.count - right.count }
      let order = memcmp(first, second, min(left.count, right.count))
      return order != 0 ? Int(order) : left.count - right.count
    }
  }
}

/// The problem of a path that is no regular file.
package func notAFile(_ path: String, _ what: String) -> Problem {
  Problem(path, "is \(what), not a file; left out (a page can be piped in with the path -)")
}

/// The most bytes that are read at once: of standard input, and of a file that grows while it is read.
private let largestPage = 64 << 20

/// The bytes of a stretch of a file; fewer where it ends before.
package func readPart(_ descriptor: Int32, _ range: Range<Int>, path: String) throws(Problem) -> [UInt8] {
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
    while count < range.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      let got = pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + count))
      if got < 0, errno == EINTR { continue }
      failure = got < 0 ? errno : 0
      if got <= 0 { break }
      count += got
    }
  }
  if failure != 0 { throw Problem(path, systemMessage(failure)) }
  return bytes
}

private func readAll(_ descriptor: Int32, path: String, expecting size: Int) throws(Problem) -> [UInt8] {
  var bytes: [UInt8] = []
  var failure: Int32 = 0
  while failure == 0, bytes.count <= largestPage {
    let room = max(16 << 10, size + 1 - bytes.count)
    let piece = [UInt8](unsafeUninitializedCapacity: min(room, largestPage + 1)) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      count = max(0, got)
      failure = got < 0 ? errno : 0
    }
    if failure == EINTR { failure = 0; continue }
    if piece.isEmpty { break }
    let isShort = piece.count < room
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    // A file that has its stated size ends here: to ask once more takes as long as to read a page.
    if isShort, bytes.count == size { break }
  }
  if failure != 0 { throw Problem(path, systemMessage(failure)) }
  if bytes.count > largestPage {
    throw Problem(path, "is larger than 64 MiB; left out; saved as a file it is read in parts")
  }
  return bytes
}

/// An error of reading in words, with advice if there is any.
package func systemMessage(_ code: Int32, isFolder: Bool = false) -> String {
  switch code {
  case ENOENT, ENOTDIR: "no such file or folder; check the path"
  case EACCES, EPERM: "no permission to read it; `chmod u+r\(isFolder ? "x" : "")` gives it to the owner"
  case ELOOP: "a symbolic link that leads back to itself; left out"
  case EISDIR: "is a folder, not a file"
  case ENAMETOOLONG: "its path is longer than the system takes; start from a folder nearer to it"
  default: String(cString: strerror(code))
  }
}
