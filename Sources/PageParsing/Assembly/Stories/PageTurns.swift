import Newspaper

// Sentences that a page turn breaks, without a line that says where they go on.
extension Issue {
  /// Makes one story of an article whose text breaks off at a page's end and of the text with which the next page opens
  /// without a headline.
  mutating func joinPageTurns() {
    for (page, next) in zip(pages, pages.dropFirst()) where next.number == page.number + 1 {
      guard let opening = articles.lastIndex(where: { $0.page == page.number }), opening + 1 < articles.count,
        articles[opening].breaksOff, articles[opening + 1].page == next.number, articles[opening + 1].opensInside
      else { continue }
      join(opening, page.number, next.number)
    }
  }

  private mutating func join(_ opening: Int, _ page: Int, _ next: Int) {
    articles[opening].jump = Jump(text: "", direction: .to, page: next)
    articles[opening + 1].jump = Jump(text: "", direction: .from, page: page)
    guard let last = articles[opening].blocks.lastIndex(where: { $0.role == .paragraph }) else { return }
    articles[opening].blocks[last].passage.repairs.removeAll { $0.kind == .cutAfter }
    let line = articles[opening].blocks[last].passage.lines.last ?? 1
    var passage = articles[opening + 1].blocks[0].passage
    passage.repairs.removeAll { $0.kind == .gapBefore }
    passage.repairs.append(Repair(.joined, line: passage.lines.first ?? 1, because: .overPageTurn(line: line)))
    articles[opening + 1].blocks[0].passage = passage
  }
}

extension Article {
  /// True if its text stops inside a sentence.
  fileprivate var breaksOff: Bool {
    guard jump == nil, pointsTo == nil, let last = blocks.last(where: { $0.role == .paragraph }) else { return false }
    return last.passage.repairs.contains { $0.kind == .cutAfter }
  }

  /// True if it begins with text that may be the rest of a sentence.
  fileprivate var opensInside: Bool {
    jump == nil && pointsTo == nil && dateline == nil && blocks.first?.role == .paragraph
  }
}
