import Newspaper

extension ExportFormat {
  /// Plain text.
  static let text = running("text", Phrase("plain text"), ending: "txt", written: \.plainText)
}

extension DocumentPart {
  /// A line, or the rows of a table, with a blank line after it. Text has no escapes: signs stand for characters that
  /// are obeyed, not shown, and what shows nothing is left out, as on a terminal.
  var plainText: String {
    formattedText.replacingUnseen(\.plainForm)
  }

  private var formattedText: String {
    switch self {
    case .issue(let text): "\(text)\n\n\n"
    case .article(let text), .kicker(let text), .deck(let text), .byline(let text), .paragraph(let text),
      .subhead(let text), .caption(let text), .pointer(let text), .remark(let text), .source(let text):
      "\(text)\n\n"
    case .table(let rows): rows.joined(separator: "\n") + "\n\n"
    case .signature(let text): String(repeating: "\u{3000}", count: max(2, 28 - text.count)) + "\(text)\n\n"
    case .rule: "* * *\n\n"
    }
  }
}
