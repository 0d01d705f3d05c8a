import Newspaper
import Typesetting

/// Sets an article's blocks, or its scan, line after line.
struct GalleyMaker {
  let article: Article
  let measure: Int
  let phrases: Phrases
  private(set) var lines: [Galley.Line] = []
  private(set) var texts: [String] = []
  private(set) var scan: [Galley.ScanLine] = []
  private(set) var asides: [Int: Range<Int>] = [:]

  init(_ article: Article, measure: Int, language: Language) {
    self.article = article
    self.measure = measure
    phrases = Phrases(language)
  }

  /// From 16 hanzi on there is room for air between paragraphs and for a full indent.
  private var isRoomy: Bool { measure >= 32 }
  /// CLREQ: two em, one where columns are narrow.
  private var paragraphIndent: Int { measure >= 24 ? 4 : min(2, measure - 1) }

  // MARK: Repaired text

  /// Sets the blocks; repeats that follow each other become one quiet line.
  mutating func setBlocks() {
    texts = article.blocks.map(\.passage.text)
    if measure >= 40 { addAir() }
    var last: Galley.Part?
    var index = 0
    while index < article.blocks.count {
      let folded = article.blocks[index...].prefix { $0.role == .repeated }.count
      let part = part(of: index)
      if let last, folded > 0 || index > 0 { addAir(between: last, and: part) }
      if folded > 0 { addMark(phrases.folded(folded), block: index) } else { setBlock(index, as: part) }
      last = part
      index += max(1, folded)
    }
  }

  private mutating func setBlock(_ index: Int, as part: Galley.Part) {
    let block = article.blocks[index]
    noteAside(in: index)
    if block.passage.repairs.contains(where: { $0.kind == .gapBefore }) { addMark(phrases.gapBefore, block: index) }
    for line in lines(of: block.passage.text, as: part) {
      let lead = part == .caption && line.range.lowerBound == 0 ? "▲" : nil
      lines.append(Galley.Line(part: part, block: index, text: index, set: line, lead: lead))
    }
    if block.passage.repairs.contains(where: { $0.kind == .cutAfter }) { addMark(phrases.cutAfter, block: index) }
  }

  private func lines(of text: String, as part: Galley.Part) -> [SetLine] {
    var setting = setting(of: part)
    guard part == .headline, isRoomy, text.contains(where: \.isWhitespace) else { return setLines(text, setting) }
    // In print the parts of a headline stand one above the other, not in a row as wide as the body.
    setting.measure = (measure * 3 / 4) & ~1
    let margin = (measure - setting.measure) / 2
    return setLines(text, setting).map { SetLine(range: $0.range, indent: $0.indent + margin, width: $0.width) }
  }

  private func part(of index: Int) -> Galley.Part {
    let block = article.blocks[index]
    switch block.role {
    case .kicker: return .kicker
    case .headline: return .headline
    case .deck: return .deck
    case .byline: return .byline
    case .subhead: return .subhead
    case .caption: return .caption
    case .pointer: return .pointer
    case .repeated: return .mark
    case .paragraph:
      let text = block.passage.text
      let isTurn = article.jump.map { TurnWords($0.text).range(in: text) == 0..<text.utf8.count }
      return isTurn == true ? .jump : .paragraph
    }
  }

  private func setting(of part: Galley.Part) -> LineSetting {
    switch part {
    case .kicker, .headline, .deck, .byline, .pointer:
      LineSetting(measure: measure, alignment: .centered, balanced: true)
    case .jump: LineSetting(measure: measure, alignment: .right)
    case .subhead: LineSetting(measure: measure, firstIndent: paragraphIndent, indent: paragraphIndent, balanced: true)
    case .caption: LineSetting(measure: measure, firstIndent: paragraphIndent, indent: paragraphIndent)
    default: LineSetting(measure: measure, firstIndent: paragraphIndent)
    }
  }

  private mutating func noteAside(in index: Int) {
    guard let jump = article.jump?.text else { return }
    asides[index] = TurnWords(jump).range(in: article.blocks[index].passage.text)
  }

  private mutating func addMark(_ words: String, block: Int?) {
    texts.append(words)
    for line in setLines(words, setting(of: .mark)) {
      lines.append(Galley.Line(part: .mark, block: block, text: texts.count - 1, set: line))
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
    // A pointer's headlines belong to different articles.
    if above == below { return isRoomy && (below == .paragraph || (below == .headline && article.kind == .pointer)) }
    if above.isHead || above == .subhead { return isRoomy && above != .subhead }
    return isRoomy || below == .subhead
  }

  // MARK: The scan

  /// Sets the source lines of the article as they are, in the order of the file, with their numbers.
  mutating func setScan(of issue: Issue) {
    let places = Set(article.blocks.flatMap { block in block.passage.lines.map { [block.passage.page, $0] } })
    let sorted = places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let gutter = String(sorted.map { $0[1] }.max() ?? 0).count + 1
    for place in sorted {
      guard let text = issue.page(place[0])?.text, (1...max(1, text.lineCount)).contains(place[1]) else { continue }
      if let last = scan.last, last.page != place[0] || last.line + 1 != place[1] { addAir() }
      scan.append(Galley.ScanLine(page: place[0], line: place[1]))
      texts.append(text.lineCount == 0 ? "" : text.line(place[1]))
      setScanLine(number: place[1], gutter: min(gutter, max(0, measure - 8)))
    }
  }

  private mutating func setScanLine(number: Int, gutter: Int) {
    let text = texts.count - 1
    for var line in setLines(texts[text], LineSetting(measure: measure - gutter)) {
      line.indent += gutter
      let lead = line.range.lowerBound == 0 && gutter > 0 ? String(number) : nil
      lines.append(Galley.Line(part: .scan, block: nil, text: text, set: line, lead: lead))
    }
  }
}

extension Galley.Part {
  /// Whether it belongs to what stands above the body.
  fileprivate var isHead: Bool {
    switch self {
    case .kicker, .headline, .deck, .byline: true
    default: false
    }
  }
}
