import Chance

/// The measures in which an invented page is printed and the noise with which an engine reports the places of its
/// lines. Lengths are in widths of a hanzi of its running text, shares and rates in percent.
struct PrintStyle {
  /// The white space at both sides of a line.
  enum Setting { case left, centred, right }
  /// The parts that an engine keeps together: none, runs of lines, single paragraphs.
  enum Blocks { case none, runs, paragraphs }

  /// True where items follow each other down the columns; else each has a rectangle of its own.
  let isContinuous: Bool
  let columns: Int
  let gutter: Float
  /// The distance of lines of running text, and their height as the engine has it.
  let leading: Float
  let lineHeight: Float
  /// The depth of a column in lines.
  let depth: Int
  /// The size of type of the first head of an item, as a rule, of other heads, of bylines and of captions.
  let head: Float
  let deck: Float
  let byline: Float
  let caption: Float
  /// The white space between items, and between heads and text.
  let itemGap: Float
  let headGap: Float
  let heads: Setting
  let bylines: Setting
  /// The indent of paragraphs.
  let indent: Float
  /// The standard width of errors in places, and the slope of the lines.
  let noise: Float
  let slope: Float
  /// Lines of text that an engine breaks in two.
  let split: Int
  /// The width of heads against that of their letters.
  let spread: Float
  /// True where lines are as long as their words, and not as the column is wide.
  let isRagged: Bool
  /// Photos in which an engine reads letters.
  let pictures: Int
  let blocks: Blocks
  /// The facts that the format states: the size of type, the role of so many heads, the rules between items.
  let statesType: Bool
  let statedHeads: Int
  let hasRules: Bool

  init(isLatin: Bool, _ random: inout RandomSource) {
    isContinuous = random.chance(isLatin ? 75 : 20)
    columns = random.pick(isLatin ? [2, 3, 4, 5, 6, 7] : [3, 4, 5, 6, 7])
    gutter = random.pick([0.6, 1, 1.5, 2])
    leading = random.pick(isLatin ? [1.05, 1.15, 1.25, 1.4] : [1.2, 1.35, 1.5, 1.7])
    lineHeight = leading * random.pick([0.65, 0.75, 0.85, 0.95])
    depth = random.pick([30, 45, 60, 90, 130])
    head = random.pick(isLatin ? [0.9, 1, 1, 1.1, 1.25, 1.5, 2] : [1.2, 1.4, 1.6, 1.8, 2.2, 2.6])
    deck = min(head, random.pick([0.85, 0.95, 1, 1.15, 1.3]))
    byline = random.pick([0.8, 0.9, 1, 1, 1.1])
    caption = random.pick([0.8, 0.85, 0.9, 1])
    itemGap = random.pick([0.3, 0.6, 1, 1.6, 2.5])
    headGap = random.pick([0.1, 0.3, 0.6, 1])
    heads = random.pick([.centred, .centred, .centred, .left])
    bylines = random.pick([.centred, .left, .left, .right])
    indent = random.pick(isLatin ? [0, 0.7, 1, 1.5] : [2, 2, 2, 0])
    noise = random.pick([0.02, 0.05, 0.1, 0.15, 0.25])
    split = random.pick([0, 0, 1, 3, 6])
    spread = random.pick([1, 1, 1, 1.2, 1.5])
    isRagged = random.chance(15)
    pictures = random.pick([0, 0, 20, 60])
    slope = random.pick([0, 0, -0.008, 0.006])
    blocks = random.pick([.none, .runs, .runs, .paragraphs])
    statesType = random.chance(25)
    statedHeads = random.pick([0, 0, 0, 0, 40, 80])
    hasRules = random.chance(30)
  }
}
