import Newspaper
import Notes
import Screen
import Typesetting

/// Draws the list of clippings: day and headline, paper and text, note and tags.
struct ClippingsView {
  let environment: Environment
  let layout: ClippingsLayout
  /// Those in sight; nil for one that cannot be read.
  let clippings: [Clipping?]
  /// Index of the selected one among them.
  let selected: Int
  /// The clipped passages of the open issue.
  let signs: ClippedPassages?

  private var rect: Rect { layout.list }
  private var theme: Theme { environment.theme }
  private var phrases: Phrases { environment.phrases }

  func draw(on surface: inout Surface) {
    for (number, clipping) in clippings.enumerated() {
      let row = rect.row + number * layout.height
      guard row < rect.endRow else { break }
      draw(clipping, row: row, isSelected: number == selected, on: &surface)
    }
    if clippings.isEmpty {
      surface.write(
        phrases.say("nothing found"), column: rect.column + 2, row: rect.row, style: theme[.quiet], clip: rect)
    }
    if let preview = layout.preview, clippings.indices.contains(selected), let clipping = clippings[selected] {
      draw(clipping, in: preview, on: &surface)
    }
  }

  private func draw(_ clipping: Clipping?, row: Int, isSelected: Bool, on surface: inout Surface) {
    let style = isSelected ? theme[.selected] : .plain
    let lines = lines(clipping)
    let rows = max(1, min(lines.count, layout.height))
    if isSelected {
      let entry = Rect(column: rect.column, row: row, columns: rect.columns, rows: rows)
      surface.fill(entry.intersection(rect), style: style)
      surface.write("▸", column: rect.column, row: row, style: style, clip: rect)
    }
    let quiet = isSelected ? style : theme[.quiet]
    for (number, line) in lines.prefix(rows).enumerated() {
      let text = environment.cut(line, to: rect.columns - 3)
      surface.write(text, column: rect.column + 2, row: row + number, style: number == 0 ? style : quiet, clip: rect)
    }
  }

  /// The lines of an entry, each to be cut at its end.
  private func lines(_ clipping: Clipping?) -> [String] {
    guard let clipping else { return [phrases.say("a clipping that cannot be read")] }
    let day = clipping.issue.date.isEmpty ? clipping.issue.id : clipping.issue.date
    let note = noteLine(clipping)
    let paper = [clipping.issue.paper, clipping.article > 0 ? phrases.page(clipping.page) : ""]
    let (headline, text) = (clipping.headline.flattened, clipping.text.flattened)
    // An article begins with its headline, which stands above already.
    let behind = text.hasPrefix(headline) ? text.dropFirst(headline.count) : text[...]
    let repeats = behind.count < text.count && behind.first?.isWhitespace != false
    let rest = repeats ? String(behind.drop(while: \.isWhitespace)) : text
    let place = paper.filter { !$0.isEmpty }.joined(separator: " ") + " · " + (rest.isEmpty ? text : rest)
    let more = note.isEmpty ? [place] : layout.height == 2 ? [note] : [place, note]
    return [day + "  " + headline] + more
  }

  private func noteLine(_ clipping: Clipping) -> String {
    var parts: [String] = []
    if signs?.lost.contains(clipping.id) == true { parts.append(phrases.say("moved: not found again")) }
    if signs?.moved.contains(clipping.id) == true { parts.append(phrases.say("moved: found again")) }
    if !clipping.note.isEmpty { parts.append("✎ " + clipping.note.flattened) }
    return (parts + clipping.tags.map { "#" + $0 }).joined(separator: "  ")
  }

  private func draw(_ clipping: Clipping, in rect: Rect, on surface: inout Surface) {
    let (column, measure) = (rect.column + 2, max(4, (rect.columns - 4) & ~1))
    let head = [clipping.issue.date, phrases.page(clipping.page), clipping.issue.paper].filter { !$0.isEmpty }
    var row = rect.row
    surface.write(
      environment.cut(head.joined(separator: " · "), to: measure), column: column, row: row, style: theme[.quiet],
      clip: rect)
    row += 2
    let paragraphs = clipping.text.split(separator: "\n").prefix(rect.rows).map { (String($0), Theme.Role.plain) }
    let note = clipping.note.isEmpty ? [] : [("✎ " + clipping.note.flattened, Theme.Role.heading)]
    for (text, role) in note + paragraphs where row < rect.endRow {
      // No more than the rows can show.
      let shown = String(text.prefix(rect.rows * measure))
      for line in setLines(shown, LineSetting(measure: measure, ambiguous: environment.ambiguous)) {
        surface.write(shown.slice(line.range), column: column, row: row, style: theme[role], clip: rect)
        row += 1
      }
      row += 1
    }
  }
}

extension String {
  /// On one line: as much as a list shows.
  fileprivate var flattened: String { String(prefix(400).map { $0.isNewline ? " " : $0 }) }
}
