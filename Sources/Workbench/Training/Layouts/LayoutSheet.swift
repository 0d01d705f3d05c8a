import Chance

/// An invented page: its lines, and its items as gold.
struct LayoutSheet {
  private(set) var lines: [String] = []
  private(set) var items: [GoldItem] = []
  private let style: LayoutStyle

  /// Lines of one role that stand together, in pieces that are one paragraph.
  private struct Block {
    var item: Int
    var role: ScoredRole
    var lines: [String]
  }

  private struct Draft {
    var opening: [Block] = []
    var body: [Block] = []
  }

  init(_ texts: [ItemText], _ style: LayoutStyle, _ random: inout RandomSource) {
    self.style = style
    let isLatin = texts.first?.isLatin == true
    var words = LayoutWords(texts, style)
    if style.hasFolio {
      for line in words.folio(isLatin: isLatin, &random) { put(line, air: .paragraphs) }
    }
    var drafts: [Draft] = []
    for text in texts {
      drafts += self.drafts(words.changed(text, &random), &words, &random)
      guard !isLatin else { continue }
      if random.chance(style.pointers), let head = text.clauses.last { drafts.append(pointer(head, &words, &random)) }
      if random.chance(style.notices) { drafts += self.drafts(words.notice(&random), &words, &random) }
    }
    var place = 0
    while place < drafts.count {
      let isCrossed = place + 1 < drafts.count && !drafts[place + 1].opening.isEmpty && random.chance(style.crossed)
      let group = drafts[place...].prefix(isCrossed ? 2 : 1)
      let bodies = group.map(\.body)
      let body = group.count == 2 && random.chance(style.woven) ? woven(bodies, &random) : bodies.flatMap { $0 }
      if group.count == 1, body.count > 2, random.chance(style.swapped) {
        put(Array(body.suffix(1)), &words, &random)
        put(group.flatMap(\.opening) + body.dropLast(), &words, &random)
      } else {
        put(group.flatMap(\.opening) + body, &words, &random)
      }
      place += group.count
    }
    items.removeAll { $0.roles.isEmpty }
  }

  private mutating func drafts(_ text: ItemText, _ words: inout LayoutWords, _ random: inout RandomSource) -> [Draft] {
    let item = items.count
    items.append(GoldItem(kind: text.isPhoto && text.paragraphs.isEmpty ? "photo" : "article"))
    var draft = Draft()
    var (heads, bylines) = words.misread(text.heads, text.bylines, &random)
    if style.setting == .lines { heads = heads.flatMap { words.broken($0, &random) } }
    draft.opening = (heads.map { (ScoredRole.head, $0) } + bylines.map { (.byline, $0) }).map {
      Block(item: item, role: $0, lines: [words.damaged($1, &random)])
    }
    draft.body = text.paragraphs.map {
      Block(item: item, role: .body, lines: words.set(words.damaged($0, &random), &random))
    }
    let captions = text.captions.map {
      Block(item: item, role: .caption, lines: words.set(words.damaged($0, &random), &random))
    }
    draft.body.insert(contentsOf: captions, at: random.chance(60) ? random.below(draft.body.count + 1) : 0)
    if let signature = text.signature {
      draft.body.append(Block(item: item, role: .byline, lines: [words.damaged(signature, &random)]))
    }
    guard !text.isLatin, random.chance(style.photos), let caption = words.caption(of: text, &random) else {
      return [draft]
    }
    return [draft, photo(caption, text, &words, &random)]
  }

  /// The blocks of two texts in turn, a few at a time.
  private func woven(_ texts: [[Block]], _ random: inout RandomSource) -> [Block] {
    var rest = texts.map { $0[...] }
    var woven: [Block] = []
    while rest.contains(where: { !$0.isEmpty }) {
      for place in rest.indices {
        let count = 1 + random.below(3)
        woven += rest[place].prefix(count)
        rest[place] = rest[place].dropFirst(count)
      }
    }
    return woven
  }

  /// A head that points to another page.
  private mutating func pointer(
    _ head: String, _ words: inout LayoutWords, _ random: inout RandomSource
  ) -> Draft {
    let item = items.count
    items.append(GoldItem(kind: "pointer"))
    var draft = Draft()
    draft.opening = [
      Block(item: item, role: .head, lines: [words.damaged(head, &random)]),
      Block(item: item, role: .pointer, lines: [words.pointer(&random)]),
    ]
    return draft
  }

  /// A photo of its own.
  private mutating func photo(
    _ caption: String, _ text: ItemText, _ words: inout LayoutWords, _ random: inout RandomSource
  ) -> Draft {
    let item = items.count
    items.append(GoldItem(kind: "photo"))
    var draft = Draft()
    if random.chance(30), let head = text.clauses.first {
      draft.opening = [Block(item: item, role: .head, lines: [words.damaged(head, &random)])]
    }
    draft.body = [Block(item: item, role: .caption, lines: words.set(words.damaged(caption, &random), &random))]
    return draft
  }

  private mutating func put(_ blocks: [Block], _ words: inout LayoutWords, _ random: inout RandomSource) {
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

extension GoldItem {
  /// An item of which no line is known.
  fileprivate init(kind: String) {
    self.kind = kind
    (heads, headline, byline, caption, pointer, drop, free) = ([], [], [], [], [], [], [])
    (names, paragraphs, isLoose, isWrapped) = ([], [], true, false)
  }

  fileprivate mutating func add(_ lines: [Int], _ role: ScoredRole) {
    switch role {
    case .head:
      heads += lines
      headline += lines
    case .byline: byline += lines
    case .pointer: pointer += lines
    case .caption: caption += lines
    default: paragraphs.append(lines)
    }
  }
}
