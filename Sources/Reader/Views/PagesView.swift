import Newspaper
import Screen

/// An article on pages that are turned: in columns side by side, or in vertical lines from right to left.
struct PagesView {
  let reader: Reader
  let rect: Rect

  func draw(on surface: inout Surface) {
    guard let set = reader.galley else { return }
    draw(set.pages, page: reader.place.top, on: &surface)
  }

  /// Draws a page of an article.
  func draw(_ pages: SetPages, page: Int, on surface: inout Surface) {
    guard let flow = pages.flow, flow.pages.indices.contains(page) else { return }
    let painter = LinePainter(reader: reader, galley: pages.galley, clip: rect)
    let print = PagePrint(pages: pages, rect: rect, isOnly: flow.pages.count == 1)
    print.draw(flow.pages[page], with: painter, rule: reader.theme[.rule], on: &surface)
    let lines = flow.pages[page].slots.map(\.line)
    let shown = (lines.min() ?? 0)..<(lines.max() ?? -1) + 1
    MatchStrip(reader: reader, galley: pages.galley, shown: shown, rect: rect, textEnd: print.endColumn)?
      .draw(on: &surface)
  }
}

/// Where the lines of a page stand in a rectangle of the screen.
struct PagePrint {
  private let geometry: PageGeometry
  private let galley: Galley
  /// The columns and rows that the text takes.
  private let block: Rect

  /// - Parameter isOnly: it is the whole article: then a short text stands in the middle.
  init(pages: SetPages, rect: Rect, isOnly: Bool) {
    geometry = pages.geometry
    galley = pages.galley
    var size = pages.geometry.size
    if isOnly, geometry.form.isVertical, let depth = pages.flow?.pages.first?.depth {
      size.columns = depth * (2 + geometry.leading) - geometry.leading
    }
    block = Rect(
      column: rect.column + max(0, rect.columns - size.columns) / 2, row: rect.row, columns: size.columns,
      rows: size.rows)
  }

  /// The first column behind the text.
  var endColumn: Int { block.endColumn }

  func draw(_ page: PageFlow.Page, with painter: LinePainter, rule: Style, on surface: inout Surface) {
    for slot in page.slots {
      let line = galley.lines[slot.line]
      let along = (slot.column ?? 0) * (extent + geometry.gutter)
      if geometry.form.isVertical {
        painter.drawVertically(line, column: column(atDepth: slot.depth), row: block.row + along, on: &surface)
      } else {
        painter.draw(line, column: block.column + along, row: block.row + slot.depth, on: &surface)
      }
    }
    drawRules(of: page, rule, clip: painter.clip, on: &surface)
  }

  /// Cells of a line.
  private var extent: Int { geometry.form.isVertical ? geometry.form.measure / 2 : geometry.form.measure }

  /// The first of the two columns of a vertical line.
  private func column(atDepth depth: Int) -> Int { block.endColumn - 2 - depth * (2 + geometry.leading) }

  /// Quiet rules between columns, or tiers, as far as there is text on both sides.
  private func drawRules(of page: PageFlow.Page, _ style: Style, clip: Rect, on surface: inout Surface) {
    let last = page.slots.compactMap(\.column).max() ?? 0
    guard geometry.gutter > 0, last > 0 else { return }
    for number in 1...last {
      let place = number * (extent + geometry.gutter) - (geometry.gutter + 1) / 2
      if geometry.form.isVertical {
        for column in column(atDepth: page.depth - 1)..<column(atDepth: page.stackDepth) + 2 {
          surface.put(rule: "─", column: column, row: block.row + place, style: style, clip: clip)
        }
      } else {
        for row in block.row + page.stackDepth..<block.row + page.depth {
          surface.put(rule: "│", column: block.column + place, row: row, style: style, clip: clip)
        }
      }
    }
  }
}
