import Newspaper
import Notes
import Screen

/// The list of marks, of corrections, or of macros.
struct KeptScreen: ListScreen {
  enum Content: Sendable {
    case marks, corrections, macros
  }

  let content: Content
  var selection = ListSelection()

  private init(_ content: Content) { self.content = content }

  static func open(_ content: Content, in reader: inout Reader) {
    let screen = KeptScreen(content)
    guard screen.count(in: reader) > 0 else {
      let words =
        switch content {
        case .marks: Phrase("no marks yet")
        case .corrections: Phrase("no corrections yet")
        case .macros: Phrase("no macros yet; :record NAME begins one")
        }
      return reader.say(reader.phrases.say(words))
    }
    reader.layers.removeAll(KeptScreen.self)
    reader.layers.append(screen)
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .lists }

  private func count(in reader: Reader) -> Int {
    switch content {
    case .marks: reader.notebook.marks.count
    case .corrections: reader.notebook.corrections.count
    case .macros: reader.notebook.macros.count
    }
  }

  func list(in reader: Reader) -> ListGeometry {
    ListGeometry(count: count(in: reader), rows: reader.layout.panes.rows) { _ in 1 }
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    let selected = selection.index
    guard selected < self.count(in: reader) else { return nil }
    switch (command, content) {
    case (.open, .marks): reader.goToMark(reader.notebook.marks[selected].name)
    case (.open, .corrections):
      let correction = reader.notebook.corrections[selected]
      reader.goTo(correction.anchor, of: correction.issue)
    case (.open, .macros):
      reader.layers.removeAll(KeptScreen.self)
      return reader.play(reader.notebook.macros[selected].name)
    case (.deleteQuery, .macros):
      let macro = reader.notebook.macros[selected]
      reader.carryOut(
        Deed(words: Phrase("deleted the macro {}", macro.name), changes: [.macro(before: macro, after: nil)]))
    case (.deleteQuery, .marks):
      let mark = reader.notebook.marks[selected]
      reader.carryOut(
        Deed(words: Phrase("deleted the mark {}", mark.name), changes: [.mark(before: mark, after: nil)]))
    case (.deleteQuery, .corrections):
      let correction = reader.notebook.corrections[selected]
      reader.carryOut(
        Deed(words: Phrase("deleted a correction"), changes: [.correction(before: correction, after: nil)]))
    default: return nil
    }
    return []
  }

  // MARK: View

  private func entry(_ index: Int, in reader: Reader) -> (name: String, text: String) {
    switch content {
    case .marks:
      let mark = reader.notebook.marks[index]
      return (mark.name, place(mark.issue, mark.anchor, reader.phrases) + " · " + mark.headline)
    case .corrections:
      let correction = reader.notebook.corrections[index]
      let change = correction.old.isEmpty ? correction.new : correction.old + " → " + correction.new
      return (
        reader.phrases.name(of: correction.kind),
        place(correction.issue, correction.anchor, reader.phrases) + " · " + String(change.prefix(200))
      )
    case .macros:
      let macro = reader.notebook.macros[index]
      return (macro.name, String(macro.keys.prefix(200)))
    }
  }

  private func place(_ issue: IssueReference, _ anchor: Anchor?, _ phrases: Phrases) -> String {
    let day = issue.date.isEmpty ? issue.id : issue.date
    guard let anchor else { return day }
    return day + " " + phrases.page(anchor.start.page) + " " + phrases.say("line {}", anchor.start.line)
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let rect = reader.layout.panes
    let shown = (0..<count(in: reader)).dropFirst(selection.top).prefix(rect.rows)
    NamedEntriesView(
      environment: reader.environment, rect: rect, entries: shown.map { entry($0, in: reader) },
      selected: selection.index - selection.top
    ).draw(on: &surface)
  }

  func place(in reader: Reader) -> [String] {
    let title =
      switch content {
      case .marks: Phrase("Marks")
      case .corrections: Phrase("Corrections")
      case .macros: Phrase("Macros")
      }
    return [reader.phrases.say(title)] + position(in: reader)
  }

  func usefulCommands(in reader: Reader) -> [Command] { [.open, .deleteQuery, .undo, .back] }
}

extension Phrases {
  /// The kind of a correction.
  func name(of kind: Correction.Kind) -> String {
    switch kind {
    case .text: say("text##correction")
    case .role: say("role##correction")
    case .join: say("joined##correction")
    case .split: say("divided##correction")
    case .date: say("date##correction")
    case .title: say("paper##correction")
    }
  }
}
