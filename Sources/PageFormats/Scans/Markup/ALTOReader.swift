import Newspaper

/// Reads ALTO of all versions (Library of Congress, 1.0 to 4.4): a line for each TextLine.
struct ALTOReader: ScanMarkupReader {
  var scanner: MarkupScanner
  private(set) var writer = ScanWriter()
  static let roots = [ALTO.alto]
  private let keepsNames: Bool

  private var fontSizes: [UInt64: Float] = [:]
  private var image: String?
  private var margin: PageLayout.Role?
  private var block: Int?
  private var blockSize: Float?
  /// The blocks that are open, composed ones among them, and the lines that they begin with.
  private var open: [(name: String?, line: Int, role: PageLayout.Role?, place: ALTOArticles.Place?)] = []
  private var lineName: String?
  /// The bytes of the word that the open line ends with, and of the whole word where it is divided.
  private var word: (content: Range<Int>, whole: Range<Int>)?
  private var divides = ScanWriter.Division.no
  private var pageHasSpaces = false
  /// The ranks of blocks and other parts by their names, where the file states an order.
  private var ranks: [String: Int] = [:]
  private var articles = ALTOArticles()
  private var isInPage = false

  private static let deepest = 64

  /// - Parameter keepsNames: the names of blocks, lines and words are asked for.
  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) {
    scanner = MarkupScanner(bytes)
    self.keepsNames = keepsNames
    pageHasSpaces = hasSpaces
  }

  /// True if spaces are written at all; without them each String is a word.
  private var hasSpaces: Bool {
    var scanner = scanner
    while let token = scanner.next() { if case .start(ALTO.space, _) = token { return true } }
    return false
  }
}

// MARK: - Elements

extension ALTOReader {
  mutating func start(_ name: MarkupName) {
    switch name {
    case ALTO.string: string()
    case ALTO.space: writer.space()
    case ALTO.textLine: textLine()
    case ALTO.hyphen: hyphen()
    case ALTO.textBlock, ALTO.composedBlock: openBlock(name)
    case ALTO.page: page()
    case ALTO.topMargin: margin = .header
    case ALTO.bottomMargin: margin = .footer
    case ALTO.leftMargin, ALTO.rightMargin: margin = .marginalia
    case ALTO.graphicalElement: if let box = box() { writer.page.layout.rules.append(box) }
    case ALTO.textStyle: textStyle()
    case ALTO.fileName: image = ""
    case ALTO.elementRef: if let name = scanner.string("REF"), ranks[name] == nil { ranks[name] = ranks.count }
    case ALTO.structureTag: articles.addStructure(scanner)
    case ALTO.layoutTag, ALTO.roleTag: articles.addRole(scanner)
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
    switch name {
    case ALTO.textLine: endLine()
    case ALTO.textBlock, ALTO.composedBlock: closeBlock()
    case ALTO.topMargin, ALTO.bottomMargin, ALTO.leftMargin, ALTO.rightMargin: margin = nil
    case ALTO.page: endPage()
    default: break
    }
  }

  /// The name of the image is the only text between tags that is of use.
  mutating func text() {
    guard image == "" else { return }
    var name: [UInt8] = []
    MarkupText.append(scanner.bytes, scanner.text, to: &name)
    let trimmed = String(decoding: name, as: UTF8.self).trimmingSpace
    image = trimmed.isEmpty ? nil : trimmed
  }

  private mutating func page() {
    if isInPage { endPage() }
    isInPage = true
    writer.pageSize = (scanner.number("WIDTH") ?? 0, scanner.number("HEIGHT") ?? 0)
    writer.page.layout.image = image
  }

  mutating func endPage() {
    guard isInPage || writer.lineNumber > 1 || writer.isInLine else { return }
    endLine()
    isInPage = false
    writer.page.zoning = articles.takeZoning()
    writer.endPage()
    open = []
    block = nil
  }

  private mutating func textStyle() {
    guard let name = scanner.value("ID"), let size = scanner.number("FONTSIZE") else { return }
    fontSizes[MarkupName(scanner.bytes, name).hash] = size
  }

  /// The size of the first style that is referred to and has one.
  private func size() -> Float? {
    guard let names = scanner.value("STYLEREFS"), !fontSizes.isEmpty else { return nil }
    var at = names.lowerBound
    while let name = scanner.word(&at, names.upperBound) {
      if let size = fontSizes[MarkupName(scanner.bytes, name).hash] { return size }
    }
    return nil
  }

  private func box() -> PageBox? {
    guard let x = scanner.number("HPOS"), let y = scanner.number("VPOS"), let width = scanner.number("WIDTH"),
      let height = scanner.number("HEIGHT"), width > 0 || height > 0
    else { return nil }
    return PageBox(x: x, y: y, width: max(0, width), height: max(0, height))
  }
}

// MARK: - Blocks, lines and words

extension ALTOReader {
  private mutating func openBlock(_ name: MarkupName) {
    endLine()
    let role = articles.role(scanner) ?? statedRole ?? open.last?.role ?? margin
    if open.count < Self.deepest {
      let place = name == ALTO.textBlock ? articles.place(scanner) : nil
      open.append((keepsNames ? scanner.string("ID") : nil, writer.lineNumber, role, place))
    }
    guard name == ALTO.textBlock else { return }
    let index = writer.addBlock(box(), role: role)
    block = index
    blockSize = size()
    if !ranks.isEmpty, let rank = scanner.string("ID").flatMap({ ranks[$0] }) { writer.blockRanks[index] = rank }
  }

  private mutating func closeBlock() {
    endLine()
    block = nil
    guard let closed = open.popLast() else { return }
    let lines = closed.line..<max(closed.line, writer.lineNumber)
    if let place = closed.place { articles.add(lines, to: place) }
    if let name = closed.name { writer.page.names[name] = NamedPlace(lines: lines) }
  }

  private var statedRole: PageLayout.Role? {
    guard let type = scanner.string("TYPE")?.lowercased() else { return nil }
    switch type {
    case "advertisement", "ad": return .advertisement
    case "table": return .table
    default: return nil
    }
  }

  private mutating func textLine() {
    endLine()
    let role = block.flatMap { writer.page.layout.blocks[$0].role } ?? margin
    writer.beginLine(box(), block: block, role: role)
    if let size = size() { writer.setTypeSize(size) }
    lineName = keepsNames ? scanner.string("ID") : nil
    word = nil
    divides = .no
  }

  private mutating func endLine() {
    guard writer.isInLine else { return }
    let number = writer.lineNumber
    if let blockSize { writer.setTypeSize(blockSize) }
    if let lineName { writer.page.names[lineName] = NamedPlace(lines: number..<number + 1) }
    writer.endLine(divides: divides)
    lineName = nil
    word = nil
    divides = .no
  }

  private mutating func string() {
    let content = scanner.value("CONTENT") ?? 0..<0
    if !pageHasSpaces { writer.space() }
    if !writer.hasTypeSize, let size = size() { writer.setTypeSize(size) }
    writer.beginWord(box())
    let first = writer.page.layout.words.count
    MarkupText.append(scanner.bytes, content, to: &writer.page.text)
    writer.endWord(confidence: scanner.number("WC"))
    if keepsNames, let name = scanner.string("ID") {
      let isPlaced = writer.page.layout.words.count > first
      writer.page.names[name] = NamedPlace(
        lines: writer.lineNumber..<writer.lineNumber + 1, word: isPlaced ? first : nil)
    }
    word = (content, scanner.value("SUBS_CONTENT") ?? 0..<0)
    divides = scanner.string("SUBS_TYPE")?.lowercased() == "hyppart1" ? division : .no
  }

  /// A word that has the hyphen as a whole keeps it.
  private var division: ScanWriter.Division {
    guard let word else { return .atHyphen }
    var (part, whole): ([UInt8], [UInt8]) = ([], [])
    MarkupText.append(scanner.bytes, word.content, to: &part)
    MarkupText.append(scanner.bytes, word.whole, to: &whole)
    if part.last != UInt8(ascii: "-") { part.append(UInt8(ascii: "-")) }
    return whole.count > part.count && whole.starts(with: part) ? .withinCompound : .atHyphen
  }

  /// The hyphen of a line's end, which the last word may have already.
  private mutating func hyphen() {
    guard writer.isInLine, writer.hasText else { return }
    if divides == .no { divides = .atHyphen }
    let line = writer.page.text[writer.lineStart...]
    guard LineHyphen.length(line) == 0, line.suffix(2) != [0xC2, 0xAD] else { return }
    var sign: [UInt8] = []
    if let content = scanner.value("CONTENT") { MarkupText.append(scanner.bytes, content, to: &sign) }
    writer.page.text += sign.isEmpty || sign == [0xC2, 0xAD] || sign == [0x20] ? [UInt8(ascii: "-")] : sign
  }
}

/// The elements of ALTO.
private enum ALTO {
  static let alto: MarkupName = "alto"
  static let page: MarkupName = "Page"
  static let topMargin: MarkupName = "TopMargin"
  static let bottomMargin: MarkupName = "BottomMargin"
  static let leftMargin: MarkupName = "LeftMargin"
  static let rightMargin: MarkupName = "RightMargin"
  static let textBlock: MarkupName = "TextBlock"
  static let composedBlock: MarkupName = "ComposedBlock"
  static let textLine: MarkupName = "TextLine"
  static let string: MarkupName = "String"
  static let space: MarkupName = "SP"
  static let hyphen: MarkupName = "HYP"
  static let graphicalElement: MarkupName = "GraphicalElement"
  static let textStyle: MarkupName = "TextStyle"
  static let fileName: MarkupName = "fileName"
  static let elementRef: MarkupName = "ElementRef"
  static let structureTag: MarkupName = "StructureTag"
  static let layoutTag: MarkupName = "LayoutTag"
  static let roleTag: MarkupName = "RoleTag"
}
