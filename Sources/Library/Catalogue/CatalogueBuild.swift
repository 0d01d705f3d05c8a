import Newspaper
import PageFormats
import Searching
import Synchronization
import System

/// Builds a catalogue: reads and parses unknown issues in several threads, and writes segments as they are full.
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
  }

  /// The result of a build.
  struct Outcome: Sendable {
    /// The older one if nothing has changed.
    var catalogue: Catalogue
    /// The ids of issues with a new text.
    var changed: Set<String> = []
    /// The problem that kept it from being written; it is in memory then, without folded text.
    var problem: Problem?
  }

  /// The state that the threads share.
  private struct State {
    var stock: CatalogueDiff
    var changed: Set<String> = []
    /// In `unread`.
    var next = 0
    var done = 0
    /// The number of issues at which they are shown next; and true while a thread prepares that.
    var showAt = 16
    var isShowing = false
  }

  private let order: Order
  private let key: CatalogueKey
  private let older: Catalogue?
  private let unread: [CatalogueDiff.Unread]
  private let file: NewCatalogueFile?
  private let state: Mutex<State>

  /// Bytes and issues that a thread takes at once.
  private static let unitBytes = 1 << 19
  private static let unitIssues = 64
  /// Bytes of folded text in a segment: large segments are searched faster, and each thread has one in memory.
  private static let segmentBytes = 32 << 20

  /// Builds the catalogue of a scan.
  /// - Parameter older: a catalogue that may know some of its issues.
  static func make(_ scan: LibraryScan, older: Catalogue?, _ order: Order) -> Outcome? {
    let stock = CatalogueDiff(scan, older: older)
    if let older, stock.isUnchanged { return Outcome(catalogue: older) }
    let key = CatalogueKey(paths: scan.paths, encoding: order.encoding)
    do throws(Problem) {
      // If nothing is found, a disk may be unmounted: the file of its catalogue is not replaced.
      let folder = scan.sources.isEmpty ? nil : order.folder
      let file = try folder.map { folder throws(Problem) in try NewCatalogueFile(in: folder, for: key) }
      return CatalogueBuild(stock, older, order, key, file).run()
    } catch {
      var outcome = CatalogueBuild(stock, older, order, key, nil).run()
      outcome?.problem = error
      return outcome
    }
  }

  private init(
    _ stock: CatalogueDiff, _ older: Catalogue?, _ order: Order, _ key: CatalogueKey, _ file: NewCatalogueFile?
  ) {
    (self.older, self.order, self.key, self.file) = (older, order, key, file)
    unread = stock.unread
    state = Mutex(State(stock: stock))
  }

  private func run() -> Outcome? {
    runInParallel(threads: min(processorCount, unread.count)) { self.work() }
    var (content, changed) = state.withLock { ($0.stock.content, $0.changed) }
    let isDamaged = state.withLock { $0.stock.isDamaged }
    content.arrange()
    if let older, !isDamaged, content.says(thatOf: older) { return Outcome(catalogue: older, changed: changed) }
    copyKeptSegments(&content)
    guard let file else { return inMemory(content).map { Outcome(catalogue: $0, changed: changed) } }
    do throws(Problem) {
      if let problem = file.problem { throw problem }
      return Outcome(catalogue: try file.finish(content, for: key), changed: changed)
    } catch {
      return inMemory(content).map { Outcome(catalogue: $0, changed: changed, problem: error) }
    }
  }

  /// Copies the segments of the older catalogue that are still in use into the new file.
  private func copyKeptSegments(_ content: inout CatalogueContent) {
    guard let file, let older else { return }
    for (before, now) in state.withLock({ $0.stock.segments }).sorted(by: { $0.value < $1.value }) {
      if let place = older.segment(before).flatMap(file.append) { content.segments[now].place = place }
    }
  }

  private func inMemory(_ content: CatalogueContent) -> Catalogue? {
    Catalogue(FixedBytes(CatalogueWriter.whole(content.withoutSegments, for: key)), roots: content.roots, key: key)
  }
}

// The work of each thread.
extension CatalogueBuild {
  /// The segments that a thread writes, one after the other in the same memory.
  private struct SegmentMaking {
    /// The segment that issues are added to; nil between two segments.
    var number: Int?
    var writer = FoldedSegmentWriter()
    var bytes: [UInt8] = []
  }

  /// An issue that was read.
  private struct Result {
    var unread: CatalogueDiff.Unread
    var files: [CataloguedFile]
    var issue: CataloguedIssue?
    /// True if it is the issue of the older catalogue.
    var isOlder: Bool
  }

  private func work() {
    var making = SegmentMaking()
    // Folded text is about as long as its pages.
    let most = unread.reduce(0) { min(Self.segmentBytes, $0 + $1.bytes) }
    if file != nil { making.writer.reserve(textLength: most + 2 * Self.unitBytes) }
    while let unit = nextUnit() {
      deliver(unit.map { read($0, &making) })
      if making.writer.textLength >= Self.segmentBytes { close(&making) }
    }
    close(&making)
  }

  private func nextUnit() -> ArraySlice<CatalogueDiff.Unread>? {
    state.withLock { state in
      let first = state.next
      var bytes = 0
      while state.next < unread.count, state.next - first < Self.unitIssues, bytes < Self.unitBytes {
        bytes += unread[state.next].bytes
        state.next += 1
      }
      return first < state.next ? unread[first..<state.next] : nil
    }
  }

  private func read(_ unread: CatalogueDiff.Unread, _ making: inout SegmentMaking) -> Result {
    let desk = IssueLoader(encoding: order.encoding)
    let reading = desk.read(unread.source)
    if let issue = unread.older, isAsBefore(reading.files, issue) {
      return Result(unread: unread, files: reading.files, issue: nil, isOlder: true)
    }
    guard !reading.pages.isEmpty else {
      return Result(unread: unread, files: reading.files, issue: nil, isOlder: false)
    }
    let (issue, facts) = desk.issue(reading)
    let read = Set(reading.source.paths)
    let files = zip(unread.source.pages, unread.files).filter { read.contains($0.0.path) }.map(\.1)
    let place = fold(issue, &making)
    let found = CataloguedIssue(source: reading.source, files: files, facts: facts, place: place)
    return Result(unread: unread, files: reading.files, issue: found, isOlder: false)
  }

  /// True if the files have the same bytes as those of an issue of the older catalogue.
  private func isAsBefore(_ files: [CataloguedFile], _ issue: Int) -> Bool {
    guard let older, let record = older.issues[issue] else { return false }
    let pages = older.pageRecords(of: record)
    return files.count == pages.count && zip(files, pages).allSatisfy { $0.hash == older.files[Int($1.file)]?.hash }
  }

  private func fold(_ issue: Issue, _ making: inout SegmentMaking) -> CataloguedIssue.Place? {
    guard file != nil else { return nil }
    let number = making.number ?? openSegment()
    making.number = number
    making.writer.add(issue)
    return CataloguedIssue.Place(segment: number, member: making.writer.count - 1)
  }

  private func openSegment() -> Int {
    state.withLock { state in
      state.stock.content.segments.append(
        CataloguedSegment(place: BlobPlace(offset: 0, length: 0, checksum: 0), memberCount: 0))
      return state.stock.content.segments.count - 1
    }
  }

  /// Writes the open segment, if there is one.
  private func close(_ making: inout SegmentMaking) {
    guard let number = making.number else { return }
    let count = making.writer.count
    making.number = nil
    making.writer.finish(into: &making.bytes)
    guard let place = making.bytes.withUnsafeBytes({ file?.append($0) }) else { return }
    state.withLock { $0.stock.content.segments[number] = CataloguedSegment(place: place, memberCount: count) }
  }

  private func deliver(_ results: [Result]) {
    let done = state.withLock { state in
      for result in results { state.stock.take(result.unread, result.files, result.issue, isOlder: result.isOlder) }
      state.changed.formUnion(results.lazy.filter { !$0.isOlder }.map(\.unread.source.id))
      state.done += results.count
      return state.done
    }
    order.tell?(done, unread.count)
    showWhatThereIs()
  }

  /// Shows the issues so far, each time half as many again.
  private func showWhatThereIs() {
    guard let show = order.show else { return }
    let content = state.withLock { state -> CatalogueContent? in
      guard !state.isShowing, state.stock.content.issues.count >= state.showAt else { return nil }
      state.isShowing = true
      state.showAt = state.stock.content.issues.count * 3 / 2
      return state.stock.content
    }
    guard var content else { return }
    content.arrange()
    if let catalogue = inMemory(content.ofReadFiles) { show(catalogue) }
    state.withLock { $0.isShowing = false }
  }
}

extension CatalogueContent {
  /// The same without folded text.
  fileprivate var withoutSegments: CatalogueContent {
    var content = self
    content.segments = []
    for index in content.issues.indices { content.issues[index].place = nil }
    return content
  }

  /// The same with the files of its issues only.
  fileprivate var ofReadFiles: CatalogueContent {
    var content = self
    content.files = []
    for index in content.issues.indices {
      let files = content.issues[index].files.map { self.files[$0] }
      content.issues[index].files = Array(content.files.count..<content.files.count + files.count)
      content.files += files
    }
    return content
  }
}
