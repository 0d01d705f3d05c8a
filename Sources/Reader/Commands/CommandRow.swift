import Newspaper

extension Command {
  /// A row of the table of commands.
  public struct Row: Sendable {
    /// Carries a command out with a count; nil stands for none.
    typealias Action = @Sendable (inout Reader, _ count: Int?) -> [Effect]
    /// Carries a command out with the words behind its name.
    typealias WordsAction = @Sendable (inout Reader, _ words: String) -> [Effect]
    /// Completes the words behind the name.
    typealias Completions = @Sendable (Reader, _ start: String) -> [String]

    /// The screens on which it has a meaning.
    public let contexts: [Context]
    /// One or two words for the last line of the screen.
    public let label: Phrase
    /// A line of help.
    public let help: Phrase
    /// Carries it out, unless the uppermost screen does something of its own for it.
    var action: Action
    /// Nil for a command without words.
    var wordsAction: WordsAction?
    var completions: Completions?
    /// True if its name alone, as it is typed, means no words.
    var takesNoWords = false
    /// Edits a line that is being typed.
    var edit: (@Sendable (inout LineEditor) -> Void)?
    /// The setting that it gives a value to.
    var setting: Setting?
  }

  /// Its line of help in a language.
  public func help(in language: Language) -> String { row.help.words(in: language) }

  /// One or two words for it in a language.
  public func label(in language: Language) -> String { row.label.words(in: language) }
}

// The kinds of rows.
extension Command.Row {
  init(
    _ contexts: [Context], _ label: String, _ help: String, words: WordsAction? = nil,
    completions: Completions? = nil, asking action: @escaping Action
  ) {
    self.init(
      contexts: contexts, label: Phrase(label), help: Phrase(help), action: action, wordsAction: words,
      completions: completions)
  }

  /// A command that asks the program for nothing.
  /// - Parameter action: is given the count, 1 if there is none.
  init(
    _ contexts: [Context], _ label: String, _ help: String, words: WordsAction? = nil,
    action: @escaping @Sendable (inout Reader, _ count: Int) -> Void
  ) {
    self.init(contexts, label, help, words: words) { reader, count in
      action(&reader, count ?? 1)
      return []
    }
  }

  /// A command that only screens carry out.
  init(_ contexts: [Context], _ label: String, _ help: String) {
    self.init(contexts, label, help) { (_: inout Reader, _: Int) in }
  }

  /// A command that the program carries out.
  init(_ contexts: [Context], _ label: String, _ help: String, effect: Effect) {
    self.init(contexts, label, help, asking: { _, _ in [effect] })
  }

  static func moving(
    _ label: String, _ help: String, _ movement: @escaping @Sendable (_ count: Int?) -> Movement
  ) -> Self {
    Self(
      .screens, label, help,
      asking: { reader, count in
        reader.screen.move(movement(count), in: &reader)
        return []
      })
  }

  /// A command that takes words; without them the command line is opened with its name.
  static func words(
    of command: Command, _ contexts: [Context], _ label: String, _ help: String, completions: Completions? = nil,
    _ action: @escaping WordsAction
  ) -> Self {
    Self(contexts, label, help, words: action, completions: completions) { reader, _ in
      CommandPrompt.open(with: command.rawValue + " ", in: &reader)
      return []
    }
  }

  /// A command that gives a setting a value.
  static func setting(_ command: Command, _ setting: Setting) -> Self {
    var row = words(
      of: command, .reading, setting.label.key, setting.help.key,
      completions: { reader, _ in setting.values(reader.environment.themes) },
      { setting.choose($1, in: &$0) })
    row.setting = setting
    return row
  }

  /// A command that edits the line that is being typed.
  static func editing(_ label: String, _ help: String, _ edit: @escaping @Sendable (inout LineEditor) -> Void) -> Self {
    var row = Self([.prompt], label, help)
    row.edit = edit
    return row
  }
}

extension [Context] {
  static var reading: [Context] { Context.reading }
  static var everywhere: [Context] { Context.allCases }
  /// The screens of a search of the whole corpus.
  static var found: [Context] { [.results, .chart, .queries] }
  /// Every screen but prompts.
  static var screens: [Context] { .reading + [.help, .why, .scan, .selection, .clippings, .lists, .calendar] + .found }
  /// The screens on which something can be copied and clipped.
  static var keeping: [Context] { .reading + [.selection, .results, .clippings] }
}
