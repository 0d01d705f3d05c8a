import Newspaper
import Synchronization

/// A question that threads work at together.
final class CorpusRun: Sendable {
  private struct State {
    var tally: CorpusTally
    /// What was found in batches whose turn has not come.
    var early: [Int: CorpusPass.BatchCounts] = [:]
    /// Where a query can be found that can only be found where this one is: nil until the search has begun, at first all
    /// that it looks at.
    var candidates: IssueSet?
    /// The batch whose turn it is.
    var next = 0
    /// When the last answer was given.
    var answered: ContinuousClock.Instant?
  }

  /// So many hits fill any screen.
  private static let screenful = 200
  /// How often it is said how far the search is.
  private static let pace = Duration.milliseconds(30)
  /// Hits that are fewer, or not the best for certain, are shown after so long.
  private static let patience = Duration.milliseconds(60)

  let question: CorpusQuestion
  private let issues: SearchedIssues
  private let known: KnownCandidates
  private let read: @Sendable (Int) -> Issue?
  /// Made by the first thread: not even that is done where keys are waited for.
  private let pass = Mutex<CorpusPass?>(nil)
  private let answer: @Sendable (CorpusAnswer) -> Void
  private let state: Mutex<State>
  /// The next batch that nobody works at.
  private let free = Atomic(0)
  private let isCancelled = Atomic(false)
  private let started = ContinuousClock.now

  /// - Parameter known: what earlier searches of these issues have shown.
  init(
    _ question: CorpusQuestion, _ issues: SearchedIssues, known: KnownCandidates,
    read: @escaping @Sendable (Int) -> Issue?, _ answer: @escaping @Sendable (CorpusAnswer) -> Void
  ) {
    self.question = question
    self.issues = issues
    self.known = known
    self.read = read
    self.answer = answer
    state = Mutex(State(tally: CorpusTally(question, in: issues)))
  }

  /// Gives no more answers.
  func cancel() {
    // An answer that is being given is waited for: none comes later.
    state.withLock { _ in isCancelled.store(true, ordering: .relaxed) }
  }

  /// Whether it has been cancelled.
  var isOver: Bool { isCancelled.load(ordering: .relaxed) }

  /// Searches one batch after the other until none is left.
  func work() {
    if issues.batchCount == 0 { return finish() }
    let pass = pass.withLock { pass in
      if let pass { return pass }
      let made = CorpusPass(question, in: issues, known: known, read: read)
      state.withLock { $0.candidates = made.candidates ?? IssueSet(all: issues) }
      pass = made
      return made
    }
    while !isCancelled.load(ordering: .relaxed) {
      let batch = free.add(1, ordering: .relaxed).oldValue
      guard batch < issues.batchCount else { return }
      let counts = pass.counts(inBatch: batch) { !self.isOver }
      guard let counts else { return }
      hand(in: counts, batch)
    }
  }

  /// Where a query can be found that can only be found where this one is, as far as the search is; nil where nothing is
  /// known of it.
  var candidates: IssueSet? { state.withLock { $0.candidates } }

  /// The number of the first hit of some days, as far as the search is.
  func firstHit(in days: ClosedRange<DayNumber>) -> Int? { state.withLock { $0.tally.firstHit(in: days) } }

  /// Where hits are to be found, as far as the search is.
  func groups(of range: Range<Int>) -> [CorpusTally.Group] { state.withLock { $0.tally.groups(of: range) } }

  private func finish() {
    state.withLock { state in
      guard state.answered == nil, !isCancelled.load(ordering: .relaxed) else { return }
      state.answered = .now
      answer(state.tally.answer)
    }
  }

  private func hand(in counts: CorpusPass.BatchCounts, _ batch: Int) {
    state.withLock { state in
      state.candidates?.keep(counts.candidates, ofBatch: batch)
      state.early[batch] = counts
      while let counts = state.early.removeValue(forKey: state.next) {
        state.tally.add(counts)
        state.next += 1
      }
      guard isDue(state), !isCancelled.load(ordering: .relaxed) else { return }
      state.answered = .now
      answer(state.tally.answer)
    }
  }

  /// Whether there is something to say.
  private func isDue(_ state: State) -> Bool {
    if state.next == issues.batchCount { return true }
    guard let answered = state.answered else {
      let isScreenful = question.order == .newest && state.tally.total >= Self.screenful
      return isScreenful || started.duration(to: .now) >= Self.patience
    }
    return answered.duration(to: .now) >= Self.pace
  }
}
