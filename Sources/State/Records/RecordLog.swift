import Glibc
import Notes
import System

/// A file of records to which changes are appended: the newest line of a record counts.
///
/// Whoever appends holds a lock on the file, looks at what it has now, and flushes; so several readers may write, a
/// kill at any moment leaves every line that was flushed, and what did not get onto a full disk is taken back.
public struct RecordLog: Sendable, Hashable {
  /// The file, which need not exist yet.
  public let path: String
  private let permissions: mode_t

  /// The least number of stale lines for which the file is written anew.
  private static let manyStale = 1000

  /// A log in a file.
  /// - Parameter isShared: true if others may read it, as far as the person's mask lets them; else only the owner may.
  public init(path: String, isShared: Bool = false) {
    self.path = path
    permissions = isShared ? 0o666 : 0o600
  }

  /// The records. A file with lines that are none is set aside and written anew without them.
  public func load() -> Loaded<RecordTable> {
    let table = RecordTable(FixedBytes(mapping: path))
    guard table.damagedCount > 0 else { return Loaded(value: table) }
    do throws(Problem) {
      let (file, now) = try open()
      defer { close(file) }
      return Loaded(value: try mended(now) ?? now, notice: now.damagedCount > 0 ? notice(now) : nil)
    } catch {
      return Loaded(value: table, notice: error)
    }
  }

  /// Appends changes, over those that others have made meanwhile, field by field.
  /// - Returns: a notice if the file had damaged lines.
  @discardableResult
  public func append(_ changes: [RecordChange]) throws(Problem) -> Problem? {
    if changes.isEmpty { return nil }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    let (file, table) = try open()
    defer { close(file) }
    let said = table.damagedCount > 0 ? notice(table) : nil
    if try mended(table) != nil {
      // Another file stands in the place of this one now, which has a lock of its own.
      return try append(changes) ?? said
    }
    try write(lines(changes, over: table), to: file)
    if table.staleCount > max(Self.manyStale, table.count) { try rewrite(RecordTable(FixedBytes(mapping: file))) }
    return said
  }

  private func lines(_ changes: [RecordChange], over table: RecordTable) -> [UInt8] {
    var now: [String: [JSONTree.Member]?] = [:]
    var bytes: [UInt8] = []
    for change in changes where !change.id.isEmpty {
      let members = now[change.id] ?? table.index(of: change.id).flatMap { RecordLine.members(table.line($0)) }
      guard let line = RecordLine.line(change, over: members) else { continue }
      bytes += line
      now.updateValue(
        change.after == nil ? nil : line.dropLast().withUnsafeBytes { RecordLine.members($0) }, forKey: change.id)
    }
    return bytes
  }

  // MARK: The file

  /// Opens the file under a lock, and looks at it. Another may have replaced it meanwhile.
  private func open() throws(Problem) -> (Int32, RecordTable) {
    for _ in 0..<Self.mostTries {
      let file = openFile(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, permissions: permissions)
      guard file >= 0 else { throw Problem(path, "cannot be opened: " + writingMessage(errno)) }
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        var own = stat()
        if fstat(file, &own) == 0, status(at: path)?.st_ino == own.st_ino {
          return (file, RecordTable(FixedBytes(mapping: file)))
        }
      } else if errno != EWOULDBLOCK && errno != EINTR {
        let code = errno
        close(file)
        throw Problem(path, writingMessage(code))
      }
      close(file)
      usleep(Self.pause)
    }
    throw Problem(path, "held by another Baolan for seconds")
  }

  private static let mostTries = 1500
  private static let pause: UInt32 = 2_000

  private func write(_ bytes: [UInt8], to file: Int32) throws(Problem) {
    guard !bytes.isEmpty else { return }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Problem(path, systemMessage(errno)) }
    // A line that broke off is closed, so that it does not swallow the next one.
    var last: UInt8 = 0x0A
    if status.st_size > 0, pread(file, &last, 1, status.st_size - 1) != 1 { throw Problem(path, systemMessage(errno)) }
    let failure = writeAll((last == 0x0A ? [] : [0x0A]) + bytes, to: file) ?? (fdatasync(file) == 0 ? nil : errno)
    guard let failure else { return }
    // Nobody maps what lies behind the old end: it was never a whole line under the lock.
    ftruncate(file, status.st_size)
    throw Problem(path, "cannot be saved: " + writingMessage(failure) + "; it stays as it was")
  }

  /// Puts the newest lines in the place of all.
  private func rewrite(_ table: RecordTable) throws(Problem) {
    var bytes: [UInt8] = []
    for range in table.foreign { bytes += table.slice(range) + [0x0A] }
    for index in 0..<table.count { bytes += table.line(index) + [0x0A] }
    try replaceFile(path, with: bytes, permissions: permissions)
  }

  /// Sets a file with damaged lines aside under a new name, and writes it anew without them.
  /// - Returns: nil for a file without such lines.
  private func mended(_ table: RecordTable) throws(Problem) -> RecordTable? {
    guard table.damagedCount > 0 else { return nil }
    let new = freePath("\(path).damaged-")
    let isLinked = withPathBytes(path) { old in withPathBytes(new) { link(old, $0) } } == 0
    guard isLinked else { throw Problem(path, "is damaged, and cannot be set aside: " + writingMessage(errno)) }
    try rewrite(table)
    return RecordTable(FixedBytes(mapping: path))
  }

  private func notice(_ table: RecordTable) -> Problem {
    Problem(
      path, "has \(table.damagedCount) damaged lines; the whole file is kept as *.damaged-*, and the rest goes on")
  }
}
