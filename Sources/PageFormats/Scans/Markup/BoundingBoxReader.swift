import Newspaper

/// Reads what `pdftotext -bbox-layout` (Poppler) writes: pages, flows, blocks, lines and words, in reading order.
struct BoundingBoxReader: ScanMarkupReader {
  var scanner: MarkupScanner
  private(set) var writer = ScanWriter()
  static let roots = [BoundingBox.document]
  private var block: Int?
  private var isInWord = false
  private var isInPage = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) { scanner = MarkupScanner(bytes) }

  mutating func text() {
    if isInWord { MarkupText.append(scanner.bytes, scanner.text, to: &writer.page.text) }
  }

  mutating func start(_ name: MarkupName) {
    switch name {
    case BoundingBox.page:
      isInPage = true
      writer.pageSize = (scanner.number("width") ?? 0, scanner.number("height") ?? 0)
    case BoundingBox.block: block = writer.addBlock(box())
    case BoundingBox.line: writer.beginLine(box(), block: block)
    case BoundingBox.word:
      writer.space()
      writer.beginWord(box())
      isInWord = true
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
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
  mutating func endPage() {
    writer.endLine()
    guard isInPage || writer.lineNumber > 1 else { return }
    isInPage = false
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
