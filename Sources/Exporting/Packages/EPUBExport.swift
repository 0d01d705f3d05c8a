import Newspaper

extension ExportFormat {
  /// EPUB 3.3: a chapter for each issue, and contents that name its articles.
  static let epub = ExportFormat(
    "epub", Phrase("a book for reading devices (EPUB 3)"), ending: "epub", isBinary: true,
    writer: { EPUBWriter() }
  ) { selection, body in
    let title = selection.issue.documentTitle
    try body(ExportPiece(text: DocumentPart.issue(title).html, title: title))
    try selection.forEachArticle { parts in
      try body(ExportPiece(text: parts.map(\.html).joined(), beginsItem: false, title: title))
    }
  }
}

/// Writes the archive of a book: chapters as they come, then the contents and the list of all that is in it.
private struct EPUBWriter: ExportWriter {
  private var archive = ZipArchive()
  private var title = ""
  private var chapters: [String] = []
  private var text = ""
  private var checksum: UInt32 = 0

  mutating func add(_ piece: ExportPiece) throws -> [UInt8] {
    guard piece.beginsItem else {
      text += piece.text
      return []
    }
    let before = try chapters.isEmpty ? beginning() : chapter()
    if chapters.isEmpty { title = piece.title }
    chapters.append(piece.title)
    text = piece.text
    return before
  }

  mutating func finish() throws -> [UInt8] {
    // A book has at least one chapter.
    let last = try chapters.isEmpty ? add(ExportPiece(text: "<p></p>\n", title: "–")) + chapter() : chapter()
    return try last + entry("nav.xhtml", navigation) + entry("style.css", style) + entry("package.opf", package)
      + archive.end()
  }

  private mutating func entry(_ name: String, _ text: String) throws -> [UInt8] {
    try archive.entry("EPUB/" + name, Array(text.utf8))
  }

  /// The type of the archive stands at its very start.
  private mutating func beginning() throws -> [UInt8] {
    try archive.entry("mimetype", Array("application/epub+zip".utf8))
      + archive.entry("META-INF/container.xml", Array(container.utf8))
  }

  private mutating func chapter() throws -> [UInt8] {
    let page = xhtml(chapters[chapters.count - 1], text)
    checksum = (checksum << 5 | checksum >> 27) ^ crc32(Array(page.utf8))
    return try entry(Self.name(chapters.count), page)
  }

  private static func name(_ number: Int) -> String { "chapter-\(number).xhtml" }

  private var navigation: String {
    let rows = chapters.enumerated().map { "<li><a href=\"\(Self.name($0 + 1))\">\(xmlText($1))</a></li>\n" }
    return xhtml(title, "<nav epub:type=\"toc\"><h1>\(xmlText(title))</h1><ol>\n\(rows.joined())</ol></nav>\n")
  }

  /// The list of what is in the book. The time that the format asks for is none that passes: the same articles make the
  /// same book.
  private var package: String {
    let items = chapters.indices.map {
      "<item id=\"c\($0 + 1)\" href=\"\(Self.name($0 + 1))\" media-type=\"application/xhtml+xml\"/>\n"
    }
    let order = chapters.indices.map { "<itemref idref=\"c\($0 + 1)\"/>\n" }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">urn:baolan:\(chapters.count):\(String(checksum, radix: 16))</dc:identifier>
      <dc:title>\(xmlText(title))</dc:title>
      <dc:language>\(languageCode(title))</dc:language>
      <meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="style" href="style.css" media-type="text/css"/>
      \(items.joined())</manifest>
      <spine>
      \(order.joined())</spine>
      </package>

      """
  }
}

private let container = """
  <?xml version="1.0" encoding="UTF-8"?>
  <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
  </container>

  """

private let style = """
  p { text-indent: 2em; margin: 0; }
  .kicker, .deck, .byline, .pointer, .source { text-indent: 0; margin: .5em 0; }
  .kicker, .deck { font-weight: bold; }
  .signature { text-align: right; }
  .source { font-size: smaller; }

  """

private func xhtml(_ title: String, _ body: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(languageCode(body))" \
  xml:lang="\(languageCode(body))">
  <head><title>\(xmlText(title))</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
  <body>
  \(body)</body>
  </html>

  """
}

/// The language that a text is in, by its characters: `zh` or `en`.
func languageCode(_ text: String) -> String {
  text.unicodeScalars.contains { $0.properties.isIdeographic } ? "zh" : "en"
}
