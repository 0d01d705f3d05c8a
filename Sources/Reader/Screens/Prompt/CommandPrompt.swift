import Newspaper
import Screen

/// A command that is being typed by its name; above it stand the ways to go on.
struct CommandPrompt: LinePrompt {
  var input: PromptInput
  /// The ways to go on from what was typed.
  private(set) var ways = CommandWays()
  /// The first of them that is in sight.
  private var top = 0

  private init(_ text: String) { input = PromptInput(text) }

  /// Opens the prompt with the beginning of a line.
  static func open(with text: String = "", in reader: inout Reader) {
    var prompt = CommandPrompt(text)
    prompt.ways = CommandWays(from: text, in: reader)
    reader.layers.append(prompt)
  }

  // MARK: Update

  func history(in reader: Reader) -> LineHistory { reader.notebook.commands }

  /// Finds the ways to go on anew, but while one goes through them.
  func changed(in reader: inout Reader) {
    var new = self
    if input.completion == nil { (new.ways, new.top) = (CommandWays(from: input.line.text, in: reader), 0) }
    reader.layers.update(new)
  }

  /// Keeps the word in sight that is in the line.
  func settle(in reader: inout Reader) -> [Effect] {
    guard let index = input.completion?.index else { return [] }
    var new = self
    let count = max(1, view(in: reader, from: top).shownCount)
    if index < top { new.top = index } else if index >= top + count { new.top = index - count + 1 }
    reader.layers.update(new)
    return []
  }

  /// Carries out the line.
  func accept(in reader: inout Reader) -> [Effect] {
    reader.layers.removeLast()
    reader.notebook.commands.add(input.line.text)
    return reader.run(line: input.line.text)
  }

  /// Completes the name of a command, or the words behind it.
  func completion(of text: String, in reader: Reader) -> Completion { ways.completion }

  // MARK: View

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: ":", line: input.line)
    line.asides = [reader.settings.isReadAloud ? spoken(in: reader) : remainder(in: reader)]
    return line
  }

  /// The number of ways that are out of sight.
  private func remainder(in reader: Reader) -> String {
    let hidden = ways.completion.words.count - view(in: reader, from: top).shownCount
    return hidden > 0 && !input.line.isEmpty ? reader.phrases.say("{} more", hidden) : ""
  }

  /// The meaning of the word that was put into the line: a program that reads the screen aloud says the line.
  private func spoken(in reader: Reader) -> String {
    guard let completion = input.completion, !completion.words.isEmpty else { return "" }
    let entry = ways.entry(completion.words[completion.index], in: reader)
    let place = reader.phrases.say("{} of {}", completion.index + 1, completion.words.count)
    return [entry.help, place].filter { !$0.isEmpty }.joined(separator: reader.phrases.say(", "))
  }

  /// The rows that ways may take at most: a quarter of the screen, so that one sees what the command is for.
  private static func mostRows(_ size: Size) -> Int { max(1, min(8, size.rows / 4)) }

  private func view(in reader: Reader, from top: Int) -> CandidatesView {
    let size = reader.environment.size
    let rows = Self.mostRows(size)
    let words = ways.completion.words.dropFirst(top)
    // Words of which nothing is said stand side by side, so that there may be more of them than rows.
    let most = words.first.map { ways.entry($0, in: reader).help.isEmpty } == true ? rows * size.columns / 3 : rows
    let entries = words.prefix(most).map { ways.entry($0, in: reader) }
    let named = ways.named(in: input.line.text, reader).map { [$0] } ?? []
    return CandidatesView(
      environment: reader.environment,
      rect: Rect(column: 0, row: size.rows - 1 - rows, columns: size.columns, rows: rows),
      entries: entries.isEmpty ? named : entries, selected: input.completion.map { $0.index - top })
  }

  /// Draws the ways over the lowest rows of the screen, below its rule.
  func draw(on surface: inout Surface, of reader: Reader) {
    guard !reader.settings.isReadAloud else { return }
    let view = view(in: reader, from: top)
    guard view.rows > 0 else { return }
    let first = view.rect.endRow - view.rows
    surface.fill(Rect(column: 0, row: first, columns: view.rect.columns, rows: view.rows))
    if reader.layout.bottomRule != nil { reader.drawLowerRule(at: first - 1, on: &surface) }
    view.draw(on: &surface)
  }
}

extension Reader {
  /// Short names that fingers know from elsewhere.
  private static let aliases: [String: Command] = [
    "q": .quit, "q!": .quit, "qa": .quit, "wq": .quit, "x": .quit, "exit": .quit, "h": .help, "n": .nextMatch,
    "N": .previousMatch, "noh": .clearSearch, "nohlsearch": .clearSearch, "$": .lastLine,
  ]

  /// The command of a name as it is typed.
  static func command(named name: String) -> Command? { aliases[name] ?? Command(rawValue: name) }

  /// Carries out a line of the command prompt: `[count] name [count or words]`, or a line's number.
  mutating func run(line: String) -> [Effect] {
    var words = line.split(separator: " ")
    let count = words.first.flatMap { Int($0) }
    if count != nil { words.removeFirst() }
    guard let first = words.first else {
      return count.map { run(.lastLine, count: max(1, $0), words: "") } ?? []
    }
    let name = String(first)
    let rest = String(line[first.endIndex...].drop { $0 == " " })
    if let command = Self.command(named: name) { return run(command, count: count, words: rest) }
    if Setting.named(name) != nil {
      return run(.set, count: count, words: rest.isEmpty ? name : name + " " + rest)
    }
    say(phrases.unknownCommand(name), isError: true)
    return []
  }

  /// Carries out a line of the command prompt that was given from outside: by a key, or on the command line.
  public mutating func execute(_ line: String) -> [Effect] { run(line: line.trimmed) + settle() }

  /// Takes the message out of the last line, and true for one that something went wrong.
  public mutating func takeMessage() -> (text: String, isError: Bool)? {
    defer { message = nil }
    return message.map { ($0.text, $0.isError) }
  }
}
