import Screen

/// A line that is being typed, its place in the history, and the completion in it.
struct PromptInput: Sendable {
  var line: LineEditor
  var cursor = LineHistory.Cursor()
  /// Nil until `tab` is pressed.
  var completion: Completion?

  init(_ text: String = "") { line = LineEditor(text) }
}

/// A screen of one line that is being typed, in the place of the last line.
protocol LinePrompt: ReaderScreen {
  var input: PromptInput { get set }

  /// Lines typed before.
  func history(in reader: Reader) -> LineHistory

  /// The completions of a text.
  func completion(of text: String, in reader: Reader) -> Completion

  /// Follows a change of the line's text.
  func changed(in reader: inout Reader)

  /// Carries out the line, and leaves the prompt.
  func accept(in reader: inout Reader) -> [Effect]

  /// Leaves the prompt as if it had never been there.
  func cancel(in reader: inout Reader)
}

extension LinePrompt {
  func history(in reader: Reader) -> LineHistory { LineHistory() }

  func completion(of text: String, in reader: Reader) -> Completion { Completion() }

  func changed(in reader: inout Reader) {}

  func cancel(in reader: inout Reader) { reader.layers.removeLast() }

  func context(in reader: Reader) -> Context { .prompt }

  func move(_ movement: Movement, in reader: inout Reader) {}

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .accept: return accept(in: &reader)
    case .cancel, .interrupt: cancel(in: &reader)
    case .complete: complete(1, in: &reader)
    case .completeBack: complete(-1, in: &reader)
    case .olderLine: stepHistory(1, in: &reader)
    case .newerLine: stepHistory(-1, in: &reader)
    case .deleteBack where input.line.isEmpty: cancel(in: &reader)
    default:
      guard let change = command.row.edit else { return nil }
      edit(in: &reader, change)
    }
    return []
  }

  /// Changes the line.
  func edit(in reader: inout Reader, _ change: (inout LineEditor) -> Void) {
    var new = self
    change(&new.input.line)
    new.input.completion = nil
    put(new, in: &reader)
  }

  private func put(_ new: Self, in reader: inout Reader) {
    reader.layers.update(new)
    if new.input.line.text != input.line.text { new.changed(in: &reader) }
  }

  /// Goes to the next completion, or to the one before; the first time to the first one, or to the last.
  private func complete(_ step: Int, in reader: inout Reader) {
    var new = self
    if new.input.completion != nil {
      new.input.completion?.step(step)
    } else {
      new.input.completion = completion(of: input.line.text, in: reader)
      if step < 0 { new.input.completion?.step(step) }
    }
    if let completion = new.input.completion, !completion.words.isEmpty { new.input.line.set(completion.text) }
    put(new, in: &reader)
  }

  private func stepHistory(_ steps: Int, in reader: inout Reader) {
    var new = self
    guard let line = history(in: reader).step(&new.input.cursor, by: steps, from: input.line.text) else { return }
    new.input.line.set(line)
    new.input.completion = nil
    put(new, in: &reader)
  }

  // A prompt shows only its line; the screen below it is drawn around that.

  func draw(on surface: inout Surface, of reader: Reader) {}

  func place(in reader: Reader) -> [String] { [] }

  func usefulCommands(in reader: Reader) -> [Command] { [] }
}

/// Ways to go on from a text.
struct Completion: Sendable, Equatable {
  /// The text before the word that is completed.
  var head = ""
  var words: [String] = []
  /// The word that stands in the line.
  var index = 0

  mutating func step(_ steps: Int) {
    guard !words.isEmpty else { return }
    index = (index + steps + words.count) % words.count
  }

  var text: String { words.isEmpty ? head : head + words[index] }
}

extension LineHistory {
  /// Completes a text to the lines that begin with it, the newest first.
  func completion(of start: String) -> Completion {
    Completion(words: newestFirst.filter { $0.hasPrefix(start) && $0 != start })
  }
}
