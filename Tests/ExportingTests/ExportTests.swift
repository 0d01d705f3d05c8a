import Foundation
import Newspaper
import TestFolders
import Testing

@testable import Exporting
@testable import Library

@Suite("An exported issue")
struct ExportTests {
  @Test("Every non-blank line of every page stands in exactly one span")
  func everyLineOnce() throws {
    for issue in try seedIssues() {
      let export = try object([issue])
      let page = try #require(issue.pages.first)
      let filled = (1...page.text.lineCount).filter { !page.text.line($0).allSatisfy(\.isWhitespace) }
      #expect(spans(in: export).flatMap { $0["lines"] as? [Int] ?? [] }.sorted() == filled, "\(issue.id)")
    }
  }

  @Test("The document has the shape that other programs rely on")
  func shape() throws {
    let export = try object([example])
    #expect(export["format"] as? String == "baolan/1")
    let issue = try #require((export["issues"] as? [[String: Any]])?.first)
    #expect(
      issue["date"] as? [String: String] == [
        "value": "--03-04", "certainty": "inferred",
        "because": "the newest day reported, --03-03, plus one; no article says of which year",
      ])
    #expect((issue["pages"] as? [[String: Any]])?.first?["lines"] as? Int == 4)
    #expect(issue["title"] == nil && issue["number"] == nil)
    let article = try #require((issue["articles"] as? [[String: Any]])?.first)
    #expect(article["kind"] as? String == "article")
    #expect(article["pointer"] == nil)
    #expect((article["jump"] as? [String: Any])?["to"] as? Int == 2)
  }

  @Test("Byline lines become one byline that names all of them")
  func byline() throws {
    let byline = try #require(try articleObject()["byline"] as? [String: Any])
    #expect(byline["text"] as? String == "■记者 甲 通讯员 乙")
    #expect(byline["lines"] as? [Int] == [2, 3])
    #expect(byline["people"] as? [[String: String]] == [["role": "记者", "name": "甲"]])
  }

  @Test("Names that stand inside the body make a byline without lines")
  func bylineInBody() throws {
    var issue = example
    issue.articles[0].blocks.removeAll { $0.role == .byline }
    let byline = try #require(try articleObject(issue)["byline"] as? [String: Any])
    #expect(byline["text"] as? String == "")
    #expect(byline["lines"] as? [Int] == [])
    #expect((byline["people"] as? [Any])?.count == 1)
  }

  @Test("A name below the text is a paragraph where it stands, and its people are the article's")
  func signature() throws {
    var issue = example
    issue.articles[0].blocks.removeAll { $0.role == .byline }
    issue.articles[0].blocks.append(Block(.byline, Passage(text: "（甲）", page: 1, lines: [5], runs: [])))
    let article = try articleObject(issue)
    let body = try #require(article["body"] as? [[String: Any]])
    #expect(body.map { $0["text"] as? String } == ["正文", "（甲）"])
    #expect(body.last?["kind"] as? String == "paragraph")
    let byline = try #require(article["byline"] as? [String: Any])
    #expect(byline["lines"] as? [Int] == [] && (byline["people"] as? [Any])?.count == 1)
    #expect(try ExportFormat.markdown.document([issue]).contains("<p align=\"right\">（甲）</p>\n"))
    #expect(try ExportFormat.html.document([issue]).contains("<p class=\"signature\">（甲）</p>\n"))
    #expect(try ExportFormat.text.document([issue]).contains("\u{3000}\u{3000}（甲）\n"))
  }

  @Test("A repair tells its kind, its line and its reason")
  func repairs() throws {
    let body = try #require(try articleObject()["body"] as? [[String: Any]])
    #expect(body.first?["kind"] as? String == "paragraph")
    let repair = try #require((body.first?["repairs"] as? [[String: Any]])?.first)
    #expect(repair["kind"] as? String == "joined")
    #expect(repair["line"] as? Int == 4)
    #expect(repair["because"] as? String == "line 3 ends without a closing mark")
  }

  private func articleObject(_ issue: Newspaper.Issue = example) throws -> [String: Any] {
    let export = try object([issue])
    let issues = try #require(export["issues"] as? [[String: Any]])
    return try #require((issues.first?["articles"] as? [[String: Any]])?.first)
  }
}

@Suite("A document for people")
struct ProseExportTests {
  @Test("Markdown escapes what would be markup")
  func markdownEscapes() {
    #expect(
      markdownText("*重* [x](y) <b> 1_2 # `c` | a\\b & ~")
        == "\\*重\\* \\[x\\](y) \\<b\\> 1\\_2 \\# \\`c\\` \\| a\\\\b \\& \\~")
    #expect(markdownText("1. 一") == "1\\. 一")
    #expect(markdownText("- 一-二") == "\\- 一-二")
    #expect(markdownText("35.5%") == "35\\.5%")
    #expect(markdownText("a\u{1B}b\u{202E}\tc") == "a␛b&#x202E;\tc")
  }

  @Test("HTML escapes what would be markup and has no control characters")
  func htmlEscapes() {
    #expect(htmlText("<script>\"&\u{1B}\u{9B}") == "&lt;script&gt;&quot;&amp;␛␦")
    #expect(htmlText("葛\u{E0100}\u{200B}\u{FFFF}\u{E000}") == "葛&#xE0100;&#x200B;\u{FFFD}&#xE000;")
  }

  @Test("JSON keeps every character, those that nobody sees by their numbers")
  func jsonEscapes() throws {
    let text = "报\u{0}\u{1B}[\u{7F}\u{9B}\u{202E}\u{200B}\u{2028}\u{E0041}\u{E000}\u{FFFF}é\"\\ \t\n"
    let json = JSONBytes.document { $0.list(nil, [text]) { $0.text(nil, $1) } }
    #expect(json.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnseen })
    #expect(json.contains("报\\u0000\\u001b[\\u007f\\u009b\\u202e\\u200b\\u2028\\udb40\\udc41\\ue000\\uffffé"))
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String] == [text])
  }

  @Test("JSON is set line by line as Foundation sets it")
  func jsonAsFoundation() throws {
    struct Sample: Encodable {
      var counts = ["b": UInt8(2), "a": 1]
      var isTrue = true
      var none: [String] = []
      var nothing: Int?
      var numbers = [-1, 0, Int.max]
      var rows: [[String: Int?]] = [[:], ["x": nil]]
      var shares = [0.5, 2, -3e-9]
      var text = "a/b\"\\\n\u{8}报"
    }
    let json = JSONBytes.document { json in
      json.list(nil, [Sample()]) { json, sample in
        json.object { json in
          json.object("counts") { json in
            for (name, count) in sample.counts.sorted(by: { $0.key < $1.key }) {
              json.name(name)
              json.number(nil, Int(count))
            }
          }
          json.flag("isTrue", sample.isTrue)
          json.texts("none", sample.none)
          json.number("nothing", sample.nothing)
          json.numbers("numbers", sample.numbers)
          json.list("rows", sample.rows) { json, row in json.object { json in row.forEach { _ in json.null("x") } } }
          json.shares("shares", sample.shares)
          json.text("text", sample.text)
        }
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    #expect(json == String(decoding: try encoder.encode([Sample()]), as: UTF8.self) + "\n")
  }

  @Test("Plain text has signs for what a terminal would obey, and keeps the rest")
  func plainTextSigns() {
    #expect(DocumentPart.paragraph("a\u{1B}[2J\u{9B}\u{202E}\t葛\u{E0100}").plainText == "a␛[2J␦␦\t葛\u{E0100}\n\n")
  }

  @Test(
    "No format lets a command through, wherever in an issue it stands",
    arguments: ExportFormat.all.indices.filter { !ExportFormat.all[$0].isBinary })
  func noCommands(index: Int) throws {
    var hostile = example
    let attack = "\u{1B}]0;x\u{7}\u{9B}2J\u{7F}\u{202E}\u{2066}\u{0}"
    hostile.id += attack
    hostile.title = attack
    for (number, block) in hostile.articles[0].blocks.enumerated() {
      hostile.articles[0].blocks[number].passage.text = attack + block.passage.text + attack
    }
    let document = try ExportFormat.all[index].document([hostile])
    // RFC 4180 and RIS end lines with both characters.
    #expect(!document.unicodeScalars.contains { $0.isCommand && $0 != "\r" || $0.isBidiControl })
    #expect(document.components(separatedBy: "\r").dropFirst().allSatisfy { $0.hasPrefix("\n") })
    let hasText = !CitationStyle.allCases.map(\.rawValue).contains(ExportFormat.all[index].name)
    #expect(document.contains(hasText ? "正文" : "主题"))
  }

  @Test("Each format has the article in reading order, headline first")
  func order() throws {
    let words = ["主题", "■记者 甲", "正文"]
    for format in [ExportFormat.markdown, .html, .text] {
      var rest = Substring(try format.document([example]))
      for word in words {
        let place = rest.range(of: word)
        #expect(place != nil, "\(word) in \(format.name)")
        rest = rest[(place?.upperBound ?? rest.endIndex)...]
      }
    }
  }

  @Test("Rows of a table are rows in documents, their cells in their columns")
  func tables() throws {
    var issue = example
    let rows = ["姓名    语文  数学", "王小明  95    100", "李红          9"]
    for (index, row) in rows.enumerated() {
      let passage = Passage(text: row, page: 1, lines: [5 + index], runs: [])
      issue.articles[0].blocks.append(Block(.paragraph, passage))
    }
    let html = try ExportFormat.html.document([issue])
    #expect(html.contains("<table>\n<tr><td>姓名</td><td>语文</td><td>数学</td></tr>\n"))
    #expect(html.contains("<tr><td>李红</td><td></td><td>9</td></tr>\n</table>"))
    let markdown = try ExportFormat.markdown.document([issue])
    #expect(markdown.contains("| 姓名 | 语文 | 数学 |\n| --- | --- | --- |\n| 王小明 | 95 | 100 |\n| 李红 |  | 9 |\n\n"))
    let tei = try ExportFormat.tei.document([issue])
    #expect(tei.contains("<table>\n<row><cell><lb n=\"5\"/>姓名</cell><cell>语文</cell><cell>数学</cell></row>\n"))
    #expect(try ExportFormat.text.document([issue]).contains(rows.joined(separator: "\n") + "\n\n"))
  }

  @Test("A document for people has no rules and marks that belong to no article")
  func unplacedMarks() throws {
    var issue = example
    issue.unplaced = ["|:---|", "第三版"].map { Passage(text: $0, page: 1, lines: [5], runs: []) }
    let text = try ExportFormat.text.document([issue])
    #expect(text.contains("第三版") && !text.contains("---"))
  }

  @Test("An HTML page needs no other file and closes what it opens")
  func html() throws {
    let page = try ExportFormat.html.document([example])
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.contains("src=") && !page.contains("href="))
    for tag in ["html", "head", "body", "h1", "h2", "p"] {
      let opened = page.components(separatedBy: "<\(tag)>").count + page.components(separatedBy: "<\(tag) ").count
      #expect(opened - 1 == page.components(separatedBy: "</\(tag)>").count, "\(tag)")
    }
  }
}

/// One article on four lines.
private let example: Newspaper.Issue = {
  func passage(_ text: String, _ lines: [Int], _ repairs: [Repair] = []) -> Passage {
    Passage(text: text, page: 1, lines: lines, runs: [], repairs: repairs)
  }
  let article = Article(
    number: 1, kind: .article,
    blocks: [
      Block(.headline, passage("主题", [1])), Block(.byline, passage("■记者 甲", [2])),
      Block(.byline, passage("通讯员 乙", [3])),
      Block(.paragraph, passage("正文", [4], [Repair(.joined, line: 4, because: .lineUnfinished(line: 3))])),
    ],
    people: [Person(role: "记者", name: "甲")], jump: Jump(text: "(下转第二版)", direction: .to, page: 2))
  let date = IssueDate(
    year: nil, month: 3, day: 4, certainty: .inferred, source: .dayAfterNewestReport(year: nil, month: 3, day: 3))
  let page = Page(number: 1, path: "a.txt", text: PageText("主题\n■记者 甲\n通讯员 乙\n正文\n"))
  return Newspaper.Issue(id: "a", date: date, pages: [page], articles: [article])
}()

private func seedIssues() throws -> [Newspaper.Issue] {
  var corpus = Corpus.open(paths: [seeds])
  return try corpus.sources.compactMap { try corpus.issue($0.id) }
}

/// A document as another program reads it.
private func object(_ issues: [Newspaper.Issue]) throws -> [String: Any] {
  let data = Data(try ExportFormat.json.document(issues).utf8)
  return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
}

/// Every span of a document, wherever it stands: what has text and lines.
private func spans(in value: Any) -> [[String: Any]] {
  if let list = value as? [Any] { return list.flatMap(spans) }
  guard let object = value as? [String: Any] else { return [] }
  return object["text"] != nil && object["lines"] != nil ? [object] : object.values.flatMap(spans)
}

extension ExportFormat {
  /// A whole document of text.
  func document(_ issues: [Newspaper.Issue]) throws -> String {
    String(decoding: try bytes(of: issues.map { ExportSelection($0) }), as: UTF8.self)
  }
}
