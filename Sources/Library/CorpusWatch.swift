import Glibc
import System

/// Keeps a corpus up to date beside a reader: brings its catalogue up to date first, then takes in what comes, changes
/// or goes while the reader is open.
public final class CorpusWatch: Sendable {
  /// What it has to say.
  public enum News: Sendable {
    /// So many issues have been read of those that must be.
    case progress(done: Int, total: Int)
    /// There is more to show of what is being read.
    case grown(Corpus)
    /// The corpus as it is now, and the ids of issues whose text is new or another.
    case changed(Corpus, changed: Set<String>)
    /// All is as it was.
    case unchanged
  }

  private let request: CorpusRequest
  private let report: @Sendable (News) -> Void

  /// A watch that begins with `run`.
  /// - Parameter report: takes what it has to say, on several threads.
  public init(_ request: CorpusRequest, report: @escaping @Sendable (News) -> Void) {
    self.request = request
    self.report = report
  }

  /// Watches for as long as the program runs; to be called in a thread of its own.
  /// - Parameter corpus: what is shown at the start.
  public func run(_ corpus: Corpus) {
    // Of this thread and of those that it starts: where every processor is busy with reading, keys come first.
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
    var corpus = bringUpToDate(corpus)
    // Standard input does not change.
    while !request.paths.contains(IssueSource.standardInput.path) {
      let watch = FolderWatch(corpus.folders)
      while isCurrent(corpus) {
        _ = watch.wait(milliseconds: watch.isComplete ? Self.restingMilliseconds : Self.lookingMilliseconds)
      }
      let clock = ContinuousClock()
      let start = clock.now
      corpus = bringUpToDate(corpus)
      // What changes all the time is not read all the time.
      usleep(UInt32(clamping: 100_000 + 4 * Int(start.duration(to: clock.now) / .microseconds(1))))
    }
  }

  private static let niceness: Int32 = 5
  /// Between two looks where the system tells what happens on this machine; on other machines it does not.
  private static let restingMilliseconds = 30_000
  /// Where it does not tell.
  private static let lookingMilliseconds = 3_000

  private func isCurrent(_ corpus: Corpus) -> Bool {
    corpus.catalogue?.isCurrent() ?? corpus.census.map { Census.isCurrent($0) } ?? false
  }

  private func bringUpToDate(_ corpus: Corpus) -> Corpus {
    if isCurrent(corpus), corpus.catalogue?.isSound() ?? true {
      report(.unchanged)
      return corpus
    }
    if corpus.catalogue == nil, let small = request.smallCorpus() {
      report(.changed(small, changed: small.idsOfChanged(since: corpus)))
      return small
    }
    var order = request.order { done, total in self.report(.progress(done: done, total: total)) }
    if corpus.catalogue == nil {
      order.show = { catalogue in self.report(.grown(Corpus(catalogue, encoding: self.request.encoding))) }
    }
    let (new, changed) = request.update(corpus.catalogue, order)
    report(.changed(new, changed: changed))
    return new
  }
}

extension Corpus {
  /// The folders that it was found in.
  fileprivate var folders: [String] {
    guard let catalogue else { return census?.folders.map(\.path) ?? [] }
    return (0..<catalogue.folders.count).compactMap { catalogue.path(ofFolder: $0) }
  }

  /// The issues of which a file is another than in an earlier state.
  fileprivate func idsOfChanged(since earlier: Corpus) -> Set<String> {
    let before = earlier.census?.stamps ?? [:]
    let now = census?.stamps ?? [:]
    let changed = sources.filter { source in
      let isSame = earlier.source(ofIssue: source.id)?.pages == source.pages
      return !isSame || source.paths.contains { before[$0] == nil || before[$0] != now[$0] }
    }
    return Set(changed.map(\.id))
  }
}

extension Census {
  /// Whether what was found is still so.
  fileprivate static func isCurrent(_ census: Census) -> Bool {
    if census.time == 0 { return false }
    let now = Census(paths: census.paths)
    return now.files == census.files && now.folders == census.folders && now.sideFiles == census.sideFiles
  }

  fileprivate var stamps: [String: FileStamp] {
    files.reduce(into: [:]) { stamps, file in stamps[file.path] = file.stamp }
  }
}
