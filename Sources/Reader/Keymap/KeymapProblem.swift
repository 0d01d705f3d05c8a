import Newspaper

/// A mistake in a line of a keymap file.
public typealias KeymapProblem = FileProblem<KeymapMistake>

/// The kinds of mistakes that a line of a keymap file can have.
public enum KeymapMistake: Mistake {
  case incomplete
  case unknownContext(String)
  case unknownCommand(String)
  case unknownKey(String)
  /// More keys one after the other than anyone presses.
  case tooLong(Int)
  case meaningless(command: Command, context: Context)
  /// The chord has another meaning in this file.
  case taken(chord: String, context: Context, by: Command?, line: Int)
  /// One of the two chords is the beginning of the other.
  case overlaps(chord: String, other: String, context: Context, place: String)
  case startsWithDigit(String)
  case typesText(String)

  /// The mistake, and the remedy.
  public var phrase: Phrase {
    switch self {
    case .incomplete: Phrase("a line is: context[,context] keys command")
    case .unknownContext(let name): Phrase("unknown context \"{}\"; there are: {}", name, Self.contextNames)
    case .unknownCommand(let name): Phrase("unknown command \"{}\"; commands are listed by ‘baolan help keys’", name)
    case .unknownKey(let text): Phrase("unknown key \"{}\"; write j, G, <enter>, <ctrl-d>, g g", text)
    case .tooLong(let count):
      Phrase("{} keys one after the other are too many; at most {} make a command", count, KeymapFile.longestChord)
    case .meaningless(let command, let context):
      Phrase("\"{}\" has no meaning in \"{}\"; it has in: {}", command.rawValue, context.rawValue, Self.names(command))
    case .taken(let chord, let context, let command, let line):
      Phrase(
        "\"{}\" already means \"{}\" in \"{}\" (line {}); remove one of the lines", chord, Self.name(command),
        context.rawValue, line)
    case .overlaps(let chord, let other, let context, let place):
      Phrase(
        "\"{}\" and \"{}\" ({}) begin alike in \"{}\"; free the other with: {} {} unbound", chord, other, place,
        context.rawValue, context.rawValue, other)
    case .startsWithDigit(let chord):
      Phrase("\"{}\" starts with a digit, and digits 1–9 begin a count; take another key", chord)
    case .typesText(let chord): Phrase("\"{}\" types text in a prompt; take a key such as <ctrl-x>", chord)
    }
  }

  private static var contextNames: String {
    (Context.allCases.map(\.rawValue) + KeymapFile.groups.map(\.name)).joined(separator: ", ")
  }

  private static func name(_ command: Command?) -> String { command?.rawValue ?? "unbound" }

  private static func names(_ command: Command) -> String {
    command.row.contexts.map(\.rawValue).joined(separator: ", ")
  }
}
