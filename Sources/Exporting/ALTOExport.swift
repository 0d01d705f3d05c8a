import Newspaper

extension ExportFormat {
  /// ALTO 4 (Library of Congress): the scan's lines and words with their places, a block for each passage, in the order
  /// of the articles, which tags of structure name.
  static let alto = ExportFormat(
    "alto", Phrase("ALTO 4: the scan's lines and their places, in the order of the articles"), ending: "xml",
    writer: { ALTODocument() },
    pieces: { selection, body in
      let issue = ALTOIssue(selection)
      let title = selection.issue.title ?? selection.issue.id
      try body(ExportPiece(text: issue.tags, title: title))
      try body(ExportPiece(text: issue.references, beginsItem: false, title: title))
      try body(ExportPiece(text: issue.pages, beginsItem: false, title: title))
    })
}

/// Puts issues together: each is three pieces, its tags, its order and its pages, of which the document has all tags
/// first.
private struct ALTODocument: ExportWriter {
  private var parts: [[String]] = [[], [], []]
  private var next = 0

  mutating func add(_ piece: ExportPiece) -> [UInt8] {
    next = piece.beginsItem ? 0 : next + 1
    parts[next].append(piece.text)
    return []
  }

  func finish() -> [UInt8] {
    let roles = Block.Role.allCases.map(\.rawValue) + [unplacedRole]
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
      <Description>
      <MeasurementUnit>pixel</MeasurementUnit>
      <Processing ID="baolan"><processingSoftware><softwareName>Baolan</softwareName></processingSoftware></Processing>
      </Description>
      <Tags>
      \(roles.map { "<LayoutTag ID=\"\($0)\" LABEL=\"\($0)\"/>\n" }.joined())\(parts[0].joined())</Tags>
      <ReadingOrder><OrderedGroup ID="order">
      \(parts[1].joined())</OrderedGroup></ReadingOrder>
      <Layout>
      \(parts[2].joined())</Layout>
      </alto>

      """
    return Array(document.utf8)
  }
}

/// Writes the parts of an issue. Boxes are in ten-thousandths of each page's width.
private struct ALTOIssue {
  /// A passage as a block of its page.
  private struct TextBlock {
    var passage: Passage
    /// Its names in `Tags`: the article, and the part that it plays.
    var tags: String
    var id: String
  }

  private let issue: Issue
  private let isWhole: Bool
  /// The beginning of all its names, which no other issue has.
  private let prefix: String
  /// Its articles, a tag each.
  private(set) var tags = ""
  private var blocks: [Int: [TextBlock]] = [:]
  private var order: [String] = []

  init(_ selection: ExportSelection) {
    (issue, isWhole) = (selection.issue, selection.isWhole)
    // FNV-1a.
    let hash = issue.id.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    prefix = "i" + String(hash, radix: 16)
    for chosen in selection.chosen { add(chosen.article) }
    if selection.isWhole { for passage in issue.unplaced { add(passage, unplacedRole) } }
  }

  /// Its blocks in reading order.
  var references: String { order.map { "<ElementRef ID=\"r\($0)\" REF=\"\($0)\"/>\n" }.joined() }

  // MARK: Articles

  private mutating func add(_ article: Article) {
    let name = "\(prefix)a\(article.number)"
    let title = htmlText(article.blocks(.headline).map(\.passage.text).joined(separator: " "))
    tags += "<StructureTag ID=\"\(name)\" TYPE=\"\(article.kind.rawValue)\" LABEL=\"\(title)\"/>\n"
    for block in article.blocks { add(block.passage, "\(name) \(block.role.rawValue)") }
  }

  /// Text that stands inside another passage has no lines of its own.
  private mutating func add(_ passage: Passage, _ tags: String) {
    guard !passage.lines.isEmpty else { return }
    let id = "\(prefix)b\(order.count + 1)"
    order.append(id)
    blocks[passage.page, default: []].append(TextBlock(passage: passage, tags: tags, id: id))
  }

  // MARK: Pages

  /// Its pages.
  var pages: String {
    issue.pages.filter { isWhole || blocks[$0.number] != nil }.map { page in
      let size = page.text.layout.map { " WIDTH=\"\(pageWidth)\" HEIGHT=\"\(scaled($0.height))\"" } ?? ""
      return """
        <Page ID="\(prefix)p\(page.number)" PHYSICAL_IMG_NR="\(page.number)"\(size)>
        <PrintSpace>
        \(blocks[page.number, default: []].map { block(page, $0) }.joined())</PrintSpace>
        </Page>

        """
    }.joined()
  }

  private func block(_ page: Page, _ block: TextBlock) -> String {
    let lines = block.passage.lines.filter(page.text.lines.contains)
    let box = place(page.text.layout?.box(ofLines: lines))
    let text = lines.enumerated().map { place, line in
      ALTOLine(page.text, line, next: place + 1 < lines.count ? lines[place + 1] : nil).element
    }
    return "<TextBlock ID=\"\(block.id)\" TAGREFS=\"\(block.tags)\"\(box)>\n\(text.joined())</TextBlock>\n"
  }
}

/// The part of lines that belong to no article.
private let unplacedRole = "unplaced"

/// A line of the scan with its words.
private struct ALTOLine {
  private let text: [UInt8]
  private let line: PageLayout.Line?
  private let words: ArraySlice<PageLayout.Word>
  private let page: PageText
  private let next: Int?

  /// - Parameter next: the number of the line that follows in the passage.
  init(_ page: PageText, _ number: Int, next: Int?) {
    (self.page, self.next) = (page, next)
    text = Array(page.bytes[page.range(ofLine: number)])
    let layout = page.layout
    line = layout?.lines[number - 1]
    words = line.flatMap { layout?.words[Int($0.words.lowerBound)..<Int($0.words.upperBound)] } ?? []
  }

  var element: String {
    var strings = ""
    let pieces = pieces
    for (place, piece) in pieces.enumerated() {
      if place > 0, pieces[place - 1].upperBound < piece.lowerBound { strings += "<SP/>" }
      strings += string(piece, isLast: place == pieces.count - 1)
    }
    return "<TextLine\(place(line?.box))>\(strings)</TextLine>\n"
  }

  /// Words with places of their own, and what stands between them; without such words a line is one string, spaces and
  /// all.
  private var pieces: [Range<Int>] {
    let end = text.count - hyphenLength
    guard !words.isEmpty else { return [0..<end] }
    // A word may have a space within.
    let inside = words.map { Int($0.offset)..<min(end, Int($0.offset + $0.length)) }
    return (0..<end).split { place in
      text[place] == 0x20 && !inside.contains { $0.lowerBound < place && place + 1 < $0.upperBound }
    }
  }

  private var hyphenLength: Int {
    guard case .divided(let length) = line?.end else { return 0 }
    return min(text.count, Int(length))
  }

  private func string(_ piece: Range<Int>, isLast: Bool) -> String {
    let own = words.filter { Int($0.offset) < piece.upperBound && Int($0.offset + $0.length) > piece.lowerBound }
    let box = own.reduce(nil) { $0?.union($1.box) ?? $1.box } ?? (words.isEmpty ? line?.box : nil)
    let content = String(decoding: text[piece], as: UTF8.self)
    var whole = ""
    if isLast, let rest { whole = " SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"\(htmlText(content + rest))\"" }
    let sign = isLast && hyphenLength > 0 ? String(decoding: text.suffix(hyphenLength), as: UTF8.self) : ""
    let hyphen = sign.isEmpty ? "" : "<HYP CONTENT=\"\(htmlText(sign))\"/>"
    return "<String CONTENT=\"\(htmlText(content))\"\(whole)\(place(box))/>\(hyphen)"
  }

  /// The rest of a word that goes on in the next line.
  private var rest: String? {
    guard case .divided = line?.end, let next else { return nil }
    return page.line(next).split(separator: " ").first.map(String.init)
  }
}

/// The width that every page has in the file.
private let pageWidth = 10_000

private func scaled(_ share: Float) -> Int { Int((Double(share) * Double(pageWidth)).rounded()) }

/// The attributes of a place; none where it is not known.
private func place(_ box: PageBox?) -> String {
  guard let box else { return "" }
  let (x, y) = (scaled(box.x), scaled(box.y))
  return " HPOS=\"\(x)\" VPOS=\"\(y)\" WIDTH=\"\(scaled(box.width))\" HEIGHT=\"\(scaled(box.height))\""
}
