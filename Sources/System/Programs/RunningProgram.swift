import Glibc
import Synchronization

/// A program that runs beside this one, and can be ended from any thread.
package final class RunningProgram: Sendable {
  private struct State {
    var child: pid_t?
    var isEnded = false
  }

  private let state = Mutex(State())

  /// No program yet.
  package init() {}

  /// Ends the program and those that it has started; one that has not been started yet ends at once.
  package func end() {
    state.withLock { state in
      state.isEnded = true
      if let child = state.child { kill(-child, SIGTERM) }
    }
  }

  /// Notes that the program has been started as the first of a group of its own.
  func begin(_ child: pid_t) {
    state.withLock { state in
      state.child = child
      if state.isEnded { kill(-child, SIGTERM) }
    }
  }

  /// Waits for its end. Its number is another's from then on, so that it is forgotten before.
  func wait(for child: pid_t) -> Int32 {
    var (status, info) = (Int32(0), siginfo_t())
    while waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    state.withLock { $0.child = nil }
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
