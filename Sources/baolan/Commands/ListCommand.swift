import Exporting
import Library
import Newspaper
import Typesetting

func runList(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  output.hasColours = invocation.wantsColours(output)
  let (target, invocation) = (invocation.target, invocation.withoutTarget())
  var corpus = invocation.corrected(try invocation.openCorpus())
  if let target { return try listContents(of: corpus.target(target).issue, invocation, &output) }
  let shelf = corpus.revisedShelf()
  if invocation[.textOrJSON] == "json" {
    output.write(document(of: shelf))
    return .done
  }
  // Columns of neighbouring lines are aligned.
  let together = 1000
  for first in stride(from: 0, to: shelf.count, by: together) {
    let rows = (first..<min(first + together, shelf.count)).map { shelf[$0].columns }
    writeRows(rows, looks: [.name, .place, .faint, .plain], to: &output)
  }
  return .done
}

/// The contents of an issue, a line an article: number, kind, page, headline.
private func listContents(of issue: Issue, _ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  if invocation[.textOrJSON] == "json" {
    output.write(document(of: issue))
    return .done
  }
  let rows = issue.articles.map { article in
    [String(article.number), article.kind.rawValue, article.page.map { "p. \($0)" } ?? "-", bounded(article.title)]
      .map { legible($0) }
  }
  writeRows(rows, looks: [.place, .faint, .faint, .plain], to: &output)
  return .done
}

/// Writes rows: aligned and cut to the terminal, in a pipe with tabs between.
private func writeRows(_ rows: [[String]], looks: [TextLook], to output: inout Output) {
  guard output.isTerminal else {
    for row in rows {
      let pieces = zip(row, looks).flatMap { [(text: "\t", look: TextLook.plain), (text: $0, look: $1)] }.dropFirst()
      output.writeTabbed(Array(pieces))
    }
    return
  }
  let columns = output.terminalColumns ?? 80
  let widths = (0..<4).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
  for row in rows {
    let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0)) + "  " }.dropLast()
    // The id is never cut, and the headline keeps at least a word.
    let rest = columns - padded.reduce(0) { $0 + displayWidth($1) }
    output.writeLine(zip(padded + [cut(row[3], to: max(rest, 8))], looks).map { (text: $0, look: $1) })
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
private func document(of shelf: any IssueShelf) -> String {
  JSONBytes.document { json in
    json.object { json in
      json.text("format", "baolan/1")
      json.list("issues", shelf.indices) { json, index in
        let issue = shelf[index]
        json.object { json in
          json.number("articles", issue.articleCount)
          json.date(issue.date)
          json.text("headline", issue.leadHeadline)
          json.text("id", issue.id)
          json.text("title", issue.title)
        }
      }
    }
  }
}

/// The document of `list ID --format json`.
private func document(of issue: Issue) -> String {
  JSONBytes.document { json in
    json.object { json in
      json.list("articles", issue.articles) { json, article in
        json.object { json in
          json.text("headline", bounded(article.title))
          json.text("kind", article.kind.rawValue)
          json.text("link", ArticleLink(article, ofIssue: issue.id).text)
          json.number("number", article.number)
          json.number("page", article.page)
        }
      }
      json.text("format", "baolan/1")
      json.text("issue", issue.id)
    }
  }
}
