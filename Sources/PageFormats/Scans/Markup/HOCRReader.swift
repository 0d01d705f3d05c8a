import Newspaper

/// Reads hOCR (Breuel, 1.2), as engines write it: tags that are not closed, signs that are not escaped, lines under
/// several names, with words or without.
struct HOCRReader: ScanReader {
  private var scanner: MarkupScanner
  private var writer = ScanWriter()

  /// An element that is open.
  private struct Element {
    var name: MarkupName
    var part: HOCRPart
    var role: PageLayout.Role?
  }

  private var open: [Element] = []
  private var block: Int?
  private var isInPage = false
  private var isInWord = false
  private var wordConfidence: Float?
  /// Elements within which text is no text of the page: the head, and readings that were deleted.
  private var unseenDepth = 0

  /// Elements within elements; what is deeper is read as if it stood here.
  private static let deepest = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) {
    scanner = MarkupScanner(bytes, known: HTMLElements.known)
  }

  /// Reads the file.
  mutating func read() -> ScannedDocument {
    while let token = scanner.next() {
      switch token {
      case .start(let name, let isEmpty): start(name, isEmpty: isEmpty || HTMLElements.void.contains(name))
      case .end(let name): end(name)
      case .text: text()
      }
    }
    // Engines leave out many a tag, but hardly the end of a page.
    let isWhole = !open.contains { $0.part.kind == .page }
    endPage()
    return ScannedDocument(pages: writer.pages, faults: scanner.faults(isWhole: isWhole))
  }

  private mutating func start(_ name: MarkupName, isEmpty: Bool) {
    if name == HTMLElements.lineBreak { return writer.isInLine ? writer.space() : () }
    let part = HOCRPart(scanner, isSpan: name == HTMLElements.span)
    if part.kind != .none { begin(part, HOCRTitle(scanner)) }
    guard !isEmpty, open.count < Self.deepest else { return }
    let isUnseen = name == HTMLElements.head || name == HTMLElements.deleted || name == HTMLElements.script
    open.append(Element(name: name, part: isUnseen ? .unseen : part, role: part.role))
    if isUnseen { unseenDepth += 1 }
  }

  private mutating func begin(_ part: HOCRPart, _ title: HOCRTitle) {
    switch part.kind {
    case .page: beginPage(title)
    case .block:
      writer.endLine()
      block = writer.addBlock(title.box, role: part.role ?? open.last { $0.role != nil }?.role)
    case .line: beginLine(part.role, title)
    case .word:
      writer.beginWord(title.box)
      isInWord = true
      wordConfidence = title.confidence
    case .rule: if let box = title.box { writer.page.layout.rules.append(box) }
    case .none, .unseen: break
    }
  }

  private mutating func end(_ name: MarkupName) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    for element in open[index...].reversed() { close(element) }
    open.removeSubrange(index...)
  }

  private mutating func close(_ element: Element) {
    switch element.part.kind {
    case .page: endPage()
    case .block:
      writer.endLine()
      block = nil
    case .line: writer.endLine()
    case .word: endWord()
    case .unseen: unseenDepth -= 1
    case .rule, .none: break
    }
  }

  private mutating func endWord() {
    guard isInWord else { return }
    writer.endWord(confidence: wordConfidence)
    isInWord = false
  }

  /// Text of a word; within a line also what stands beside its words.
  private mutating func text() {
    guard unseenDepth == 0, writer.isInLine else { return }
    let (bytes, range) = (scanner.bytes, scanner.text)
    if !isInWord, range.allSatisfy({ MarkupScanner.isSpace(bytes[$0]) }) { return writer.space() }
    if !isInWord {
      if MarkupScanner.isSpace(bytes[range.lowerBound]) { writer.space() }
      writer.beginWord(nil)
    }
    MarkupText.appendCollapsed(bytes, range, lineStart: writer.lineStart, to: &writer.page.text)
    if !isInWord { writer.endWord() }
  }
}

// MARK: - Pages and lines

extension HOCRReader {
  private mutating func beginPage(_ title: HOCRTitle) {
    endPage()
    isInPage = true
    if let box = title.box { writer.pageSize = (box.right, box.bottom) }
    writer.page.layout.image = title.image
  }

  private mutating func endPage() {
    endWord()
    writer.endLine()
    guard isInPage || writer.lineNumber > 1 else { return }
    isInPage = false
    block = nil
    writer.endPage()
  }

  private mutating func beginLine(_ role: PageLayout.Role?, _ title: HOCRTitle) {
    endWord()
    writer.beginLine(title.box, block: block, role: role ?? open.last { $0.role != nil }?.role)
    if let size = title.typeSize { writer.setTypeSize(size) }
    if let sure = title.confidence { writer.setConfidence(sure) }
  }

}

/// The properties in an element's title: `bbox 10 20 30 40; x_wconf 95`, in any order, parted by semicolons.
private struct HOCRTitle {
  private(set) var box: PageBox?
  /// From 0 to 1.
  private(set) var confidence: Float?
  /// In points.
  private(set) var typeSize: Float?
  private(set) var image: String?

  init(_ scanner: MarkupScanner) {
    guard let title = scanner.value("title") else { return }
    var start = title.lowerBound
    var quote: UInt8?
    for place in title {
      let byte = scanner.bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ";") {
        read(scanner, start..<place)
        start = place + 1
      }
    }
    read(scanner, start..<title.upperBound)
  }

  private mutating func read(_ scanner: MarkupScanner, _ property: Range<Int>) {
    var at = property.lowerBound
    guard let name = scanner.word(&at, property.upperBound) else { return }
    let value = at..<property.upperBound
    switch MarkupName(scanner.bytes, name) {
    case Self.bbox, Self.bboxes: readBox(scanner, value)
    case Self.wordConfidence, Self.confidence:
      confidence = MarkupNumber.first(scanner.bytes, value).map { min(1, max(0, $0 / 100)) }
    case Self.fontSize: typeSize = MarkupNumber.first(scanner.bytes, value)
    case Self.image, Self.source: image = image ?? text(scanner, value)
    default: break
    }
  }

  private mutating func readBox(_ scanner: MarkupScanner, _ value: Range<Int>) {
    var at = value.lowerBound
    guard let left = MarkupNumber.next(scanner.bytes, &at, value.upperBound),
      let top = MarkupNumber.next(scanner.bytes, &at, value.upperBound),
      let right = MarkupNumber.next(scanner.bytes, &at, value.upperBound),
      let bottom = MarkupNumber.next(scanner.bytes, &at, value.upperBound), right >= left, bottom >= top
    else { return }
    box = PageBox(x: left, y: top, width: right - left, height: bottom - top)
  }

  private func text(_ scanner: MarkupScanner, _ value: Range<Int>) -> String? {
    let text = String(decoding: scanner.bytes[value], as: UTF8.self)
    let plain = text.filter { $0 != "\"" && $0 != "'" }.trimmingSpace
    return plain.isEmpty ? nil : plain
  }

  private static let bbox: MarkupName = "bbox"
  private static let bboxes: MarkupName = "x_bboxes"
  private static let wordConfidence: MarkupName = "x_wconf"
  private static let confidence: MarkupName = "x_conf"
  private static let fontSize: MarkupName = "x_fsize"
  private static let image: MarkupName = "image"
  private static let source: MarkupName = "x_source"
}

/// The kind of an element of hOCR, by its class.
private struct HOCRPart {
  enum Kind { case none, page, block, line, word, rule, unseen }

  var kind = Kind.none
  var role: PageLayout.Role?

  static let unseen = HOCRPart(kind: .unseen)

  private init(kind: Kind) { self.kind = kind }

  /// - Parameter isSpan: the element is a span, as lines are; Tesseract has headers that are lines, others such that
  ///   hold blocks.
  init(_ scanner: MarkupScanner, isSpan: Bool) {
    guard let value = scanner.value("class") else { return }
    var at = value.lowerBound
    while let name = scanner.word(&at, value.upperBound) {
      guard let found = Self.kinds[MarkupName(scanner.bytes, name)] else { continue }
      kind = found.kind
      if found.isLineOrBlock { kind = isSpan ? .line : .block }
      role = found.role
      return
    }
  }

  private static let kinds: [MarkupName: (kind: Kind, role: PageLayout.Role?, isLineOrBlock: Bool)] = [
    "ocr_page": (.page, nil, false), "ocr_carea": (.block, nil, false), "ocrx_block": (.block, nil, false),
    "ocr_block": (.block, nil, false), "ocr_column": (.block, nil, false), "ocr_table": (.block, .table, false),
    "ocr_par": (.block, nil, false), "ocr_line": (.line, nil, false), "ocrx_line": (.line, nil, false),
    "ocr_textfloat": (.line, nil, true), "ocr_header": (.line, .header, true), "ocr_footer": (.line, .footer, true),
    "ocr_caption": (.line, .caption, true), "ocr_title": (.line, .heading, true),
    "ocr_chapter": (.line, .heading, true), "ocr_section": (.line, .heading, true),
    "ocr_pageno": (.line, .pageNumber, true), "ocrx_word": (.word, nil, false), "ocr_word": (.word, nil, false),
    "ocr_separator": (.rule, nil, false),
  ]
}

/// Elements of HTML that hOCR and `pdftotext` use; in their files all else that looks like a tag is dirt.
enum HTMLElements {
  static let lineBreak: MarkupName = "br"
  static let span: MarkupName = "span"
  static let head: MarkupName = "head"
  static let script: MarkupName = "script"
  static let deleted: MarkupName = "del"

  /// They have no content and no end.
  static let void: Set<MarkupName> = ["br", "hr", "img", "meta", "link", "input", "area", "param"]

  static let known: Set<MarkupName> = void.union([
    "html", "head", "title", "body", "script", "style", "div", "p", "span", "ins", "del", "b", "i", "u", "em", "strong",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "thead", "tr", "td", "th", "ul", "ol", "li", "a", "sup",
    "sub", "font", "center", "pre", "abbr", "map", "object", "svg", "figure",
  ])
}
