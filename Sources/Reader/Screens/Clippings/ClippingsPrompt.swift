import Notes
import Screen

/// A search among clippings that is being typed.
struct ClippingsPrompt: LinePrompt {
  var input: PromptInput
  /// Put back by `esc`.
  let before: ClippingsScreen

  init(before: ClippingsScreen) {
    input = PromptInput(before.line)
    self.before = before
  }

  func completion(of text: String, in reader: Reader) -> Completion {
    let head = text.last?.isWhitespace == false ? text.split(separator: " ").dropLast().map { $0 + " " }.joined() : text
    let words = ClippingQuery.Field.allCases.filter { $0 != .text }.map { $0.rawValue + ":" }
    return Completion(head: head, words: words.filter { $0.hasPrefix(text.dropFirst(head.count)) })
  }

  func changed(in reader: inout Reader) {
    guard let screen = reader.layers.last(ClippingsScreen.self) else { return }
    reader.layers.update(screen.searching(for: input.line.text, in: &reader))
  }

  func accept(in reader: inout Reader) -> [Effect] {
    reader.layers.removeLast()
    return []
  }

  func cancel(in reader: inout Reader) {
    reader.layers.removeLast()
    reader.notebook.clippings.searches += 1
    reader.layers.update(before)
  }

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: "/", line: input.line)
    line.asides = [reader.phrases.say("text tag: date: paper:"), "tag: date:"]
    return line
  }
}
