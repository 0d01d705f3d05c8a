import Library
import Newspaper
import Reader
import Screen
import Searching
import State
import System

/// Saves the state of a reader while it runs: when the person pauses, and at the end.
struct StateSaver {
  let store: StateStore
  private let writer: StateWriter
  private var history: ReadingHistory
  private var settings: [String: String]
  private var saved = ContinuousClock.now
  /// True if state may have changed since it was last saved.
  private(set) var isBehind = false
  /// True once a key was pressed.
  private var isInUse = false
  /// The place of the reader before the first key, which nobody went to.
  private var unmoved: LastPosition?

  /// The pause in milliseconds after which state is saved, and the longest time without saving.
  static let pause = 400
  private static let longest = Duration.seconds(5)

  /// - Parameter report: called in another thread with each problem, a line each.
  init(_ state: LoadedState, _ reader: Reader, report: @escaping @Sendable (String) -> Void) {
    store = state.store
    history = state.history
    settings = reader.settings.byName
    unmoved = reader.lastPosition
    writer = StateWriter(state.store) { report($0.description) }
  }

  /// Records that an event happened.
  mutating func note(_ event: Event) {
    switch event {
    case .key, .mouse, .paste: (isBehind, isInUse) = (true, true)
    default: break
    }
  }

  /// Looks up the marks of issues that are new in the corpus. The reader goes to the last place unless a key was
  /// pressed.
  mutating func recall(_ ids: Set<String>, in corpus: Corpus, _ reader: inout Reader) {
    let before = history.last
    let marks = history.recall(ids, in: corpus)
    if !marks.isEmpty { reader.resume(marks, at: isInUse || history.last == before ? nil : history.lastPosition) }
    if !isInUse { unmoved = reader.lastPosition }
  }

  /// True if state must be saved although keys are being pressed.
  var isOverdue: Bool { isBehind && ContinuousClock.now - saved > Self.longest }

  /// Saves the changes.
  mutating func save(_ reader: inout Reader, _ corpus: Corpus) {
    isBehind = false
    saved = .now
    let here = reader.lastPosition == unmoved ? nil : reader.lastPosition
    if here != nil { unmoved = nil }
    let last = here.map { ReadingHistory.Last(issue: $0.issue, focus: $0.context.rawValue) }
    let changes = history.record(reader.takeMarks(), last: last, in: corpus)
    let before = settings
    settings = reader.settings.byName
    writer.save(
      changes, settings: settings.filter { before[$0.key] != $0.value }, searches: reader.takeSearches(),
      commands: reader.takeCommands())
  }

  /// Saves changes of clippings, marks and corrections at once.
  func keep(_ changes: [Change], correctionsBesidePages besidePages: Bool) {
    writer.keep(store.records(of: changes, besidePages: besidePages))
  }

  func queries() -> Loaded<[SavedQuery]> { store.savedQueries() }

  /// Saves a query under its name.
  func save(_ query: SavedQuery) throws(Problem) { try store.save(query) }

  func deleteQuery(named name: String) throws(Problem) { try store.removeQuery(named: name) }

  /// Waits until everything is on the disk.
  /// - Returns: the problem that prevents it.
  func finish() -> Problem? { writer.finish() }
}
