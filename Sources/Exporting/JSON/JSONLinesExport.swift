import FoundationEssentials
import Newspaper

extension ExportFormat {
  /// JSON lines: an article a line, in the shape of `ExportArticle`, with its issue in it.
  static let jsonLines = ExportFormat(
    "jsonl", Phrase("JSON, an article a line"), ending: "jsonl", writer: { TextWriter() }
  ) { selection, body in
    let issue = selection.issue
    let places = LinePlaces(issue)
    for (article, remark) in selection.chosen {
      let line = try jsonLine(ExportLine(article, of: issue, places: places, remark: remark))
      try body(ExportPiece(text: line, title: issue.id))
    }
  }
}

/// An article and the facts of its issue that a line by itself needs.
private struct ExportLine: Encodable {
  struct PageFile: Encodable {
    var number: Int
    var path: String
  }

  var article: ExportArticle
  var issue: String
  var paper: String?
  var date: ExportDate?
  var pages: [PageFile]
  /// A person's words to it.
  var remark: String?

  enum CodingKeys: String, CodingKey { case issue, paper, date, pages, remark }

  init(_ article: Article, of issue: Issue, places: LinePlaces, remark: String?) {
    self.remark = remark
    self.article = ExportArticle(article, of: issue.id, places: places)
    (self.issue, paper, date) = (issue.id, issue.title, issue.date.map(ExportDate.init))
    pages = ArticlePlace(article, in: issue).pages.compactMap { number in
      issue.page(number).map { PageFile(number: number, path: $0.path) }
    }
  }

  func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(issue, forKey: .issue)
    try container.encodeIfPresent(paper, forKey: .paper)
    try container.encodeIfPresent(date, forKey: .date)
    try container.encode(pages, forKey: .pages)
    try container.encodeIfPresent(remark, forKey: .remark)
  }
}
