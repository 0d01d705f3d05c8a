import Newspaper

/// Help for one screen: its own keys first, then all that can be done there by topic, then the keys of other screens.
struct HelpTable: Sendable {
  /// Keys, or a command as it is typed, and what it does.
  struct Row: Sendable, Equatable {
    var keys: [String]
    var text: String
  }

  /// Rows under a heading.
  struct Section: Sendable {
    var title: String
    var rows: [Row]
  }

  /// None is empty.
  private(set) var sections: [Section] = []

  /// A command that has keys on so few screens is one of theirs.
  private static let fewScreens = 3

  private let keymap: Keymap
  private let context: Context
  private let phrases: Phrases
  private let themes: ThemeCatalog

  /// - Parameter screen: the one that help was asked for on.
  init(for screen: any ReaderScreen, in reader: Reader) {
    (keymap, context) = (reader.keymap, screen.context(in: reader))
    (phrases, themes) = (reader.phrases, reader.environment.themes)
    var rest = Command.allCases.filter { $0.row.contexts.contains(context) }
    let useful = screen.usefulCommands(in: reader)
    let own = useful + rest.filter { isOwn($0) && !useful.contains($0) }
    add(phrases.say("On this screen: {}", phrases.say(context.title)), own.flatMap(keyRows))
    rest.removeAll(where: own.contains)
    for topic in CommandTopic.allCases {
      let commands = rest.filter { $0.topic == topic && $0.row.setting == nil }
      add(phrases.say(topic.title), rows(commands) + (topic == .settings ? settingRows : []))
    }
    for section in KeyTable(keymap).sections where !section.contexts.contains(context) {
      let rows = section.rows.map { Row(keys: $0.keys, text: $0.help(in: phrases.language)) }
      add(phrases.heading(section.contexts), rows)
    }
  }

  private mutating func add(_ title: String, _ rows: [Row]) {
    if !rows.isEmpty { sections.append(Section(title: title, rows: rows)) }
  }

  private func isOwn(_ command: Command) -> Bool {
    let contexts = Set(keymap.bindings.lazy.filter { $0.command == command }.map(\.context))
    return contexts.contains(context) && contexts.count <= Self.fewScreens && command != .chain
  }

  // MARK: Rows

  /// Commands with their keys, then those that are typed.
  private func rows(_ commands: [Command]) -> [Row] {
    let withKeys = commands.flatMap(keyRows)
    let typed = commands.filter { keyRows($0).isEmpty && $0 != .chain }
    return withKeys + typed.map { Row(keys: [":" + $0.rawValue], text: $0.help(in: phrases.language)) }
  }

  /// The keys that mean a command here; a row for each of the lines of commands that keys are bound to.
  private func keyRows(_ command: Command) -> [Row] {
    let bindings = keymap.bindings.filter { $0.context == context && $0.command == command }
    var rows: [(words: String?, keys: [String])] = []
    for binding in bindings {
      let key = Keymap.label(binding.chord)
      if let row = rows.firstIndex(where: { $0.words == binding.words }) {
        rows[row].keys.append(key)
      } else {
        rows.append((binding.words, [key]))
      }
    }
    return rows.map { Row(keys: $0.keys, text: $0.words.map { ":" + $0 } ?? command.help(in: phrases.language)) }
  }

  private var settingRows: [Row] {
    guard Command.set.row.contexts.contains(context) else { return [] }
    return Setting.all.map { setting in
      // A command may have the name of a setting that it has nothing to do with.
      let command = Command(rawValue: setting.name).flatMap { $0.row.setting == nil ? nil : $0 }
      let keys = command.map(keyRows)?.flatMap(\.keys) ?? []
      return Row(
        keys: keys + [":set " + setting.name], text: setting.helpWithValues(in: phrases.language, themes: themes))
    }
  }
}
