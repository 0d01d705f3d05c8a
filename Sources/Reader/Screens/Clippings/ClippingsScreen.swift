import Newspaper
import Notes
import Screen

/// The list of clippings, the newest first, or of those for which a search holds.
struct ClippingsScreen: ListScreen {
  /// The search in force.
  var query = ClippingQuery("")
  /// Its text.
  var line = ""
  /// The places in the store for which it holds; nil for all.
  var found: [Int]?
  /// The number of the search whose answer is awaited or shown.
  var number = 0
  /// The entries shown, of the changes that the list had had then.
  private var shown: [ClippingList.Entry] = []
  private var version = -1
  var selection = ListSelection()

  static func open(in reader: inout Reader) {
    guard reader.notebook.clippings.count > 0 else {
      return reader.say(
        reader.phrases.say("no clippings yet: {} clips", reader.keymap.label(for: .clip, in: .article) ?? ":clip"))
    }
    reader.layers.removeAll()
    reader.layers.append(ClippingsScreen())
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .clippings }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .open: if let clipping = clipping(in: reader) { reader.goTo(clipping.anchor, of: clipping.issue) }
    case .search, .filter: reader.layers.append(ClippingsPrompt(before: self))
    case .clip, .editNote: NotePrompt.open(.note, of: clipping(in: reader), in: &reader)
    case .editTags: NotePrompt.open(.tags, of: clipping(in: reader), in: &reader)
    case .clipInEditor:
      guard let clipping = clipping(in: reader) else { return [] }
      return [.edit(EditedNote.text(clipping), of: .note(clipping.id))]
    case .deleteQuery: delete(in: &reader)
    case .back where !line.isEmpty:
      var new = ClippingsScreen()
      new.number = number
      reader.layers.update(new)
    default: return nil
    }
    return []
  }

  private func delete(in reader: inout Reader) {
    guard let clipping = clipping(in: reader) else { return }
    let words = Phrase("deleted the clipping “{}”", reader.shortened(clipping.headline))
    reader.carryOut(Deed(words: words, changes: [.clipping(before: clipping, after: nil)]))
  }

  /// A search that finds none of them does not leave the list.
  func isEmpty(in reader: Reader) -> Bool { reader.notebook.clippings.count == 0 }

  mutating func follow(_ reader: Reader) {
    let clippings = reader.notebook.clippings
    guard version != clippings.version else { return }
    version = clippings.version
    shown = found.map { clippings.entries(found: $0, query: query) } ?? clippings.entries
  }

  /// Looks for a line.
  func searching(for line: String, in reader: inout Reader) -> Self {
    var new = self
    (new.line, new.query) = (line, ClippingQuery(line))
    reader.notebook.clippings.searches += 1
    new.number = reader.notebook.clippings.searches
    if new.query.terms.isEmpty {
      (new.found, new.version, new.selection) = (nil, -1, ListSelection())
    } else {
      reader.notebook.waiting.append(.searchClippings(new.query, number: new.number))
    }
    return new
  }

  /// Takes the answer to a search.
  func showing(_ found: [Int]) -> Self {
    var new = self
    (new.found, new.version, new.selection) = (found, -1, ListSelection())
    return new
  }

  /// All that are shown.
  func all(in reader: Reader) -> [Clipping] { shown.compactMap { reader.notebook.clippings[$0] } }

  func clipping(in reader: Reader) -> Clipping? {
    shown.indices.contains(selection.index) ? reader.notebook.clippings[shown[selection.index]] : nil
  }

  private func layout(in reader: Reader) -> ClippingsLayout { ClippingsLayout(panes: reader.layout.panes) }

  func listRect(in reader: Reader) -> Rect { layout(in: reader).list }

  func list(in reader: Reader) -> ListGeometry {
    let layout = layout(in: reader)
    return ListGeometry(count: shown.count, rows: layout.list.rows) { _ in layout.height }
  }

  // MARK: View

  func draw(on surface: inout Surface, of reader: Reader) {
    let rows = max(1, reader.layout.panes.rows)
    let clippings = shown.dropFirst(selection.top).prefix(rows).map { reader.notebook.clippings[$0] }
    ClippingsView(
      environment: reader.environment, layout: layout(in: reader), clippings: clippings,
      selected: selection.index - selection.top, signs: reader.notebook.signs
    ).draw(on: &surface)
  }

  func drawTitle(on surface: inout Surface, of reader: Reader) {
    let (environment, rect) = (reader.environment, reader.layout.title)
    let all = reader.phrases.grouped(reader.notebook.clippings.count)
    let shown = reader.phrases.grouped(self.shown.count)
    let count = line.isEmpty ? all : reader.phrases.say("{} of {}", shown, all) + " · " + line
    let column = surface.write(
      reader.phrases.say(Context.clippings.title), column: 1, row: 0, style: environment.theme[.title], clip: rect)
    let text = environment.cut(count, to: rect.endColumn - column - 3)
    surface.write(text, endingAt: rect.endColumn - 1, row: 0, style: environment.theme[.quiet], clip: rect)
  }

  func frame(in reader: Reader) -> ScreenFrame {
    ScreenFrame(separators: layout(in: reader).preview.map { [$0.column - 1] } ?? [])
  }

  func place(in reader: Reader) -> [String] { position(in: reader) }

  func usefulCommands(in reader: Reader) -> [Command] {
    [.open, .search, .editTags, .editNote, .copy, .deleteQuery, .undo, .back, .help]
  }
}

/// The places of the list of clippings and of the text beside it.
struct ClippingsLayout {
  let panes: Rect

  private static let wideColumns = 100

  private var listColumns: Int { panes.columns * 11 / 20 }

  var list: Rect {
    let columns = preview == nil ? panes.columns : listColumns
    return Rect(column: panes.column, row: panes.row, columns: columns, rows: panes.rows)
  }

  /// The place of the selected one's text, where there is room.
  var preview: Rect? {
    guard panes.columns >= Self.wideColumns else { return nil }
    let column = panes.column + listColumns + 1
    return Rect(column: column, row: panes.row, columns: panes.endColumn - column, rows: panes.rows)
  }

  /// Rows of an entry: all alike, so that a list of a hundred thousand is as fast as a short one.
  var height: Int { panes.rows >= 12 ? 4 : panes.rows >= 5 ? 2 : 1 }
}
