import Newspaper

extension ExportFormat {
  /// JSON in the shape of `ExportDocument`.
  static let json = ExportFormat("json") { try jsonText(ExportDocument($0)) }
}

/// Issues in the shape `baolan/1`. Absent fields are left out.
public struct ExportDocument: Encodable, Sendable {
  /// The name of the shape and its version.
  public var format = "baolan/1"
  /// The issues.
  public var issues: [ExportIssue]

  /// The exported form of some issues.
  public init(_ issues: [Issue]) {
    self.issues = issues.map(ExportIssue.init)
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

  init(_ issue: Issue) {
    id = issue.id
    title = issue.title
    number = issue.number
    date = issue.date.map(ExportDate.init)
    pages = issue.pages.map {
      PageRecord(number: $0.number, path: $0.path, encoding: $0.encoding, lines: $0.text.lineCount)
    }
    let places = LinePlaces(issue)
    articles = issue.articles.map { ExportArticle($0, places: places) }
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
