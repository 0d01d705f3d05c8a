import Newspaper
import Screen
import Searching

/// A query for the whole corpus that is being typed.
struct CorpusPrompt: LinePrompt {
  var input = PromptInput()
  /// The query in the line; while there is a mistake in it, the hits of before stay.
  var typed = TypedQuery("")
  /// True once `enter` has been pressed on a mistake, so that an unfinished query counts as wrong.
  var isRefused = false
  /// Put back by `esc`.
  let before: Results?
  /// True if the results were not on the screen before.
  let opensView: Bool
  /// True if it is for the days that the hits have been narrowed to.
  var keepsDays = false

  // MARK: Update

  func history(in reader: Reader) -> LineHistory { reader.search.history }

  func completion(of text: String, in reader: Reader) -> Completion { reader.search.history.completion(of: text) }

  /// Has the query in the line looked for; one with a mistake leaves the last results.
  func changed(in reader: inout Reader) {
    var new = self
    new.typed = TypedQuery(input.line.text, pinyin: reader.settings.pinyin)
    new.isRefused = false
    reader.layers.update(new)
    if let query = new.typed.query {
      reader.results?.query = query
      reader.results?.narrowings = keepsDays ? before?.narrowings ?? [] : []
    } else if new.typed.isEmpty {
      if let before { restore(before, in: &reader) } else { reader.results?.forget() }
    }
  }

  /// Goes to the hits; where there is a mistake, stays with it.
  func accept(in reader: inout Reader) -> [Effect] {
    guard typed.query != nil || typed.isEmpty else {
      var refused = self
      refused.isRefused = true
      reader.layers.update(refused)
      return []
    }
    reader.search.history.add(typed.query?.text ?? "")
    reader.layers.removeLast()
    reader.results?.focus = .list
    if reader.results?.query == nil { reader.closeResults() }
    return []
  }

  /// Puts everything back as it was before the query was typed.
  func cancel(in reader: inout Reader) {
    reader.layers.removeLast()
    if opensView { reader.closeResults() }
    if let before { restore(before, in: &reader) } else { reader.results = nil }
  }

  /// Shows an earlier search again; its question is asked anew, because later ones have made it void.
  private func restore(_ before: Results, in reader: inout Reader) {
    guard reader.results?.asked != before.asked || before.asked == nil else { return }
    var results = before
    results.isAway = before.isAway && !reader.showsResults
    results.askAgain()
    reader.results = results
  }

  // MARK: View

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(
      environment: reader.environment, sign: reader.phrases.everywhereSign, line: input.line, typed: typed,
      isRefused: isRefused)
    line.asideRole = .prompt
    guard let results = reader.results, let answer = results.newest?.answer else { return line }
    let count = reader.phrases.grouped(answer.total)
    let progress = results.isSearching ? " " + reader.phrases.percent(answer.progress) : ""
    if results.query != nil { line.asides = [count + progress] }
    // Red only once it is certain that nothing is found.
    if !results.isSearching, answer.total == 0 { line.asideRole = .error }
    return line
  }
}
