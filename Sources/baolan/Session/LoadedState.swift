import Library
import Reader
import Searching
import State
import System
import Typesetting

/// The state that was saved for a corpus.
struct LoadedState {
  var store: StateStore
  var settings: [String: String]
  var history: ReadingHistory
  /// Searches, the oldest first.
  var searches: [String]

  /// Loads the state of a corpus.
  /// - Returns: nil if nothing is to be saved; and the notices, a line each.
  static func load(_ invocation: Invocation, for corpus: Corpus) -> (state: LoadedState?, notices: [String]) {
    if invocation.has(.noState) { return (nil, []) }
    guard let store = StateStore(environment: environment) else {
      return (nil, ["reading marks are not kept: neither $XDG_STATE_HOME nor $HOME names a folder"])
    }
    let (settings, history, searches) = (store.settings(), store.history(of: corpus), store.searches())
    let state = LoadedState(
      store: store, settings: settings.value, history: history.value, searches: searches.value)
    let notices = [settings.notice, history.notice, searches.notice].compactMap { $0?.description }
    return (state, notices.first == notices.last ? Array(notices.prefix(1)) : notices)
  }
}

extension Reader {
  /// Continues from the state that was saved.
  mutating func resume(_ state: LoadedState) {
    resume(state.history.marks, at: state.history.leftOff)
    resume(searches: state.searches)
  }
}

extension ReadingHistory {
  /// The last place, as the reader has it.
  var leftOff: Reader.LeftOff? {
    last.map { Reader.LeftOff(issue: $0.issue, context: Context(rawValue: $0.focus) ?? .contents) }
  }
}

extension Reader.Choices {
  /// The choices as settings to save.
  var settings: [String: String] {
    [
      "view": view.rawValue, "front": showsFront ? "yes" : "no", "level": level.rawValue,
      "justify": justification.rawValue, "ambiguous": ambiguous.rawValue, "theme": theme, "pinyin": pinyin.rawValue,
    ]
  }

  /// Choices from saved settings; an unknown one has its default.
  init(saved settings: [String: String], ambiguous: AmbiguousChoice, theme: String) {
    self.init(
      view: settings["view"].flatMap(PageView.init) ?? .one, showsFront: settings["front"] == "yes",
      level: settings["level"].flatMap(LineBreakLevel.init) ?? .basic,
      justification: settings["justify"].flatMap(LineSetting.Justification.init) ?? .ragged, ambiguous: ambiguous,
      theme: theme, pinyin: settings["pinyin"].flatMap(Query.Pinyin.init) ?? .common)
  }
}
