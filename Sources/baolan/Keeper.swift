import Library
import Newspaper
import Reader
import Screen
import Searching
import State
import System
import Typesetting

/// Keeps what a person makes while the reader runs, and gives it back at the next start.
struct Keeper {
  /// What was kept, and what is to be said of it.
  struct Kept {
    var keeping: Keeping
    var settings: [String: String]
    var recollection: Recollection
    /// What was searched for, the oldest first.
    var searches: [String]
  }

  private let keeping: Keeping
  private let saver: Saver
  private var recollection: Recollection
  private var choices: Reader.Choices
  private var saved = ContinuousClock.now
  /// Whether something may have changed since it was last looked at.
  private(set) var isBehind = false
  /// Whether a key was pressed.
  private var isInUse = false
  /// Where the reader was before the first key: that is no place that somebody went to.
  private var unmoved: Reader.LeftOff?

  /// How long a person must have paused, in milliseconds, and how long it may take where they do not pause.
  static let pause = 400
  private static let longest = Duration.seconds(5)

  /// - Parameter tell: takes what goes wrong, a line each; called in another thread.
  init(_ kept: Kept, _ reader: Reader, tell: @escaping @Sendable (String) -> Void) {
    keeping = kept.keeping
    recollection = kept.recollection
    choices = reader.choices
    unmoved = reader.leftOff
    saver = Saver(kept.keeping) { tell($0.description) }
  }

  /// Learns that something has happened.
  mutating func note(_ event: Event) {
    switch event {
    case .key, .paste: (isBehind, isInUse) = (true, true)
    default: break
    }
  }

  /// Looks up what is kept of issues that are new in the corpus; where nobody has pressed a key, goes where one left
  /// off.
  mutating func recall(_ ids: Set<String>, in corpus: Corpus, _ reader: inout Reader) {
    let before = recollection.last
    let marks = recollection.recall(ids, in: corpus)
    if !marks.isEmpty { reader.resume(marks, at: isInUse || recollection.last == before ? nil : recollection.leftOff) }
    if !isInUse { unmoved = reader.leftOff }
  }

  /// Whether it is time to look, although keys are being pressed.
  var isOverdue: Bool { isBehind && ContinuousClock.now - saved > Self.longest }

  /// Saves what has changed.
  mutating func save(_ reader: inout Reader, _ corpus: Corpus) {
    isBehind = false
    saved = .now
    let here = reader.leftOff == unmoved ? nil : reader.leftOff
    if here != nil { unmoved = nil }
    let last = here.map { Recollection.Last(issue: $0.issue, focus: $0.context.rawValue) }
    let changes = recollection.note(reader.takeMarks(), last: last, in: corpus)
    let (old, new) = (choices.settings, reader.choices.settings)
    choices = reader.choices
    saver.save(changes, settings: new.filter { old[$0.key] != $0.value }, searches: reader.takeSearches())
  }

  /// The queries that are kept under names, and what is to be said of that.
  func queries() -> (value: [SavedQuery], notice: Problem?) {
    let kept = keeping.savedQueries()
    return (kept.value, kept.notice)
  }

  /// Keeps a query under its name.
  func save(_ query: SavedQuery) throws(Problem) { try keeping.save(query) }

  /// Forgets the query of a name.
  func deleteQuery(named name: String) throws(Problem) { try keeping.removeQuery(named: name) }

  /// Waits until all is on the disk.
  /// - Returns: why it is not.
  func finish() -> Problem? { saver.finish() }
}

extension Reader.Choices {
  /// As they are kept.
  fileprivate var settings: [String: String] {
    [
      "view": view.rawValue, "front": showsFront ? "yes" : "no", "level": level.rawValue,
      "justify": justification.rawValue, "ambiguous": ambiguous.rawValue, "theme": theme, "pinyin": pinyin.rawValue,
    ]
  }

  /// Choices as they were kept; what is unknown is as it is without.
  init(kept settings: [String: String], ambiguous: AmbiguousChoice, theme: String) {
    self.init(
      view: settings["view"].flatMap(PageView.init) ?? .one, showsFront: settings["front"] == "yes",
      level: settings["level"].flatMap(LineBreakLevel.init) ?? .basic,
      justification: settings["justify"].flatMap(LineSetting.Justification.init) ?? .ragged, ambiguous: ambiguous,
      theme: theme, pinyin: settings["pinyin"].flatMap(Query.Pinyin.init) ?? .common)
  }
}

extension Recollection {
  /// Where one was, as the reader has it.
  fileprivate var leftOff: Reader.LeftOff? {
    last.map { Reader.LeftOff(issue: $0.issue, context: Context(rawValue: $0.focus) ?? .contents) }
  }
}

extension Reader {
  /// Goes on from what was kept.
  mutating func resume(_ kept: Keeper.Kept) {
    resume(kept.recollection.marks, at: kept.recollection.leftOff)
    resume(searches: kept.searches)
  }
}

/// What is kept for a corpus, and what is to be said of that, a line each; nil where nothing is to be kept.
func whatIsKept(_ invocation: Invocation, for corpus: Corpus) -> (kept: Keeper.Kept?, notices: [String]) {
  if invocation.has("--no-state") { return (nil, []) }
  guard let keeping = Keeping(environment: environment) else {
    return (nil, ["reading marks are not kept: neither $XDG_STATE_HOME nor $HOME names a folder"])
  }
  let settings = keeping.settings()
  let recollection = keeping.recollection(of: corpus)
  let searches = keeping.searches()
  let kept = Keeper.Kept(
    keeping: keeping, settings: settings.value, recollection: recollection.value, searches: searches.value)
  let notices = [settings.notice, recollection.notice, searches.notice].compactMap { $0?.description }
  return (kept, notices.first == notices.last ? Array(notices.prefix(1)) : notices)
}
