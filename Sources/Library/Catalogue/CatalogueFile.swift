import CSystem
import Glibc
import Synchronization
import System

/// The folder of catalogues.
public struct CatalogueFolder: Sendable {
  /// The path, which need not exist yet.
  let path: String

  /// `$XDG_CACHE_HOME/baolan`, else `~/.cache/baolan`; nil if neither is known.
  public init?(environment: (String) -> String?) {
    guard let path = XDGFolder.cache.path(environment) else { return nil }
    self.init(path)
  }

  /// A folder for catalogues.
  public init(_ path: String) { self.path = path }

  /// The catalogue of a corpus; nil if there is none that can be trusted.
  func catalogue(_ key: CatalogueKey, roots: [String]) -> Catalogue? {
    FixedBytes(mapping: path + "/" + key.fileName).flatMap { Catalogue($0, roots: roots, key: key) }
  }

  /// Removes unfinished files that are so old that no program writes them any more.
  fileprivate func sweep() {
    guard let names = try? entries(ofFolder: path) else { return }
    for name in names where name.hasSuffix(NewCatalogueFile.ending) {
      let file = path + "/" + name
      guard let status = try? FileStatus(path: file) else { continue }
      if time(nil) - Int(status.stamp.modified / 1_000_000_000) > 24 * 3600 { removeFile(file) }
    }
  }
}

/// A catalogue's file while it is written: nameless if the file system can do that, so that a crash leaves nothing,
/// else under a temporary name. It gets its name when it is complete.
final class NewCatalogueFile: Sendable {
  fileprivate static let ending = ".part"

  private struct State {
    var length = CatalogueHeader.length
    var failure: Int32?
  }

  private let descriptor: Int32
  private let path: String
  private let hasName: Bool
  private let target: String
  private let state = Mutex(State())

  init(in folder: CatalogueFolder, for key: CatalogueKey) throws(Problem) {
    do throws(Problem) {
      try makeFolder(folder.path)
    } catch {
      throw Problem(error.path, error.message + Self.consequence)
    }
    folder.sweep()
    target = folder.path + "/" + key.fileName
    path = target + "." + String(UInt64.random(in: 0...UInt64.max), radix: 36) + Self.ending
    let nameless = openNamelessFile(in: folder.path)
    hasName = nameless < 0
    descriptor = hasName ? openFile(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW) : nameless
    guard descriptor >= 0 else { throw Self.problem(target, errno) }
  }

  deinit {
    close(descriptor)
    removeFile(path)
  }

  /// Appends bytes; may be called from any thread.
  /// - Returns: their place; nil if they could not be written.
  func append(_ bytes: UnsafeRawBufferPointer) -> BlobPlace? {
    let start = state.withLock { state -> Int? in
      guard state.failure == nil else { return nil }
      defer { state.length += bytes.count + paddingLength(behind: bytes.count) }
      return state.length
    }
    guard let start, write(bytes, at: start) else { return nil }
    // The disk begins to write while other issues are read; the end waits for all of it.
    bl_start_writing(descriptor, Int64(start), Int64(bytes.count))
    return BlobPlace(offset: UInt64(start), length: UInt64(bytes.count), checksum: checksum(bytes))
  }

  /// Writes the tables and gives the file its name.
  func finish(_ content: CatalogueContent, for key: CatalogueKey) throws(Problem) -> Catalogue {
    let start = state.withLock { $0.length }
    let (header, tables) = CatalogueWriter.tables(of: content, for: key, at: start)
    let isWritten = tables.withUnsafeBytes { write($0, at: start) } && header.bytes.withUnsafeBytes { write($0, at: 0) }
    if isWritten, let bytes = FixedBytes(mapping: descriptor),
      let catalogue = Catalogue(bytes, roots: content.roots, key: key)
    {
      // Else a crash could leave a file with its name and without its text.
      let isKept = fdatasync(descriptor) == 0
      let isNamed = isKept && (hasName || giveName(path, toNameless: descriptor))
      if isNamed, giveName(target, to: path) { return catalogue }
      fail(errno)
    }
    throw problem ?? Self.problem(target, EIO)
  }

  /// The problem that kept it from being written.
  var problem: Problem? { state.withLock { $0.failure }.map { Self.problem(target, $0) } }

  private static func problem(_ path: String, _ code: Int32) -> Problem {
    Problem(path, "cannot be written: " + writingMessage(code) + consequence)
  }

  private static let consequence = "; the corpus is read without a catalogue"

  private func fail(_ code: Int32) { state.withLock { $0.failure = $0.failure ?? code } }

  private func write(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    let failure = writeAll(bytes, to: descriptor, at: start)
    if let failure { fail(failure) }
    return failure == nil
  }
}
