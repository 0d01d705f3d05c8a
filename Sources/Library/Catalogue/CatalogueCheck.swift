import Glibc
import Synchronization
import System

extension Catalogue {
  /// True if every file and folder is as it was when it was read. A few tenths of a microsecond a file: no folder is
  /// listed, since its own time changes when a name comes or goes.
  func isCurrent() -> Bool {
    let foldersAreSame = (0..<folders.count).allSatisfy { index in
      path(ofFolder: index).flatMap { try? FileStatus(path: $0).stamp } == folders[index]?.stamp
    }
    guard foldersAreSame else { return false }
    let parts = min(processorCount, max(1, files.count / 1000))
    let shares = (0..<parts).map { files.count * $0 / parts..<files.count * ($0 + 1) / parts }
    let isSame = Mutex(true)
    parallelForEach(parts, threads: parts) { [self] part in
      if !areSame(shares[part]) { isSame.withLock { $0 = false } }
    }
    return isSame.withLock { $0 }
  }

  private func areSame(_ range: Range<Int>) -> Bool {
    var folder = OpenFolder()
    return range.allSatisfy { index in
      guard let record = files[index] else { return false }
      guard record.path.kind == PathRecord.Kind.inFolder.rawValue else {
        return record.stamp == path(ofFile: index).flatMap { try? FileStatus(path: $0).stamp } ?? .unknown
      }
      if folder.number != Int(record.path.base) {
        folder = OpenFolder(number: Int(record.path.base), path: path(ofFolder: Int(record.path.base)) ?? "")
      }
      return record.stamp == bytes(of: record.path.text).flatMap(folder.stamp) ?? .unknown
    }
  }
}

/// An open folder, in which files are looked up by their names, which is quicker than by whole paths.
private final class OpenFolder {
  let number: Int
  private let descriptor: Int32

  init() { (number, descriptor) = (-1, -1) }

  init(number: Int, path: String) {
    self.number = number
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
