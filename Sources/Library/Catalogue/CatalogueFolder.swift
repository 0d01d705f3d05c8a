import CSystem
import Glibc
import Searching
import System

/// The folder of catalogues. Each has a folder of its own there, with a manifest and the files of its segments.
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

  /// True if others could put a catalogue of theirs there.
  var isWritableByOthers: Bool { (try? FileStatus(path: path))?.isWritableByOthers ?? false }

  /// The folder of a corpus.
  func folder(_ key: CatalogueKey) -> String { path + "/" + key.fileName }

  /// The catalogue of a corpus; nil if there is none that can be trusted.
  /// - Parameter mostChecked: the most bytes of tables that are checked at once.
  func catalogue(_ key: CatalogueKey, roots: [String], mostChecked: Int = .max) -> Catalogue? {
    if isWritableByOthers { return nil }
    var last: Manifest?
    while let manifest = manifest(key) {
      var left = mostChecked
      let segments = manifest.entries.map { entry in
        let segment = FixedBytes(mapping: path(ofSegment: entry.number, key)).flatMap {
          CatalogueSegment($0, number: entry.number, roots: roots, key: key, checksTables: left > 0)
        }
        left -= segment?.tableLength ?? 0
        return segment
      }
      let there = segments.indices.filter { segments[$0] != nil }
      let isWhole = there.count == segments.count
      // Another program may have replaced the manifest, and removed segments that it needs no more.
      guard isWhole || manifest == last else {
        last = manifest
        continue
      }
      let found = Manifest(
        generation: manifest.generation, there.map { manifest.entries[$0] }, problems: manifest.problems)
      return Catalogue(segments.compactMap(\.self), found, base: manifest.generation, in: folder(key), isWhole: isWhole)
    }
    return nil
  }

  private func manifest(_ key: CatalogueKey) -> Manifest? {
    (try? readFile(folder(key) + "/" + Manifest.fileName)).flatMap { Manifest($0, for: key) }
  }

  private func path(ofSegment number: UInt64, _ key: CatalogueKey) -> String {
    folder(key) + "/" + NewSegmentFile.name(number)
  }

  /// Makes a manifest the one of its corpus: new files get their names, then it is replaced.
  /// - Parameter base: the generation of the manifest that it comes from; nil if there was none.
  /// - Returns: false if another program has replaced that one.
  func commit(
    _ manifest: Manifest, replacing base: UInt64?, _ new: [NewSegmentFile], for key: CatalogueKey
  ) throws(Problem) -> Bool {
    let folder = folder(key)
    do throws(Problem) {
      let lock = try FileLock(folder: folder)
      defer { lock.release() }
      guard self.manifest(key)?.generation == base else { return false }
      for file in new { try file.giveName() }
      try replaceFile(folder + "/" + Manifest.fileName, with: manifest.bytes(for: key))
      sweep(folder, keeping: Set(manifest.entries.map { NewSegmentFile.stem($0.number) }))
      return true
    } catch {
      throw Problem(error.path, error.message + NewSegmentFile.consequence)
    }
  }

  /// Removes segments that no manifest has any more; those that use them have them mapped.
  private func sweep(_ folder: String, keeping stems: Set<String>) {
    guard let found = try? entries(ofFolder: folder) else { return }
    for name in found where [NewSegmentFile.ending, PairIndex.ending].contains(where: name.hasSuffix) {
      let stem = String(name.prefix { $0 != "." })
      if !stems.contains(stem) { removeFile(folder + "/" + name) }
    }
    // Another program may still write an unfinished one.
    for name in found where name.hasSuffix(NewSegmentFile.unfinishedEnding) {
      guard let status = try? FileStatus(path: folder + "/" + name) else { continue }
      if time(nil) - Int(status.stamp.modified / 1_000_000_000) > 24 * 3600 { removeFile(folder + "/" + name) }
    }
  }
}

/// A segment's file while it is written: nameless if the file system can do that, so that a crash leaves nothing, else
/// under a temporary name. It gets its name when a manifest is about to have it.
final class NewSegmentFile: Sendable {
  let number = UInt64.random(in: 1...UInt64.max)
  /// The folded text and its place.
  private let descriptor: Int32
  private let path: String
  private let hasName: Bool
  private let target: String

  static let ending = ".segment"
  static let unfinishedEnding = ".part"
  static let consequence = "; the corpus is read without a catalogue"

  static func stem(_ number: UInt64) -> String { String(number, radix: 36) }

  static func name(_ number: UInt64) -> String { stem(number) + ending }

  init(in folder: CatalogueFolder, for key: CatalogueKey) throws(Problem) {
    let path = folder.folder(key)
    if folder.isWritableByOthers {
      throw Problem(folder.path, "can be written by others: chmod go-w makes it safe" + Self.consequence)
    }
    target = path + "/" + Self.name(number)
    // A file of that name is a catalogue of an earlier version.
    removeFile(path)
    do throws(Problem) {
      try makeFolder(path)
    } catch {
      throw Problem(error.path, error.message + Self.consequence)
    }
    self.path = path + "/" + Self.name(number) + Self.unfinishedEnding
    let nameless = openNamelessFile(in: path)
    hasName = nameless < 0
    descriptor = hasName ? openFile(self.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW) : nameless
    guard descriptor >= 0 else { throw problem(errno) }
  }

  deinit {
    close(descriptor)
    if hasName { removeFile(path) }
  }

  /// Writes the folded text.
  /// - Returns: its place.
  func write(folded bytes: [UInt8]) throws(Problem) -> BlobPlace {
    try write(bytes, at: SegmentHeader.length)
    // The disk begins to write while other issues are read; the end waits for all of it.
    bl_start_writing(descriptor, Int64(SegmentHeader.length), Int64(bytes.count))
    return BlobPlace(
      offset: UInt64(SegmentHeader.length), length: UInt64(bytes.count), checksum: checksum(bytes))
  }

  /// Writes the tables, waits until all of it is on the disk, and opens the segment.
  func finish(
    _ content: SegmentContent, behind folded: BlobPlace, for key: CatalogueKey
  ) throws(Problem) -> CatalogueSegment {
    let (header, tables) = SegmentWriter.tables(of: content, for: key, behind: folded)
    let start = Int(header.length) - tables.count
    try write(tables, at: start)
    try write(header.bytes, at: 0)
    // Before it has a name: else a crash could leave a name without its text.
    guard fdatasync(descriptor) == 0 else { throw problem(errno) }
    guard let bytes = FixedBytes(mapping: descriptor),
      let segment = CatalogueSegment(bytes, number: number, roots: content.roots, key: key)
    else { throw problem(EIO) }
    return segment
  }

  /// Gives the file its name, once it is finished.
  fileprivate func giveName() throws(Problem) {
    guard hasName ? System.giveName(target, to: path) : System.giveName(target, toNameless: descriptor) else {
      throw problem(errno)
    }
  }

  private func write(_ bytes: [UInt8], at start: Int) throws(Problem) {
    if let failure = bytes.withUnsafeBytes({ writeAll($0, to: descriptor, at: start) }) { throw problem(failure) }
  }

  private func problem(_ code: Int32) -> Problem {
    Problem(target, "cannot be written: " + writingMessage(code) + Self.consequence)
  }
}
