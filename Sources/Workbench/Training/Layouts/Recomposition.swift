import Chance
import Newspaper

/// More pages to learn from: the items of pages in another order, so that more of them meet.
///
/// Runs of one to three neighbours stay together, since a page's habits are those of its neighbours as well.
struct Recomposition {
  /// Items of a new page at least.
  private static let items = 11

  /// An item that stands in one piece, as lines and as gold with numbers from 0.
  private struct Piece {
    var lines: [String]
    var item: GoldItem
  }

  private var pieces: [Piece] = []
  private let first: LearningPage

  /// Nil where there are no items to take.
  private init?(_ pages: [LearningPage]) {
    guard let first = pages.first else { return nil }
    self.first = first
    for page in pages { pieces += Self.pieces(of: page) }
    if pieces.isEmpty { return nil }
  }

  /// The pages that some pages ask for, from the items of those of their family that are given.
  static func pages(from pages: [LearningPage]) -> [LearningPage] {
    let families = Dictionary(grouping: pages.filter { $0.recomposed > 0 }, by: \.family)
    return families.sorted { $0.key < $1.key }.flatMap { _, pages -> [LearningPage] in
      guard let composer = Recomposition(pages) else { return [] }
      var random = RandomSource(seed: 1)
      return (0..<composer.first.recomposed).map { composer.page($0, &random) }
    }
  }

  private static func pieces(of page: LearningPage) -> [Piece] {
    page.gold.items.compactMap { item in
      let own = Set(item.roles.keys).union(item.free)
      guard let start = own.min(), let end = own.max(), item.drop.isEmpty else { return nil }
      let text = (start...end).map { page.page.text.line($0) }
      let isWhole = zip(start...end, text).allSatisfy { own.contains($0) || $1.allSatisfy(\.isWhitespace) }
      return isWhole ? Piece(lines: text, item: item.moved(by: -start)) : nil
    }
  }

  private func page(_ number: Int, _ random: inout RandomSource) -> LearningPage {
    var lines: [String] = []
    var items: [GoldItem] = []
    while items.count < Self.items {
      let start = random.below(pieces.count)
      for piece in pieces[start...].prefix([1, 1, 2, 3][random.below(4)]) {
        items.append(piece.item.moved(by: lines.count + 1))
        lines += piece.lines + [""]
      }
    }
    var page = first
    page.family += "+"
    page.name = "\(first.family)+\(number)"
    page.page = Page(number: 1, path: page.name, text: PageText(lines.joined(separator: "\n")))
    page.gold.items = items
    page.recomposed = 0
    return page
  }
}

extension GoldItem {
  /// The same item further down the page.
  fileprivate func moved(by lines: Int) -> GoldItem {
    var item = self
    for field in [\GoldItem.heads, \.headline, \.byline, \.caption, \.pointer, \.drop, \.free] {
      item[keyPath: field] = item[keyPath: field].map { $0 + lines }
    }
    item.paragraphs = item.paragraphs.map { $0.map { $0 + lines } }
    return item
  }
}
