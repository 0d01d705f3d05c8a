import Newspaper

/// Reads the hidden text of DjVu (`djvutoxml`, the Internet Archive's `_djvu.xml`): an OBJECT is a page, a LINE a line.
struct DjVuReader: ScanMarkupReader {
  var scanner: MarkupScanner
  private(set) var writer = ScanWriter()
  static let roots = [DjVu.document]
  private var block: Int?
  private var isInWord = false
  private var isInPage = false
  private var confidence: Float?

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) { scanner = MarkupScanner(bytes) }

  mutating func text() {
    if isInWord { MarkupText.append(scanner.bytes, scanner.text, to: &writer.page.text) }
  }

  mutating func start(_ name: MarkupName) {
    switch name {
    case DjVu.object:
      endPage()
      isInPage = true
      writer.pageSize = (scanner.number("width") ?? 0, scanner.number("height") ?? 0)
    case DjVu.region, DjVu.paragraph: block = writer.addBlock(nil)
    case DjVu.line: writer.beginLine(nil, block: block)
    case DjVu.word:
      writer.space()
      writer.beginWord(box())
      confidence = scanner.number("x-confidence")
      isInWord = true
    default: break
    }
  }

  mutating func end(_ name: MarkupName) {
    switch name {
    case DjVu.object: endPage()
    case DjVu.region, DjVu.paragraph:
      writer.endLine()
      block = nil
    case DjVu.line: writer.endLine()
    case DjVu.word where isInWord:
      writer.endWord(confidence: confidence.map { $0 / 100 })
      isInWord = false
    default: break
    }
  }

  mutating func endPage() {
    writer.endLine()
    guard isInPage || writer.lineNumber > 1 else { return }
    isInPage = false
    writer.endPage()
  }

  /// Left, bottom, right, top; some write top before bottom.
  private func box() -> PageBox? {
    guard let value = scanner.value("coords") else { return nil }
    let numbers = MarkupNumber.all(scanner.bytes, value, atMost: 4)
    guard numbers.count == 4 else { return nil }
    let (top, bottom) = (min(numbers[1], numbers[3]), max(numbers[1], numbers[3]))
    return PageBox(x: numbers[0], y: top, width: max(0, numbers[2] - numbers[0]), height: bottom - top)
  }
}

private enum DjVu {
  static let document: MarkupName = "DjVuXML"
  static let object: MarkupName = "OBJECT"
  static let region: MarkupName = "REGION"
  static let paragraph: MarkupName = "PARAGRAPH"
  static let line: MarkupName = "LINE"
  static let word: MarkupName = "WORD"
}
