import Newspaper

extension ExportFormat {
  /// JSON lines: an article a line, in the shape of `ExportArticle`, with its issue in it.
  static let jsonLines = ExportFormat(
    "jsonl", Phrase("JSON, an article a line"), ending: "jsonl", writer: { TextWriter() }
  ) { selection, body in
    let issue = selection.issue
    let places = LinePlaces(issue)
    let facts = IssueFacts(issue)
    for (article, remark) in selection.chosen {
      var exported = ExportArticle(article, of: issue.id, places: places)
      exported.remark = remark
      var json = JSONBytes()
      json.add(exported, facts, pages: ArticlePlace(article, in: issue).pages)
      try body(ExportPiece(json.bytes, title: issue.id))
    }
  }
}

/// The facts of an issue that a line by itself needs.
private struct IssueFacts {
  let id: String
  let paper: String?
  let date: ExportDate?
  /// The files of its pages by number.
  let files: [Int: String]

  init(_ issue: Issue) {
    (id, paper, date) = (issue.id, issue.title, issue.date.map(ExportDate.init))
    files = Dictionary(issue.pages.map { ($0.number, $0.path) }) { first, _ in first }
  }
}

extension JSONBytes {
  /// Writes an article with its issue as a line, names in order.
  fileprivate mutating func add(_ article: ExportArticle, _ issue: IssueFacts, pages: [Int]) {
    object { json in
      json.spans("body", article.body)
      json.add(article.byline)
      json.spans("captions", article.captions)
      if let date = issue.date {
        json.object("date") { json in
          json.text("because", date.because)
          json.text("certainty", date.certainty)
          json.text("value", date.value)
        }
      }
      json.add(article.dateline)
      json.spans("deck", article.deck)
      json.flag("doubt", article.doubt)
      json.spans("headline", article.headline)
      json.text("issue", issue.id)
      json.add(article.jump)
      json.spans("kicker", article.kicker)
      json.text("kind", article.kind)
      json.text("link", article.link)
      json.number("number", article.number)
      json.list("pages", pages.lazy.filter { issue.files[$0] != nil }) { json, page in
        json.object { json in
          json.number("number", page)
          json.text("path", issue.files[page])
        }
      }
      json.text("paper", issue.paper)
      if let pointer = article.pointer { json.span("pointer", pointer) }
      json.text("remark", article.remark)
      json.spans("repeats", article.repeats)
      json.text("type", article.type)
      json.text("zoning", article.zoning)
    }
    endLine()
  }

  private mutating func spans(_ name: StaticString, _ spans: [ExportSpan]) {
    list(name, spans) { json, span in json.span(nil, span) }
  }

  private mutating func span(_ name: StaticString?, _ span: ExportSpan) {
    object(name) { json in
      json.shares("box", span.box)
      json.text("credit", span.credit)
      json.text("kind", span.kind)
      json.numbers("lines", span.lines)
      json.number("page", span.page)
      if let repairs = span.repairs {
        json.list("repairs", repairs) { json, repair in
          json.object { json in
            json.text("because", repair.because)
            json.text("kind", repair.kind)
            json.number("line", repair.line)
          }
        }
      }
      json.text("text", span.text)
      json.number("to", span.to)
    }
  }

  private mutating func add(_ byline: ExportArticle.Byline?) {
    guard let byline else { return }
    object("byline") { json in
      json.numbers("lines", byline.lines)
      json.number("page", byline.page)
      json.list("people", byline.people) { json, person in
        json.object { json in
          json.text("name", person.name)
          json.text("role", person.role)
        }
      }
      json.text("text", byline.text)
    }
  }

  private mutating func add(_ dateline: ExportArticle.DatelineRecord?) {
    guard let dateline else { return }
    object("dateline") { json in
      json.text("agency", dateline.agency)
      json.text("date", dateline.date)
      json.text("place", dateline.place)
      json.text("text", dateline.text)
    }
  }

  private mutating func add(_ jump: ExportArticle.JumpRecord?) {
    guard let jump else { return }
    object("jump") { json in
      json.text("direction", jump.direction)
      json.text("text", jump.text)
      json.number("to", jump.to)
    }
  }
}
