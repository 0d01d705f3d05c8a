import Screen

/// Draws pages of an article in a rectangle: columns side by side, or vertical lines from right to left.
package struct PagePainter {
  private let geometry: PageGeometry
  private let galley: Galley
  private let looks: TextLooks
  private let clip: Rect
  /// The columns and rows that the text takes.
  private let block: Rect

  /// A painter of an article's pages.
  /// - Parameters:
  ///   - isOnly: true if one page is the whole article; then a short vertical text stands in the middle.
  ///   - clip: the part of the surface that may be changed; the rectangle if nil.
  package init(_ pages: ArticlePages, _ looks: TextLooks, in rect: Rect, isOnly: Bool = false, clip: Rect? = nil) {
    geometry = pages.geometry
    galley = pages.galley
    self.looks = looks
    self.clip = clip ?? rect
    var size = pages.geometry.size
    if isOnly, geometry.form.isVertical, let depth = pages.flow?.pages.first?.depth {
      size.columns = depth * (2 + geometry.leading) - geometry.leading
    }
    block = Rect(
      column: rect.column + max(0, rect.columns - size.columns) / 2, row: rect.row, columns: size.columns,
      rows: size.rows)
  }

  /// The first column behind the text.
  package var endColumn: Int { block.endColumn }

  /// Draws a page.
  package func draw(_ page: PageFlow.Page, on surface: inout Surface) {
    let painter = LinePainter(galley, looks, clip: clip)
    for slot in page.slots {
      let line = galley.lines[slot.line]
      let along = (slot.column ?? 0) * (extent + geometry.gutter)
      if geometry.form.isVertical {
        painter.drawVertically(line, column: column(atDepth: slot.depth), row: block.row + along, on: &surface)
      } else {
        painter.draw(line, column: block.column + along, row: block.row + slot.depth, on: &surface)
      }
    }
    drawRules(of: page, on: &surface)
  }

  /// Cells of a line.
  private var extent: Int { geometry.form.isVertical ? geometry.form.measure / 2 : geometry.form.measure }

  /// The first of the two columns of a vertical line.
  private func column(atDepth depth: Int) -> Int { block.endColumn - 2 - depth * (2 + geometry.leading) }

  /// Draws rules between columns, or tiers, as far as there is text on both sides.
  private func drawRules(of page: PageFlow.Page, on surface: inout Surface) {
    let last = page.slots.compactMap(\.column).max() ?? 0
    guard geometry.gutter > 0, last > 0 else { return }
    for number in 1...last {
      let place = number * (extent + geometry.gutter) - (geometry.gutter + 1) / 2
      if geometry.form.isVertical {
        for column in column(atDepth: page.depth - 1)..<column(atDepth: page.stackDepth) + 2 {
          surface.put(rule: "─", column: column, row: block.row + place, style: looks.rule, clip: clip)
        }
      } else {
        for row in block.row + page.stackDepth..<block.row + page.depth {
          surface.put(rule: "│", column: block.column + place, row: row, style: looks.rule, clip: clip)
        }
      }
    }
  }
}
