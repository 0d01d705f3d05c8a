import Newspaper

/// Reads what `pdftotext -bbox-layout` (Poppler) writes: pages, flows, blocks, lines and words, in reading order.
struct BoundingBoxReader: ScanReader {
  private var scanner: MarkupScanner
  private var writer = ScanWriter()
  private var block: Int?
  private var isInWord = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) { scanner = MarkupScanner(bytes) }

  /// Reads the file.
  mutating func read() -> ScannedDocument {
    var isEnded = false
    while let token = scanner.next() {
      switch token {
      case .start(let name, _): start(name)
      case .end(let name):
        end(name)
        isEnded = isEnded || name == BoundingBox.document
      case .text where isInWord: MarkupText.append(scanner.bytes, scanner.text, to: &writer.page.text)
      case .text: break
      }
    }
    if writer.lineNumber > 1 || writer.isInLine { endPage() }
    return ScannedDocument(pages: writer.pages, faults: scanner.faults(isWhole: isEnded))
  }

  private mutating func start(_ name: MarkupName) {
    switch name {
    case BoundingBox.page: writer.pageSize = (scanner.number("width") ?? 0, scanner.number("height") ?? 0)
    case BoundingBox.block: block = writer.addBlock(box())
    case BoundingBox.line: writer.beginLine(box(), block: block)
    case BoundingBox.word:
      writer.space()
      writer.beginWord(box())
      isInWord = true
    default: break
    }
  }

  private mutating func end(_ name: MarkupName) {
    switch name {
    case BoundingBox.page: endPage()
    case BoundingBox.block: block = nil
    case BoundingBox.line: writer.endLine()
    case BoundingBox.word where isInWord:
      writer.endWord()
      isInWord = false
    default: break
    }
  }

  /// The flows come in reading order: the file states it.
  private mutating func endPage() {
    writer.endLine()
    writer.page.layout.isOrderStated = true
    writer.endPage()
  }

  private func box() -> PageBox? { scanner.box(left: "xMin", top: "yMin", right: "xMax", bottom: "yMax") }
}

private enum BoundingBox {
  static let document: MarkupName = "doc"
  static let page: MarkupName = "page"
  static let block: MarkupName = "block"
  static let line: MarkupName = "line"
  static let word: MarkupName = "word"
}
