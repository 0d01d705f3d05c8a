import Newspaper

/// The ways to go on in the command line: names of commands and settings, or the words behind a name, each with a line
/// about it.
struct CommandWays: Sendable, Equatable {
  /// The words behind the text that stays.
  private(set) var completion = Completion()
  /// The command whose words they are; nil for names.
  private var command: Command?
  /// The setting whose values they are.
  private var setting: Setting.Name?

  /// A word with a line about it.
  struct Entry: Sendable, Equatable {
    var word: String
    var help: String
    /// The values that it takes, and the one in force.
    var values: [String] = []
    var current: String?
  }

  /// Commands without a key that people type most.
  private static let common: [Command] = [
    .set, .issue, .export, .date, .title, .role, .join, .split, .script, .theme, .save, .queries, .marks, .corrections,
    .tour, .messages,
  ]

  init() {}

  /// Finds the ways to go on from a text.
  init(from text: String, in reader: Reader) {
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == " " }
    let rest = text.dropFirst(digits.count)
    guard let space = rest.firstIndex(of: " ") else {
      let names = Self.names(beginning: String(rest), in: reader)
      completion = Completion(head: String(digits), words: names)
      return
    }
    let name = String(rest[..<space])
    let start = String(rest[space...].drop { $0 == " " })
    command = Reader.command(named: name)
    setting = command?.row.setting?.name ?? (command == nil ? name : nil)
    let head = String(text.dropLast(start.count))
    if let completions = command?.row.completions {
      let words = completions(reader, start).filter { $0.hasPrefix(start) }
      completion = Completion(head: head, words: words)
    } else if command == nil, let setting = Setting.named(name) {
      let values = setting.values(reader.environment.themes).filter { $0.hasPrefix(start) }
      completion = Completion(head: head, words: values)
    }
  }

  // MARK: Names

  /// Names that begin with a text, then those of which another word does: those that were typed last first, those that
  /// mean nothing here last.
  private static func names(beginning start: String, in reader: Reader) -> [String] {
    let all = Command.allCases.filter { $0.row.contexts != [.prompt] }
    let settings = Setting.all.map(\.name).filter { Command(rawValue: $0) == nil }
    let contexts = reader.contextsBelowPrompt
    let used = reader.notebook.commands.newestFirst.map(Reader.commandName)
    func rank(_ name: String) -> [Int] {
      let command = Command(rawValue: name)
      let hasMeaning = command.map { !$0.row.contexts.allSatisfy { !contexts.contains($0) } } ?? true
      let hasKey = command.map { reader.keymap.label(for: $0, in: contexts[0]) != nil } ?? false
      let common = command.flatMap(common.firstIndex) ?? common.count
      return [name.hasPrefix(start) ? 0 : 1, hasMeaning ? 0 : 1, used.firstIndex(of: name) ?? used.count, common]
        + [hasKey ? 1 : 0]
    }
    let fitting = (all.map(\.rawValue) + settings).filter { name in
      name.hasPrefix(start) || name.split(separator: "-").contains { $0.hasPrefix(start) }
    }
    // Names of one rank stay in the order of the table.
    return fitting.enumerated().map { (name: $1, rank: rank($1) + [$0]) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.name)
  }

  // MARK: What is said of them

  /// A word of the completion with a line about it.
  func entry(_ word: String, in reader: Reader) -> Entry {
    guard let command else {
      if setting != nil { return value(word, of: setting, in: reader) }
      return Self.entry(named: word, in: reader)
    }
    if command == .set {
      let parts = word.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count < 2 { return Self.entry(of: Setting.named(word), named: word, in: reader) }
      var entry = value(parts[1], of: parts[0], in: reader)
      entry.word = word
      return entry
    }
    return setting == nil ? Entry(word: word, help: "") : value(word, of: setting, in: reader)
  }

  private func value(_ value: String, of name: Setting.Name?, in reader: Reader) -> Entry {
    guard let setting = name.flatMap(Setting.named) else { return Entry(word: value, help: "") }
    let words = setting.message.map { reader.phrases.say($0(value)) } ?? ""
    let isCurrent = setting.read(reader.settings) == value
    let mark = isCurrent ? reader.phrases.say("in force") : ""
    return Entry(word: value, help: [words, mark].filter { !$0.isEmpty }.joined(separator: " · "))
  }

  /// A command or a setting with a line about it.
  static func entry(named name: String, in reader: Reader) -> Entry {
    guard let command = Reader.command(named: name) else { return entry(of: .named(name), named: name, in: reader) }
    if let setting = command.row.setting { return entry(of: setting, named: name, in: reader) }
    return Entry(word: name, help: command.help(in: reader.environment.language))
  }

  private static func entry(of setting: Setting?, named name: String, in reader: Reader) -> Entry {
    guard let setting else { return Entry(word: name, help: "") }
    let current = setting.read(reader.settings)
    return Entry(
      word: name, help: reader.phrases.say(setting.help),
      values: setting.isFree ? [current].filter { !$0.isEmpty } : setting.values(reader.environment.themes),
      current: current)
  }

  /// The command or setting that the text names, where nothing is completed behind it.
  func named(in text: String, _ reader: Reader) -> Entry? {
    guard completion.words.isEmpty, let command, text.contains(" ") else { return nil }
    return Self.entry(named: command.rawValue, in: reader)
  }
}

extension Setting {
  /// The name of a row.
  typealias Name = String
}

extension Reader {
  /// The contexts in which a typed command has a meaning: that of the screen below the prompt, and of the pane.
  var contextsBelowPrompt: [Context] {
    let below = layers.last { !($0 is any LinePrompt) } ?? paneScreen
    return [below.context(in: self), paneScreen.context(in: self)]
  }

  /// The name with which a line of the command prompt begins, behind a count.
  static func commandName(_ line: String) -> String {
    let words = line.split(separator: " ")
    let name = words.first { Int($0) == nil }.map(String.init) ?? ""
    return command(named: name)?.rawValue ?? name
  }
}
