import Glibc
import System

/// Keeps a corpus up to date beside a reader: updates its catalogue first, then follows changes while the reader is
/// open.
public final class CorpusWatch: Sendable {
  /// News of the corpus.
  public enum News: Sendable {
    /// The number of issues that have been read and that must be.
    case progress(done: Int, total: Int)
    /// More of the issues that are being read can be shown.
    case grown(Corpus)
    /// The corpus as it is now, and the ids of issues with a new text.
    case changed(Corpus, changed: Set<String>)
    /// Nothing has changed.
    case unchanged
  }

  private let request: CorpusRequest
  private let report: @Sendable (News) -> Void

  /// A watch that begins with `run`.
  /// - Parameter report: called with news, on several threads.
  public init(_ request: CorpusRequest, report: @escaping @Sendable (News) -> Void) {
    self.request = request
    self.report = report
  }

  /// Watches as long as the program runs; to be called in a thread of its own.
  /// - Parameter corpus: the corpus that is shown at the start.
  public func run(_ corpus: Corpus) {
    // For this thread and those that it starts: if every processor is busy with reading, keys come first.
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
    var corpus = merged(bringUpToDate(withoutDamage(corpus, isFirst: true)))
    // Standard input does not change.
    while !request.paths.contains(IssueSource.standardInput.path) {
      request.keepCatalogue(of: corpus)
      let watch = FolderWatch(corpus.folders)
      while isCurrent(corpus) { wait(watch, corpus) }
      let clock = ContinuousClock()
      let start = clock.now
      corpus = merged(bringUpToDate(withoutDamage(corpus)))
      // A folder that changes all the time is not read all the time.
      usleep(UInt32(clamping: 100_000 + 4 * Int(start.duration(to: clock.now) / .microseconds(1))))
    }
  }

  /// Waits until it is time to look again.
  private func wait(_ watch: FolderWatch, _ corpus: Corpus) {
    let looks = (watch.isComplete ? Self.restingMilliseconds : Self.lookingMilliseconds) / Self.glanceMilliseconds
    for _ in 0..<looks where !(corpus.catalogue?.isTorn ?? false) {
      if watch.wait(milliseconds: Self.glanceMilliseconds) { return }
    }
  }

  private static let niceness: Int32 = 5
  /// Between two looks if the system reports changes on this machine; those on other machines it does not.
  private static let restingMilliseconds = 30_000
  /// Between two looks if the system reports no changes.
  private static let lookingMilliseconds = 3_000
  /// Between two looks at whether the catalogue can still be read.
  private static let glanceMilliseconds = 1_000

  private func isCurrent(_ corpus: Corpus) -> Bool {
    corpus.catalogue?.isCurrent() ?? corpus.scan.map { LibraryScan.isCurrent($0) } ?? false
  }

  /// The same without the parts of its catalogue that are damaged; these are told.
  /// - Parameter isFirst: true if all of it is looked at; else only whether its file could be read.
  private func withoutDamage(_ corpus: Corpus, isFirst: Bool = false) -> Corpus {
    guard let catalogue = corpus.catalogue else { return corpus }
    let sound = catalogue.without { $0.bytes.isTorn || isFirst && !$0.isSound }
    if sound.isWhole { return corpus }
    return Corpus(sound, encoding: request.encoding)
  }

  /// The same with a catalogue of fewer segments, if they have become many, and with indexes. Its issues are the same.
  private func merged(_ corpus: Corpus) -> Corpus {
    guard let catalogue = corpus.catalogue else { return corpus }
    let merged = Corpus(request.merge(catalogue), encoding: request.encoding)
    if merged.catalogue?.writeIndexes() ?? false { report(.changed(merged, changed: [])) }
    return merged
  }

  private func bringUpToDate(_ corpus: Corpus) -> Corpus {
    if isCurrent(corpus) {
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
    var (new, changed) = request.update(corpus.catalogue, order)
    if corpus.catalogue.map({ !$0.isWhole }) ?? false, let folder = request.folder {
      new.add(Problem(folder.path, "a part of the catalogue was damaged; its pages were read again"))
    }
    report(.changed(new, changed: changed))
    return new
  }
}

extension Corpus {
  /// The folders of the scan.
  fileprivate var folders: [String] {
    guard let catalogue else { return scan?.folders.map(\.path) ?? [] }
    return catalogue.liveFolders.compactMap { catalogue.path(ofFolder: $0) }
  }

  /// The ids of issues of which a file has changed since an earlier state.
  fileprivate func idsOfChanged(since earlier: Corpus) -> Set<String> {
    let before = earlier.scan?.stamps ?? [:]
    let now = scan?.stamps ?? [:]
    let changed = sources.filter { source in
      let isSame = earlier.source(ofIssue: source.id)?.pages == source.pages
      return !isSame || source.paths.contains { before[$0] == nil || before[$0] != now[$0] }
    }
    return Set(changed.map(\.id))
  }
}

extension LibraryScan {
  /// True if a new scan finds the same.
  fileprivate static func isCurrent(_ scan: LibraryScan) -> Bool {
    if scan.time == 0 { return false }
    let now = LibraryScan(paths: scan.paths, followsLinks: scan.followsLinks)
    return now.files == scan.files && now.folders == scan.folders && now.sideFiles == scan.sideFiles
  }

  fileprivate var stamps: [String: FileStamp] {
    files.reduce(into: [:]) { stamps, file in stamps[file.path] = file.stamp }
  }
}
