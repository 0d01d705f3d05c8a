import Newspaper

/// Reads the XML of ABBYY FineReader (6 to 10): a line for each `line`, whose characters stand in `charParams`, or as
/// text in `formatting`.
struct ABBYYReader: ScanMarkupReader {
  var scanner: MarkupScanner
  private(set) var writer = ScanWriter()
  static let roots = [ABBYY.page, ABBYY.document]
  private var block: Int?
  private var role: PageLayout.Role?
  private var isInFormatting = false
  private var isInCharacter = false
  private var isInPage = false
  private var confidence: (sum: Float, count: Float) = (0, 0)
  private var characterBox: PageBox?
  private var wordBox: PageBox?
  private var isInWord = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) { scanner = MarkupScanner(bytes) }

  mutating func start(_ name: MarkupName) {
    switch name {
    case ABBYY.page:
      endPage()
      isInPage = true
      writer.pageSize = (scanner.number("width") ?? 0, scanner.number("height") ?? 0)
    case ABBYY.block: openBlock()
    case ABBYY.line: beginLine()
    case ABBYY.formatting:
      isInFormatting = writer.isInLine
      if let size = scanner.number("fs") { writer.setTypeSize(size) }
    case ABBYY.character: character()
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
    switch name {
    case ABBYY.page: endPage()
    case ABBYY.block: block = nil
    case ABBYY.line: endLine()
    case ABBYY.formatting: isInFormatting = false
    case ABBYY.character: isInCharacter = false
    default: break
    }
  }

  private mutating func openBlock() {
    endLine()
    let type = scanner.string("blockType")
    if type == "Separator", let box = box() { writer.page.layout.rules.append(box) }
    role = type == "Table" ? .table : nil
    block = writer.addBlock(box(), role: role)
  }

  private mutating func beginLine() {
    endLine()
    confidence = (0, 0)
    writer.beginLine(box(), block: block, role: role)
  }

  private mutating func character() {
    isInCharacter = true
    characterBox = box()
    if let sure = scanner.number("charConfidence"), sure >= 0 {
      confidence = (confidence.sum + min(1, sure / 100), confidence.count + 1)
    }
  }

  /// A character, or in files without such the text of a stretch; runs of white space part words.
  mutating func text() {
    guard isInCharacter || isInFormatting, writer.isInLine else { return }
    let (bytes, range) = (scanner.bytes, scanner.text)
    if range.allSatisfy({ MarkupScanner.isSpace(bytes[$0]) }) {
      // Between characters there is white space of the file's own making.
      guard isInCharacter else { return }
      endWord()
      return writer.space()
    }
    if !isInCharacter, hasCharacters { return }
    if !isInWord {
      writer.beginWord(nil)
      isInWord = true
    }
    MarkupText.append(bytes, range, to: &writer.page.text)
    if let characterBox { wordBox = wordBox?.union(characterBox) ?? characterBox }
  }

  /// The file has characters one by one.
  private var hasCharacters: Bool { confidence.count > 0 || characterBox != nil }

  private mutating func endWord() {
    guard isInWord else { return }
    writer.setWordBox(wordBox)
    writer.endWord()
    (isInWord, wordBox) = (false, nil)
  }

  private mutating func endLine() {
    guard writer.isInLine else { return }
    endWord()
    if confidence.count > 0 { writer.setConfidence(confidence.sum / confidence.count) }
    writer.endLine()
    characterBox = nil
  }

  mutating func endPage() {
    endLine()
    guard isInPage || writer.lineNumber > 1 else { return }
    isInPage = false
    writer.endPage()
  }

  private func box() -> PageBox? { scanner.box(left: "l", top: "t", right: "r", bottom: "b") }
}

private enum ABBYY {
  static let document: MarkupName = "document"
  static let page: MarkupName = "page"
  static let block: MarkupName = "block"
  static let line: MarkupName = "line"
  static let formatting: MarkupName = "formatting"
  static let character: MarkupName = "charParams"
}
