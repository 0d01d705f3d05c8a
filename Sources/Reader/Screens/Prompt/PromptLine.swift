import Screen
import Searching
import Typesetting

/// Draws a line that is being typed, with its cursor, an aside at its end, and the mistake in its query.
struct PromptLine {
  let environment: Environment
  /// Stands before the line.
  let sign: String
  let line: LineEditor
  /// The query in the line, if it is one.
  var typed: TypedQuery?
  /// True if an unfinished query counts as a mistake.
  var isRefused = false
  /// Words for its end, the longest first; the first one that leaves room for the line is taken.
  var asides: [String] = []
  var asideRole = Theme.Role.quiet

  /// The line keeps at least so many columns.
  private static let leastColumns = 8

  /// The last row.
  private var rect: Rect { Rect(column: 0, row: environment.size.rows - 1, columns: environment.size.columns, rows: 1) }

  /// Draws the line and, on the row above it, the mistake.
  /// - Returns: the place of the cursor.
  func draw(on surface: inout Surface) -> Point? {
    let start = surface.write(sign, column: rect.column, row: rect.row, style: environment.theme[.prompt], clip: rect)
    let aside = asides.first { !$0.isEmpty && environment.width($0) + Self.leastColumns <= rect.columns }
    let end = aside.map { rect.endColumn - environment.width($0) - 2 } ?? rect.endColumn
    let clip = Rect(column: start, row: rect.row, columns: end - start, rows: 1)
    let hidden = hiddenBytes(in: clip.columns)
    let text = line.text
    surface.write(
      text, hidden..<text.utf8.count, column: clip.column, row: clip.row, style: environment.theme[.prompt],
      spans: spans,
      clip: clip)
    if let aside {
      surface.write(aside, endingAt: rect.endColumn - 1, row: rect.row, style: environment.theme[asideRole], clip: rect)
    }
    drawMistake(from: clip.column, hidden: hidden, on: &surface)
    let cursor = clip.column + environment.width(line.beforeCaret.slice(hidden..<line.beforeCaret.utf8.count))
    return cursor < rect.endColumn ? Point(column: cursor, row: rect.row) : nil
  }

  /// The bytes of the line's start that are not shown, so that the cursor is.
  private func hiddenBytes(in columns: Int) -> Int {
    var before = environment.width(line.beforeCaret)
    var hidden = 0
    for character in line.text where before > columns - 1 {
      before -= Glyph(character, ambiguous: environment.ambiguous).width
      hidden += character.utf8.count
    }
    return hidden
  }

  // MARK: Mistakes

  /// True if something is wrong that typing on does not put right.
  private var isWrong: Bool { typed.map { $0.mistake != nil && (!$0.isUnfinished || isRefused) } ?? false }

  private var spans: [Span] {
    guard isWrong, let mistake = typed?.mistake else { return [] }
    return [Span(range: mistake.range, style: environment.theme[.mistake])]
  }

  /// Says above its place what is wrong, quietly if the query may only be unfinished.
  private func drawMistake(from column: Int, hidden: Int, on surface: inout Surface) {
    guard let mistake = typed?.mistake, rect.row > 0, isWrong || typed?.query == nil else { return }
    let row = Rect(column: rect.column, row: rect.row - 1, columns: rect.columns, rows: 1)
    let style = environment.theme[isWrong ? .error : .quiet]
    surface.fill(row)
    let before = line.text.slice(0..<mistake.range.lowerBound).utf8.count
    let place = column + environment.width(line.text.slice(min(hidden, before)..<before))
    let words = mistake.words(in: environment.language)
    let width = environment.width(words)
    // Behind its place if there is room, else before it; the place is marked where words leave it free.
    if place + 2 + width <= row.endColumn {
      surface.write("▾ " + words, column: place, row: row.row, style: style, clip: row)
    } else if row.column + width + 2 <= place {
      surface.write(words + " ▾", column: place - width - 1, row: row.row, style: style, clip: row)
    } else {
      surface.write(environment.cut(words, to: row.columns), column: row.column, row: row.row, style: style, clip: row)
    }
  }
}
