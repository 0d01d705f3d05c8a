import Corpus
import Newspaper
import Typesetting

/// `list`.
func runList(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let shelf = try invocation.openCorpus().shelf
  if invocation["--format"] == "json" {
    output.write(try jsonText(ListDocument(issues: shelf.indices.map { ListDocument.Row(shelf[$0]) })))
  } else if output.isTerminal {
    writeAligned(shelf, to: &output)
  } else {
    for index in shelf.indices { output.write(shelf[index].columns.joined(separator: "\t") + "\n") }
  }
  return .done
}

/// A line each, the columns of so many lines aligned as are seen together.
private func writeAligned(_ shelf: any IssueShelf, to output: inout Output) {
  let together = 1000
  for first in stride(from: 0, to: shelf.count, by: together) {
    let rows = (first..<min(first + together, shelf.count)).map { shelf[$0].columns }
    let widths = (0..<4).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    for row in rows {
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0)) }
      output.write(padded.dropLast().joined(separator: "  ") + "  " + row[3] + "\n")
    }
  }
}

extension IssueSummary {
  /// Id, date, articles, lead headline.
  fileprivate var columns: [String] {
    [id, date?.marked ?? "-", String(articleCount), leadHeadline].map { legible($0) }
  }
}

extension IssueDate {
  /// Its value, marked where it is inferred.
  var marked: String { certainty == .inferred ? value + " ≈" : value }
}

/// What `list --format json` prints.
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
