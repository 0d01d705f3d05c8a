import Foundation
import Newspaper
import Searching
import Synchronization

/// Searches the whole corpus beside the keys: a question ends the one before it, answers come while it is searched.
public final class CorpusSearch: Sendable {
  private let issues: SearchedIssues
  private let threads: Int
  private let read: @Sendable (Int) -> Issue?
  private let current = Mutex<CorpusRun?>(nil)

  /// - Parameters:
  ///   - issues: where it is searched.
  ///   - threads: how many search at once.
  ///   - read: the issue at a place of the list; nil where it cannot be had. Called in any thread.
  public init(
    _ issues: SearchedIssues, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    read: @escaping @Sendable (Int) -> Issue?
  ) {
    self.issues = issues
    self.threads = max(1, threads)
    self.read = read
  }

  deinit { cancel() }

  /// Searches for something else. Returns at once.
  /// - Parameter answer: takes an answer, in another thread: the first when a screen of hits is known, then as it goes on;
  ///   the last is complete. None comes once another question has been asked.
  public func ask(_ question: CorpusQuestion, _ answer: @escaping @Sendable (CorpusAnswer) -> Void) {
    let run = CorpusRun(CorpusPass(question, in: issues), answer)
    current.withLock {
      $0?.cancel()
      $0 = run
    }
    for _ in 0..<threads { Thread.detachNewThread { run.work() } }
  }

  /// Searches no more.
  public func cancel() {
    current.withLock {
      $0?.cancel()
      $0 = nil
    }
  }

  /// Hits of the question that was asked last, as far as it is answered.
  /// - Parameters:
  ///   - range: their numbers in the order of the question.
  ///   - number: that of the question; there are none for one that was asked before.
  public func hits(_ range: Range<Int>, of number: Int) -> [CorpusHit] {
    guard let run = current.withLock({ $0 }), run.question.number == number else { return [] }
    return run.groups(of: range).flatMap { group in
      read(group.issue).map { group.read(from: $0, run.question) } ?? []
    }
  }
}
