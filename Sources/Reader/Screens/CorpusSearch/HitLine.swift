import Newspaper
import Screen
import Searching
import Typesetting

/// Draws the line of a hit: its article, the way in which it was found, and the match in its context.
struct HitLine {
  let environment: Environment
  let rect: Rect
  /// True if the list takes the keys.
  let hasFocus: Bool

  private var theme: Theme { environment.theme }

  /// Columns before the context: for the cursor, the article, and the way in which a hit was found.
  private var gutter: (article: Int, headline: Int, kind: Int, text: Int) {
    switch rect.columns {
    case 100...:
      let headline = min(30, rect.columns / 5)
      return (2, headline, 7 + headline, 10 + headline)
    case 60...: return (2, 0, 6, 9)
    default: return (2, 0, 2, 5)
    }
  }

  private var showsArticle: Bool { rect.columns >= 60 }

  /// The column where all matches start.
  var matchColumn: Int { rect.column + gutter.text + textColumns * 2 / 5 }

  private var textColumns: Int { max(1, rect.columns - gutter.text - 1) }

  func draw(
    _ hit: CorpusHit, row: Int, isSelected: Bool, isMarked: Bool = false, namesArticle: Bool,
    on surface: inout Surface
  ) {
    guard row < rect.endRow else { return }
    let style = isSelected ? theme[hasFocus ? .selected : .selectedUnfocused] : .plain
    if isSelected {
      let line = Rect(column: rect.column, row: row, columns: rect.columns, rows: 1)
      if hasFocus { surface.fill(line, style: style) }
      surface.write("▸", column: rect.column, row: row, style: style, clip: rect)
    }
    if isMarked {
      surface.write("x", column: rect.column + 1, row: row, style: theme[.key].over(style), clip: rect)
    }
    drawGutter(hit, row: row, style: style, namesArticle: namesArticle || isSelected, on: &surface)
    drawText(hit, row: row, style: style, isSelected: isSelected, on: &surface)
  }

  private func drawGutter(_ hit: CorpusHit, row: Int, style: Style, namesArticle: Bool, on surface: inout Surface) {
    // Faint on a ground of its own would be a patch of another ground.
    let isPlain = style == .plain
    let quiet = isPlain ? theme[.quiet] : style
    let kind = environment.phrases.sign(of: hit.match.kind)
    surface.write(
      kind, column: rect.column + gutter.kind, row: row, style: isPlain ? theme[.mark] : style, clip: rect)
    guard showsArticle, namesArticle else { return }
    let column = rect.column + gutter.article
    surface.write(String(hit.match.article + 1), endingAt: column + 3, row: row, style: quiet, clip: rect)
    guard gutter.headline > 0 else { return }
    surface.write(
      environment.cut(environment.settings.script.written(hit.headline), to: gutter.headline), column: column + 4,
      row: row, style: quiet, clip: rect)
  }

  private func drawText(_ hit: CorpusHit, row: Int, style: Style, isSelected: Bool, on surface: inout Surface) {
    let start = rect.column + gutter.text
    let script = environment.settings.script
    let line = KeywordLine(
      before: script.written(hit.context.before), match: script.written(hit.context.repaired),
      after: script.written(hit.context.after), columns: textColumns, matchColumn: matchColumn - start,
      ambiguous: environment.ambiguous)
    let base = hit.context.role == .headline ? theme[.headline].over(style) : style
    let match = theme[isSelected ? .currentMatch : hit.match.kind.role].over(style)
    for placed in line.glyphs {
      surface.put(
        placed.glyph, column: start + placed.column, row: row,
        style: placed.isMatch ? match : base, clip: rect)
    }
  }
}
