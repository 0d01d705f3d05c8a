import Newspaper
import Screen
import Typesetting

/// Draws what is said of a passage: beside the article on a wide screen, below it else, alone on a low one.
struct WhyView {
  let reader: Reader
  let page: WhyPage

  /// From so many rows on the article stays in sight above.
  private static let sharedRows = 12

  private var panes: Rect { reader.layout.panes }

  /// Where the article stays in sight; nil where there is no room for both.
  var articleRect: Rect? {
    if reader.layout.isWide { return reader.layout.rect(of: .article) }
    guard panes.rows >= Self.sharedRows else { return nil }
    return Rect(column: panes.column, row: panes.row, columns: panes.columns, rows: panes.rows * 2 / 5)
  }

  /// Where it is said.
  var rect: Rect {
    guard let article = articleRect else { return panes }
    if reader.layout.isWide {
      return Rect(column: panes.column, row: panes.row, columns: article.column - 1 - panes.column, rows: panes.rows)
    }
    let row = article.endRow + 1
    return Rect(column: panes.column, row: row, columns: panes.columns, rows: panes.endRow - row)
  }

  private var lines: [WhyText.Line] {
    guard let issue = reader.issue, let blocks = reader.galley?.galley.blocks, blocks.indices.contains(page.block)
    else { return [] }
    let text = WhyText(
      blocks[page.block].content, of: issue, page.explanations, columns: rect.columns - 2 * margin, reader.phrases,
      reader.ambiguous)
    return text.lines
  }

  private var margin: Int { rect.columns >= 40 ? 2 : 1 }

  /// The number of the first line at which its place is still full.
  var lastTop: Int { max(0, lines.count - rect.rows) }

  func draw(on surface: inout Surface) {
    if let article = articleRect, !reader.layout.isWide {
      for column in panes.column..<panes.endColumn {
        surface.put(rule: "─", column: column, row: article.endRow, style: reader.theme[.rule], clip: panes)
      }
    }
    for (number, line) in lines.dropFirst(page.top).prefix(rect.rows).enumerated() {
      let column = rect.column + margin + line.indent
      let row = rect.row + number
      surface.write(line.lead, endingAt: column - 1, row: row, style: reader.theme[.key], clip: rect)
      surface.write(line.words, column: column, row: row, style: reader.theme[line.role], clip: rect)
    }
  }
}

extension ArticleView {
  /// The first line shown: where one is, or such that the passage that is explained is in sight.
  var top: Int {
    guard let page = reader.why, let galley = reader.galley?.galley, galley.blocks.indices.contains(page.block),
      let first = galley.lines(ofBlock: page.block).first
    else { return reader.place.top }
    let top = reader.place.top
    if (top..<top + rect.rows).contains(first) { return top }
    return max(0, min(first - rect.rows / 3, galley.lines.count - rect.rows))
  }

  /// A bar beside the passage that is explained; without a margin the passage is reversed.
  func drawCursor(on surface: inout Surface) {
    guard let page = reader.why, let galley = reader.galley?.galley, galley.blocks.indices.contains(page.block) else {
      return
    }
    let margin = min(2, column.column - rect.column)
    let top = top
    for line in galley.lines(ofBlock: page.block) where (top..<top + rect.rows).contains(line) {
      let row = rect.row + line - top
      if margin > 0 {
        surface.put(
          rule: "▌", column: column.column - margin, row: row, style: reader.theme[.cursor], clip: rect)
      } else {
        let cells = Rect(column: column.column, row: row, columns: column.columns, rows: 1)
        surface.restyle(cells) { $0.attributes.formSymmetricDifference(.reverse) }
      }
    }
  }
}
