import Corpus
import Newspaper
import Typesetting

/// `list`.
func runList(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let summaries = try invocation.openCorpus().summaries
  if invocation["--format"] == "json" {
    output.write(try jsonText(ListDocument(issues: summaries.map(ListDocument.Row.init))))
  } else {
    output.write(listText(summaries, aligned: output.isTerminal))
  }
  return .done
}

/// A line each: id, date, articles, lead headline.
private func listText(_ summaries: [IssueSummary], aligned: Bool) -> String {
  let rows = summaries.map { issue in
    [issue.id, issue.date?.marked ?? "-", String(issue.articleCount), issue.leadHeadline].map { legible($0) }
  }
  let widths = (0..<4).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
  return rows.map { row in
    guard aligned else { return row.joined(separator: "\t") + "\n" }
    let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0)) }
    return padded.dropLast().joined(separator: "  ") + "  " + row[3] + "\n"
  }.joined()
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
