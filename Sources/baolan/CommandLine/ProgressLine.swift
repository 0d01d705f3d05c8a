import Glibc
import Synchronization
import System

/// A line on standard error that shows the progress of reading a large corpus. Nothing is written if standard error is
/// no terminal.
final class ProgressLine: Sendable {
  private let isSeen = isatty(STDERR_FILENO) == 1
  private let name: String
  /// Per cent; -1 if nothing is shown.
  private let shown = Mutex(-1)

  init(_ name: String = "reading pages") { self.name = name }

  /// Shows the progress; may be called from any thread.
  func show(_ done: Int, of total: Int) {
    guard isSeen, total > 0 else { return }
    let share = done * 100 / total
    shown.withLock { shown in
      guard share > shown else { return }
      shown = share
      write("\r\(name): \(done) of \(total), \(share) %")
    }
  }

  /// Overwrites the line with blanks, which every terminal knows.
  func end() {
    shown.withLock { shown in
      if shown >= 0 { write("\r" + String(repeating: " ", count: 60) + "\r") }
      shown = -1
    }
  }

  private func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
