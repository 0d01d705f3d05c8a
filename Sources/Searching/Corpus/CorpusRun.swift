import Newspaper
import Synchronization

/// A question that several threads answer together.
final class CorpusRun: Sendable {
  private struct State {
    var tally: CorpusTally
    /// Results of batches whose turn has not come.
    var early: [Int: CorpusPass.BatchCounts] = [:]
    /// The issues that can match a query which implies this one: nil until the search has begun, at first all that are
    /// searched.
    var candidates: IssueSet?
    /// By segment: the counts of a literal text that is counted as a whole.
    var bySegment: [FoldedSegment.LiteralCounts?] = []
    var countedSegments = 0
    /// The batch whose turn it is in the order of the list.
    var next = 0
    /// The time of the last answer.
    var answered: ContinuousClock.Instant?
  }

  /// The number of hits that fill any screen.
  private static let screenful = 200
  /// The time between two answers.
  private static let pace = Duration.milliseconds(30)
  /// The time after which fewer hits, or hits that may not be the best, are shown.
  private static let patience = Duration.milliseconds(60)

  let question: CorpusQuestion
  private let issues: SearchedIssues
  private let known: KnownCandidates
  private let read: @Sendable (Int) -> Issue?
  /// Made by the first thread, not by the one that waits for keys.
  private let pass = Mutex<CorpusPass?>(nil)
  private let answer: @Sendable (CorpusAnswer) -> Void
  private let state: Mutex<State>
  /// The next free batch, or the next segment that is counted as a whole.
  private let free = Atomic(0)
  private let isCancelled = Atomic(false)
  private let started = ContinuousClock.now

  /// - Parameter known: the results of earlier searches of these issues.
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

  /// Cancels the run: no more answers are given.
  func cancel() {
    // Waits for an answer that is being given, so that none comes later.
    state.withLock { _ in isCancelled.store(true, ordering: .relaxed) }
  }

  /// True once it is cancelled.
  var isOver: Bool { isCancelled.load(ordering: .relaxed) }

  /// Searches batch by batch until none is left.
  func work() {
    if issues.batchCount == 0 { return finish() }
    let pass = pass.withLock { pass in
      if let pass { return pass }
      let made = CorpusPass(question, in: issues, known: known, read: read, while: { !self.isOver })
      state.withLock { $0.candidates = made.candidates ?? IssueSet(all: issues) }
      pass = made
      return made
    }
    if let literal = pass.wholeLiteral { return countSegments(literal) }
    while !isCancelled.load(ordering: .relaxed) {
      let batch = free.add(1, ordering: .relaxed).oldValue
      guard batch < issues.batchCount else { return }
      let counts = pass.counts(inBatch: batch) { !self.isOver }
      guard let counts else { return }
      hand(in: counts, batch)
    }
  }

  /// Counts a literal text segment by segment until none is left.
  private func countSegments(_ literal: [UInt8]) {
    while !isCancelled.load(ordering: .relaxed) {
      let number = free.add(1, ordering: .relaxed).oldValue
      guard number < issues.segments.count else { return }
      let counts = issues.segments[number].literalCounts(of: literal)
      let all = state.withLock { state -> [FoldedSegment.LiteralCounts]? in
        if state.bySegment.isEmpty { state.bySegment = issues.segments.map { _ in nil } }
        state.bySegment[number] = counts
        state.countedSegments += 1
        return state.countedSegments == issues.segments.count ? state.bySegment.compactMap(\.self) : nil
      }
      if let all { hand(in: issues.counts(all)) }
    }
  }

  /// Takes over the counts of all issues.
  private func hand(in counts: CorpusPass.BatchCounts) {
    state.withLock { state in
      state.candidates = IssueSet(counts.candidates, of: issues)
      state.tally.add(counts, isWhole: true)
      state.next = issues.batchCount
      guard !isCancelled.load(ordering: .relaxed) else { return }
      state.answered = .now
      answer(state.tally.answer)
    }
  }

  /// The issues that can match a query which implies this one, as far as is known; nil if nothing is known.
  var candidates: IssueSet? { state.withLock { $0.candidates } }

  /// The number of the first hit in some days so far; nil if there is none.
  func firstHit(in days: ClosedRange<DayNumber>) -> Int? { state.withLock { $0.tally.firstHit(in: days) } }

  /// The groups of hits so far.
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

  /// True if it is time for an answer.
  private func isDue(_ state: State) -> Bool {
    if state.next == issues.batchCount { return true }
    guard let answered = state.answered else {
      let isScreenful = question.order == .newest && state.tally.total >= Self.screenful
      return isScreenful || started.duration(to: .now) >= Self.patience
    }
    return answered.duration(to: .now) >= Self.pace
  }
}
