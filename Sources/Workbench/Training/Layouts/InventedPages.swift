import Chance
import Newspaper

/// Pages in layouts that no given page has, made of the items of given ones, so that weights are learned that hold for
/// papers never seen (domain randomization, Tobin and others 2017).
struct InventedPages {
  /// Families of items in one script.
  private let families: [[ItemText]]
  private var random = RandomSource(seed: 7)

  /// Families with fewer items would come again too often.
  private static let leastItems = 5
  private static let items = 5...14
  /// Pages of a hundred in Latin letters, where there are such items.
  private static let latin = 22
  /// Pages of five whose lines have places.
  private static let placed = 2

  private init(_ families: [[ItemText]]) { self.families = families }

  /// So many pages of the items of some pages, hanzi and Latin letters apart.
  static func pages(from pages: [LearningPage], count: Int) -> [LearningPage] {
    let items = Dictionary(grouping: pages, by: \.family).sorted { $0.key < $1.key }.map { _, pages in
      pages.flatMap { page in page.gold.items.compactMap { ItemText($0, of: page) } }
    }
    func families(isLatin: Bool) -> [[ItemText]] {
      items.map { $0.filter { $0.isLatin == isLatin } }.filter { $0.count >= leastItems }
    }
    var makers = [InventedPages(families(isLatin: false)), InventedPages(families(isLatin: true))]
    makers.removeAll(where: \.families.isEmpty)
    guard !makers.isEmpty else { return [] }
    return (0..<count).map { number in
      let place = makers.count > 1 && makers[0].random.chance(latin) ? 1 : 0
      let (text, items) = number % 5 < placed ? makers[place].placedSheet() : makers[place].sheet()
      return LearningPage(
        family: text.layout == nil ? "invented" : "invented with places", name: "invented\(number)",
        page: Page(number: 1, path: "", text: text), gold: GoldPage(items: items), group: "")
    }
  }

  private mutating func sheet() -> (PageText, [GoldItem]) {
    let items = draw()
    let style = LayoutStyle(isLatin: items[0].isLatin, &random)
    let sheet = LayoutSheet(LayoutDrafts(texts(like: items, style), style, &random), style, &random)
    return (PageText(sheet.lines.joined(separator: "\n")), sheet.items)
  }

  private mutating func placedSheet() -> (PageText, [GoldItem]) {
    let items = draw()
    let style = LayoutStyle(isLatin: items[0].isLatin, setting: .lines, &random)
    let print = PrintStyle(isLatin: items[0].isLatin, &random)
    let sheet = PlacedSheet(LayoutDrafts(texts(like: items, style), style, &random), style, print, &random)
    return (sheet.text, sheet.items)
  }

  /// The items of a family. Large families come more often, but far less than by their size.
  private mutating func draw() -> [ItemText] {
    let family = families[random.below(families.count)]
    let other = families[random.below(families.count)]
    return family.count * 4 > other.count ? family : other
  }

  /// Items of a family, and of another one where the style mixes them.
  private mutating func texts(like family: [ItemText], _ style: LayoutStyle) -> [ItemText] {
    let other = families[random.below(families.count)]
    let start = random.below(family.count)
    return (0..<Self.items.lowerBound + random.below(Self.items.count)).map { step -> ItemText in
      let source = random.chance(style.mixture) ? other : family
      return random.chance(60) ? random.pick(source) : source[(start + step) % source.count]
    }
  }
}
