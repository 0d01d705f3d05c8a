import Glibc
import Notes
import State
import Synchronization
import System

/// Writes state in a thread of its own, so that no key waits for the disk. A write that fails is tried again with the
/// next one.
final class StateWriter: Sendable {
  private struct Work: Sendable {
    var reading = StatePatch()
    var settings: [String: String?] = [:]
    /// Searches, the newest last.
    var searches: [String] = []
    /// Lines of the command prompt, the newest last.
    var commands: [String] = []
    /// Changes of records, by the log that they are for, in order.
    var records: [RecordLog: [RecordChange]] = [:]

    var isEmpty: Bool {
      reading.isEmpty && settings.isEmpty && searches.isEmpty && commands.isEmpty && records.isEmpty
    }

    mutating func add(_ later: Work) {
      reading.add(later.reading)
      settings.merge(later.settings) { $1 }
      searches = searches.filter { !later.searches.contains($0) } + later.searches
      commands = commands.filter { !later.commands.contains($0) } + later.commands
      records.merge(later.records) { $0 + $1 }
    }
  }

  private struct Queue: Sendable {
    var waiting = Work()
    var isSaving = false
    var failure: Problem?
  }

  private let store: StateStore
  private let queue = Mutex(Queue())
  /// Held while work is saved.
  private let saving = Mutex(())
  private let report: @Sendable (Problem) -> Void

  /// - Parameter report: called in another thread with each problem and with each file that was set aside.
  init(_ store: StateStore, report: @escaping @Sendable (Problem) -> Void) {
    self.store = store
    self.report = report
  }

  /// Saves changes soon.
  func save(_ reading: StatePatch, settings: [String: String?], searches: [String], commands: [String]) {
    let work = Work(reading: reading, settings: settings, searches: searches, commands: commands)
    if work.isEmpty { return }
    start { $0.waiting.add(work) }
  }

  /// Saves changes of records soon.
  func keep(_ changes: [RecordLog: [RecordChange]]) {
    let work = Work(records: changes.filter { !$0.value.isEmpty })
    if work.isEmpty { return }
    start { $0.waiting.add(work) }
  }

  /// Waits for the thread, and saves all that it has left; a write that failed before is tried once more.
  /// - Returns: the problem that prevents it.
  func finish() -> Problem? {
    saving.withLock { _ in
      queue.withLock { $0.failure = nil }
      saveAll()
      return queue.withLock { $0.waiting.isEmpty ? nil : $0.failure }
    }
  }

  /// Starts the thread unless it runs already, or there is nothing to do.
  private func start(_ change: (inout Queue) -> Void) {
    let isNeeded = queue.withLock { queue in
      change(&queue)
      if queue.isSaving || queue.waiting.isEmpty { return false }
      queue.isSaving = true
      queue.failure = nil
      return true
    }
    guard isNeeded else { return }
    runDetached { [self] in saving.withLock { _ in saveAll() } }
  }

  private func saveAll() {
    withSignalsBlocked { while let work = next() { save(work) } }
  }

  /// The next work; nil if there is none, or if a write failed just now.
  private func next() -> Work? {
    queue.withLock { queue in
      guard queue.failure == nil, !queue.waiting.isEmpty else {
        queue.isSaving = false
        return nil
      }
      defer { queue.waiting = Work() }
      return queue.waiting
    }
  }

  private func save(_ work: Work) {
    var rest = work
    do throws(Problem) {
      for (log, changes) in rest.records {
        if let notice = try log.append(changes) { report(notice) }
        rest.records[log] = nil
      }
      if let notice = try store.save(settings: rest.settings) { report(notice) }
      rest.settings = [:]
      if let notice = try store.save(searches: rest.searches) { report(notice) }
      rest.searches = []
      if let notice = try store.save(commands: rest.commands) { report(notice) }
      rest.commands = []
      if let notice = try store.save(rest.reading) { report(notice) }
    } catch {
      queue.withLock { queue in
        rest.add(queue.waiting)
        queue.waiting = rest
        queue.failure = error
      }
      report(error)
    }
  }
}

/// Leaves signals to the thread of the run loop, which waits for them. Signals of a crash belong to the thread that
/// crashes. The signal of a file that may not grow is not needed, since the write fails as well.
private func withSignalsBlocked(_ body: () -> Void) {
  var (signals, before) = (sigset_t(), sigset_t())
  sigfillset(&signals)
  for signal in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, signal) }
  pthread_sigmask(SIG_BLOCK, &signals, &before)
  body()
  // Let through, a signal that the write has reported already would end the program.
  var (ofSize, atOnce) = (sigset_t(), timespec())
  sigemptyset(&ofSize)
  sigaddset(&ofSize, SIGXFSZ)
  _ = sigtimedwait(&ofSize, nil, &atOnce)
  pthread_sigmask(SIG_SETMASK, &before, nil)
}
