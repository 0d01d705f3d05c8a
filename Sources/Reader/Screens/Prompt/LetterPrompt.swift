/// A letter that is awaited: the name of a mark.
struct LetterPrompt: LinePrompt {
  enum Purpose: Sendable {
    case set, go
  }

  var input = PromptInput()
  let purpose: Purpose

  init(_ purpose: Purpose) { self.purpose = purpose }

  func completion(of text: String, in reader: Reader) -> Completion {
    Completion(words: reader.notebook.marks.map(\.name))
  }

  /// The first character is the name.
  func changed(in reader: inout Reader) {
    guard let name = input.line.text.first, !name.isWhitespace else { return }
    reader.layers.removeLast()
    let before = reader.spot
    switch purpose {
    case .set: reader.mark(String(name))
    case .go:
      reader.goToMark(String(name))
      if name != "'" { reader.noteJump(from: before, by: .goToMark) }
    }
  }

  func accept(in reader: inout Reader) -> [Effect] {
    cancel(in: &reader)
    return []
  }

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: purpose == .set ? "m " : "' ", line: input.line)
    let names = reader.notebook.marks.map(\.name).joined(separator: " ")
    line.asides =
      [
        purpose == .set
          ? reader.phrases.say("a letter for this place") : reader.phrases.say("to the mark of this letter")
      ].map { names.isEmpty ? $0 : $0 + " · " + names } + [names]
    return line
  }
}
