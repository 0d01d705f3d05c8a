import Screen
import Searching
import Typesetting

/// A line that is being typed, with its cursor, what stands at its end, and what is wrong with the query in it.
struct PromptLine {
  let reader: Reader
  /// Its row.
  let rect: Rect
  /// Stands before the line.
  let sign: String
  let line: LineEditor
  /// What the line asks, where it is a query.
  var typed: TypedQuery?
  /// Whether what is unfinished counts as a mistake.
  var isRefused = false
  /// What stands at its end, the longest first, of which the first one is taken that leaves room for the line.
  var asides: [String] = []
  var asideRole = Theme.Role.quiet

  /// The line keeps at least so many columns.
  private static let leastColumns = 8

  /// Draws the line and, on the row above it, what is wrong.
  /// - Returns: where the cursor stands.
  func draw(on surface: inout Surface) -> Point? {
    let start = surface.write(sign, column: rect.column, row: rect.row, style: reader.theme[.prompt], clip: rect)
    let aside = asides.first { !$0.isEmpty && reader.width($0) + Self.leastColumns <= rect.columns }
    let end = aside.map { rect.endColumn - reader.width($0) - 2 } ?? rect.endColumn
    let clip = Rect(column: start, row: rect.row, columns: end - start, rows: 1)
    let hidden = hiddenBytes(in: clip.columns)
    let text = line.text
    surface.write(
      text, hidden..<text.utf8.count, column: clip.column, row: clip.row, style: reader.theme[.prompt], spans: spans,
      clip: clip)
    if let aside {
      surface.write(aside, endingAt: rect.endColumn - 1, row: rect.row, style: reader.theme[asideRole], clip: rect)
    }
    drawMistake(from: clip.column, hidden: hidden, on: &surface)
    let cursor = clip.column + reader.width(line.beforeCaret.slice(hidden..<line.beforeCaret.utf8.count))
    return cursor < rect.endColumn ? Point(column: cursor, row: rect.row) : nil
  }

  /// How much of the line's start is not shown, so that the cursor is.
  private func hiddenBytes(in columns: Int) -> Int {
    var before = reader.width(line.beforeCaret)
    var hidden = 0
    for character in line.text where before > columns - 1 {
      before -= Glyph(character, ambiguous: reader.ambiguous).width
      hidden += character.utf8.count
    }
    return hidden
  }

  // MARK: Mistakes

  /// Whether something is wrong that typing on does not put right.
  private var isWrong: Bool { typed.map { $0.mistake != nil && (!$0.isUnfinished || isRefused) } ?? false }

  private var spans: [Span] {
    guard isWrong, let mistake = typed?.mistake else { return [] }
    return [Span(range: mistake.range, style: reader.theme[.mistake])]
  }

  /// Says what is wrong above its place; what may only be unfinished quietly.
  private func drawMistake(from column: Int, hidden: Int, on surface: inout Surface) {
    guard let mistake = typed?.mistake, rect.row > 0, isWrong || typed?.query == nil else { return }
    let row = Rect(column: rect.column, row: rect.row - 1, columns: rect.columns, rows: 1)
    let style = reader.theme[isWrong ? .error : .quiet]
    surface.fill(row)
    let before = line.text.slice(0..<mistake.range.lowerBound).utf8.count
    let place = column + reader.width(line.text.slice(min(hidden, before)..<before))
    let words = mistake.words(in: reader.language)
    let width = reader.width(words)
    // Behind its place if there is room, else before it; the place is marked where words leave it free.
    if place + 2 + width <= row.endColumn {
      surface.write("▾ " + words, column: place, row: row.row, style: style, clip: row)
    } else if row.column + width + 2 <= place {
      surface.write(words + " ▾", column: place - width - 1, row: row.row, style: style, clip: row)
    } else {
      surface.write(reader.cut(words, to: row.columns), column: row.column, row: row.row, style: style, clip: row)
    }
  }
}
