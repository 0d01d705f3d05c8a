import Library
import Reader
import Searching
import State
import System

/// The state that was saved for a corpus.
struct LoadedState {
  var store: StateStore
  /// True at the first start of all.
  var isFirst: Bool
  var settings: [String: String]
  var history: ReadingHistory
  var lines: TypedLines

  /// Loads the state of a corpus.
  /// - Returns: nil if nothing is to be saved; and the notices, a line each.
  static func load(_ invocation: Invocation, for corpus: Corpus) -> (state: LoadedState?, notices: [String]) {
    if invocation.has(.noState) { return (nil, []) }
    guard let store = StateStore(environment: environment) else {
      return (nil, ["reading marks are not kept: neither $XDG_STATE_HOME nor $HOME names a folder"])
    }
    let isFirst = store.isUnused
    let (settings, history, lines) = (store.settings(), store.history(of: corpus), store.typedLines())
    let state = LoadedState(
      store: store, isFirst: isFirst, settings: settings.value, history: history.value, lines: lines.value)
    let notices = [settings.notice, history.notice, lines.notice].compactMap { $0?.description }
    return (state, notices.first == notices.last ? Array(notices.prefix(1)) : notices)
  }
}

extension Reader {
  /// Continues from the state that was saved.
  mutating func resume(_ state: LoadedState) {
    resume(state.history.marks, at: state.history.lastPosition)
    resume(searches: state.lines.searches)
    resume(commands: state.lines.commands)
  }
}

extension ReadingHistory {
  /// The last place, as the reader has it.
  var lastPosition: LastPosition? {
    last.map { LastPosition(issue: $0.issue, context: Context(rawValue: $0.focus) ?? .contents) }
  }
}
