import Exporting
import Library
import Newspaper
import Searching

/// A hit with the facts of its article and issue, for tables.
struct HitRow {
  /// A column, by the name that `--fields` has for it.
  struct Column: Sendable {
    let name: StaticString
    let value: @Sendable (HitRow) -> Cell

    var description: String { "\(name)" }
  }

  /// A value of a row.
  enum Cell {
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
  static let names = columns.map(\.description)

  /// The link of the line where the match begins.
  private var link: String {
    let position = record.lines.first.map { SourcePosition(page: record.page, line: $0) }
    return ArticleLink(issue: record.issue, article: record.article, position: position).text
  }

  /// Some columns in the order in which a line of JSON has them: that of their names, each once.
  static func inOrder(_ columns: [Column]) -> [Column] {
    columns.sorted { $0.description < $1.description }
      .reduce(into: []) { if $0.last?.description != $1.description { $0.append($1) } }
  }

  /// A line of JSON.
  /// - Parameter columns: in the order of `inOrder`.
  func line(_ columns: [Column]) -> String {
    var json = JSONBytes()
    json.object { json in
      for column in columns {
        switch column.value(self) {
        case .text(let text): json.text(column.name, text)
        case .number(let number): json.number(column.name, number)
        case .absent: json.null(column.name)
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
