import Chance

/// An invented page: its lines, and its items as gold.
struct LayoutSheet {
  private(set) var lines: [String] = []
  private(set) var items: [GoldItem] = []
  private let style: LayoutStyle

  init(_ drafts: LayoutDrafts, _ style: LayoutStyle, _ random: inout RandomSource) {
    self.style = style
    items = drafts.items
    let (words, folio, drafts) = (drafts.words, drafts.folio, drafts.drafts)
    for line in folio { put(line, air: .paragraphs) }
    var place = 0
    while place < drafts.count {
      let isCrossed = place + 1 < drafts.count && !drafts[place + 1].opening.isEmpty && random.chance(style.crossed)
      let group = drafts[place...].prefix(isCrossed ? 2 : 1)
      let bodies = group.map(\.body)
      let body = group.count == 2 && random.chance(style.woven) ? woven(bodies, &random) : bodies.flatMap { $0 }
      if group.count == 1, body.count > 2, random.chance(style.swapped) {
        put(Array(body.suffix(1)), words, &random)
        put(group.flatMap(\.opening) + body.dropLast(), words, &random)
      } else {
        put(group.flatMap(\.opening) + body, words, &random)
      }
      place += group.count
    }
    items.removeAll { $0.roles.isEmpty }
  }

  /// The blocks of two texts in turn, a few at a time.
  private func woven(_ texts: [[LayoutDraft.Block]], _ random: inout RandomSource) -> [LayoutDraft.Block] {
    var rest = texts.map { $0[...] }
    var woven: [LayoutDraft.Block] = []
    while rest.contains(where: { !$0.isEmpty }) {
      for place in rest.indices {
        let count = 1 + random.below(3)
        woven += rest[place].prefix(count)
        rest[place] = rest[place].dropFirst(count)
      }
    }
    return woven
  }

  private mutating func put(_ blocks: [LayoutDraft.Block], _ words: LayoutWords, _ random: inout RandomSource) {
    space(.items)
    for block in blocks {
      var numbers: [Int] = []
      for (place, line) in block.lines.enumerated() {
        if place > 0, style.setting == .pieces { space(.paragraphs) }
        if place > 0, style.setting == .lines, style.air == .paragraphs, random.chance(style.edges) { space(.none) }
        let isSetIn = style.isSetIn && place == 0 && block.role == .body && style.setting != .pieces
        numbers.append(put(isSetIn ? "\u{3000}\u{3000}" + line : line, air: place > 0 ? .lines : .paragraphs))
        if random.chance(style.litter) { put(words.litter(&random), air: .paragraphs) }
      }
      items[block.item].add(numbers, block.role)
    }
  }

  @discardableResult
  private mutating func put(_ line: String, air: LayoutStyle.Air) -> Int {
    space(air)
    lines.append(line)
    return lines.count
  }

  /// Leaves a line blank where the page has so much air.
  private mutating func space(_ air: LayoutStyle.Air) {
    guard style.air.rawValue >= air.rawValue, lines.last?.isEmpty == false else { return }
    lines.append("")
  }
}
