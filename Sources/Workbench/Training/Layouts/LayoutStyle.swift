import Chance

/// The way in which an invented page is set and damaged. Rates are in percent.
struct LayoutStyle {
  enum Setting: CaseIterable { case paragraphs, pieces, lines }
  /// From close lines to a blank line between any two.
  enum Air: Int { case none, items, paragraphs, lines }
  /// The words in which items open, which are taken away or put there.
  enum Change: CaseIterable { case kept, removed, added, mixed }
  /// Lines of a stack as they are, run together to one, or broken anywhere.
  enum Heads: CaseIterable { case kept, joined, broken }

  let setting: Setting
  /// The length of a printed line in hanzi.
  let measure: Int
  let isSetIn: Bool
  let air: Air
  let datelines: Change
  let bylines: Change
  let hasFolio: Bool
  let hasCapitals: Bool
  /// Paragraphs of an item at most.
  let mostParagraphs: Int
  /// Damaged characters of a thousand.
  let damage: Int
  /// Items whose head is left out.
  let briefs: Int
  let decks: Int
  let photos: Int
  /// Lines behind which a paragraph is broken, or a block ends.
  let edges: Int
  /// Pairs of items whose heads stand before both texts.
  let crossed: Int
  /// Lines behind which something stands that belongs nowhere.
  let litter: Int
  /// Items that come from other families.
  let mixture: Int
  let heads: Heads
  /// Pages that point to others, and notices, of a hundred items.
  let pointers: Int
  let notices: Int
  /// Bylines that an engine broke or ran together with the head.
  let brokenBylines: Int
  /// Items the end of whose text stands before their heads, and pairs whose texts alternate, as where an engine took
  /// columns in a wrong order.
  let swapped: Int
  let woven: Int

  /// A style drawn by chance.
  /// - Parameter setting: nil for any.
  init(isLatin: Bool, setting: Setting? = nil, _ random: inout RandomSource) {
    let drawn = random.pick(Setting.allCases)
    self.setting = setting ?? drawn
    measure = random.pick(isLatin ? [14, 16, 18, 20, 24, 30] : [11, 13, 14, 15, 16, 18, 20, 24, 28])
    isSetIn = random.chance(40)
    air = random.pick([.none, .items, .paragraphs, .paragraphs, .lines, .lines])
    datelines = random.pick([.kept, .kept, .removed, .added, .added, .mixed])
    bylines = random.pick([.kept, .kept, .removed, .added, .mixed])
    hasFolio = random.chance(60)
    hasCapitals = random.chance(70)
    mostParagraphs = random.pick([1, 2, 4, 8, 30])
    damage = random.pick([0, 0, 0, 4, 10, 25])
    briefs = random.pick([0, 0, 0, 10, 30])
    decks = random.pick([0, 0, 10, 30])
    photos = random.pick([0, 0, 10, 25])
    edges = random.pick([2, 5, 10])
    crossed = random.pick([0, 0, 0, 10, 25])
    litter = random.pick([0, 0, 0, 1, 2])
    mixture = random.chance(30) ? 50 : 0
    heads = random.pick([.kept, .kept, .joined, .broken])
    pointers = random.pick([0, 0, 5, 15])
    notices = random.pick([0, 0, 5, 15])
    brokenBylines = random.pick([0, 0, 10, 30])
    swapped = random.pick([0, 0, 0, 4, 8])
    woven = random.pick([0, 0, 30])
  }
}

extension RandomSource {
  /// One of some values.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
