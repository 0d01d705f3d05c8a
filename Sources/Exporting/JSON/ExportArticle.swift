import Newspaper

/// One article. The spans hold every line; `people`, `dateline`, `credit` and `jump` repeat parts of them.
struct ExportArticle: Encodable, Sendable {
  struct Byline: Encodable {
    var text: String
    var page: Int
    /// Empty if the names stand inside the body.
    var lines: [Int]
    var people: [PersonRecord]
  }

  struct PersonRecord: Encodable {
    var role: String
    var name: String
  }

  struct DatelineRecord: Encodable {
    var text: String
    var agency: String
    var place: String?
    var date: String?
  }

  struct JumpRecord: Encodable {
    var text: String
    var direction: String
    var to: Int
  }

  var number: Int
  var kind: String
  /// In issues that a library has zoned: `stated`, or `inferred` for what it left out.
  var zoning: String?
  /// The kind that a library gives it.
  var type: String?
  var kicker: [ExportSpan]
  var headline: [ExportSpan]
  var deck: [ExportSpan]
  var byline: Byline?
  var dateline: DatelineRecord?
  var body: [ExportSpan]
  var captions: [ExportSpan]
  var pointer: ExportSpan?
  var jump: JumpRecord?
  var repeats: [ExportSpan]
  /// True where it is doubtful that an item begins here; else absent.
  var doubt: Bool?
  /// Its lasting link.
  var link: String
  /// A person's words to it.
  var remark: String?

  /// - Parameters:
  ///   - issue: the id of its issue.
  ///   - places: where the lines of its pages stand.
  init(_ article: Article, of issue: String, places: LinePlaces) {
    link = ArticleLink(article, ofIssue: issue).text
    number = article.number
    kind = article.kind.rawValue
    switch article.zoning {
    case .stated(let type): (zoning, self.type) = ("stated", type)
    case .remainder: zoning = "inferred"
    case nil: break
    }
    kicker = article.spans(.kicker)
    headline = article.spans(.headline)
    deck = article.spans(.deck)
    byline = Self.byline(of: article)
    dateline = article.dateline.map {
      DatelineRecord(text: $0.text, agency: $0.agency, place: $0.place, date: $0.date)
    }
    body = article.body.compactMap(Self.bodySpan)
    captions = article.blocks(.caption).map { ExportSpan($0.passage, credit: $0.credit) }
    pointer = ExportSpan(joining: article.spans(.pointer), to: article.pointsTo)
    jump = article.jump.map { JumpRecord(text: $0.text, direction: $0.direction.rawValue, to: $0.page) }
    repeats = article.spans(.repeated)
    doubt = article.isDoubtful ? true : nil
    for spans in [\ExportArticle.kicker, \.headline, \.deck, \.body, \.captions, \.repeats] {
      for index in self[keyPath: spans].indices { self[keyPath: spans][index].setBox(places) }
    }
    pointer?.setBox(places)
  }

  private static func bodySpan(_ block: Block) -> ExportSpan? {
    switch block.role {
    case .paragraph, .subhead: ExportSpan(block.passage, kind: block.role.rawValue)
    // A name within the text stays in its place: the reading order matters more than its role.
    case .byline: ExportSpan(block.passage, kind: Block.Role.paragraph.rawValue)
    default: nil
    }
  }

  private static func byline(of article: Article) -> Byline? {
    let people = article.people.map { PersonRecord(role: $0.role, name: $0.name) }
    let above = article.opening.filter { $0.role == .byline }.map { ExportSpan($0.passage) }
    if let span = ExportSpan(joining: above) {
      return Byline(text: span.text, page: span.page, lines: span.lines, people: people)
    }
    guard !people.isEmpty else { return nil }
    return Byline(text: "", page: article.blocks.first?.passage.page ?? 1, lines: [], people: people)
  }
}

extension Article {
  /// The blocks before the first paragraph or subhead.
  var opening: ArraySlice<Block> { blocks.prefix { $0.role != .paragraph && $0.role != .subhead } }
  /// The blocks from there on.
  var body: ArraySlice<Block> { blocks[opening.endIndex...] }

  fileprivate func spans(_ role: Block.Role) -> [ExportSpan] { blocks(role).map { ExportSpan($0.passage) } }
}

/// A text and the source lines that it stands on, in reading order.
struct ExportSpan: Encodable, Sendable {
  struct RepairRecord: Encodable {
    var kind: String
    var line: Int
    var because: String
  }

  /// In the body only: `paragraph` or `subhead`.
  var kind: String?
  /// The repaired text.
  var text: String
  var page: Int
  var lines: [Int]
  /// Left, top, width and height in shares of the page's width, where the page's format gives places.
  var box: [Double]?
  var credit: String?
  /// In a pointer only: the number of the page that it points to.
  var to: Int?
  /// Present in the body, elsewhere only if there are any.
  var repairs: [RepairRecord]?

  init(_ passage: Passage, kind: String? = nil, credit: String? = nil) {
    self.kind = kind
    text = passage.text
    page = passage.page
    lines = passage.lines
    self.credit = credit
    let records = passage.repairs.map {
      RepairRecord(kind: $0.kind.rawValue, line: $0.line, because: $0.because.words(in: .english))
    }
    repairs = kind == nil && records.isEmpty ? nil : records
  }

  /// Takes the place of its lines from those of its page.
  mutating func setBox(_ places: LinePlaces) { box = places.box(page: page, lines: lines) }

  /// Several spans as one, for a field that holds one; nil if there are none.
  init?(joining spans: [ExportSpan], to: Int? = nil) {
    guard let first = spans.first else { return nil }
    self = first
    text = spans.map(\.text).joined(separator: " ")
    lines = spans.flatMap(\.lines)
    let all = spans.compactMap(\.repairs).flatMap { $0 }
    repairs = all.isEmpty ? nil : all
    self.to = to
  }
}
