import Exporting
import Library
import Newspaper
import Typesetting

func runList(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let shelf = try invocation.openCorpus().shelf
  if invocation[.textOrJSON] == "json" {
    output.write(try jsonText(ListDocument(issues: shelf.indices.map { ListDocument.Row(shelf[$0]) })))
  } else if output.isTerminal {
    writeAligned(shelf, columns: output.terminalColumns ?? 80, to: &output)
  } else {
    for index in shelf.indices { output.write(shelf[index].columns.joined(separator: "\t") + "\n") }
  }
  return .done
}

/// Writes a line for each issue that fits the terminal, with the columns of neighbouring lines aligned.
private func writeAligned(_ shelf: any IssueShelf, columns: Int, to output: inout Output) {
  let together = 1000
  for first in stride(from: 0, to: shelf.count, by: together) {
    let rows = (first..<min(first + together, shelf.count)).map { shelf[$0].columns }
    let widths = (0..<4).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    for row in rows {
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0)) }
      let start = padded.dropLast().joined(separator: "  ") + "  "
      // The id is never cut, and the headline keeps at least a word.
      output.write(start + cut(row[3], to: max(columns - displayWidth(start), 8)) + "\n")
    }
  }
}

extension IssueSummary {
  /// Id, date, articles, lead headline.
  fileprivate var columns: [String] {
    [id, date?.marked ?? "-", String(articleCount), bounded(leadHeadline)].map { legible($0) }
  }
}

/// A headline cut to a length that headlines have: a page that is one line is one headline.
private func bounded(_ headline: String) -> String {
  let most = 400
  guard let end = headline.index(headline.startIndex, offsetBy: most, limitedBy: headline.endIndex),
    end < headline.endIndex
  else { return headline }
  return headline[..<end] + "…"
}

/// A text of one line, cut if it is wider than its place.
private func cut(_ text: String, to columns: Int) -> String {
  guard displayWidth(text) > columns else { return text }
  var width = 0
  let fitting = text.prefix { character in
    width += displayWidth(String(character))
    return width < columns
  }
  return fitting + "…"
}

extension IssueDate {
  /// The value, marked if it is inferred.
  var marked: String { certainty == .inferred ? value + " ≈" : value }
}

/// The document of `list --format json`.
private struct ListDocument: Encodable {
  struct Row: Encodable {
    var id: String
    var title: String?
    var date: ExportDate?
    var articles: Int
    var headline: String

    init(_ issue: IssueSummary) {
      id = issue.id
      title = issue.title
      date = issue.date.map(ExportDate.init)
      articles = issue.articleCount
      headline = issue.leadHeadline
    }
  }

  var format = "baolan/1"
  var issues: [Row]
}
