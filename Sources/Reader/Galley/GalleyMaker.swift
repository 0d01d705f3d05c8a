import Newspaper
import Typesetting

/// Sets the blocks of an article and its continuations, or its scan, line after line.
struct GalleyMaker {
  private let joined: JoinedParts
  private let issue: Issue
  let form: GalleyForm
  let phrases: Phrases
  /// How many blocks stand in the headline stack.
  private let stackCount: Int
  /// The paragraphs that are lines of a list or a verse.
  private let kept: Set<Int>
  private(set) var lines: [Galley.Line] = []
  private(set) var texts: [String] = []
  private(set) var scan: [Galley.ScanLine] = []
  private(set) var asides: [Int: Range<Int>] = [:]

  init(_ parts: [Article], of issue: Issue, form: GalleyForm, language: Language) {
    joined = JoinedParts(parts)
    self.issue = issue
    self.form = form
    // Letters one below the other are not read as words.
    phrases = Phrases(form.isVertical ? .chinese : language)
    kept = keptLines(joined.blocks)
    stackCount = parts.first?.blocks.prefix { $0.role.isHead }.count ?? 0
  }

  private var measure: Int { form.measure }
  /// From 16 hanzi on there is room for air between the parts of an article and for a full indent.
  private var isRoomy: Bool { measure >= 32 && !form.isTight }
  /// CLREQ: two em, one where columns are narrow.
  private var paragraphIndent: Int { measure >= 24 ? 4 : min(2, measure - 1) }

  /// Those of the article and its continuations.
  var blocks: [Galley.PlacedBlock] { joined.blocks }

  // MARK: Repaired text

  /// Sets the blocks; repeats that follow each other become one quiet line.
  mutating func setBlocks() {
    texts = blocks.map(\.content.passage.text)
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
        addTurn(to: index)
        last = .jump
      }
      if let last, !isKept(index) { addAir(between: last, and: part) }
      if folded > 0 { addMark(phrases.folded(folded), block: index) } else { setBlock(index, as: part) }
      last = part
      index += max(1, folded)
    }
  }

  /// Whether repeats are passed over: a pointer's box is too small to speak of them, unless it had nothing else.
  private func isQuiet(after last: Galley.Part?) -> Bool {
    form.isBox && joined.parts[0].kind == .pointer && last != nil
  }

  private mutating func setBlock(_ index: Int, as part: Galley.Part) {
    let block = blocks[index].content
    asides[index] = joined.turnRange(in: index)
    let hasGap = block.passage.repairs.contains { $0.kind == .gapBefore } && joined.endBeforeTurn(index) == nil
    if hasGap { addMark(phrases.gapBefore, block: index) }
    for line in lines(of: index, as: part) {
      let lead = part == .caption && line.range.lowerBound == 0 ? "▲" : nil
      lines.append(Galley.Line(part: part, block: index, text: index, set: line, lead: lead))
    }
    if block.passage.repairs.contains(where: { $0.kind == .cutAfter }) { addMark(phrases.cutAfter, block: index) }
  }

  private func lines(of index: Int, as part: Galley.Part) -> [SetLine] {
    let text = texts[index]
    let measure = index < stackCount ? form.stackMeasure : measure
    var setting = setting(of: joined.turnHeads.contains(index) ? .headline : part, measure: measure)
    if part == .paragraph, joined.continuesSentence(index) { setting.firstIndent = 0 }
    if setting.balanced { setting.cohesion = cohesion(of: text, in: index, measure: measure) }
    // Where a line of a list or a verse turns over, that is seen.
    if kept.contains(index) { setting.indent = paragraphIndent + 2 }
    guard part == .headline else { return form.lines(text, setting) }
    if form.isLead, index < stackCount, let lines = spacedLines(text, setting) { return lines }
    guard measure >= 32, text.contains(where: \.isWhitespace) else { return form.lines(text, setting) }
    // In print the parts of a headline stand one above the other, not in a row as wide as the body.
    setting.measure = max((measure * 3 / 4) & ~1, widestPart(text, atMost: measure))
    let margin = (measure - setting.measure) / 2
    return form.lines(text, setting).map { $0.moved(by: margin) }
  }

  /// What a head must be broken for that is longer than a line; the words of its page say where.
  private func cohesion(of text: String, in block: Int, measure: Int) -> Cohesion {
    guard 2 * text.utf8.count > measure, displayWidth(text) > measure * 2 / 3 else { return Cohesion() }
    let page = blocks[block].content.passage.page
    let neighbours = issue.articles.lazy.filter { $0.page == page }.flatMap(\.blocks).map(\.passage.text)
    return Cohesion(of: text, in: neighbours)
  }

  /// The columns of the widest of a headline's parts that is no wider than the measure; 0 where one is.
  private func widestPart(_ text: String, atMost measure: Int) -> Int {
    let widths = text.split(whereSeparator: \.isWhitespace).map { part in
      form.isVertical ? 2 * part.count : displayWidth(part, ambiguous: form.composition.ambiguous)
    }
    return widths.max().map { $0 <= measure ? $0 : 0 } ?? 0
  }

  /// A headline set wide; nil where that would break it elsewhere than at its spaces.
  private func spacedLines(_ text: String, _ setting: LineSetting) -> [SetLine]? {
    let measure = setting.measure
    var setting = setting
    setting.measure = max(2, measure * 2 / 3)
    let lines = setLines(text, form.composed(setting))
    let breaksAtSpaces = zip(lines, lines.dropFirst()).allSatisfy { $0.range.upperBound < $1.range.lowerBound }
    guard breaksAtSpaces else { return nil }
    return lines.map { $0.letterspaced(in: text, measure: measure, form.composition.ambiguous) }
  }

  /// Whether a block stands below another line of the same list or verse, or below the words that announce it.
  private func isKept(_ index: Int) -> Bool {
    guard kept.contains(index) else { return false }
    return kept.contains(index - 1) || blocks[index - 1].content.passage.text.hasSuffix("：")
  }

  private func part(of index: Int) -> Galley.Part {
    let block = blocks[index].content
    if joined.turnHeads.contains(index) { return .jump }
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
      return joined.isTurn(index) ? .jump : .paragraph
    }
  }

  private func setting(of part: Galley.Part, measure: Int) -> LineSetting {
    switch part {
    case .kicker, .headline, .deck, .byline, .pointer:
      LineSetting(measure: measure, alignment: .centered, balanced: true)
    case .jump, .signature: LineSetting(measure: measure, alignment: .right)
    case .subhead: LineSetting(measure: measure, firstIndent: paragraphIndent, indent: paragraphIndent, balanced: true)
    case .caption, .mark: LineSetting(measure: measure, firstIndent: paragraphIndent, indent: paragraphIndent)
    default: LineSetting(measure: measure, firstIndent: paragraphIndent)
    }
  }

  private mutating func addMark(_ words: String, block: Int?) {
    texts.append(words)
    for line in form.lines(words, setting(of: .mark, measure: measure)) {
      lines.append(Galley.Line(part: .mark, block: block, text: texts.count - 1, set: line))
    }
  }

  // MARK: Turns

  private mutating func addTurn(to index: Int) {
    let page = blocks[index].content.passage.page
    let words = joined.turnWords(before: index)
    addTurnLine(words.map { phrases.turn($0, to: page) } ?? phrases.turnToPage(page))
  }

  private mutating func addTurnLine(_ words: String) {
    addAir()
    texts.append(words)
    for line in form.lines(words, setting(of: .headline, measure: measure)) {
      lines.append(Galley.Line(part: .jump, block: nil, text: texts.count - 1, set: line))
    }
  }

  // MARK: Air

  private mutating func addAir() {
    lines.append(Galley.Line(part: .air, text: 0, set: SetLine(range: 0..<0, indent: 0, width: 0)))
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

  // MARK: The scan

  /// Sets the source lines of the article as they are, in the order of the file, with their numbers.
  mutating func setScan(of issue: Issue) {
    let passages = blocks.map(\.content.passage)
    let places = Set(passages.flatMap { passage in passage.lines.map { [passage.page, $0] } })
    let sorted = places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let gutter = String(sorted.map { $0[1] }.max() ?? 0).count + 1
    for place in sorted {
      guard let text = issue.page(place[0])?.text, text.lines.contains(place[1]) || text.lines.isEmpty else { continue }
      if let last = scan.last, last.page != place[0] { addPage(place[0]) }
      if let last = scan.last, last.line + 1 != place[1] || last.line == 0 { addAir() }
      scan.append(Galley.ScanLine(page: place[0], line: place[1]))
      texts.append(text.lineCount == 0 ? "" : text.line(place[1]))
      setScanLine(number: place[1], gutter: min(gutter, max(0, measure - 8)))
    }
  }

  /// Parts the scan of a page from that of the page before.
  private mutating func addPage(_ page: Int) {
    scan.append(Galley.ScanLine(page: page, line: 0))
    addTurnLine(phrases.turnToPage(page))
  }

  private mutating func setScanLine(number: Int, gutter: Int) {
    let text = texts.count - 1
    for var line in form.scanLines(texts[text], LineSetting(measure: measure - gutter)) {
      line.indent += gutter
      let lead = line.range.lowerBound == 0 && gutter > 0 ? String(number) : nil
      lines.append(Galley.Line(part: .scan, block: nil, text: text, set: line, lead: lead))
    }
  }
}

extension Galley.Part {
  /// Whether it belongs to what stands above the body.
  var isHead: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    default: false
    }
  }
}

extension Block.Role {
  /// Whether it belongs to what stands above the body.
  fileprivate var isHead: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    default: false
    }
  }
}

extension GalleyForm {
  /// Sets a text into lines of this shape.
  fileprivate func lines(_ text: String, _ setting: LineSetting) -> [SetLine] {
    let setting = composed(setting)
    return isVertical ? verticalLines(text, setting) : setLines(text, setting)
  }

  /// The lines of a scan, which nobody set: ragged.
  fileprivate func scanLines(_ text: String, _ setting: LineSetting) -> [SetLine] {
    var form = self
    form.composition.justification = .ragged
    return form.lines(text, setting)
  }

  /// A setting, composed as the form says.
  fileprivate func composed(_ setting: LineSetting) -> LineSetting {
    var setting = setting
    setting.level = composition.level
    setting.justification = composition.justification
    setting.ambiguous = composition.ambiguous
    setting.hasMargin = hasMargin
    return setting
  }
}

extension SetLine {
  fileprivate func moved(by columns: Int) -> SetLine {
    var line = self
    line.indent += columns
    return line
  }

  /// The same line with a column of air around each hanzi, in the middle of the measure.
  fileprivate func letterspaced(in text: String, measure: Int, _ ambiguous: AmbiguousWidth) -> SetLine {
    var line = self
    let glyphs = glyphs(in: text, ambiguous: ambiguous)
    line.spread = glyphs.indices.dropFirst().compactMap { index in
      let (before, glyph) = (glyphs[index - 1], glyphs[index])
      // On both sides of a space alike, though only one has a hanzi.
      let around = index - (before.isSpace ? 2 : 1)...index + (glyph.isSpace ? 1 : 0)
      let isWide = glyphs[around.clamped(to: 0...glyphs.count - 1)].contains { $0.glyph.width == 2 }
      guard isWide, !before.isOpening, !glyph.isClosing else { return nil }
      return Spread(offset: glyph.range.lowerBound, columns: 1)
    }
    line.width += line.spread.count
    line.indent = max(0, measure - line.width) / 2
    return line
  }
}

extension PlacedGlyph {
  fileprivate var isSpace: Bool { glyph.text == " " }
  fileprivate var isOpening: Bool { "“‘「『（《〈【〔".contains(glyph.text) }
  fileprivate var isClosing: Bool { "”’」』）》〉】〕，、。：；！？…—·".contains(glyph.text) }
}
