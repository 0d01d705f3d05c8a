import Newspaper
import Notes
import Screen

/// The list of marks, or of corrections.
struct KeptScreen: ReaderScreen {
  enum Content: Sendable {
    case marks, corrections
  }

  let content: Content
  /// Indices of the selected entry and of the first one shown.
  private var selected = 0
  private var top = 0

  private init(_ content: Content) { self.content = content }

  static func open(_ content: Content, in reader: inout Reader) {
    let screen = KeptScreen(content)
    guard screen.count(in: reader) > 0 else {
      let words: Phrase = content == .marks ? Phrase("no marks yet") : Phrase("no corrections yet")
      return reader.say(reader.phrases.say(words))
    }
    reader.layers.removeAll(KeptScreen.self)
    reader.layers.append(screen)
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .lists }

  private func count(in reader: Reader) -> Int {
    content == .marks ? reader.notebook.marks.count : reader.notebook.corrections.count
  }

  private func list(in reader: Reader) -> ListGeometry {
    ListGeometry(count: count(in: reader), rows: reader.layout.panes.rows) { _ in 1 }
  }

  func move(_ movement: Movement, in reader: inout Reader) {
    var new = self
    new.selected = list(in: reader).target(movement, from: selected)
    reader.layers.update(new)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    guard selected < self.count(in: reader) else { return nil }
    switch (command, content) {
    case (.open, .marks): reader.goToMark(reader.notebook.marks[selected].name)
    case (.open, .corrections):
      let correction = reader.notebook.corrections[selected]
      reader.goTo(correction.anchor, of: correction.issue)
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

  /// Keeps the selection to an entry that there is; a list of none is left.
  func settle(in reader: inout Reader) -> [Effect] {
    let list = list(in: reader)
    if list.count == 0 {
      reader.layers.removeAll(Self.self)
      return []
    }
    var new = self
    new.selected = max(0, min(selected, list.count - 1))
    new.top = list.top(from: top, showing: new.selected)
    reader.layers.update(new)
    return []
  }

  // MARK: View

  private func row(_ index: Int, in reader: Reader) -> (name: String, text: String) {
    switch content {
    case .marks:
      let mark = reader.notebook.marks[index]
      return (mark.name, entry(mark.issue, mark.anchor, reader.phrases) + " · " + mark.headline)
    case .corrections:
      let correction = reader.notebook.corrections[index]
      let change = correction.old.isEmpty ? correction.new : correction.old + " → " + correction.new
      return (
        reader.phrases.name(of: correction.kind),
        entry(correction.issue, correction.anchor, reader.phrases) + " · " + String(change.prefix(200))
      )
    }
  }

  private func entry(_ issue: IssueReference, _ anchor: Anchor?, _ phrases: Phrases) -> String {
    let day = issue.date.isEmpty ? issue.id : issue.date
    guard let anchor else { return day }
    return day + " " + phrases.page(anchor.start.page) + " " + phrases.say("line {}", anchor.start.line)
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let (rect, theme, environment) = (reader.layout.panes, reader.environment.theme, reader.environment)
    let shown = (0..<count(in: reader)).dropFirst(top).prefix(rect.rows)
    let rows = shown.map { ($0, row($0, in: reader)) }
    let width = min(rect.columns / 3, rows.map { environment.width($0.1.name) }.max() ?? 0)
    for (index, row) in rows {
      let line = Rect(column: rect.column, row: rect.row + index - top, columns: rect.columns, rows: 1)
      let style = index == selected ? theme[.selected] : .plain
      if index == selected {
        surface.fill(line, style: style)
        surface.write("▸", column: rect.column, row: line.row, style: style, clip: line)
      }
      let name = environment.cut(row.name, to: width)
      surface.write(name, column: rect.column + 2, row: line.row, style: theme[.key].over(style), clip: line)
      let text = environment.cut(row.text, to: rect.columns - width - 5)
      surface.write(text, column: rect.column + width + 4, row: line.row, style: style, clip: line)
    }
  }

  func place(in reader: Reader) -> [String] {
    let title = content == .marks ? reader.phrases.say("Marks") : reader.phrases.say("Corrections")
    return [title, "\(selected + 1)/\(count(in: reader))"]
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
