import Newspaper
import Screen

/// A command that is being typed by its name.
struct CommandPrompt: LinePrompt {
  var input: PromptInput

  // MARK: Update

  func history(in reader: Reader) -> LineHistory { reader.notebook.commands }

  func changed(in reader: inout Reader) {}

  /// Carries out the line.
  func accept(in reader: inout Reader) -> [Effect] {
    reader.layers.removeLast()
    reader.notebook.commands.add(input.line.text)
    return reader.run(line: input.line.text)
  }

  func cancel(in reader: inout Reader) { reader.layers.removeLast() }

  /// Completes the name of a command, or the words behind it.
  func completion(of text: String, in reader: Reader) -> Completion {
    let names = Command.allCases.filter { $0.row.contexts != [.prompt] }
    for command in names where text.hasPrefix(command.rawValue + " ") {
      guard let completions = command.row.completions else { continue }
      let head = command.rawValue + " "
      let start = text.dropFirst(head.count)
      return Completion(head: head, words: completions(reader, String(start)).filter { $0.hasPrefix(start) })
    }
    return Completion(words: names.map(\.rawValue).filter { $0.hasPrefix(text) })
  }

  // MARK: View

  func promptLine(in reader: Reader) -> PromptLine? {
    var line = PromptLine(environment: reader.environment, sign: ":", line: input.line)
    line.asides = [candidates(reader.environment)]
    return line
  }

  /// The next completions, as many as there is room for.
  private func candidates(_ environment: Environment) -> String {
    guard let completion = input.completion, completion.words.count > 1 else { return "" }
    let room = environment.size.columns - environment.width(input.line.text) - 6
    var width = 0
    return completion.words[completion.index...].dropFirst().filter { word in
      width += environment.width(word) + 2
      return width <= room
    }.joined(separator: "  ")
  }
}

extension Reader {
  /// Short names that fingers know from elsewhere.
  private static let aliases: [String: Command] = ["q": .quit, "h": .help, "n": .nextMatch, "N": .previousMatch]

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
    if let command = Self.aliases[name] ?? Command(rawValue: name) { return run(command, count: count, words: rest) }
    if Setting.named(name) != nil {
      return run(.set, count: count, words: rest.isEmpty ? name : name + " " + rest)
    }
    say(phrases.unknownCommand(name), isError: true)
    return []
  }

  /// Carries out a line of the command prompt that was given from outside: by a key, or on the command line.
  public mutating func execute(_ line: String) -> [Effect] { run(line: line.trimmed) + settle() }

  /// The message in the last line, and true for one that something went wrong.
  public var lastMessage: (text: String, isError: Bool)? { message.map { ($0.text, $0.isError) } }
}
