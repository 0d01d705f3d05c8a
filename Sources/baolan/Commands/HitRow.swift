import Exporting
import Library
import Newspaper
import Searching

/// A hit with the facts of its article and issue, for tables.
struct HitRow {
  /// A column, by the name that `--fields` has for it.
  struct Column: Sendable {
    let name: String
    let value: @Sendable (HitRow) -> Cell
  }

  /// A value of a row.
  enum Cell: Encodable {
    case text(String)
    case number(Int)
    case absent

    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .absent: ""
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .absent: try container.encodeNil()
      }
    }
  }

  /// The facts of an issue that all of its hits share.
  struct IssueFacts {
    let id: String
    let paper: String?
    /// Files by the numbers of their pages.
    let files: [Int: String]

    /// - Parameter shelf: the list of the corpus, with the names of papers as people corrected them.
    init(_ id: String, _ corpus: Corpus, _ shelf: any IssueShelf) {
      self.id = id
      paper = shelf.index(ofIssue: id).flatMap { shelf[$0].title }
      let pages = corpus.source(ofIssue: id)?.pages ?? []
      files = Dictionary(pages.map { ($0.number, $0.path) }) { first, _ in first }
    }
  }

  let hit: CorpusHit
  let record: HitRecord
  let issue: IssueFacts?

  init(_ hit: CorpusHit, _ record: HitRecord, _ issue: IssueFacts?) {
    (self.hit, self.record, self.issue) = (hit, record, issue)
  }

  /// Every column, in the order of tables.
  static let columns = [
    Column(name: "date") { $0.hit.date.map { .text($0.value) } ?? .absent },
    Column(name: "paper") { $0.issue?.paper.map { .text($0) } ?? .absent },
    Column(name: "headline") { .text($0.hit.headline) },
    Column(name: "issue") { .text($0.record.issue) }, Column(name: "article") { .number($0.record.article) },
    Column(name: "page") { .number($0.record.page) },
    Column(name: "lines") { .text($0.record.lines.map(String.init).joined(separator: ",")) },
    Column(name: "file") { row in row.issue?.files[row.record.page].map { .text($0) } ?? .absent },
    Column(name: "link") { .text($0.link) }, Column(name: "role") { .text($0.record.role) },
    Column(name: "before") { .text($0.record.before) }, Column(name: "match") { .text($0.record.match) },
    Column(name: "after") { .text($0.record.after) },
  ]

  /// Their names.
  static let names = columns.map(\.name)

  /// The link of the line where the match begins.
  private var link: String {
    let position = record.lines.first.map { SourcePosition(page: record.page, line: $0) }
    return ArticleLink(issue: record.issue, article: record.article, position: position).text
  }

  /// A line of JSON with some columns.
  func line(_ columns: [Column]) throws -> String {
    try jsonLine(Dictionary(columns.map { ($0.name, $0.value(self)) }) { first, _ in first })
  }
}
