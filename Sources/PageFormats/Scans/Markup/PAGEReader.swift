import Newspaper

/// Reads PAGE (PRImA, 2010 to 2019): a line for each TextLine, or, where these have no text,
/// for each line of their region's text.
struct PAGEReader: ScanMarkupReader {
  var scanner: MarkupScanner
  private(set) var writer = ScanWriter()
  static let roots = [PAGE.root]

  /// The levels on which text is given; that of lines is read.
  private enum Level { case region, line, word, glyph }

  /// A region that is open.
  private struct Region {
    var index: Int
    /// Its text by itself, for regions without lines.
    var text: [UInt8] = []
    var textIndex = Float.infinity
    /// True if one of its lines has text of its own.
    var linesHaveText = false
  }

  private var open: [Region] = []
  private var levels: [Level] = []
  /// The line's text: that of its own reading with the least index, and that of its words.
  private var lineText: [UInt8] = []
  private var lineIndex = Float.infinity
  private var lineSure: Float?
  private var wordsText: [UInt8] = []
  private var wordIndex = Float.infinity
  /// The level of the reading that is open.
  private var reading: (index: Float, sure: Float?)?
  private var isInUnicode = false
  private var unicode: [UInt8] = []
  private var points: (box: PageBox?, isOpen: Bool) = (nil, false)

  private var regionNames: [String: Int] = [:]
  private var customOrder: [(block: Int, order: Float)] = []
  private var groups: [Group] = []
  private var root: [Group] = []
  private var isInPage = false

  /// A group of the reading order, or one reference in it.
  private struct Group {
    var index: Float
    var name: String?
    var members: [Group] = []
  }

  private static let deepest = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) { scanner = MarkupScanner(bytes) }

  mutating func text() {
    guard isInUnicode else { return }
    if scanner.isVerbatim {
      unicode += scanner.bytes[scanner.text]
    } else {
      MarkupLines.append(scanner.bytes, scanner.text, to: &unicode)
    }
  }

  mutating func start(_ name: MarkupName) {
    switch name {
    case PAGE.page: beginPage()
    case PAGE.textRegion, PAGE.tableRegion, PAGE.advertRegion: openRegion(name)
    case PAGE.separatorRegion: points = (nil, true)
    case PAGE.textLine: openLine()
    case PAGE.word: openLevel(.word)
    case PAGE.glyph: openLevel(.glyph)
    case PAGE.coords: coords()
    case PAGE.point: point()
    case PAGE.textEquivalent: reading = (scanner.number("index") ?? 0, scanner.number("conf"))
    case PAGE.unicode:
      isInUnicode = reading != nil
      unicode = []
    case PAGE.orderedGroup, PAGE.orderedGroupIndexed, PAGE.unorderedGroup, PAGE.unorderedGroupIndexed:
      if groups.count < Self.deepest {
        groups.append(Group(index: scanner.number("index") ?? 0, name: scanner.string("regionRef")))
      }
    case PAGE.regionReference, PAGE.regionReferenceIndexed:
      let index = name == PAGE.regionReferenceIndexed ? scanner.number("index") : nil
      let reference = Group(index: index ?? Float(groups.last?.members.count ?? 0), name: scanner.string("regionRef"))
      if groups.isEmpty { root.append(reference) } else { groups[groups.count - 1].members.append(reference) }
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
    switch name {
    case PAGE.page: endPage()
    case PAGE.textRegion, PAGE.tableRegion, PAGE.advertRegion: closeRegion()
    case PAGE.separatorRegion:
      if let box = points.box { writer.page.layout.rules.append(box) }
      points = (nil, false)
    case PAGE.textLine: closeLine()
    case PAGE.word: closeWord()
    case PAGE.glyph: if levels.last == .glyph { levels.removeLast() }
    case PAGE.unicode: endUnicode()
    case PAGE.textEquivalent: reading = nil
    case PAGE.orderedGroup, PAGE.orderedGroupIndexed, PAGE.unorderedGroup, PAGE.unorderedGroupIndexed: closeGroup()
    default: break
    }
  }
}

// MARK: - Pages and regions

extension PAGEReader {
  private mutating func beginPage() {
    endPage()
    isInPage = true
    writer.pageSize = (scanner.number("imageWidth") ?? 0, scanner.number("imageHeight") ?? 0)
    writer.page.layout.image = scanner.string("imageFilename")
  }

  mutating func endPage() {
    guard isInPage else { return }
    isInPage = false
    while !open.isEmpty { closeRegion() }
    writer.blockRanks = ranks
    writer.endPage()
    (regionNames, customOrder, root) = ([:], [], [])
  }

  private mutating func openRegion(_ name: MarkupName) {
    closeLine()
    guard open.count < Self.deepest else { return }
    let index = writer.addBlock(nil, role: role(name) ?? open.last.flatMap { writer.page.layout.blocks[$0.index].role })
    if let name = scanner.string("id") { regionNames[name] = index }
    if let order = custom("readingOrder", "index").flatMap({ Float($0) }) { customOrder.append((index, order)) }
    open.append(Region(index: index))
    levels.append(.region)
  }

  private mutating func closeRegion() {
    closeLine()
    guard let region = open.popLast() else { return }
    if levels.last == .region { levels.removeLast() }
    guard !region.linesHaveText else { return }
    for text in region.text.split(separator: 0x0A) {
      addLine(Array(text), box: nil, block: region.index, sure: nil)
    }
  }

  /// From `type` or from `custom="structure {type:heading;}"`.
  private func role(_ name: MarkupName) -> PageLayout.Role? {
    if name == PAGE.tableRegion { return .table }
    if name == PAGE.advertRegion { return .advertisement }
    let type = scanner.string("type") ?? custom("structure", "type") ?? ""
    switch type.lowercased() {
    case "heading", "headline": return .heading
    case "header": return .header
    case "footer": return .footer
    case "caption": return .caption
    case "credit": return .credit
    case "page-number": return .pageNumber
    case "marginalia": return .marginalia
    case "footnote", "endnote": return .footnote
    case "advertisement": return .advertisement
    case "paragraph": return .paragraph
    default: return nil
    }
  }

  /// A value of Transkribus' attribute `custom`: `readingOrder {index:3;} structure {type:heading;}`.
  private func custom(_ group: StaticString, _ key: StaticString) -> String? {
    guard let custom = scanner.value("custom"), let start = scanner.place(of: group, in: custom) else { return nil }
    let end = scanner.place(of: "}", in: start..<custom.upperBound) ?? custom.upperBound
    guard let found = scanner.place(of: key, in: start..<end) else { return nil }
    let value = scanner.bytes[found + key.utf8CodeUnitCount..<end].drop { $0 == UInt8(ascii: ":") }
    return String(decoding: value.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).trimmingSpace
  }
}

// MARK: - Lines, words and their text

extension PAGEReader {
  private mutating func openLine() {
    closeLine()
    levels.append(.line)
    (lineText, wordsText, lineIndex, lineSure) = ([], [], .infinity, nil)
    writer.beginLine(nil, block: open.last?.index, role: role(PAGE.textLine) ?? openRole)
    points = (nil, false)
  }

  private var openRole: PageLayout.Role? { open.last.flatMap { writer.page.layout.blocks[$0.index].role } }

  private mutating func openLevel(_ level: Level) {
    guard levels.count < Self.deepest else { return }
    levels.append(level)
    if level == .word { wordIndex = .infinity }
  }

  private mutating func closeLine() {
    guard levels.contains(.line) else { return }
    while let level = levels.popLast(), level != .line {}
    let text = lineIndex < .infinity ? lineText : wordsText
    if !text.isEmpty, !open.isEmpty { open[open.count - 1].linesHaveText = true }
    finishLine(text, sure: lineSure)
  }

  private mutating func finishLine(_ text: [UInt8], sure: Float?) {
    writer.page.text += text
    if let sure { writer.setConfidence(sure) }
    writer.endLine()
  }

  private mutating func addLine(_ text: [UInt8], box: PageBox?, block: Int, sure: Float?) {
    writer.beginLine(box, block: block, role: writer.page.layout.blocks[block].role)
    finishLine(text, sure: sure)
  }

  private mutating func closeWord() {
    guard levels.last == .word else { return }
    levels.removeLast()
  }

  /// Takes a reading: of several the one with the least index.
  private mutating func endUnicode() {
    guard isInUnicode, let reading else { return }
    isInUnicode = false
    switch levels.last {
    case .line where reading.index < lineIndex:
      (lineIndex, lineSure, lineText) = (reading.index, reading.sure, MarkupLines.oneLine(unicode))
    case .word where wordIndex == .infinity:
      wordIndex = reading.index
      if !wordsText.isEmpty { wordsText.append(0x20) }
      wordsText += MarkupLines.oneLine(unicode)
    case .region:
      guard let region = open.last, reading.index < region.textIndex else { return }
      open[open.count - 1].textIndex = reading.index
      open[open.count - 1].text = unicode
    default: break
    }
  }

  private mutating func coords() {
    points.box = nil
    guard let value = scanner.value("points") else { return points.isOpen = true }
    var at = value.lowerBound
    while let x = MarkupNumber.next(scanner.bytes, &at, value.upperBound),
      let y = MarkupNumber.next(scanner.bytes, &at, value.upperBound)
    { add(x, y) }
    place()
  }

  /// A point of the 2010 form.
  private mutating func point() {
    guard let x = scanner.number("x"), let y = scanner.number("y") else { return }
    add(x, y)
    place()
  }

  private mutating func add(_ x: Float, _ y: Float) {
    let point = PageBox(x: x, y: y, width: 0, height: 0)
    points.box = points.box?.union(point) ?? point
  }

  /// Gives the box of the points to what is open.
  private mutating func place() {
    switch levels.last {
    case .line: writer.setLineBox(points.box)
    case .region: if let region = open.last { writer.page.layout.blocks[region.index].box = points.box }
    default: break
    }
  }
}

// MARK: - Reading order

extension PAGEReader {
  private mutating func closeGroup() {
    guard let group = groups.popLast() else { return }
    if groups.isEmpty { root.append(group) } else { groups[groups.count - 1].members.append(group) }
  }

  /// Ranks of the blocks, by the stated order, else by that of Transkribus.
  private var ranks: [Int: Int] {
    var names: [String] = []
    for group in root { Self.collect(group, &names) }
    var ranks: [Int: Int] = [:]
    for name in names {
      if let block = regionNames[name], ranks[block] == nil { ranks[block] = ranks.count }
    }
    if ranks.isEmpty {
      for (rank, entry) in customOrder.enumerated().sorted(by: {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }).enumerated() { ranks[entry.element.block] = rank }
    }
    return ranks
  }

  private static func collect(_ group: Group, _ names: inout [String]) {
    if let name = group.name { names.append(name) }
    let members = group.members.enumerated().sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }
    for (_, member) in members { collect(member, &names) }
  }
}

/// The elements of PAGE.
private enum PAGE {
  static let root: MarkupName = "PcGts"
  static let page: MarkupName = "Page"
  static let textRegion: MarkupName = "TextRegion"
  static let tableRegion: MarkupName = "TableRegion"
  static let advertRegion: MarkupName = "AdvertRegion"
  static let separatorRegion: MarkupName = "SeparatorRegion"
  static let textLine: MarkupName = "TextLine"
  static let word: MarkupName = "Word"
  static let glyph: MarkupName = "Glyph"
  static let coords: MarkupName = "Coords"
  static let point: MarkupName = "Point"
  static let textEquivalent: MarkupName = "TextEquiv"
  static let unicode: MarkupName = "Unicode"
  static let orderedGroup: MarkupName = "OrderedGroup"
  static let orderedGroupIndexed: MarkupName = "OrderedGroupIndexed"
  static let unorderedGroup: MarkupName = "UnorderedGroup"
  static let unorderedGroupIndexed: MarkupName = "UnorderedGroupIndexed"
  static let regionReference: MarkupName = "RegionRef"
  static let regionReferenceIndexed: MarkupName = "RegionRefIndexed"
}
