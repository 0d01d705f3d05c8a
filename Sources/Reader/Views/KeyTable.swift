import Newspaper
import Screen

/// The keymap in force as a table: what help shows and the README prints.
public struct KeyTable: Sendable {
  /// A command and the keys that mean it, as help shows them, the preferred one first.
  public struct Row: Sendable, Equatable {
    /// Never empty.
    public var keys: [String]
    /// What they mean.
    public var command: Command
  }

  /// Rows that hold in the same contexts.
  public struct Section: Sendable {
    /// Where they hold.
    public var contexts: [Context]
    /// In the order of the commands.
    public var rows: [Row]
  }

  /// None is empty.
  public let sections: [Section]

  /// Keys that mean the same in all three panes stand first and together; then those of each context.
  public init(_ keymap: Keymap) {
    let common = Self.rows(keymap, Context.reading) { $0 }
    let others = Context.allCases.map { context in
      Section(
        contexts: [context],
        rows: Self.rows(keymap, [context]) { chord in
          Context.reading.contains(context) && common.contains(where: { $0.keys.contains(chord) }) ? nil : chord
        })
    }
    sections = ([Section(contexts: Context.reading, rows: common)] + others).filter { !$0.rows.isEmpty }
  }

  /// The commands that have keys in all of some contexts.
  private static func rows(_ keymap: Keymap, _ contexts: [Context], _ keep: (String) -> String?) -> [Row] {
    Command.allCases.compactMap { command in
      let chords = keymap.chords(for: command, in: contexts[0]).filter { chord in
        contexts.allSatisfy { keymap.match(chord, in: $0) == .matched(command) }
      }
      let keys = chords.map(Keymap.label).compactMap(keep)
      return keys.isEmpty ? nil : Row(keys: keys, command: command)
    }
  }
}

extension Keymap {
  /// The keymap as rows of a markdown table, with its head: what the README shows.
  public func keyTable(in language: Language) -> String {
    let phrases = Phrases(language)
    var lines = ["| \(phrases.keysColumn) | \(phrases.helpColumn) |", "|---|---|"]
    for section in KeyTable(self).sections {
      lines.append("| **\(phrases.heading(section.contexts))** | |")
      for row in section.rows {
        let keys = row.keys.map { "`" + $0.replacing("|", with: "\\|") + "`" }.joined(separator: " ")
        lines.append("| \(keys) | \(row.command.help(in: language)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with text: String) -> String {
    reduce(into: "") { $0 += $1 == character ? text : String($1) }
  }
}
