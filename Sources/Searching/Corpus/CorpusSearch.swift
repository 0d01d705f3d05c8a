import Newspaper
import Synchronization

/// Searches the whole corpus beside the keys: a question ends the one before it, answers come while it is searched.
public final class CorpusSearch: Sendable {
  private let issues: SearchedIssues
  private let threads: SearchThreads
  private let read: @Sendable (Int) -> Issue?
  private let desk: IssueDesk
  private struct State {
    var run: CorpusRun?
    /// What the runs before it have shown.
    var known = KnownCandidates()

    /// Ends the run, and keeps what it has shown as far as it came.
    mutating func end() {
      run?.cancel()
      if let run, let candidates = run.candidates { known.add(run.question.query, candidates) }
      run = nil
    }
  }

  private let state = Mutex(State())

  /// - Parameters:
  ///   - issues: where it is searched.
  ///   - threads: those that search.
  ///   - read: the issue at a place of the list; nil where it cannot be had. Called in any thread.
  package init(
    _ issues: SearchedIssues, threads: SearchThreads,
    read: @escaping @Sendable (Int) -> Issue?
  ) {
    self.issues = issues
    self.threads = threads
    self.read = read
    desk = IssueDesk(read: read)
  }

  deinit { cancel() }

  /// Searches for something else. Returns at once.
  /// - Parameter answer: takes an answer, in another thread: the first when a screen of hits is known, then as it goes
  ///   on; the last is complete. None comes once another question has been asked.
  public func ask(_ question: CorpusQuestion, _ answer: @escaping @Sendable (CorpusAnswer) -> Void) {
    let run = begin(question, answer)
    for _ in 0..<threads.count { threads.start { run.work() } }
  }

  /// Searches for something else, and waits until all is known.
  public func answer(to question: CorpusQuestion) -> CorpusAnswer {
    let last = Mutex<CorpusAnswer?>(nil)
    let run = begin(question) { answer in last.withLock { $0 = answer } }
    threads.forEach(threads.count) { _ in run.work() }
    return last.withLock { $0 } ?? CorpusTally(question, in: SearchedIssues()).answer
  }

  private func begin(_ question: CorpusQuestion, _ answer: @escaping @Sendable (CorpusAnswer) -> Void) -> CorpusRun {
    state.withLock { state in
      state.end()
      let run = CorpusRun(question, issues, known: state.known, read: read, answer)
      state.run = run
      return run
    }
  }

  /// Searches no more.
  public func cancel() {
    state.withLock { $0.end() }
  }

  /// Hits of the question that was asked last, as far as it is answered.
  /// - Parameters:
  ///   - range: their numbers in the order of the question.
  ///   - number: that of the question; there are none for one that was asked before.
  public func hits(_ range: Range<Int>, of number: Int) -> [CorpusHit] {
    guard let run = state.withLock({ $0.run }), run.question.number == number else { return [] }
    let groups = run.groups(of: range)
    let ready = desk.issues(groups.map(\.issue), threads: threads)
    return groups.flatMap { group in
      ready[group.issue].map { group.hits(in: $0.issue, $0.search, run.question) } ?? []
    }
  }

  /// The place, in the order of the question, of the first hit of some days; nil where there is none so far, or where
  /// another question was asked last.
  public func firstHit(in days: ClosedRange<DayNumber>, of number: Int) -> Int? {
    guard let run = state.withLock({ $0.run }), run.question.number == number else { return nil }
    return run.firstHit(in: days)
  }

  /// How many hits issues have, by their places in the list; of the question that was asked last.
  public func issueCounts() -> [(place: Int, hits: Int)] {
    let groups = state.withLock { $0.run }?.groups(of: 0..<Int.max) ?? []
    return groups.map { ($0.issue, $0.hits.count) }
  }

  /// How many hits each person's articles have, whatever was asked before; "" stands for nobody.
  public func bylineCounts(_ query: Query) -> [String: Int] {
    let pass = CorpusPass(CorpusQuestion(number: 0, query: query), in: issues, read: read)
    let counts = Mutex<[String: Int]>([:])
    threads.forEach(issues.batchCount) { batch in
      let some = pass.bylineCounts(inBatch: batch)
      counts.withLock { $0.merge(some, uniquingKeysWith: +) }
    }
    return counts.withLock { $0 }
  }
}
