import Newspaper
import Screen
import Typesetting

/// The places of the reasons and of the article: side by side on a wide screen, the reasons below else, alone on a low
/// one.
struct WhyLayout {
  /// The article's place; nil where there is no room for both.
  let articleRect: Rect?
  /// The place of the reasons.
  let rect: Rect
  /// The row of the rule between them, where they stand one below the other.
  let ruleRow: Int?

  /// From so many rows on the article stays in sight above.
  private static let sharedRows = 12

  init(_ layout: Layout) {
    let panes = layout.panes
    if layout.isWide {
      let article = layout.rect(of: .article) ?? panes
      articleRect = article
      rect = Rect(column: panes.column, row: panes.row, columns: article.column - 1 - panes.column, rows: panes.rows)
      ruleRow = nil
    } else if panes.rows >= Self.sharedRows {
      let article = Rect(column: panes.column, row: panes.row, columns: panes.columns, rows: panes.rows * 2 / 5)
      let row = article.endRow + 1
      articleRect = article
      rect = Rect(column: panes.column, row: row, columns: panes.columns, rows: panes.endRow - row)
      ruleRow = article.endRow
    } else {
      (articleRect, rect, ruleRow) = (nil, panes, nil)
    }
  }

  /// Columns of air on both sides of the reasons.
  var margin: Int { rect.columns >= 40 ? 2 : 1 }
}

/// Draws the reasons for what a passage is.
struct WhyView {
  let environment: Environment
  let layout: WhyLayout
  let lines: [WhyText.Line]
  /// The first line shown.
  let top: Int

  /// The number of the first line at which the place is still full.
  var lastTop: Int { max(0, lines.count - layout.rect.rows) }

  func draw(on surface: inout Surface) {
    let rect = layout.rect
    if let row = layout.ruleRow {
      for column in rect.column..<rect.endColumn {
        surface.put(rule: "─", column: column, row: row, style: environment.theme[.rule], clip: surface.bounds)
      }
    }
    for (number, line) in lines.dropFirst(top).prefix(rect.rows).enumerated() {
      let column = rect.column + layout.margin + line.indent
      let row = rect.row + number
      surface.write(line.lead, endingAt: column - 1, row: row, style: environment.theme[.key], clip: rect)
      surface.write(line.words, column: column, row: row, style: environment.theme[line.role], clip: rect)
    }
  }
}
