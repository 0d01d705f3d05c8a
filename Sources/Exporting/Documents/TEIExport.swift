import Newspaper

extension ExportFormat {
  /// TEI P5: a corpus with a text for each issue, a division for each article, and the beginnings of the scan's pages
  /// and lines in it.
  static let tei = ExportFormat(
    "tei", Phrase("TEI P5, with the lines of the scan"), ending: "xml",
    writer: { TextWriter(head: teiHead, end: "</teiCorpus>\n") }
  ) { selection, body in
    let issue = selection.issue
    try body(ExportPiece(text: issue.teiHeader, title: issue.documentTitle))
    for (article, remark) in selection.chosen {
      let text = article.tei(in: issue, remark: remark)
      try body(ExportPiece(text: text, beginsItem: false, title: issue.id))
    }
    let rest = selection.isWhole && !issue.unplaced.isEmpty ? issue.teiUnplaced : ""
    try body(ExportPiece(text: rest + "</body></text></TEI>\n", beginsItem: false, title: issue.id))
  }
}

private let provider =
  "<publicationStmt><p>Written by Baolan from the scanned pages of a newspaper.</p></publicationStmt>"

private func teiHead(title: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>\(xmlText(title))</title></titleStmt>
  \(provider)
  <sourceDesc><p>Issues of newspapers, each described in its own header.</p></sourceDesc></fileDesc></teiHeader>

  """
}

extension Issue {
  fileprivate var teiHeader: String {
    let day = date.map { date in
      // TEI writes a day without its year as ISO 8601 did, `--03-04`.
      let certainty = date.certainty == .inferred ? " cert=\"medium\"" : ""
      return
        "<date when=\"\(date.year == nil ? "-" + date.value.dropFirst() : date.value)\"\(certainty)>\(date.value)</date>"
    }
    let parts = [
      xmlElement("title", " level=\"j\"", title ?? id), day ?? "",
      number.map { "<biblScope unit=\"issue\">\($0)</biblScope>" } ?? "",
    ]
    let files = pages.map { xmlElement("idno", " type=\"file\" n=\"\($0.number)\"", $0.path) }
    return """
      <TEI>
      <teiHeader><fileDesc><titleStmt>\(xmlElement("title", "", documentTitle))</titleStmt>
      \(provider)
      <sourceDesc><bibl>\((parts + files).joined())</bibl></sourceDesc></fileDesc></teiHeader>
      <text><body>

      """
  }

  fileprivate var teiUnplaced: String {
    var page: Int?
    let paragraphs = unplaced.map { "<p>" + $0.tei(from: &page) + "</p>\n" }
    return "<div type=\"unplaced\">\n\(paragraphs.joined())</div>\n"
  }
}

extension Article {
  /// Heads and bylines stand at the start of a division, whatever stands between them in print; a subhead begins a
  /// division of its own.
  fileprivate func tei(in issue: Issue, remark: String?) -> String {
    var page: Int?
    var text =
      "<div type=\"\(kind.rawValue)\" n=\"\(number)\" corresp=\"\(ArticleLink(self, ofIssue: issue.id).text)\">\n"
    let heads: [Block.Role] = [.kicker, .headline, .deck, .byline]
    for block in opening where heads.contains(block.role) { text += block.teiHead(from: &page) }
    for block in opening where !heads.contains(block.role) { text += block.tei(from: &page) }
    var isInSection = false
    for blocks in bodyByTables {
      guard blocks.count == 1, let block = blocks.first else {
        text += teiTable(blocks.map(\.passage), from: &page)
        continue
      }
      if block.role == .subhead {
        text += (isInSection ? "</div>\n" : "") + "<div type=\"section\">\n"
        isInSection = true
      }
      text += block.tei(from: &page)
    }
    let note = remark.map { "<p rend=\"remark\">\(xmlText($0))</p>\n" } ?? ""
    return text + note + (isInSection ? "</div>\n" : "") + "</div>\n"
  }
}

/// A table; a line of the scan begins in the first cell of its row.
private func teiTable(_ rows: [Passage], from page: inout Int?) -> String {
  var text = "<table>\n"
  for (row, cells) in zip(rows, TableRow.aligned(rows.map(\.text))) {
    let start = row.teiStart(from: &page) + row.sourceLines.prefix(1).map { "<lb n=\"\($0)\"/>" }.joined()
    let texts = cells.enumerated().map { ($0 == 0 ? start : "") + xmlText($1) }
    text += "<row>" + texts.map { "<cell>\($0)</cell>" }.joined() + "</row>\n"
  }
  return text + "</table>\n"
}

extension Block {
  fileprivate func teiHead(from page: inout Int?) -> String {
    let text = passage.tei(from: &page)
    switch role {
    case .kicker: return "<head type=\"kicker\">\(text)</head>\n"
    case .deck: return "<head type=\"deck\">\(text)</head>\n"
    case .byline: return "<byline>\(text)</byline>\n"
    default: return "<head>\(text)</head>\n"
    }
  }

  fileprivate func tei(from page: inout Int?) -> String {
    let text = passage.tei(from: &page)
    switch role {
    case .subhead: return "<head>\(text)</head>\n"
    case .caption: return "<figure><head>\(text)</head></figure>\n"
    case .byline: return "<p rend=\"signature\">\(text)</p>\n"
    case .pointer: return "<p rend=\"pointer\">\(text)</p>\n"
    case .repeated: return "<p rend=\"repeat\">\(text)</p>\n"
    default: return "<p>\(text)</p>\n"
    }
  }
}

extension Passage {
  /// The milestone of its page, where that begins.
  fileprivate func teiStart(from current: inout Int?) -> String {
    defer { current = page }
    return current == page ? "" : "<pb n=\"\(page)\"/>"
  }

  /// The text, with a milestone where a page and where a line of the scan begins.
  /// - Parameter page: the page of the text before.
  fileprivate func tei(from current: inout Int?) -> String {
    var text = teiStart(from: &current)
    let bytes = self.text.utf8
    var (line, done) = (Int32(0), bytes.startIndex)
    for run in runs where run.line != line {
      let start = bytes.index(bytes.startIndex, offsetBy: Int(run.offset), limitedBy: bytes.endIndex) ?? bytes.endIndex
      text += xmlText(String(self.text[done..<start])) + "<lb n=\"\(run.line)\"/>"
      (line, done) = (run.line, start)
    }
    if runs.isEmpty { text += lines.map { "<lb n=\"\($0)\"/>" }.joined() }
    return text + xmlText(String(self.text[done...]))
  }
}

/// Text between tags, or in a quoted attribute, of XML 1.0.
func xmlText(_ text: String) -> String { htmlText(text) }

private func xmlElement(_ name: String, _ attributes: String, _ text: String) -> String {
  "<\(name)\(attributes)>\(xmlText(text))</\(name)>"
}
