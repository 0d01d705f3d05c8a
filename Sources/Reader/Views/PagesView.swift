import Newspaper
import Screen
import Typesetting

/// An article on pages that are turned: in columns side by side, or in vertical lines from right to left.
struct PagesView {
  let reader: Reader
  let rect: Rect

  func draw(on surface: inout Surface) {
    guard let pages = reader.galley?.pages, let flow = pages.flow else { return }
    let page = reader.place.top
    guard flow.pages.indices.contains(page) else { return }
    let painter = PagePainter(pages, reader.looks(), in: rect, isOnly: flow.pages.count == 1)
    painter.draw(flow.pages[page], on: &surface)
    let lines = flow.pages[page].slots.map(\.line)
    let shown = (lines.min() ?? 0)..<(lines.max() ?? -1) + 1
    MatchStrip(reader: reader, galley: pages.galley, shown: shown, rect: rect, textEnd: painter.endColumn)?
      .draw(on: &surface)
  }
}
