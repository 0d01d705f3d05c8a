import Newspaper

extension ExportFormat {
  /// CommonMark.
  static let markdown = running("markdown", Phrase("CommonMark"), ending: "md", written: \.markdown)
}

extension DocumentPart {
  /// CommonMark, with a blank line after it.
  var markdown: String {
    switch self {
    case .issue(let text): "# \(markdownText(text))\n\n"
    case .article(let text): "## \(markdownText(text))\n\n"
    case .kicker(let text), .deck(let text): "**\(markdownText(text))**\n\n"
    case .byline(let text): "*\(markdownText(text))*\n\n"
    // CommonMark has no right alignment of its own.
    case .signature(let text): "<p align=\"right\">\(htmlText(text))</p>\n\n"
    case .paragraph(let text): "\(markdownText(text))\n\n"
    case .table(let rows): markdownTable(TableRow.aligned(rows))
    case .subhead(let text): "### \(markdownText(text))\n\n"
    case .caption(let text), .pointer(let text), .remark(let text): "> \(markdownText(text))\n\n"
    case .source(let text): "*\(markdownText(text))*\n\n"
    case .rule: "---\n\n"
    }
  }
}

/// A table as GitHub and pandoc write it, whose first row is its head.
private func markdownTable(_ rows: [[String]]) -> String {
  var lines = rows.map { row in "| " + row.map(markdownText).joined(separator: " | ") + " |" }
  lines.insert("|" + String(repeating: " --- |", count: rows.first?.count ?? 0), at: 1)
  return lines.joined(separator: "\n") + "\n\n"
}

/// Escapes text for CommonMark: unseen characters, and those that would be markup wherever in a line they stand.
package func markdownText(_ text: String) -> String {
  var result = ""
  var onlyDigits = true
  for scalar in text.unicodeScalars {
    if "\\`*_[]<>&#|~".unicodeScalars.contains(scalar) { result += "\\" }
    // "1." or "1)" begins a list, and so do these three; "=" underlines a heading.
    if onlyDigits, "+-=".unicodeScalars.contains(scalar) && result.isEmpty { result += "\\" }
    if onlyDigits, ".)".unicodeScalars.contains(scalar) && !result.isEmpty { result += "\\" }
    onlyDigits = onlyDigits && ("0"..."9").contains(scalar)
    result += scalar.isUnseen && scalar != "\t" ? characterReference(scalar) : String(scalar)
  }
  return result
}
