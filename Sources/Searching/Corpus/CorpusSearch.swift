import Newspaper
import Synchronization

/// The search of the whole corpus in threads. A question cancels the one before, and answers come while it is searched.
public final class CorpusSearch: Sendable {
  private let issues: SearchedIssues
  private let threads: SearchThreads
  private let read: @Sendable (Int) -> Issue?
  private let recentIssues: RecentIssueCache
  private struct State {
    var run: CorpusRun?
    /// The results of earlier runs.
    var known = KnownCandidates()

    /// Cancels the run, and keeps its results so far.
    mutating func end() {
      run?.cancel()
      if let run, let candidates = run.candidates { known.add(run.question.query, candidates) }
      run = nil
    }
  }

  private let state = Mutex(State())

  /// - Parameters:
  ///   - issues: the issues that are searched.
  ///   - threads: the threads that search.
  ///   - read: the issue at a place of the list; nil if it cannot be had. Called in any thread.
  package init(
    _ issues: SearchedIssues, threads: SearchThreads,
    read: @escaping @Sendable (Int) -> Issue?
  ) {
    self.issues = issues
    self.threads = threads
    self.read = read
    recentIssues = RecentIssueCache(read: read)
  }

  deinit { cancel() }

  /// Asks another question. Returns at once.
  /// - Parameter answer: called in another thread with each answer: the first when a screen of hits is known, the last
  ///   when the search is complete. It is not called once another question has been asked.
  public func ask(_ question: CorpusQuestion, _ answer: @escaping @Sendable (CorpusAnswer) -> Void) {
    let run = begin(question, answer)
    for _ in 0..<threads.count { threads.start { run.work() } }
  }

  /// Asks another question, and waits for the complete answer.
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

  /// Cancels the search.
  public func cancel() {
    state.withLock { $0.end() }
  }

  /// Hits of the last question, as far as it is answered.
  /// - Parameters:
  ///   - range: their numbers in the order of the question.
  ///   - number: the number of the question; an earlier question has no hits any more.
  public func hits(_ range: Range<Int>, of number: Int) -> [CorpusHit] {
    guard let run = state.withLock({ $0.run }), run.question.number == number else { return [] }
    let groups = run.groups(of: range)
    let ready = recentIssues.issues(groups.map(\.issue), threads: threads)
    return groups.flatMap { group in
      ready[group.issue].map { group.hits(in: $0.issue, $0.search, run.question) } ?? []
    }
  }

  /// The place, in the order of the question, of the first hit in some days; nil if there is none so far, or if it is
  /// not the last question.
  public func firstHit(in days: ClosedRange<DayNumber>, of number: Int) -> Int? {
    guard let run = state.withLock({ $0.run }), run.question.number == number else { return nil }
    return run.firstHit(in: days)
  }

  /// The number of hits of each issue, by its place in the list, of the last question.
  public func issueCounts() -> [(place: Int, hits: Int)] {
    let groups = state.withLock { $0.run }?.groups(of: 0..<Int.max) ?? []
    return groups.map { ($0.issue, $0.hits.count) }
  }

  /// The number of hits in each person's articles; "" stands for nobody. It does not cancel a question.
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
