import Newspaper

extension ExportFormat {
  /// JSON in the shape of `ExportDocument`, written article by article: a page may hold very many.
  static let json = ExportFormat(
    "json", Phrase("JSON in the shape baolan/1, whole issues"), ending: "json",
    writer: {
      TextWriter(
        head: { _ in "{\n  \"format\" : \"baolan/1\",\n  \"issues\" : [\n" }, separator: ",\n", end: "\n  ]\n}\n")
    }
  ) { selection, body in
    var issue = selection.issue
    if !selection.isWhole { issue.unplaced = [] }
    let outside = try OutsideArticles(issue)
    try body(ExportPiece(text: outside.before, title: issue.id))
    let places = LinePlaces(issue)
    for (index, (article, remark)) in selection.chosen.enumerated() {
      var exported = ExportArticle(article, of: issue.id, places: places)
      exported.remark = remark
      let text = indented(try jsonText(exported), by: 8)
      try body(ExportPiece(text: (index == 0 ? "" : ",\n") + text, beginsItem: false, title: issue.id))
    }
    try body(ExportPiece(text: outside.after, beginsItem: false, title: issue.id))
  }
}

/// The text of an issue without its articles, which are written between.
private struct OutsideArticles {
  let before: String
  let after: String

  init(_ issue: Issue) throws {
    let text = indented(try jsonText(ExportIssue(issue, articles: [])), by: 4)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Names are in order, so that the list of articles comes first: its name, an empty line, and its end.
    before = lines.prefix(2).joined(separator: "\n") + "\n"
    after = "\n" + lines.dropFirst(3).joined(separator: "\n")
  }
}

/// The lines of a text, each with blanks before it, without the last line break.
private func indented(_ text: String, by count: Int) -> String {
  let blanks = String(repeating: " ", count: count)
  let lines = (text.hasSuffix("\n") ? text.dropLast() : text[...]).split(
    separator: "\n", omittingEmptySubsequences: false)
  return lines.map { $0.isEmpty ? "" : blanks + $0 }.joined(separator: "\n")
}

/// Issues in the shape `baolan/1`. Absent fields are left out.
public struct ExportDocument: Encodable, Sendable {
  /// The name of the shape and its version.
  public var format = "baolan/1"
  /// The issues.
  public var issues: [ExportIssue]

  /// The exported form of some issues.
  public init(_ issues: [Issue]) {
    self.issues = issues.map { ExportIssue($0, articles: $0.articles) }
  }
}

/// One issue. Every non-blank line of its pages stands in exactly one span.
public struct ExportIssue: Encodable, Sendable {
  struct PageRecord: Encodable {
    var number: Int
    var path: String
    var encoding: String
    var lines: Int
  }

  var id: String
  var title: String?
  var number: Int?
  var date: ExportDate?
  var pages: [PageRecord]
  var articles: [ExportArticle]
  var unplaced: [ExportSpan]

  init(_ issue: Issue, articles chosen: [Article]) {
    id = issue.id
    title = issue.title
    number = issue.number
    date = issue.date.map(ExportDate.init)
    pages = issue.pages.map {
      PageRecord(number: $0.number, path: $0.path, encoding: $0.encoding, lines: $0.text.lineCount)
    }
    let places = LinePlaces(issue)
    articles = chosen.map { ExportArticle($0, of: issue.id, places: places) }
    unplaced = issue.unplaced.map { passage in
      var span = ExportSpan(passage)
      span.setBox(places)
      return span
    }
  }
}

/// The day of an issue.
public struct ExportDate: Encodable, Sendable {
  /// ISO 8601, `--03-04` where the year is unknown.
  var value: String
  var certainty: String
  var because: String

  /// The exported form of a date.
  public init(_ date: IssueDate) {
    value = date.value
    certainty = date.certainty.rawValue
    because = date.because(in: .english)
  }
}
