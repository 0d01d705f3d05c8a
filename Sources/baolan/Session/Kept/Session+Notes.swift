import Glibc
import Newspaper
import Notes
import Reader
import Screen
import State
import System
import Typesetting

/// The things that a person made, as they were stored when they were last looked at.
struct StoredNotes: Sendable {
  var clippings: StoredClippings
  var marks: [Mark]
  var corrections: [Correction]
  var macros: [Macro]
  var notices: [String]

  init(_ store: StateStore) {
    let (clippings, marks, corrections) = (store.clippings.load(), store.marks.load(), store.corrections.load())
    self.clippings = StoredClippings(clippings.value)
    self.marks = marks.value.records.compactMap(Mark.init)
    self.corrections = corrections.value.records.compactMap(Correction.init)
    let macros = store.macros.load()
    self.macros = macros.value.records.compactMap(Macro.init)
    notices = [clippings.notice, marks.notice, corrections.notice, macros.notice].compactMap { $0?.description }
  }
}

// Clippings, marks and corrections; copying; and the person's editor.
extension Session {
  /// Loads what a person made beside the reader.
  func loadNotes() {
    guard let store = saver?.store else { return }
    runDetached { [mailbox] in mailbox.post(.notes(StoredNotes(store))) }
  }

  mutating func receive(_ notes: StoredNotes) {
    clippings = notes.clippings
    notes.notices.forEach { showOnce($0) }
    perform(
      reader.receive(
        clippings: notes.clippings, marks: notes.marks, corrections: notes.corrections, macros: notes.macros))
    correctCorpus()
  }

  func searchClippings(_ query: ClippingQuery, _ number: Int) {
    runDetached { [mailbox, clippings] in mailbox.post(.clippings(clippings?.indices(query) ?? [], number: number)) }
  }

  // MARK: Copying

  func copy(_ text: String) -> CopyTarget {
    if terminal.copy(text, type: environment("TERM") ?? "", isInTmux: environment("TMUX") != nil) { return .terminal }
    let programs: [(words: [String], display: String?)] = [
      (["wl-copy"], environment("WAYLAND_DISPLAY")), (["xclip", "-selection", "clipboard"], environment("DISPLAY")),
      (["pbcopy"], ""),
    ]
    for program in programs where program.display != nil && Programs.find(program.words[0]) != nil {
      if Programs.give(Array(text.utf8), to: program.words).status == 0 { return .program(program.words[0]) }
    }
    guard let folder = saver?.store.folder ?? environment("TMPDIR") else { return .nowhere("/tmp") }
    let path = folder + "/copied.txt"
    do throws(Problem) {
      try makeFolder(folder)
      try replaceFile(path, with: Array(text.utf8))
      return .file(path)
    } catch {
      return .nowhere(error.description)
    }
  }

  // MARK: The editor

  /// Has a text edited.
  /// - Returns: nil if it was left as it was.
  mutating func edit(_ text: String) -> String? {
    let line = command([reader.settings.editor, environment("VISUAL"), environment("EDITOR")]) ?? "vi"
    do throws(Problem) {
      let file = try PrivateFile(named: "baolan.txt", Array(text.utf8))
      defer { file.remove() }
      let end = terminal.lend { Programs.runInTerminal(Programs.words(line) + [file.path]) }
      guard end.status == 0 else {
        reader.tell(
          Problem(line, end.isMissing ? "is not there; set $EDITOR" : "ended with \(end.status)").description)
        return nil
      }
      let edited = String(decoding: try readFile(file.path), as: UTF8.self)
      return edited == text ? nil : edited
    } catch {
      reader.tell(error.description)
      return nil
    }
  }
}

// Other programs, files and macros.
extension Session {
  private func command(_ lines: [String?]) -> String? { lines.compactMap { $0 }.first { !$0.isEmpty } }

  /// Hands a text to a command. Its words go to it as a list; the text only on standard input.
  mutating func pipe(_ input: String, into command: String) -> [Effect] {
    let words = Programs.words(command)
    // While it runs the screen is its own, so that a command may ask at the terminal.
    let end = terminal.lend { Programs.run(words, input: Array(input.utf8), hasTerminal: true) }
    let output = String(decoding: end.output, as: UTF8.self)
    return reader.receive(
      output: output, of: words.first ?? command, status: Int(end.status), isCutShort: end.isCutShort)
  }

  mutating func page(_ text: String) {
    let line = command([reader.settings.pager, environment("PAGER")]) ?? "less"
    let words = Programs.words(line)
    let end = terminal.lend { Programs.runInTerminal(words, input: Array(legibleLines(text).utf8)) }
    if end.isMissing { reader.tell(Problem(line, "is not there; set $PAGER").description) }
  }

  /// Presses keys, each once the effects of the one before have been carried out.
  mutating func press(_ keys: [Key]) {
    guard playing.begin() else { return }
    for key in keys where playing.takesKey() { perform(reader.handle(.key(key))) }
    playing.end()
  }
}

/// The bounds of macros that play others, or themselves.
struct MacroPlay {
  /// The number of macros that are being played within each other.
  private var depth = 0
  /// The number of keys that the outermost has pressed, with those that it plays.
  private var keys = 0

  private static let deepest = 8
  private static let mostKeys = 10_000

  /// Begins a macro; false where it must not be played.
  mutating func begin() -> Bool {
    guard depth < Self.deepest else { return false }
    if depth == 0 { keys = 0 }
    depth += 1
    return true
  }

  /// Counts a key; false where none may be pressed any more.
  mutating func takesKey() -> Bool {
    keys += 1
    return keys <= Self.mostKeys
  }

  mutating func end() { depth -= 1 }
}
