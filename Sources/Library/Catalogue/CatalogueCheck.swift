import Glibc
import Synchronization
import System

/// The files and folders that are not as they were when they were read.
struct CatalogueChanges: Sendable {
  /// In the catalogue's tables.
  var files: [RecordPlace] = []
  var folders: [RecordPlace] = []

  var isEmpty: Bool { files.isEmpty && folders.isEmpty }
}

extension Catalogue {
  /// True if every file and folder is as it was when it was read. A few tenths of a microsecond a file: no folder is
  /// listed, since its own time changes when a name comes or goes.
  func isCurrent() -> Bool { isWhole && !isTorn && changes(limit: 1).isEmpty }

  /// The files and folders that have changed.
  /// - Parameter limit: files that are told; more are not looked for.
  func changes(limit: Int) -> CatalogueChanges {
    let folders = liveFolders.filter { place in
      path(ofFolder: place).flatMap { try? FileStatus(path: $0).stamp }
        != segments[place.segment].folders[place.index]?.stamp
    }
    if limit == 1, !folders.isEmpty { return CatalogueChanges(folders: folders) }
    let files = liveFiles
    let parts = min(processorCount, max(1, files.count / 1000))
    let changed = Mutex<[RecordPlace]>([])
    parallelForEach(parts, threads: parts) { [self] part in
      var folder = OpenFolder()
      for place in files[files.count * part / parts..<files.count * (part + 1) / parts] {
        guard !isSame(place, &folder) else { continue }
        if changed.withLock({
          $0.append(place); return $0.count
        }) >= limit {
          return
        }
      }
    }
    return CatalogueChanges(files: changed.withLock { $0 }, folders: folders)
  }

  private func isSame(_ place: RecordPlace, _ folder: inout OpenFolder) -> Bool {
    let segment = segments[place.segment]
    guard let record = segment.files[place.index] else { return false }
    guard record.path.kind == PathRecord.Kind.inFolder.rawValue else {
      return record.stamp == segment.path(ofFile: place.index).flatMap { try? FileStatus(path: $0).stamp } ?? .unknown
    }
    let place = RecordPlace(segment: place.segment, index: Int(record.path.base))
    if folder.place != place { folder = OpenFolder(place, path: path(ofFolder: place) ?? "") }
    return record.stamp == segment.bytes(of: record.path.text).flatMap(folder.stamp) ?? .unknown
  }

  /// The path of a folder, as it is opened; nil outside the table.
  func path(ofFolder place: RecordPlace) -> String? { segments[place.segment].path(ofFolder: place.index) }
}

/// An open folder, in which files are looked up by their names, which is quicker than by whole paths.
private final class OpenFolder {
  /// In the catalogue's tables; nil for none.
  let place: RecordPlace?
  private let descriptor: Int32

  init() { (place, descriptor) = (nil, -1) }

  init(_ place: RecordPlace, path: String) {
    self.place = place
    descriptor = openFile(path, O_RDONLY | O_DIRECTORY)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The stamp of a file in the folder; nil if it cannot be had.
  func stamp(of name: UnsafeRawBufferPointer) -> FileStamp? {
    // The name may have private characters for bytes.
    if name.contains(0xF4) {
      var status = stat()
      let path = String(decoding: name, as: UTF8.self)
      return withPathBytes(path) { fstatat(descriptor, $0, &status, 0) } == 0 ? FileStamp(status) : nil
    }
    return withUnsafeTemporaryAllocation(byteCount: name.count + 1, alignment: 1) { room in
      room.copyMemory(from: name)
      room[name.count] = 0
      var status = stat()
      guard let start = room.baseAddress?.assumingMemoryBound(to: CChar.self),
        fstatat(descriptor, start, &status, 0) == 0
      else { return nil }
      return FileStamp(status)
    }
  }
}
