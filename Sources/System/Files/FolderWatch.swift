import Glibc

/// Waits for changes in folders (inotify).
package final class FolderWatch {
  private let descriptor: Int32
  /// True if the system watches all of the folders; else the caller polls.
  package private(set) var isComplete = false

  private static let events = UInt32(
    IN_CREATE | IN_DELETE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Watches folders, but none within them.
  package init(_ folders: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return }
    isComplete = folders.allSatisfy { folder in
      withPathBytes(folder) { inotify_add_watch(descriptor, $0, Self.events) } >= 0
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits for a change, and then until it is quiet again, so that changes that come together are taken together.
  /// - Returns: true if there was a change.
  package func wait(milliseconds: Int) -> Bool {
    guard descriptor >= 0 else {
      usleep(UInt32(clamping: milliseconds * 1000))
      return false
    }
    guard hasNews(within: milliseconds) else { return false }
    for _ in 0..<Self.mostQuietTimes where !hasNews(within: Self.quietMilliseconds) { break }
    return true
  }

  private static let quietMilliseconds = 200
  private static let mostQuietTimes = 25

  private func hasNews(within milliseconds: Int) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, Int32(clamping: milliseconds)) > 0 else { return false }
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { room in
      while read(descriptor, room.baseAddress, room.count) > 0 {}
    }
    return true
  }
}
