import Newspaper

extension ExportFormat {
  /// A table (RFC 4180) with a row for each article.
  static let csv = records(
    "csv", Phrase("a table, a row an article"), ending: "csv",
    writer: { TextWriter(head: { _ in csvLine(ArticleRecord.columns.map(\.name)) }) }
  ) { record in
    Array(csvLine(ArticleRecord.columns.map { $0.text(record) }).utf8)
  }
}

/// A row of a table as RFC 4180 has it.
///
/// A cell that a spreadsheet would take for a formula has an apostrophe before it, as OWASP advises. Characters that
/// nobody sees are signs or gone; line feeds stay, within quotes.
public func csvLine(_ cells: [String]) -> String { cells.map(csvCell).joined(separator: ",") + "\r\n" }

private func csvCell(_ text: String) -> String {
  let plain = text.replacingUnseen { $0 == "\t" || $0 == "\r" ? " " : $0.plainForm }
  let first = text.unicodeScalars.first {
    $0 != " " && $0 != "\u{3000}" && $0 != "\n" && !$0.properties.isDefaultIgnorableCodePoint
  }
  let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
  let safe = isFormula ? "'" + plain : plain
  guard safe.unicodeScalars.contains(where: { "\",\n".unicodeScalars.contains($0) }) else { return safe }
  return "\"" + safe.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
}
