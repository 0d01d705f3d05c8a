import Newspaper
import Screen
import Typesetting

extension Reader {
  /// Draws the whole screen; what stood on the surface does not matter.
  /// - Returns: where the cursor stands, or nil if it is to be hidden.
  public func draw(on surface: inout Surface) -> Point? {
    surface.ambiguous = ambiguous
    surface.fill(surface.bounds)
    let layout = layout
    guard !layout.isTooSmall else {
      let smallest = Layout.smallest
      let words = phrases.tooSmall(columns: smallest.columns, rows: smallest.rows)
      let fitting = words.first { width($0) <= size.columns } ?? words.last ?? ""
      surface.write(fitting, column: 0, row: 0, style: .plain, clip: surface.bounds)
      return nil
    }
    if showsResults, case .results = overlay {
      ResultsTitle(reader: self).draw(on: &surface)
    } else {
      drawTitle(layout, on: &surface)
    }
    drawRules(layout, on: &surface)
    switch overlay {
    case .listing(let listing): ListingView(reader: self, listing: listing).draw(on: &surface)
    case .why(let page): drawWhy(page, on: &surface)
    case .results: ResultsView(reader: self).draw(on: &surface)
    case .queries(let page): QueriesView(reader: self, page: page).draw(on: &surface)
    default: drawPanes(layout, on: &surface)
    }
    return StatusLine(reader: self).draw(on: &surface)
  }

  private func drawTitle(_ layout: Layout, on surface: inout Surface) {
    let count = phrases.totals(issues: issues.count, articles: totalArticles)
    let totals = reading.map { phrases.reading($0.done, of: $0.total) + " · " + count } ?? count
    let column = surface.write(phrases.name, column: 1, row: 0, style: theme[.title], clip: layout.title)
    let end = layout.title.endColumn - 1
    let room = end - column - 2
    let showsTotals = width(totals) + 2 <= room
    if showsTotals { surface.write(totals, endingAt: end, row: 0, style: theme[.quiet], clip: layout.title) }
    let name = cut(corpusName, to: showsTotals ? room - width(totals) - 2 : room)
    surface.write(name, column: column + 2, row: 0, style: .plain, clip: layout.title)
  }

  /// Quiet rules; the one above the pane with the focus is heavier.
  private func drawRules(_ layout: Layout, on surface: inout Surface) {
    let isWhy = if case .why = overlay { true } else { false }
    let separators = overlay == nil ? layout.separators : isWhy ? layout.separators.suffix(1) : []
    let focus = overlay != nil || !layout.isWide ? nil : layout.rect(of: pane)
    for (row, joint) in [(layout.topRule, "┬"), (layout.bottomRule, "┴")] {
      guard let row else { continue }
      for column in 0..<size.columns {
        let isHeavy = joint == "┬" && focus.map { ($0.column..<$0.endColumn).contains(column) } == true
        let glyph = separators.contains(column) ? joint : (isHeavy ? "━" : "─")
        let style = theme[isHeavy ? .plain : .rule]
        surface.put(rule: glyph, column: column, row: row, style: style, clip: surface.bounds)
      }
    }
    for column in separators {
      for row in layout.panes.row..<layout.panes.endRow {
        surface.put(rule: "│", column: column, row: row, style: theme[.rule], clip: surface.bounds)
      }
    }
  }

  private func drawWhy(_ page: WhyPage, on surface: inout Surface) {
    let view = WhyView(reader: self, page: page)
    view.draw(on: &surface)
    guard let rect = view.articleRect, let column = layout.textColumn else { return }
    let article = ArticleView(reader: self, rect: rect, column: column)
    article.draw(on: &surface)
    article.drawCursor(on: &surface)
  }

  private func drawPanes(_ layout: Layout, on surface: inout Surface) {
    if let rect = layout.rect(of: .issues) { IssueListView(reader: self, rect: rect).draw(on: &surface) }
    if isFront { return FrontView(reader: self, rect: layout.panes).draw(on: &surface) }
    if let rect = layout.rect(of: .contents) { ContentsView(reader: self, rect: rect).draw(on: &surface) }
    if let rect = layout.rect(of: .article), galley?.pages.flow != nil {
      PagesView(reader: self, rect: rect).draw(on: &surface)
    } else if let rect = layout.rect(of: .article), let column = layout.textColumn {
      ArticleView(reader: self, rect: rect, column: column).draw(on: &surface)
    }
  }
}
