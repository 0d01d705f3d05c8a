import Exporting
import Newspaper
import Notes
import Screen

// Taking texts out: into programs, the editor, and files.
extension Reader {
  private static let pipeForms = ["--text", "--markdown", "--raw", "--json"]

  /// Hands the text to a command on its standard input; without a command, to the pager.
  /// - Parameter line: the command's words, before them the form: `--markdown`, `--raw` or `--json`.
  mutating func pipe(_ line: String) -> [Effect] {
    let first = String(line.prefix { !$0.isWhitespace })
    let hasForm = Self.pipeForms.contains(first)
    let command = (hasForm ? String(line.dropFirst(first.count)) : line).trimmed
    guard let input = input(as: hasForm ? String(first.dropFirst(2)) : "text") else { return [] }
    layers.removeAll(SelectionScreen.self)
    return [command.isEmpty ? .page(input) : .pipe(command: command, input: input)]
  }

  private mutating func input(as form: String) -> String? {
    if form == "json" { return document(ExportFormat.named("jsonl")).map { String(decoding: $0, as: UTF8.self) } }
    let excerpts = excerpts()
    return excerpts.isEmpty ? nil : excerpts.map { text(of: $0, as: form) }.joined(separator: "\n")
  }

  /// Opens a copy of the text in the editor.
  mutating func openInEditor() -> [Effect] {
    let excerpts = excerpts()
    guard !excerpts.isEmpty else { return [] }
    return [.edit(excerpts.map { $0.cited(phrases) }.joined(separator: "\n"), of: .copy)]
  }

  /// Shows what a command said.
  /// - Parameter isCutShort: true if it said more and was ended for it.
  public mutating func receive(
    output: String, of command: String, status: Int, isCutShort: Bool = false
  ) -> [Effect] {
    let ending = status == 0 ? Phrase("{} is done", command) : Phrase("{} ended with {}", command, status)
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isTooLong = lines.count > Self.mostOutputLines
    lines = Array(lines.prefix(Self.mostOutputLines))
    let words = phrases.say(isCutShort || isTooLong ? Self.saidTooMuch(command) : ending)
    if lines.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      say(status == 127 ? phrases.say("{} is not there", command) : words, isError: status != 0)
    } else {
      layers.append(ListingScreen(content: .output(lines.last?.isEmpty == true ? Array(lines.dropLast()) : lines)))
      if status != 0 || isTooLong { say(words, isError: true) }
    }
    return settle()
  }

  /// Lines of what a command said that are shown; all of them are set anew at each key.
  private static let mostOutputLines = 5000

  /// The words about a command that said more than is kept, or shown.
  public static func saidTooMuch(_ command: String) -> Phrase { Phrase("{} said more than is shown here", command) }

  /// Said of a command that asks for what only the screen has.
  public static func needsScreen(_ command: String) -> Phrase {
    Phrase("{} needs the screen; nothing was done", command)
  }

  // MARK: Files

  /// Writes the selection, article, issue, hits or clippings into a file.
  /// - Parameter words: the format, and the file if it is to have a name of one's own.
  mutating func export(_ words: String) -> [Effect] {
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    if parts.first == "gold" { return exportGold(parts.count > 1 ? parts[1] : nil) }
    guard let format = parts.first.flatMap(ExportFormat.named) else {
      say(phrases.needsValue("export", Self.exportFormats.joined(separator: ", ")), isError: true)
      return []
    }
    guard let bytes = document(format) else { return [] }
    layers.removeAll(SelectionScreen.self)
    let name = layers.last is ClippingsScreen ? "clippings" : selectedID ?? "issue"
    let file = parts.count > 1 ? parts[1] : "baolan-" + name.replacing("/", with: "_") + "." + format.ending
    return [.write(bytes, path: file)]
  }

  /// The names of formats, and of the truth for the trainer.
  static var exportFormats: [String] { ExportFormat.all.map(\.name) + ["gold"] }

  /// Writes the truth of the issue, as people corrected it, for the trainer.
  private mutating func exportGold(_ path: String?) -> [Effect] {
    guard let issue else {
      say(phrases.say("the issue is not open yet"))
      return []
    }
    let bytes = GoldDocument(issue).bytes
    return [.write(bytes, path: path ?? "baolan-" + issue.id.replacing("/", with: "_") + ".gold.json")]
  }

  private mutating func document(_ format: ExportFormat?) -> [UInt8]? {
    let selections = exported()
    guard let format, !selections.isEmpty else { return nil }
    do {
      return try format.bytes(of: selections)
    } catch {
      say(
        phrases.say("not written: {}", (error as? ExportFailure)?.message ?? String(describing: error)), isError: true)
      return nil
    }
  }

  /// The things to be exported: articles and issues as they are, texts of hits and clippings as articles of their own.
  private mutating func exported() -> [ExportSelection] {
    if let clippings = layers.last as? ClippingsScreen { return clippings.all(in: self).map(\.exported) }
    let isIssueOrArticle = layers.isEmpty && issue != nil
    guard isIssueOrArticle, let issue else { return excerpts().map(\.exported) }
    if pane == .issues { return [ExportSelection(issue)] }
    guard let article else {
      say(phrases.noArticles)
      return []
    }
    return [ExportSelection(issue, articles: ([article] + continuations).map { $0.number - 1 })]
  }

  /// Learns that a file was written, or why it was not.
  public mutating func receive(written path: String, failure: String?) -> [Effect] {
    if let failure { say(failure, isError: true) } else { say(phrases.say("written: {}", path)) }
    return settle()
  }

  // MARK: Macros

  /// Begins to record keys under a name, or ends that.
  mutating func record(_ name: String) {
    if let recording = notebook.recording {
      notebook.recording = nil
      let keys = recording.keys.prefix(recording.commandStart ?? recording.keys.count)
      guard !keys.isEmpty else { return say(phrases.say("no key was pressed, nothing is recorded")) }
      let macro = Macro(name: recording.name, keys: Key.notation(Array(keys.prefix(Macro.mostKeys))))
      let before = notebook.macros.first { $0.name == macro.name }
      let words =
        keys.count == 1
        ? Phrase("recorded {}: 1 key", macro.name)
        : Phrase("recorded {}: {} keys", macro.name, min(keys.count, Macro.mostKeys))
      carryOut(Deed(words: words, changes: [.macro(before: before, after: macro)]))
      return
    }
    let name = String(name.prefix(Macro.longestName)).trimmed
    guard !name.isEmpty else { return say(phrases.say("record NAME begins, record ends")) }
    notebook.recording = Notebook.Recording(name: name)
    say(phrases.say("recording {}: {} ends it", name, ":record"))
  }

  /// Presses the keys of a macro.
  mutating func play(_ name: String) -> [Effect] {
    guard let macro = notebook.macros.first(where: { $0.name == name }) else {
      let names = notebook.macros.map(\.name).joined(separator: " ")
      say(
        phrases.say(names.isEmpty ? Phrase("no macro {}", name) : Phrase("no macro {}; there are: {}", name, names)),
        isError: true)
      return []
    }
    // One that plays itself would never end.
    guard notebook.recording?.name != name else { return [] }
    guard let keys = Key.chord(macro.keys) else {
      say(phrases.say("the macro {} has something that is no key", name), isError: true)
      return []
    }
    return [.press(Array(keys.prefix(Macro.mostKeys)))]
  }
}
