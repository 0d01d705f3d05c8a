import Foundation
import Goldens
import Newspaper

@testable import PageParsing

/// The five given pages.
enum Seeds {
  static let ids = [
    "000_9f6aa4191c97ac11", "001_acbb61bcba6d2bb1", "002_0c1248ca50250646", "003_d19d820af34d0c8d",
    "004_5a0015b203ee01b1",
  ]

  static func issue(_ id: String) throws -> Issue {
    parse(try Repository.text("seeds/\(id).txt"), id: id)
  }
}

/// Parses a page given as text.
func parse(_ text: String, id: String = "page") -> Issue {
  parseIssue(id: id, pages: [Page(number: 1, path: id, text: PageText(text))])
}

/// An issue's structure as a person would write it down: a line a block, with its source lines.
func outline(_ issue: Issue) -> String {
  var lines = ["\(issue.date?.value ?? "no date")"]
  for article in issue.articles {
    lines.append("")
    lines.append("\(article.number) \(article.kind.rawValue)" + facts(article))
    lines += article.blocks.map(outline)
  }
  for passage in issue.unplaced { lines.append("unplaced \(passage.lines) \(passage.text)") }
  return lines.joined(separator: "\n") + "\n"
}

private func facts(_ article: Article) -> String {
  var text = ""
  if !article.people.isEmpty { text += " by " + article.people.map { $0.role + "|" + $0.name }.joined(separator: ", ") }
  if let dateline = article.dateline {
    text += " dateline " + [dateline.text, dateline.place, dateline.date].compactMap(\.self).joined(separator: "|")
  }
  if let page = article.pointsTo { text += " points to \(page)" }
  if let jump = article.jump { text += " jumps \(jump.direction.rawValue) \(jump.page)" }
  return text
}

private func outline(_ block: Block) -> String {
  let text = block.passage.text
  let shown = text.count > 24 ? text.prefix(14) + "…" + text.suffix(8) : text[...]
  let lines = block.passage.lines.map(String.init).joined(separator: "+")
  let marks = block.passage.repairs.filter { ![.spaceRemoved, .width].contains($0.kind) }
  let repairs =
    marks.isEmpty ? "" : "  <" + marks.map { "\($0.kind.rawValue) \($0.line)" }.joined(separator: ", ") + ">"
  return "  \(block.role.rawValue) \(lines) \(shown)\(repairs)"
}
