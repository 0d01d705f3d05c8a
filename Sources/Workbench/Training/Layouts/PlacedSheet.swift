import Chance
import Newspaper
import Text

/// An invented page whose lines have places on a scan, in the order in which they are read.
struct PlacedSheet {
  private(set) var lines: [String] = []
  private(set) var items: [GoldItem]
  private var placed: [PageLayout.Line] = []
  private var blocks: [PageLayout.Block] = []
  private var rules: [PageBox] = []
  private let style: LayoutStyle
  private let print: PrintStyle
  private let words: LayoutWords
  /// The left edge of the column or rectangle that is being filled, and the place of its next line.
  private var left: Float = 0
  private var top: Float = 0
  /// The lowest place of the rectangle.
  private var bottom: Float = 0
  private var startsBlock = true

  /// The width of a column.
  private var measure: Float { Float(style.measure) }
  private var step: Float { measure + print.gutter }
  private var floor: Float { Float(print.depth) * print.leading }

  init(_ drafts: LayoutDrafts, _ style: LayoutStyle, _ print: PrintStyle, _ random: inout RandomSource) {
    (self.style, self.print, words, items) = (style, print, drafts.words, drafts.items)
    setFolio(drafts.folio, &random)
    let start = top
    if print.isContinuous {
      for draft in drafts.drafts { runOn(draft, from: start, &random) }
    } else {
      setApart(drafts.drafts[...], from: start, &random)
    }
    items.removeAll { $0.roles.isEmpty }
  }

  /// Its text with the places of the lines.
  var text: PageText {
    let width = max(1, placed.compactMap { $0.box?.right }.max() ?? 1)
    func scaled(_ box: PageBox) -> PageBox {
      PageBox(x: box.x / width, y: box.y / width, width: box.width / width, height: box.height / width)
    }
    var layout = PageLayout(lines: placed, blocks: blocks, rules: rules.map(scaled))
    for line in layout.lines.indices { layout.lines[line].box = layout.lines[line].box.map(scaled) }
    layout.height = (placed.compactMap { $0.box?.bottom }.max() ?? 0) / width
    return PageText(bytes: Array(lines.joined(separator: "\n").utf8), layout: layout)
  }

  // MARK: Items

  /// The folio in a row above all columns.
  private mutating func setFolio(_ folio: [String], _ random: inout RandomSource) {
    let width = Float(print.columns) * step
    for (place, line) in folio.enumerated() {
      startsBlock = true
      left = width * Float(place) / Float(folio.count)
      let size: Float = line.count < 12 ? random.pick([1, 1.5, 3]) : 1
      put(line, size: size, measure: width / Float(folio.count), .left, nil, &random)
      (bottom, top) = (max(bottom, top), 0)
    }
    top = folio.isEmpty ? 0 : bottom + 2
  }

  /// An item in columns that those before it have begun.
  private mutating func runOn(_ draft: LayoutDraft, from start: Float, _ random: inout RandomSource) {
    if top > start { top += print.itemGap * print.leading }
    if top + 5 * print.leading > floor { turn(to: start) }
    if print.hasRules, top > start { addRule(measure) }
    setHeads(draft.opening, measure: measure, &random)
    for block in draft.body {
      if block.role == .caption { leaveRoom(Float(random.below(8)), &random) }
      var numbers: [Int] = []
      for (place, line) in block.lines.enumerated() {
        if top > floor { turn(to: start) }
        numbers += setText(line, place, of: block, &random)
      }
      items[block.item].add(numbers, block.role)
    }
  }

  private mutating func turn(to start: Float) {
    (left, top, startsBlock) = (left + step, start, true)
  }

  /// Items in rectangles, some below each other, each over some columns.
  private mutating func setApart(
    _ drafts: ArraySlice<LayoutDraft>, from start: Float, _ random: inout RandomSource
  ) {
    var rest = drafts
    var edge: Float = 0
    while !rest.isEmpty {
      let span = random.pick([1, 1, 2, 2, 3, 4])
      top = start
      while top < floor, let draft = rest.popFirst() {
        left = edge
        startsBlock = true
        if print.hasRules, top > start { addRule(Float(span) * step - print.gutter) }
        setHeads(draft.opening, measure: Float(span) * step - print.gutter, &random)
        setBody(draft.body, columns: draft.body.contains { $0.role == .body } ? span : 1, edge: edge, &random)
        top = bottom + print.itemGap * print.leading + Float(random.below(2))
      }
      edge += Float(span) * step
    }
  }

  /// The text of an item in columns of one depth.
  private mutating func setBody(
    _ body: [LayoutDraft.Block], columns: Int, edge: Float, _ random: inout RandomSource
  ) {
    let start = top
    let depth = (body.reduce(0) { $0 + $1.lines.count } + columns - 1) / max(1, columns)
    var count = 0
    bottom = top
    for block in body {
      if block.role == .caption { leaveRoom(Float(4 + random.below(10)), &random) }
      var numbers: [Int] = []
      for (place, line) in block.lines.enumerated() {
        if count > 0, count % max(1, depth) == 0 { turn(to: start) }
        count += 1
        numbers += setText(line, place, of: block, &random)
        bottom = max(bottom, top)
      }
      items[block.item].add(numbers, block.role)
    }
  }

  private mutating func setHeads(_ opening: [LayoutDraft.Block], measure: Float, _ random: inout RandomSource) {
    let main = opening.filter { $0.role == .head }.map { $0.lines.joined().count }.min() ?? 0
    var isFirst = true
    for block in opening {
      let isMain = block.role == .head && isFirst && (block.lines.joined().count == main || random.chance(50))
      if isMain { isFirst = false }
      let wanted = block.role == .head ? isMain ? print.head : print.deck : print.byline
      let size = max(0.8, wanted * random.pick([0.9, 1, 1, 1.1]))
      var numbers: [Int] = []
      for line in block.lines.flatMap({ words.lines(of: $0, columns: Int(2 * measure / size), setIn: 0) }) {
        let setting = block.role == .head ? print.heads : print.bylines
        numbers.append(put(line, size: size, measure: measure, setting, block.role, &random))
      }
      startsBlock = random.chance(70)
      items[block.item].add(numbers, block.role)
    }
    startsBlock = true
    if !opening.isEmpty { top += print.headGap }
  }

  /// Leaves room for a picture, in which an engine may read some letters.
  private mutating func leaveRoom(_ height: Float, _ random: inout RandomSource) {
    let end = top + height
    if height > 3, random.chance(print.pictures) {
      for _ in 0...random.below(4) where top + 1 < end {
        startsBlock = true
        top += Float(random.below(30)) / 10
        put(words.dirt(&random), size: random.pick([0.6, 1, 1.6]), measure: measure, .centred, nil, &random)
      }
    }
    top = max(top, end)
    startsBlock = true
  }

  private mutating func addRule(_ width: Float) {
    rules.append(PageBox(x: left, y: top - print.itemGap * print.leading / 2, width: width, height: 0.1))
  }

  // MARK: Lines

  /// A line of running text, of a caption or of a name below the text, as an engine reads it: whole, or as two.
  private mutating func setText(
    _ line: String, _ place: Int, of block: LayoutDraft.Block, _ random: inout RandomSource
  ) -> [Int] {
    if place == 0, print.blocks == .paragraphs || block.role != .body { startsBlock = true }
    let isLast = place + 1 == block.lines.count
    var numbers: [Int] = []
    switch block.role {
    case .caption: numbers.append(put(line, size: print.caption, measure: measure, .left, .caption, &random))
    case .byline: numbers.append(put(line, size: 1, measure: measure, .right, .byline, &random))
    default:
      let indent = place == 0 ? print.indent : 0
      let isFull = !isLast && !print.isRagged
      numbers.append(put(line, size: 1, measure: measure, indent: indent, isFull: isFull, .left, block.role, &random))
      if random.chance(print.split), let number = splitLast(&random) { numbers.append(number) }
    }
    if isLast, block.role != .body { startsBlock = true }
    if random.chance(style.litter) {
      startsBlock = true
      put(words.litter(&random), size: random.pick([0.8, 1, 1.5]), measure: measure, .centred, nil, &random)
      startsBlock = true
    }
    return numbers
  }

  /// Breaks the last line in two that stand beside each other; nil for a short one.
  private mutating func splitLast(_ random: inout RandomSource) -> Int? {
    guard let line = lines.last, line.count > 7, var first = placed.last, let box = first.box else { return nil }
    let place = line.index(line.startIndex, offsetBy: 2 + random.below(line.count - 4))
    let share = Float(line.distance(from: line.startIndex, to: place)) / Float(line.count)
    var second = first
    first.box?.width = box.width * share
    second.box?.x = box.x + box.width * share
    second.box?.width = box.width * (1 - share)
    (lines[lines.count - 1], placed[placed.count - 1]) = (String(line[..<place]), first)
    lines.append(String(line[place...]))
    placed.append(second)
    return lines.count
  }

  /// Puts a line at the next place and returns its number.
  /// - Parameters:
  ///   - size: of its type.
  ///   - isFull: true for a line that is set as wide as its column.
  @discardableResult
  private mutating func put(
    _ line: String, size: Float, measure: Float, indent: Float = 0, isFull: Bool = false,
    _ setting: PrintStyle.Setting, _ role: ScoredRole?, _ random: inout RandomSource
  ) -> Int {
    let columns = line.unicodeScalars.reduce(0) { $0 + fixedPitchColumns(of: $1.value) }
    let natural = Float(columns) / 2 * size * (role == .head ? print.spread : 1)
    let width = isFull && natural > (measure - indent) * 0.75 ? measure - indent : min(natural, measure * 1.1)
    let free = max(0, measure - width)
    let x =
      switch setting {
      case .left: left + indent
      case .centred: left + free / 2
      case .right: left + free
      }
    let height = print.lineHeight * size
    let box = PageBox(
      x: x + error(&random), y: top + slope(x) + error(&random), width: max(0.2, width + error(&random)),
      height: max(0.2, height + height * error(&random)))
    if startsBlock, print.blocks != .none {
      blocks.append(PageLayout.Block(box: nil, role: nil))
      startsBlock = false
    }
    var placedLine = PageLayout.Line(box: box, block: print.blocks == .none ? -1 : Int32(blocks.count - 1))
    if print.statesType { placedLine.typeSize = (9 * size * (1 + error(&random) / 2)).rounded() }
    if role == .head, random.chance(print.statedHeads) { placedLine.role = .heading }
    placed.append(placedLine)
    lines.append(line)
    top += print.leading * size
    return lines.count
  }

  private func slope(_ x: Float) -> Float { x * print.slope }

  /// An error in a place, of a triangular distribution.
  private func error(_ random: inout RandomSource) -> Float {
    print.noise * Float(random.below(1000) + random.below(1000) - 999) / 500
  }
}
