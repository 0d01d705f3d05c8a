import Glibc
import Synchronization
import System

/// A line on standard error that says how far the reading of a large corpus is, while there is something to wait for.
/// Nothing where no person sees it.
final class ProgressLine: Sendable {
  private let isSeen = isatty(STDERR_FILENO) == 1
  /// Per cent; -1 where nothing is shown.
  private let shown = Mutex(-1)

  /// Shows a state, from any thread.
  func show(_ done: Int, of total: Int) {
    guard isSeen, total > 0 else { return }
    let share = done * 100 / total
    shown.withLock { shown in
      guard share > shown else { return }
      shown = share
      write("\rreading pages: \(done) of \(total), \(share) %")
    }
  }

  /// Takes the line away, with blanks, which every terminal knows.
  func end() {
    shown.withLock { shown in
      if shown >= 0 { write("\r" + String(repeating: " ", count: 60) + "\r") }
      shown = -1
    }
  }

  private func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
