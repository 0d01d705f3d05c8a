import Newspaper
import PageFormats
import Searching
import Synchronization
import System

/// Builds a catalogue, or brings it up to date: reads and parses unknown issues in several threads, and writes segments
/// as they are full.
final class CatalogueBuild: Sendable {
  /// The options of a build.
  struct Order: Sendable {
    /// The encoding of every page; nil guesses it for each.
    var encoding: PageEncoding?
    /// The folder of the file; nil keeps the catalogue in memory, without folded text.
    var folder: CatalogueFolder?
    /// Called with the number of issues that have been read and that must be, on several threads.
    var tell: (@Sendable (_ done: Int, _ total: Int) -> Void)?
    /// Called again and again with a catalogue of the issues so far, on several threads, one after the other.
    var show: (@Sendable (Catalogue) -> Void)?
    /// Bytes of segments that may be merged.
    var mergeLimit = MergePolicy.atOnce
  }

  /// The result of a build.
  struct Outcome: Sendable {
    /// The older one if nothing has changed.
    var catalogue: Catalogue
    /// The ids of issues with a new text.
    var changed: Set<String> = []
    /// The problem that kept it from being written; it holds for this process only then.
    var problem: Problem?
    /// True if it must be made again, because another program has replaced the older one, or because a part of that is
    /// damaged, which is then left out here.
    var isVoid = false
  }

  /// The state that the threads share.
  private struct State {
    /// In `unread`.
    var next = 0
    var found = Found()
    /// Issues so far, if they are shown; and the number of issues at which they are shown next.
    var shown: SegmentContent
    var showAt = 16
    var isShowing = false
  }

  /// The results of reading.
  struct Found: Sendable {
    var makings: [SegmentMaking] = []
    /// Issues whose files were touched only.
    var touched: [CatalogueDiff.Carried] = []
    /// Files that cannot be read.
    var files: [CataloguedFile] = []
    var changed: Set<String> = []
    var done = 0
  }

  private let order: Order
  private let key: CatalogueKey
  private let older: Catalogue?
  private let diff: CatalogueDiff
  private let folder: CatalogueFolder?
  private let state: Mutex<State>

  /// Bytes and issues that a thread takes at once.
  private static let unitBytes = 1 << 19
  private static let unitIssues = 64

  /// Builds the catalogue of a scan.
  /// - Parameter older: a catalogue that may know some of its issues.
  static func make(_ scan: LibraryScan, older: Catalogue?, _ order: Order) -> Outcome? {
    let diff = CatalogueDiff(scan, older: older)
    if let older, diff.isUnchanged, older.isWhole, order.mergeLimit < .max { return Outcome(catalogue: older) }
    let key = CatalogueKey(paths: scan.paths, encoding: order.encoding, followsLinks: scan.followsLinks)
    // If nothing is found, a disk may be unmounted: its catalogue is not replaced. Nor can records be added to a
    // catalogue that could not be written.
    let isEmpty = scan.scope == nil && scan.sources.isEmpty
    let folder = isEmpty || !(older?.isKept ?? true) ? nil : order.folder
    let build = CatalogueBuild(diff, older, order, key, folder, scan.paths)
    runInParallel(threads: min(processorCount, diff.unread.count)) { build.work() }
    return CatalogueUpdate(diff, older, key, folder, order.mergeLimit, scan).finish(build.state.withLock { $0.found })
  }

  private init(
    _ diff: CatalogueDiff, _ older: Catalogue?, _ order: Order, _ key: CatalogueKey, _ folder: CatalogueFolder?,
    _ roots: [String]
  ) {
    (self.diff, self.older, self.order, self.key, self.folder) = (diff, older, order, key, folder)
    state = Mutex(State(shown: SegmentContent(roots: roots)))
  }

  /// The work of each thread.
  private func work() {
    let bytes = diff.unread.reduce(0) { $0 + $1.bytes }
    let roots = state.withLock { $0.shown.roots }
    var making = SegmentMaking(roots: roots, folder: folder, key: key, expecting: bytes)
    while let unit = nextUnit() {
      for unread in unit { read(unread, &making) }
      let done = state.withLock { state in
        state.found.done += unit.count
        return state.found.done
      }
      order.tell?(done, diff.unread.count)
      showWhatThereIs()
    }
    state.withLock { $0.found.makings.append(making) }
  }

  private func nextUnit() -> ArraySlice<CatalogueDiff.Unread>? {
    state.withLock { state in
      let first = state.next
      var bytes = 0
      while state.next < diff.unread.count, state.next - first < Self.unitIssues, bytes < Self.unitBytes {
        bytes += diff.unread[state.next].bytes
        state.next += 1
      }
      return first < state.next ? diff.unread[first..<state.next] : nil
    }
  }

  private func read(_ unread: CatalogueDiff.Unread, _ making: inout SegmentMaking) {
    let desk = IssueLoader(encoding: order.encoding)
    let reading = desk.read(unread.source)
    let paths = Set(reading.source.paths)
    let readable = reading.files.filter { paths.contains($0.path) }
    if let issue = unread.older, isAsBefore(reading.files, issue) {
      let touched = CatalogueDiff.Carried(place: issue, source: reading.source, files: readable)
      return state.withLock { $0.found.touched.append(touched) }
    }
    guard !reading.pages.isEmpty else { return state.withLock { $0.found.files += reading.files } }
    let (issue, facts) = desk.issue(reading)
    making.add(reading.source, readable, facts, issue)
    state.withLock { state in
      state.found.files += reading.files.filter { !paths.contains($0.path) }
      state.found.changed.insert(issue.id)
      guard order.show != nil else { return }
      let places = readable.map { state.shown.add($0) }
      state.shown.issues.append(CataloguedIssue(source: reading.source, files: places, facts: facts))
    }
  }

  /// True if the files have the same bytes as those of an issue of the older catalogue.
  private func isAsBefore(_ files: [CataloguedFile], _ issue: RecordPlace) -> Bool {
    guard let older else { return false }
    let before = older.files(ofIssue: issue).map { older.segments[$0.segment].files[$0.index]?.hash }
    return files.map(\.hash) == before
  }

  /// Shows the issues so far, each time half as many again.
  private func showWhatThereIs() {
    guard let show = order.show else { return }
    let content = state.withLock { state -> SegmentContent? in
      guard !state.isShowing, state.shown.issues.count >= state.showAt else { return nil }
      state.isShowing = true
      state.showAt = state.shown.issues.count * 3 / 2
      return state.shown
    }
    guard let content else { return }
    let years = AgreedYears(content.issues.lazy.map { ($0.source.folder, ($0.source.date ?? $0.facts.date)?.year) })
    if let segment = SegmentMaking.Made(content: content).inMemory(years, for: key) {
      show(Catalogue([segment], Manifest([Manifest.Entry(number: segment.number)]), base: nil, in: nil))
    }
    state.withLock { $0.isShowing = false }
  }
}
