import Newspaper

extension ExportFormat {
  /// JSON in the shape `baolan/1`, written article by article: a page may hold very many. Every non-blank line of an
  /// issue's pages stands in exactly one span. Absent fields are left out.
  static let json = ExportFormat(
    "json", Phrase("JSON in the shape baolan/1, whole issues"), ending: "json",
    writer: {
      TextWriter(
        head: { _ in "{\n  \"format\" : \"baolan/1\",\n  \"issues\" : [\n" }, separator: ",\n", end: "\n  ]\n}\n")
    }
  ) { selection, body in
    let facts = IssueFacts(selection.issue)
    var json = JSONBytes(depth: 2)
    json.begin(nil, UInt8(ascii: "{"))
    json.begin("articles", UInt8(ascii: "["))
    try body(ExportPiece(json.take(), title: facts.id))
    for (article, remark) in selection.chosen {
      json.add(article, of: facts, remark: remark)
      try body(ExportPiece(json.take(), beginsItem: false, title: facts.id))
    }
    json.end(UInt8(ascii: "]"))
    json.add(selection.issue, facts, unplaced: selection.isWhole ? selection.issue.unplaced : [])
    json.end(UInt8(ascii: "}"))
    try body(ExportPiece(json.take(), beginsItem: false, title: facts.id))
  }

  /// JSON lines: an article a line, in the same shape, with its issue in it.
  static let jsonLines = ExportFormat(
    "jsonl", Phrase("JSON, an article a line"), ending: "jsonl", writer: { TextWriter() }
  ) { selection, body in
    let facts = IssueFacts(selection.issue)
    for (article, remark) in selection.chosen {
      var json = JSONBytes()
      json.add(article, of: facts, remark: remark, alone: ArticlePlace(article, in: selection.issue).pages)
      json.endLine()
      try body(ExportPiece(json.bytes, title: facts.id))
    }
  }
}

/// The facts of an issue that its articles need.
private struct IssueFacts {
  let id: String
  let paper: String?
  let date: IssueDate?
  /// The files of its pages by number.
  let files: [Int: String]
  let places: LinePlaces

  init(_ issue: Issue) {
    (id, paper, date, places) = (issue.id, issue.title, issue.date, LinePlaces(issue))
    files = Dictionary(issue.pages.map { ($0.number, $0.path) }) { first, _ in first }
  }
}

extension JSONBytes {
  /// Writes the day of an issue: ISO 8601, `--03-04` where the year is unknown; none is left out.
  package mutating func date(_ date: IssueDate?) {
    guard let date else { return }
    object("date") { json in
      json.text("because", date.because(in: .english))
      json.text("certainty", date.certainty.rawValue)
      json.text("value", date.value)
    }
  }

  /// Writes the members of an issue that stand behind its articles.
  fileprivate mutating func add(_ issue: Issue, _ facts: IssueFacts, unplaced: [Passage]) {
    date(issue.date)
    text("id", issue.id)
    number("number", issue.number)
    list("pages", issue.pages) { json, page in
      json.object { json in
        json.text("encoding", page.encoding)
        json.number("lines", page.text.lineCount)
        json.number("number", page.number)
        json.text("path", page.path)
      }
    }
    text("title", issue.title)
    spans("unplaced", unplaced, facts.places)
  }

  /// Writes an article. The spans hold every line; `byline`, `dateline`, `credit` and `jump` repeat parts of them.
  /// - Parameters:
  ///   - remark: a person's words to it.
  ///   - pages: the numbers of its pages, for an article without its issue around it.
  fileprivate mutating func add(_ article: Article, of issue: IssueFacts, remark: String?, alone pages: [Int]? = nil) {
    object { json in
      json.list("body", article.body.lazy.filter(\.isText)) { json, block in
        // A name within the text stays in its place: the reading order matters more than its role.
        let kind = block.role == .byline ? .paragraph : block.role
        json.span(nil, [block.passage], kind: kind.rawValue, issue.places)
      }
      json.addByline(of: article)
      json.list("captions", article.blocks(.caption)) { json, block in
        json.span(nil, [block.passage], credit: block.credit, issue.places)
      }
      if pages != nil { json.date(issue.date) }
      json.addDateline(of: article)
      json.spans("deck", article.passages(.deck), issue.places)
      // True where it is doubtful that an item begins here; else absent.
      json.flag("doubt", article.isDoubtful ? true : nil)
      json.spans("headline", article.passages(.headline), issue.places)
      if pages != nil { json.text("issue", issue.id) }
      if let jump = article.jump {
        json.object("jump") { json in
          json.text("direction", jump.direction.rawValue)
          json.text("text", jump.text)
          json.number("to", jump.page)
        }
      }
      json.spans("kicker", article.passages(.kicker), issue.places)
      json.text("kind", article.kind.rawValue)
      json.text("link", ArticleLink(article, ofIssue: issue.id).text)
      json.number("number", article.number)
      if let pages {
        json.list("pages", pages.lazy.filter { issue.files[$0] != nil }) { json, page in
          json.object { json in
            json.number("number", page)
            json.text("path", issue.files[page])
          }
        }
        json.text("paper", issue.paper)
      }
      let pointers = article.passages(.pointer)
      if !pointers.isEmpty { json.span("pointer", pointers, to: article.pointsTo, issue.places) }
      json.text("remark", remark)
      json.spans("repeats", article.passages(.repeated), issue.places)
      // In issues that a library has zoned: the kind that it gives the article, and what it left out.
      if case .stated(let type)? = article.zoning { json.text("type", type) }
      json.text("zoning", article.zoning.map { $0 == .remainder ? "inferred" : "stated" })
    }
  }

  private mutating func spans(_ name: StaticString, _ passages: [Passage], _ places: LinePlaces) {
    list(name, passages) { json, passage in json.span(nil, [passage], places) }
  }

  /// Writes the text of passages and the source lines that it stands on, in reading order.
  /// - Parameters:
  ///   - kind: of a span of the body, which tells its repairs even where there are none.
  ///   - to: the number of the page that a pointer points to.
  private mutating func span(
    _ name: StaticString?, _ passages: [Passage], kind: String? = nil, credit: String? = nil, to: Int? = nil,
    _ places: LinePlaces
  ) {
    let (page, lines) = (passages[0].page, passages.flatMap(\.lines))
    object(name) { json in
      // Left, top, width and height in shares of the page's width, where the page's format gives places.
      json.shares("box", places.box(page: page, lines: lines))
      json.text("credit", credit)
      json.text("kind", kind)
      json.numbers("lines", lines)
      json.number("page", page)
      let repairs = passages.flatMap(\.repairs)
      if kind != nil || !repairs.isEmpty {
        json.list("repairs", repairs) { json, repair in
          json.object { json in
            json.text("because", repair.because.words(in: .english))
            json.text("kind", repair.kind.rawValue)
            json.number("line", repair.line)
          }
        }
      }
      json.text("text", passages.lazy.map(\.text), separator: UInt8(ascii: " "))
      json.number("to", to)
    }
  }

  /// Writes the people of an article and the lines that name them: none if they stand inside the body.
  private mutating func addByline(of article: Article) {
    let above = article.opening.filter { $0.role == .byline }.map(\.passage)
    guard !above.isEmpty || !article.people.isEmpty else { return }
    object("byline") { json in
      json.numbers("lines", above.flatMap(\.lines))
      json.number("page", above.first?.page ?? article.blocks.first?.passage.page ?? 1)
      json.list("people", article.people) { json, person in
        json.object { json in
          json.text("name", person.name)
          json.text("role", person.role)
        }
      }
      json.text("text", above.lazy.map(\.text), separator: UInt8(ascii: " "))
    }
  }

  private mutating func addDateline(of article: Article) {
    guard let dateline = article.dateline else { return }
    object("dateline") { json in
      json.text("agency", dateline.agency)
      json.text("date", dateline.date)
      json.text("place", dateline.place)
      json.text("text", dateline.text)
    }
  }
}

extension Article {
  /// The blocks before the first paragraph or subhead.
  var opening: ArraySlice<Block> { blocks.prefix { $0.role != .paragraph && $0.role != .subhead } }
  /// The blocks from there on.
  var body: ArraySlice<Block> { blocks[opening.endIndex...] }

  fileprivate func passages(_ role: Block.Role) -> [Passage] { blocks(role).map(\.passage) }
}

extension Block {
  /// True if it is part of the text of an article.
  fileprivate var isText: Bool { role == .paragraph || role == .subhead || role == .byline }
}
