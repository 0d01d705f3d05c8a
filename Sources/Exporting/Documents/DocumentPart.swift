import Newspaper

/// A part of a document for people, which formats of running text are made of.
enum DocumentPart {
  case issue(String)
  case article(headline: String)
  case kicker(String)
  case deck(String)
  case byline(String)
  /// A name that stands within or below the text, at its right.
  case signature(String)
  case paragraph(String)
  /// The rows of a table, as the page has them.
  case table([String])
  case subhead(String)
  case caption(String)
  case pointer(String)
  /// Paper, day, page, lines, file and link of the article before it.
  case source(String)
  /// A person's words to it.
  case remark(String)
  /// A line between articles and text that belongs to none.
  case rule
}

extension ExportFormat {
  /// A format of running text.
  /// - Parameters:
  ///   - head: makes the head of a document of its title.
  ///   - written: writes a part.
  static func running(
    _ name: String, _ summary: Phrase, ending: String,
    head: @escaping @Sendable (_ title: String) -> String = { _ in "" }, end: String = "",
    written: @escaping @Sendable (DocumentPart) -> String
  ) -> ExportFormat {
    ExportFormat(name, summary, ending: ending, writer: { TextWriter(head: head, end: end) }) { selection, body in
      let title = selection.issue.documentTitle
      try body(ExportPiece(text: written(.issue(title)), title: title))
      try selection.forEachArticle { parts in
        try body(ExportPiece(text: parts.map(written).joined(), beginsItem: false, title: title))
      }
    }
  }
}

extension Issue {
  /// The title of the issue at the head of a document.
  var documentTitle: String {
    let day = date.map { $0.value + ($0.certainty == .inferred ? " ≈" : "") }
    // The file of an issue is often named by its date.
    let name = [title, date?.value].contains(id) ? nil : id
    return [title, day, name].compactMap { $0 }.joined(separator: " · ")
  }
}

extension ExportSelection {
  /// Hands out the parts of each article in reading order, and of the text that belongs to none. Repeated text is left
  /// out, since it stands elsewhere in the same article.
  func forEachArticle(_ body: ([DocumentPart]) throws -> Void) rethrows {
    for (article, remark) in chosen {
      try body(article.documentParts + (remark.map { [.remark($0)] } ?? []) + [.source(source(of: article))])
    }
    // Rules and the marks of a format say nothing to a reader.
    let unplaced = issue.unplaced.map(\.text).filter { $0.contains { $0.isLetter || $0.isNumber } }
    let rest = isWhole ? unplaced.map { DocumentPart.paragraph($0) } : []
    if !rest.isEmpty { try body([.rule] + rest) }
  }

  /// `衡阳日报 · 2021-06-22 ≈ · p. 1, l. 9-17 · seeds/003.txt · baolan:003/6#p1.9`.
  private func source(of article: Article) -> String {
    let place = ArticlePlace(article, in: issue)
    let day = issue.date.map { $0.value + ($0.certainty == .inferred ? " ≈" : "") }
    let lines = place.lines.map { "p. \($0.page), l. " + $0.ranges }.joined(separator: "; ")
    return ([issue.title, day, lines] + place.files + [place.link.text]).compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}

extension Article {
  /// The headline opens an article although a kicker stands above it in print: documents are navigated by it.
  fileprivate var documentParts: [DocumentPart] {
    let headline = blocks(.headline).map(\.passage.text).joined(separator: " ")
    let head = headline.isEmpty ? DocumentPart.rule : .article(headline: headline)
    return [head] + opening.compactMap { $0.documentPart() } + bodyParts
  }

  /// The parts of the text; rows that follow each other are one.
  private var bodyParts: [DocumentPart] {
    bodyByTables.compactMap { blocks in
      blocks.count > 1 ? .table(blocks.map(\.passage.text)) : blocks.first?.documentPart(inBody: true)
    }
  }
}

extension Block {
  fileprivate func documentPart(inBody: Bool = false) -> DocumentPart? {
    let text = passage.text
    switch role {
    case .headline, .repeated: return nil
    case .kicker: return .kicker(text)
    case .deck: return .deck(text)
    case .byline: return inBody ? .signature(text) : .byline(text)
    case .paragraph: return .paragraph(text)
    case .subhead: return .subhead(text)
    case .caption: return .caption(text)
    case .pointer: return .pointer(text)
    }
  }
}
