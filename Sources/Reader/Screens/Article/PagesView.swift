import Newspaper
import Screen
import Typesetting

/// Draws an article on pages that are turned: in columns side by side, or in vertical lines from right to left.
struct PagesView {
  let highlights: Highlights
  let rect: Rect

  /// Draws a page of an article.
  func draw(_ pages: ArticlePages, page: Int, on surface: inout Surface) {
    guard let flow = pages.flow, flow.pages.indices.contains(page) else { return }
    let painter = PagePainter(pages, highlights.looks(), in: rect, isOnly: flow.pages.count == 1)
    painter.draw(flow.pages[page], on: &surface)
    let lines = flow.pages[page].slots.map(\.line)
    let shown = (lines.min() ?? 0)..<(lines.max() ?? -1) + 1
    MatchStrip(highlights: highlights, galley: pages.galley, shown: shown, rect: rect, textEnd: painter.endColumn)?
      .draw(on: &surface)
  }
}
