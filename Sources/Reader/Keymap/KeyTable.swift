import Newspaper
import Screen

/// The keymap in force as a table, for help and the manual.
public struct KeyTable: Sendable {
  /// A command and the keys that mean it, as help shows them, the preferred one first.
  public struct Row: Sendable, Equatable {
    /// Never empty.
    public var keys: [String]
    /// Their meaning.
    public var command: Command
    /// The commands with their words, for keys bound to such.
    public var words: String?

    /// The line of help in a language.
    public func help(in language: Language) -> String { words.map { ":" + $0 } ?? command.help(in: language) }
  }

  /// Rows that hold in the same contexts.
  public struct Section: Sendable {
    /// The screens on which they hold.
    public var contexts: [Context]
    /// In the order of the commands.
    public var rows: [Row]

    /// The names of the screens, as a heading.
    public func title(in language: Language) -> String { Phrases(language).heading(contexts) }
  }

  /// None is empty.
  public let sections: [Section]

  /// Keys stand together that mean the same in the same contexts, so that none has to be read twice.
  public init(_ keymap: Keymap) {
    var sections: [[Context]: [Row]] = [:]
    let byCommand = Dictionary(grouping: keymap.bindings, by: \.command)
    for command in Command.allCases {
      let alike = Dictionary(grouping: byCommand[command] ?? [], by: \.words)
      for (words, bindings) in alike.sorted(by: { $0.key ?? "" < $1.key ?? "" }) {
        for row in Self.rows(command, bindings) {
          sections[row.contexts, default: []].append(Row(keys: row.keys, command: command, words: words))
        }
      }
    }
    self.sections = sections.map { Section(contexts: $0.key, rows: $0.value) }
      .sorted { Self.rank($0).lexicographicallyPrecedes(Self.rank($1)) }
  }

  /// A command's keys by the contexts that they mean it in.
  private static func rows(_ command: Command, _ bindings: [Keymap.Binding]) -> [(contexts: [Context], keys: [String])]
  {
    var rows: [(contexts: [Context], keys: [String])] = []
    var seen: Set<[Key]> = []
    for binding in bindings where seen.insert(binding.chord).inserted {
      let contexts = Context.allCases.filter { context in
        bindings.contains { $0.chord == binding.chord && $0.context == context }
      }
      let key = Keymap.label(binding.chord)
      if let row = rows.firstIndex(where: { $0.contexts == contexts }) {
        rows[row].keys.append(key)
      } else {
        rows.append((contexts, [key]))
      }
    }
    return rows
  }

  /// Commands of all panes come first, and of those the moves and others that hold in help, in the order of the
  /// commands; then commands of fewer screens.
  private static func rank(_ section: Section) -> [Int] {
    let contexts = section.contexts
    let places = contexts.compactMap(Context.allCases.firstIndex)
    let panes = contexts.filter(Context.reading.contains).count
    guard panes == Context.reading.count else { return [-panes, contexts.count] + places }
    let rank = contexts.count == Context.allCases.count ? 2 : (contexts.contains(.help) ? 0 : 1)
    return [-panes, rank, section.rows.first.flatMap { Command.allCases.firstIndex(of: $0.command) } ?? 0] + places
  }
}

extension Keymap {
  /// The keymap as rows of a markdown table, with its head, for the manual.
  public func keyTable(in language: Language) -> String {
    let phrases = Phrases(language)
    var lines = ["| \(phrases.keysColumn) | \(phrases.helpColumn) |", "|---|---|"]
    for section in KeyTable(self).sections {
      lines.append("| **\(phrases.heading(section.contexts))** | |")
      for row in section.rows {
        let keys = row.keys.map { "`" + $0.replacing("|", with: "\\|") + "`" }.joined(separator: " ")
        lines.append("| \(keys) | \(row.help(in: language)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
