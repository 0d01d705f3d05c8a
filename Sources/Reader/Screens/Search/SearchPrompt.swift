import Newspaper
import Searching

/// A query for the open issue that is being typed.
struct SearchPrompt: LinePrompt {
  var input: PromptInput
  /// The query in the line.
  var typed = TypedQuery("")
  /// The last query without a mistake; its matches stay on the screen.
  var query: Query?
  /// True once `enter` has been pressed on a mistake, so that an unfinished query counts as wrong.
  var isRefused = false
  /// Put back by `esc`.
  let before: Standing
  /// The place from which the search looks.
  let origin: TextPlace
  /// True if the whole corpus is asked where the issue has nothing.
  let asksElsewhere: Bool

  init(input: PromptInput, before: Standing, origin: TextPlace, asksElsewhere: Bool) {
    (self.input, self.before, self.origin, self.asksElsewhere) = (input, before, origin, asksElsewhere)
  }

  // MARK: Update

  func history(in reader: Reader) -> LineHistory { reader.search.history }

  func completion(of text: String, in reader: Reader) -> Completion { reader.search.history.completion(of: text) }

  /// Shows the matches of the line; where there is a mistake in it, those of before stay.
  func changed(in reader: inout Reader) {
    var new = self
    new.typed = TypedQuery(input.line.text, pinyin: reader.settings.pinyin)
    new.isRefused = false
    let isNew = new.typed.mistake == nil || new.typed.query != nil
    if isNew { new.query = new.typed.query }
    reader.layers.update(new)
    if isNew { new.find(in: &reader) }
  }

  /// Shows the matches of the last query without a mistake.
  func find(in reader: inout Reader) {
    reader.putBack(before)
    guard let query else {
      reader.search.found = nil
      return reader.askElsewhere(nil)
    }
    reader.find(query, from: origin)
    reader.askElsewhere(asksElsewhere && reader.found?.matches.isEmpty == true ? query : nil)
    if let current = reader.found?.current { reader.show(match: current) }
  }

  /// Keeps the matches; an empty line goes on with the search before, one with a mistake has to be put right first.
  func accept(in reader: inout Reader) -> [Effect] {
    if let query = typed.query {
      let elsewhere = reader.search.elsewhere
      reader.layers.removeLast()
      reader.search.history.add(query.text)
      reader.askElsewhere(nil)
      if let elsewhere, reader.found?.matches.isEmpty == true {
        reader.putBack(before)
        if elsewhere.isNothing { reader.say(reader.phrases.nowhere(query.text)) }
        if !elsewhere.isNothing { reader.searchCorpus(for: query.text) }
      } else {
        reader.keepFound(query.text, before: before)
      }
    } else if typed.isEmpty {
      cancel(in: &reader)
      reader.repeatSearch()
    } else {
      var refused = self
      refused.isRefused = true
      reader.layers.update(refused)
    }
    return []
  }

  /// Puts everything back as it was before the search.
  func cancel(in reader: inout Reader) {
    reader.layers.removeLast()
    reader.putBack(before)
    reader.askElsewhere(nil)
  }

  // MARK: View

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: "/", line: input.line)
    (line.typed, line.isRefused) = (typed, isRefused)
    // Beside a mistake the number of the matches of before it would seem to be its own.
    let isOlder = query == nil && !input.line.isEmpty
    line.asides = isOlder ? [] : reader.found.map { [reader.phrases.count(of: $0), $0.count] } ?? []
    line.asideRole = reader.found?.matches.isEmpty == true ? .error : .prompt
    if let total = reader.search.elsewhere?.total, total > 0, !isOlder,
      let key = reader.keymap.label(for: .accept, in: .prompt)
    {
      line.asides.insert(reader.phrases.elsewhere(total, by: key), at: 0)
      line.asideRole = .prompt
    }
    return line
  }
}
