import Glibc
import State
import Synchronization
import System

/// Saves what a person makes in a thread of its own, so that no key waits for the disk. What cannot be saved is tried
/// again with what comes next.
final class Saver: Sendable {
  private struct Work: Sendable {
    var reading = ReadingChanges()
    var settings: [String: String?] = [:]
    /// What was searched for, the newest last.
    var searches: [String] = []

    var isEmpty: Bool { reading.isEmpty && settings.isEmpty && searches.isEmpty }

    /// Takes in later work.
    mutating func add(_ later: Work) {
      reading.add(later.reading)
      settings.merge(later.settings) { $1 }
      searches = searches.filter { !later.searches.contains($0) } + later.searches
    }
  }

  private struct State: Sendable {
    var waiting = Work()
    var isSaving = false
    var failure: Problem?
  }

  private let keeping: Keeping
  private let state = Mutex(State())
  private let tell: @Sendable (Problem) -> Void

  /// - Parameter tell: takes what could not be saved, or was set aside; called in another thread.
  init(_ keeping: Keeping, tell: @escaping @Sendable (Problem) -> Void) {
    self.keeping = keeping
    self.tell = tell
  }

  /// Saves changes soon.
  func save(_ reading: ReadingChanges, settings: [String: String?], searches: [String]) {
    let work = Work(reading: reading, settings: settings, searches: searches)
    if work.isEmpty { return }
    start { $0.waiting.add(work) }
  }

  /// Waits until everything is saved; what could not be saved before is tried once more.
  /// - Returns: why it is not.
  func finish() -> Problem? {
    waitForThread()
    start { _ in }
    waitForThread()
    return state.withLock { $0.waiting.isEmpty ? nil : $0.failure }
  }

  private func waitForThread() {
    while state.withLock({ $0.isSaving }) { usleep(200) }
  }

  /// Starts the thread unless it runs already, or there is nothing to do.
  private func start(_ change: (inout State) -> Void) {
    let isNeeded = state.withLock { state in
      change(&state)
      if state.isSaving || state.waiting.isEmpty { return false }
      state.isSaving = true
      state.failure = nil
      return true
    }
    guard isNeeded else { return }
    besides { [self] in
      withSignalsBlocked { while let work = next() { save(work) } }
    }
  }

  /// What is to be saved; nil where there is nothing, or it failed just now.
  private func next() -> Work? {
    state.withLock { state in
      guard state.failure == nil, !state.waiting.isEmpty else {
        state.isSaving = false
        return nil
      }
      defer { state.waiting = Work() }
      return state.waiting
    }
  }

  private func save(_ work: Work) {
    var rest = work
    do throws(Problem) {
      if let notice = try keeping.save(settings: rest.settings) { tell(notice) }
      rest.settings = [:]
      if let notice = try keeping.save(searches: rest.searches) { tell(notice) }
      rest.searches = []
      if let notice = try keeping.save(rest.reading) { tell(notice) }
    } catch {
      fail(error, rest)
    }
  }

  private func fail(_ problem: Problem, _ work: Work) {
    state.withLock { state in
      var all = work
      all.add(state.waiting)
      state.waiting = all
      state.failure = problem
    }
    tell(problem)
  }
}

/// Leaves signals to the run loop's thread, which waits for them. Those of a crash are for the thread that crashes;
/// that of a file that may not grow is not, and writing says so itself.
private func withSignalsBlocked(_ body: () -> Void) {
  var (signals, before) = (sigset_t(), sigset_t())
  sigfillset(&signals)
  for signal in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, &before)
  body()
  // Let through, what writing has said already would end the program.
  var (ofSize, atOnce) = (sigset_t(), timespec())
  sigemptyset(&ofSize)
  sigaddset(&ofSize, SIGXFSZ)
  _ = sigtimedwait(&ofSize, nil, &atOnce)
  pthread_sigmask(SIG_SETMASK, &before, nil)
}
