import Newspaper

/// An article as one flat row, for tables and search engines.
struct ArticleRecord {
  /// The lasting link.
  var id: String
  var issue: String
  var article: Int
  var kind: String
  var paper: String?
  /// ISO 8601; nil where the year is unknown.
  var date: String?
  /// `--03-04`, where the year is unknown.
  var day: String?
  /// `stated` or `inferred`.
  var dateCertainty: String?
  /// The page that it begins on.
  var page: Int?
  var pages: [Int]
  /// `9-17,19`, and with several pages `1:9-17;4:2-8`.
  var lines: String
  var files: [String]
  var kicker: String?
  var headline: String
  var deck: String?
  var authors: [String]
  /// All but heads.
  var paragraphs: [String]
  /// A person's words to it.
  var remark: String?

  init(_ article: Article, in issue: Issue, remark: String?) {
    self.remark = remark
    let place = ArticlePlace(article, in: issue)
    (id, self.issue, self.article) = (place.link.text, issue.id, article.number)
    (kind, paper) = (article.kind.rawValue, issue.title)
    let hasYear = issue.date?.year != nil
    date = hasYear ? issue.date?.value : nil
    day = hasYear ? nil : issue.date?.value
    dateCertainty = issue.date?.certainty.rawValue
    (page, pages, lines, files) = (article.page, place.pages, place.lineText, place.files)
    kicker = article.joined(.kicker)
    headline = article.joined(.headline) ?? ""
    deck = article.joined(.deck)
    authors = article.people.map(\.name)
    paragraphs = article.blocks.compactMap { block in
      switch block.role {
      case .kicker, .headline, .deck, .repeated: nil
      default: block.passage.text
      }
    }
  }

  /// The columns of a table: names and texts.
  static let columns: [(name: String, text: @Sendable (ArticleRecord) -> String)] = [
    ("link", \.id), ("issue", \.issue), ("article", { String($0.article) }), ("kind", \.kind),
    ("paper", { $0.paper ?? "" }), ("date", { $0.date ?? $0.day ?? "" }),
    ("date_certainty", { $0.dateCertainty ?? "" }), ("page", { $0.page.map(String.init) ?? "" }), ("lines", \.lines),
    ("file", { $0.files.joined(separator: "; ") }), ("kicker", { $0.kicker ?? "" }), ("headline", \.headline),
    ("deck", { $0.deck ?? "" }), ("authors", { $0.authors.joined(separator: "; ") }),
    ("text", { $0.paragraphs.joined(separator: "\n") }),
    ("remark", { $0.remark ?? "" }),
  ]
}

extension Article {
  /// The texts with a role, with spaces between; nil if there are none.
  fileprivate func joined(_ role: Block.Role) -> String? {
    let texts = blocks.compactMap { $0.role == role ? $0.passage.text : nil }
    return texts.count < 2 ? texts.first : texts.joined(separator: " ")
  }
}

extension ExportFormat {
  /// A format with an item for each article.
  /// - Parameter written: the bytes of an item.
  static func records(
    _ name: String, _ summary: Phrase, ending: String, writer: @escaping @Sendable () -> TextWriter = { TextWriter() },
    written: @escaping @Sendable (ArticleRecord) -> [UInt8]
  ) -> ExportFormat {
    ExportFormat(name, summary, ending: ending, writer: writer) { selection, body in
      let issue = selection.issue
      for (article, remark) in selection.chosen {
        let record = ArticleRecord(article, in: issue, remark: remark)
        try body(ExportPiece(written(record), title: issue.id))
      }
    }
  }

  /// A style of references, or a format of programs for them.
  static func references(_ style: CitationStyle) -> ExportFormat {
    ExportFormat(style.rawValue, style.summary, ending: style.ending, writer: { style.writer }) { selection, body in
      let citations = zip(selection.articles, selection.issue.citations(of: selection.articles))
      for (index, var citation) in citations {
        citation.remark = selection.remarks[index]
        try body(ExportPiece(text: style.entry(citation), title: selection.issue.id))
      }
    }
  }
}
