import Newspaper

/// What is wrong with a line of a keymap file.
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

  /// What is wrong and what to do, in English.
  public var english: String {
    switch self {
    case .incomplete: "a line is: context[,context] keys command"
    case .unknownContext(let name): "unknown context \"\(name)\"; there are: \(Self.contextNames)"
    case .unknownCommand(let name): "unknown command \"\(name)\"; commands are listed by ‘baolan help keys’"
    case .unknownKey(let text): "unknown key \"\(text)\"; write j, G, <enter>, <ctrl-d>, g g"
    case .tooLong(let count):
      "\(count) keys one after the other are too many; at most \(KeymapFile.longestChord) make a command"
    case .meaningless(let command, let context):
      "\"\(command.rawValue)\" has no meaning in \"\(context.rawValue)\"; it has in: \(Self.names(command))"
    case .taken(let chord, let context, let command, let line):
      "\"\(chord)\" already means \"\(Self.name(command))\" in \"\(context.rawValue)\" (line \(line)); remove one of the lines"
    case .overlaps(let chord, let other, let context, let place):
      "\"\(chord)\" and \"\(other)\" (\(place)) begin alike in \"\(context.rawValue)\"; "
        + "free the other with: \(context.rawValue) \(other) unbound"
    case .startsWithDigit(let chord): "\"\(chord)\" starts with a digit, and digits 1–9 begin a count; take another key"
    case .typesText(let chord): "\"\(chord)\" types text in a prompt; take a key such as <ctrl-x>"
    }
  }

  /// What is wrong and what to do, in Chinese.
  public var chinese: String {
    switch self {
    case .incomplete: "一行应为：场合[,场合] 键 命令"
    case .unknownContext(let name): "没有“\(name)”这个场合；可用的有：\(Self.contextNames)"
    case .unknownCommand(let name): "没有“\(name)”这个命令；运行 baolan help keys 可列出全部命令"
    case .unknownKey(let text): "没有“\(text)”这个键；写法如 j、G、<enter>、<ctrl-d>、g g"
    case .tooLong(let count): "连按 \(count) 个键太多；一个命令最多 \(KeymapFile.longestChord) 个键"
    case .meaningless(let command, let context):
      "“\(command.rawValue)”在“\(context.rawValue)”中没有意义；可用于：\(Self.names(command))"
    case .taken(let chord, let context, let command, let line):
      "“\(chord)”在“\(context.rawValue)”中已是“\(Self.name(command))”（第 \(line) 行）；请删去其中一行"
    case .overlaps(let chord, let other, let context, let place):
      "“\(chord)”与“\(other)”（\(place)）在“\(context.rawValue)”中开头相同；可先写：\(context.rawValue) \(other) unbound"
    case .startsWithDigit(let chord): "“\(chord)”以数字开头，而 1–9 用来计数；请换一个键"
    case .typesText(let chord): "“\(chord)”在输入行中是文字；请换用 <ctrl-x> 之类的键"
    }
  }

  private static var contextNames: String {
    (Context.allCases.map(\.rawValue) + KeymapFile.groups.map(\.name)).joined(separator: ", ")
  }

  private static func name(_ command: Command?) -> String { command?.rawValue ?? "unbound" }

  private static func names(_ command: Command) -> String {
    command.entry.contexts.map(\.rawValue).joined(separator: ", ")
  }
}
