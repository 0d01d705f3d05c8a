import Newspaper
import Strings

/// Sets the blocks of an article and its continuations, or its scan, line after line.
struct GalleyMaker {
  let joined: JoinedParts
  let issue: Issue
  let form: GalleyForm
  private let language: Language
  /// The number of blocks in the headline stack.
  let stackCount: Int
  /// The paragraphs that are lines of a list or a verse.
  let kept: Set<Int>
  var lines: [Galley.Line] = []
  var texts: [String] = []
  var scan: [Galley.ScanLine] = []
  private(set) var asides: [Int: Range<Int>] = [:]

  init(_ parts: [Article], of issue: Issue, form: GalleyForm, language: Language) {
    joined = JoinedParts(parts)
    self.issue = issue
    self.form = form
    // Letters one below the other are not read as words.
    self.language = form.isVertical ? .chinese : language
    kept = preservedLines(joined.blocks)
    stackCount = parts.first?.blocks.prefix { $0.role.isHead }.count ?? 0
  }

  var measure: Int { form.measure }
  /// From 16 hanzi on there is room for air between the parts of an article and for a full indent.
  private var isRoomy: Bool { measure >= 32 && !form.isTight }
  /// CLREQ: two em, one where columns are narrow.
  var paragraphIndent: Int { measure >= 24 ? 4 : min(2, measure - 1) }

  /// Those of the article and its continuations.
  var blocks: [Galley.PlacedBlock] { joined.blocks }

  // MARK: Repaired text

  /// Sets the blocks; repeats that follow each other become one quiet line.
  mutating func setBlocks() {
    texts = blocks.map { form.composition.script.written($0.content.passage.text) }
    if measure >= 40, !form.isTight { addAir() }
    var last: Galley.Part?
    var index = 0
    while index < blocks.count {
      let folded = blocks[index...].prefix { $0.content.role == .repeated && $0.article == blocks[index].article }.count
      if folded > 0, isQuiet(after: last) {
        index += folded
        continue
      }
      let part = part(of: index)
      if joined.startsPart(index) {
        addJump(to: index)
        last = .jump
      }
      if let last, !isKept(index) { addAir(between: last, and: part) }
      if folded > 0 {
        addMark(
          folded == 1 ? say("[{} repeated paragraph folded]", 1) : say("[{} repeated paragraphs folded]", folded),
          block: index)
      } else {
        setBlock(index, as: part)
      }
      last = part
      index += max(1, folded)
    }
  }

  /// True if repeats are passed over: a pointer's box is too small to speak of them, unless it had nothing else.
  private func isQuiet(after last: Galley.Part?) -> Bool {
    form.isBox && joined.parts[0].kind == .pointer && last != nil
  }

  private mutating func setBlock(_ index: Int, as part: Galley.Part) {
    let block = blocks[index].content
    asides[index] = joined.jumpRange(in: index)
    let hasGap = block.passage.repairs.contains { $0.kind == .gapBefore } && joined.endBeforeJump(index) == nil
    if hasGap { addMark(say("[text missing before this]"), block: index) }
    for line in lines(of: index, as: part) {
      addRuby(over: line, of: index)
      let lead = part == .caption && line.range.lowerBound == 0 ? "▲" : nil
      lines.append(Galley.Line(part: part, block: index, text: index, typeset: line, lead: lead))
    }
    if block.passage.repairs.contains(where: { $0.kind == .cutAfter }) {
      addMark(say("[text breaks off here]"), block: index)
    }
  }

  /// Adds pinyin over a line, where that is wanted.
  private mutating func addRuby(over line: TypesetLine, of index: Int) {
    guard form.hasRuby, let (ruby, column) = Ruby.row(over: line, of: texts[index], form.composition.ambiguous) else {
      return
    }
    texts.append(ruby)
    let typeset = TypesetLine(range: 0..<ruby.utf8.count, indent: column, width: ruby.count)
    lines.append(Galley.Line(part: .ruby, block: index, text: texts.count - 1, typeset: typeset))
  }

  /// True if a block stands below another line of the same list or verse, or below the words that announce it.
  private func isKept(_ index: Int) -> Bool {
    guard kept.contains(index) else { return false }
    return kept.contains(index - 1) || ["：", ":"].contains(blocks[index - 1].content.passage.text.last)
  }

  private func part(of index: Int) -> Galley.Part {
    let block = blocks[index].content
    if joined.jumpHeads.contains(index) { return .jump }
    switch block.role {
    case .kicker: return .kicker
    case .headline: return .headline
    case .deck: return .deck
    case .byline: return joined.isWithinText(index) ? .signature : .byline
    case .subhead: return .subhead
    case .caption: return .caption
    case .pointer: return .pointer
    case .repeated: return .mark
    case .paragraph:
      return joined.isJump(index) ? .jump : .paragraph
    }
  }

  func say(_ key: String, _ arguments: any PhraseArgument...) -> String {
    language.text(of: Phrase(key, arguments: arguments))
  }

  private mutating func addMark(_ words: String, block: Int?) {
    texts.append(words)
    for line in form.plainLines(words, setting(of: .mark, measure: measure)) {
      lines.append(Galley.Line(part: .mark, block: block, text: texts.count - 1, typeset: line))
    }
  }

  // MARK: Jumps

  private mutating func addJump(to index: Int) {
    let page = blocks[index].content.passage.page
    let words = joined.jumpWords(before: index)
    addJumpLine(words.map { "↴ " + $0 + say(" · page {}", page) } ?? say("↴ page {}", PageNumber(page)))
  }

  mutating func addJumpLine(_ words: String) {
    addAir()
    texts.append(words)
    for line in form.plainLines(words, setting(of: .headline, measure: measure)) {
      lines.append(Galley.Line(part: .jump, block: nil, text: texts.count - 1, typeset: line))
    }
  }

  // MARK: Air

  mutating func addAir() {
    lines.append(Galley.Line(part: .air, text: 0, typeset: TypesetLine(range: 0..<0, indent: 0, width: 0)))
    if texts.isEmpty { texts.append("") }
  }

  private mutating func addAir(between above: Galley.Part, and below: Galley.Part) {
    if needsAir(between: above, and: below) { addAir() }
  }

  private func needsAir(between above: Galley.Part, and below: Galley.Part) -> Bool {
    if above.isHead != below.isHead { return true }
    // The heads of a pointer belong to different articles.
    if above.isHead, joined.parts[0].kind == .pointer { return true }
    if above == below { return isRoomy && below == .paragraph }
    if above.isHead { return form.stackMeasure >= 32 }
    if above == .subhead { return false }
    return isRoomy || below == .subhead
  }

}

extension Galley.Part {
  /// True if it belongs to the part above the body.
  var isHead: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    default: false
    }
  }
}

extension Block.Role {
  /// True if it belongs to the part above the body.
  fileprivate var isHead: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    default: false
    }
  }
}
