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
      let sheet = makers[place].sheet()
      return LearningPage(
        family: "invented", name: "invented\(number)",
        page: Page(number: 1, path: "", text: PageText(sheet.lines.joined(separator: "\n"))),
        gold: GoldPage(items: sheet.items), group: "")
    }
  }

  private mutating func sheet() -> LayoutSheet {
    // Large families come more often, but far less than by their size.
    let family = families[random.below(families.count)]
    let other = families[random.below(families.count)]
    let larger = family.count * 4 > other.count ? family : other
    let style = LayoutStyle(isLatin: larger[0].isLatin, &random)
    let start = random.below(larger.count)
    let chosen = (0..<Self.items.lowerBound + random.below(Self.items.count)).map { step -> ItemText in
      let source = random.chance(style.mixture) ? other : larger
      return random.chance(60) ? random.pick(source) : source[(start + step) % source.count]
    }
    return LayoutSheet(chosen, style, &random)
  }
}
