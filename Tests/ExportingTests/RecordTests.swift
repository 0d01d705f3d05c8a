import Foundation
import Newspaper
import Testing

@testable import Exporting

@Suite("Documents of records")
struct RecordTests {
  @Test("A cell that a spreadsheet would take for a formula has an apostrophe before it")
  func formulas() {
    for formula in ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1", "＝1", "\u{200B}=1"] {
      let line = csvLine([formula])
      #expect(line.hasPrefix("'") || line.hasPrefix("\"'"), "\(formula.debugDescription) → \(line.debugDescription)")
    }
    #expect(csvLine(["a-b", "1=1", "——", "「文」"]) == "a-b,1=1,——,「文」\r\n")
  }

  @Test("A table is one that RFC 4180 has: quotes doubled, line feeds within quotes")
  func table() {
    #expect(csvLine(["a,b", "say \"x\"", "一\n二", ""]) == "\"a,b\",\"say \"\"x\"\"\",\"一\n二\",\r\n")
    #expect(csvLine(["a\u{1B}[2J\u{202E}b\u{2028}c\u{200B}d\u{FFFF}"]) == "a␛[2J␦b cd\u{FFFD}\r\n")
  }

  @Test("Each article is a row with its paper, day, page, lines, file and link")
  func rows() throws {
    let rows = try ExportFormat.csv.document([sample]).components(separatedBy: "\r\n")
    #expect(rows[0].hasPrefix("link,issue,article,kind,paper,date,"))
    #expect(rows.count == 4 && rows[3].isEmpty)
    #expect(rows[1].hasPrefix("baolan:a/1#p1.1,a,1,article,报,2021-06-22,stated,1,\"1-2,4\",a.txt,,题一,"))
    #expect(rows[2].hasPrefix("baolan:a/2#p1.5,a,2,brief,报,2021-06-22,stated,1,1:5;2:1,a.txt; b.txt,,,"))
  }

  @Test("Lines of JSON are articles with their issue in them")
  func lines() throws {
    let lines = try ExportFormat.jsonLines.document([sample]).split(separator: "\n")
    let objects = try lines.map { try #require(object($0)) }
    #expect(objects.map { $0["number"] as? Int } == [1, 2])
    #expect(objects.map { $0["link"] as? String } == ["baolan:a/1#p1.1", "baolan:a/2#p1.5"])
    #expect(objects[0]["paper"] as? String == "报" && objects[0]["issue"] as? String == "a")
    #expect((objects[0]["date"] as? [String: String])?["value"] == "2021-06-22")
    #expect((objects[1]["pages"] as? [[String: Any]])?.compactMap { $0["path"] as? String } == ["a.txt", "b.txt"])
    #expect((objects[0]["body"] as? [[String: Any]])?.first?["text"] as? String == "文一")
  }

  @Test("Bulk bodies are an action and a document each, by the lasting link")
  func bulk() throws {
    let lines = try ExportFormat.openSearch.document([sample]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines[4].isEmpty)
    let action = try #require(object(lines[0])?["index"] as? [String: String])
    #expect(action == ["_id": "baolan:a/1#p1.1"])
    let document = try #require(object(lines[1]))
    #expect(document["id"] as? String == action["_id"] && document["text"] as? String == "文一\n文二")
    #expect(
      try ExportFormat.solr.document([sample]).split(separator: "\n").map(String.init)
        == [1, 3].map { String(lines[$0]) })
  }

  @Test("Lines are what Foundation's encoder makes of the same values: names in order, escapes and all")
  func linesAsFoundation() throws {
    var issue = sample
    issue.title =
      "报\u{0}\u{8}\u{C}\u{1B}\u{7F}\u{9B}\u{AD}\u{200B}\u{2010}“”…\u{2028}\u{3000}\u{E000}\u{FF00}\u{FFFF}\u{E0041}é/\"\\\t\r\n龥㐀😀"
    issue.articles[0].blocks[1].passage.repairs = [Repair(.joined, line: 4, because: .lineUnfinished(line: 3))]
    issue.articles[0].people = [Person(role: "记者", name: "甲"), Person(role: "", name: "乙")]
    issue.articles[0].dateline = Dateline(text: "新华社北京1月3日电", agency: "新华社", place: "北京", date: "--01-03")
    issue.articles[0].jump = Jump(text: "（下转第二版）", direction: .to, page: 12)
    issue.articles[0].zoning = .stated(type: "article")
    issue.articles[1].pointsTo = 2
    issue.articles[1].isDoubtful = true
    issue.articles[1].blocks.append(
      Block(.pointer, Passage(text: "详见二版", page: 2, lines: [], runs: []), credit: "甲摄"))
    let layout = PageLayout(lines: [PageLayout.Line(box: PageBox(x: 0.25, y: 1, width: 0.1234567, height: 0))])
    issue.pages[1] = Page(number: 2, path: "b.txt", text: PageText(bytes: Array("图\n".utf8), layout: layout))
    var selection = ExportSelection(issue)
    selection.remarks = [0: "一\n二"]
    for format in [ExportFormat.jsonLines, .openSearch, .solr] {
      let lines = String(decoding: try format.bytes(of: [selection]), as: UTF8.self).split(separator: "\n")
      #expect(lines.count == (format.name == "opensearch" ? 4 : 2))
      for line in lines {
        #expect(try asFoundation(line, []) == line)
      }
    }
  }

  @Test("JSON that is written article by article is what Foundation's encoder makes of the whole document")
  func pieces() throws {
    var empty = sample
    (empty.id, empty.articles) = ("b", [])
    for issues in [[], [sample], [sample, empty, sample]] {
      let document = try ExportFormat.json.document(issues)
      #expect(try asFoundation(document, .prettyPrinted) + "\n" == document)
    }
  }

  @Test("Only the articles that are chosen are written", arguments: ExportFormat.all.indices)
  func chosen(index: Int) throws {
    let format = ExportFormat.all[index]
    let text = String(decoding: try format.bytes(of: [ExportSelection(sample, articles: [1])]), as: UTF8.self)
    #expect(text.contains("文三") && !text.contains("题一") && !text.contains("文一"), "\(format.name)")
  }

  @Test("What is hostile in a page is text in every format", arguments: ExportFormat.all.indices)
  func hostile(index: Int) throws {
    let attack = "\u{1B}[2J\u{202E}\u{2028}\u{200B}\u{FEFF}\u{E0041}\u{FFFF}\r\n</p><script>\"'$(x)`y`&z]]>{}\\"
    var issue = sample
    (issue.id, issue.title) = (attack, attack)
    for article in issue.articles.indices {
      for block in issue.articles[article].blocks.indices {
        issue.articles[article].blocks[block].passage.text += attack
      }
    }
    let format = ExportFormat.all[index]
    var text = String(decoding: try format.bytes(of: [ExportSelection(issue)]), as: UTF8.self)
    // The head of an archive's entry is no text.
    if format.isBinary {
      text = text.components(separatedBy: "<?xml").dropFirst().map { $0.components(separatedBy: "PK")[0] }.joined()
    }
    let unseen: [Unicode.Scalar] = ["\u{1B}", "\u{202E}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{E0041}", "\u{FFFF}"]
    #expect(!text.unicodeScalars.contains { unseen.contains($0) }, "\(format.name)")
    if ["html", "tei", "epub"].contains(format.name) { #expect(!text.contains("<script")) }
  }

  /// A text of JSON, written anew by Foundation, with unseen characters escaped.
  private func asFoundation(_ json: some StringProtocol, _ form: JSONEncoder.OutputFormatting) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = form.union([.sortedKeys, .withoutEscapingSlashes])
    let value = try JSONDecoder().decode(AnyJSON.self, from: Data(json.utf8))
    return String(decoding: try encoder.encode(value), as: UTF8.self).replacingUnseen(\.jsonEscape)
  }

  private func object(_ line: some StringProtocol) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
  }
}

/// A value of JSON, whatever it is.
private enum AnyJSON: Codable {
  case flag(Bool)
  case number(Int)
  case share(Double)
  case text(String)
  case list([AnyJSON])
  case object([String: AnyJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let share = try? container.decode(Double.self) {
      self = .share(share)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([AnyJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: AnyJSON].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .share(let share): try container.encode(share)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }
}

@Suite("Documents in XML and books")
struct PackageTests {
  @Test("TEI has a division for each article, heads before its paragraphs, and the scan's lines in them")
  func tei() throws {
    var issue = sample
    issue.articles[0].blocks.append(Block(.subhead, Passage(text: "小题", page: 1, lines: [6], runs: [])))
    issue.articles[0].blocks.append(Block(.paragraph, Passage(text: "文四", page: 1, lines: [7], runs: [])))
    let text = try ExportFormat.tei.document([issue])
    #expect(text.contains("<head><pb n=\"1\"/><lb n=\"1\"/>题一</head>\n<p><lb n=\"2\"/>文<lb n=\"4\"/>一</p>\n"))
    #expect(
      text.contains("<div type=\"section\">\n<head><lb n=\"6\"/>小题</head>\n<p><lb n=\"7\"/>文四</p>\n</div>\n</div>\n"))
    #expect(text.contains("<date when=\"2021-06-22\">2021-06-22</date>"))
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([A-Za-z]+)[^>]*?(\/?)>/) where !match.0.hasPrefix("<?") && match.3.isEmpty {
      if match.1.isEmpty { open.append(match.2) } else { #expect(open.popLast() == match.2) }
    }
    #expect(open.isEmpty)
  }

  @Test("The checksum is that of ISO 3309")
  func checksum() { #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926) }

  @Test("A book begins with its type, and is the same each time")
  func book() throws {
    let book = try ExportFormat.epub.bytes(of: [ExportSelection(sample)])
    #expect(String(decoding: book[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
    #expect(try ExportFormat.epub.bytes(of: [ExportSelection(sample)]) == book)
    // Type, container, one chapter, contents, style, package.
    #expect(book[book.count - 12] == 6 && book.suffix(22).starts(with: [0x50, 0x4B, 5, 6]))
  }
}

/// Two articles on two pages; the first paragraph stands on two lines.
private let sample: Newspaper.Issue = {
  func passage(_ text: String, _ page: Int, _ lines: [Int], _ runs: [Passage.Run] = []) -> Passage {
    let whole = Passage.Run(
      offset: 0, length: text.utf8.count, line: lines[0], sourceOffset: 0, sourceLength: text.utf8.count)
    return Passage(text: text, page: page, lines: lines, runs: runs.isEmpty ? [whole] : runs)
  }
  let runs = [
    Passage.Run(offset: 0, length: 3, line: 2, sourceOffset: 0, sourceLength: 3),
    Passage.Run(offset: 3, length: 3, line: 4, sourceOffset: 0, sourceLength: 3),
  ]
  let first = Article(
    number: 1, kind: .article,
    blocks: [
      Block(.headline, passage("题一", 1, [1])), Block(.paragraph, passage("文一", 1, [2, 4], runs)),
      Block(.paragraph, passage("文二", 1, [2])),
    ])
  let second = Article(
    number: 2, kind: .brief, blocks: [Block(.paragraph, passage("文三", 1, [5])), Block(.caption, passage("图", 2, [1]))])
  let date = IssueDate(year: 2021, month: 6, day: 22, certainty: .stated, source: .page)
  let pages = [
    Page(number: 1, path: "a.txt", text: PageText("题一\n文\n\n一\n文三\n小题\n文四\n")),
    Page(number: 2, path: "b.txt", text: PageText("图\n")),
  ]
  return Newspaper.Issue(id: "a", title: "报", date: date, pages: pages, articles: [first, second])
}()
