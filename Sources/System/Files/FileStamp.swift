import Glibc

/// The facts by which a changed file or folder is told.
package struct FileStamp: Sendable, Equatable, BitwiseCopyable {
  /// Bytes.
  package var size: Int64
  /// The modification time of the content, in nanoseconds since 1970.
  package var modified: Int64
  /// The time of the last change of content, rights or names; 0 if it was read so soon afterwards that a later change
  /// could have the same time.
  package var changed: Int64
  /// The number of the file in its file system, which a file put in its place does not have.
  package var inode: UInt64

  /// A stamp by its parts.
  package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
  }

  /// The stamp of a file from what the system says of it.
  package init(_ status: stat) {
    size = Int64(status.st_size)
    modified = nanoseconds(status.st_mtim)
    changed = nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// The stamp of a file that could not be had.
  package static let unknown = FileStamp(size: -1, modified: 0, changed: 0, inode: 0)

  /// The time, in nanoseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  /// The resolution of file times, in nanoseconds; coarse on file systems that have whole seconds only.
  private static let grain: Int64 = 50_000_000
  private static let coarseGrain: Int64 = 2_000_000_000

  /// The stamp of a file that was read at some time. No stamp is equal to it if a later change could have the same one.
  package func settled(at time: Int64) -> FileStamp {
    var stamp = self
    if changed > time - (changed % 1_000_000_000 == 0 ? Self.coarseGrain : Self.grain) { stamp.changed = 0 }
    return stamp
  }
}

private func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec) }
