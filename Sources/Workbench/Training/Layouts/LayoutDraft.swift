import Chance

/// One text of an invented page before it is set: lines of its parts, in the order in which they are read.
struct LayoutDraft {
  /// Lines of one role that stand together, in pieces that are one paragraph.
  struct Block {
    var item: Int
    var role: ScoredRole
    var lines: [String]
  }

  /// Heads and bylines.
  var opening: [Block] = []
  var body: [Block] = []
}

/// The texts of an invented page, with pointers and notices between them, and its items, of which no line is known yet.
struct LayoutDrafts {
  private(set) var drafts: [LayoutDraft] = []
  private(set) var items: [GoldItem] = []
  /// The lines with which the page begins.
  private(set) var folio: [String] = []
  private(set) var words: LayoutWords
  private let style: LayoutStyle

  init(_ texts: [ItemText], _ style: LayoutStyle, _ random: inout RandomSource) {
    self.style = style
    let isLatin = texts.first?.isLatin == true
    words = LayoutWords(texts, style)
    if style.hasFolio { folio = words.folio(isLatin: isLatin, &random) }
    for text in texts {
      drafts += self.drafts(words.changed(text, &random), &random)
      guard !isLatin else { continue }
      if random.chance(style.pointers), let head = text.clauses.last { drafts.append(pointer(head, &random)) }
      if random.chance(style.notices) { drafts += self.drafts(words.notice(&random), &random) }
    }
  }

  private mutating func drafts(_ text: ItemText, _ random: inout RandomSource) -> [LayoutDraft] {
    let item = items.count
    items.append(GoldItem(kind: text.isPhoto && text.paragraphs.isEmpty ? "photo" : "article"))
    var draft = LayoutDraft()
    var (heads, bylines) = words.misread(text.heads, text.bylines, &random)
    if style.setting == .lines { heads = heads.flatMap { words.broken($0, &random) } }
    draft.opening = (heads.map { (ScoredRole.head, $0) } + bylines.map { (.byline, $0) }).map {
      LayoutDraft.Block(item: item, role: $0, lines: [words.damaged($1, &random)])
    }
    draft.body = text.paragraphs.map {
      LayoutDraft.Block(item: item, role: .body, lines: words.set(words.damaged($0, &random), &random))
    }
    let captions = text.captions.map {
      LayoutDraft.Block(item: item, role: .caption, lines: words.set(words.damaged($0, &random), &random))
    }
    draft.body.insert(contentsOf: captions, at: random.chance(60) ? random.below(draft.body.count + 1) : 0)
    if let signature = text.signature {
      draft.body.append(LayoutDraft.Block(item: item, role: .byline, lines: [words.damaged(signature, &random)]))
    }
    guard !text.isLatin, random.chance(style.photos), let caption = words.caption(of: text, &random) else {
      return [draft]
    }
    return [draft, photo(caption, text, &random)]
  }

  /// A head that points to another page.
  private mutating func pointer(_ head: String, _ random: inout RandomSource) -> LayoutDraft {
    let item = items.count
    items.append(GoldItem(kind: "pointer"))
    var draft = LayoutDraft()
    draft.opening = [
      LayoutDraft.Block(item: item, role: .head, lines: [words.damaged(head, &random)]),
      LayoutDraft.Block(item: item, role: .pointer, lines: [words.pointer(&random)]),
    ]
    return draft
  }

  /// A photo of its own.
  private mutating func photo(_ caption: String, _ text: ItemText, _ random: inout RandomSource) -> LayoutDraft {
    let item = items.count
    items.append(GoldItem(kind: "photo"))
    var draft = LayoutDraft()
    if random.chance(30), let head = text.clauses.first {
      draft.opening = [LayoutDraft.Block(item: item, role: .head, lines: [words.damaged(head, &random)])]
    }
    let lines = words.set(words.damaged(caption, &random), &random)
    draft.body = [LayoutDraft.Block(item: item, role: .caption, lines: lines)]
    return draft
  }
}

extension GoldItem {
  /// An item of which no line is known.
  fileprivate init(kind: String) {
    self.kind = kind
    (heads, headline, byline, caption, pointer, drop, free) = ([], [], [], [], [], [], [])
    (names, paragraphs, isLoose, isWrapped) = ([], [], true, false)
  }

  /// Adds lines of one role, a paragraph of its own where they are running text.
  mutating func add(_ lines: [Int], _ role: ScoredRole) {
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
