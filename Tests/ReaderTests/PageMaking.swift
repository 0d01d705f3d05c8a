import Newspaper

/// Makes issues by hand, so that a test reads like a page.
///
/// ```
/// makeIssue("a", date: .known(2021, 6, 22)) {
///   Story { Head("标题"); Text("正文") }
/// }
/// ```
/// Every piece of text takes the next source line; a blank line follows it.
struct PageMaker {
  private var source: [String] = []
  private(set) var articles: [Article] = []

  fileprivate mutating func add(_ story: Story) {
    let blocks = story.pieces.map { piece in Block(piece.role, passage(piece), credit: piece.credit) }
    articles.append(
      Article(
        number: articles.count + 1, kind: story.kind, blocks: blocks, pointsTo: story.pointsTo, jump: story.jump))
  }

  private mutating func passage(_ piece: Piece) -> Passage {
    var runs: [Passage.Run] = []
    var lines: [Int] = []
    var offset = 0
    for line in piece.lines {
      source += [line, ""]
      lines.append(source.count - 1)
      let length = line.utf8.count
      runs.append(
        Passage.Run(offset: offset, length: length, line: lines.last ?? 1, sourceOffset: 0, sourceLength: length))
      offset += length
    }
    let repairs = piece.repairs.map { Repair($0, line: lines[0], because: .startsAbruptly) }
    return Passage(text: piece.lines.joined(), page: 1, lines: lines, runs: runs, repairs: repairs)
  }

  fileprivate var text: PageText { PageText(source.joined(separator: "\n") + "\n") }
}

/// A piece of text in its role; several lines are joined to one paragraph.
struct Piece {
  var role: Block.Role
  var lines: [String]
  var repairs: [Repair.Kind] = []
  var credit: String?
}

func kicker(_ text: String) -> Piece { Piece(role: .kicker, lines: [text]) }
func head(_ text: String) -> Piece { Piece(role: .headline, lines: [text]) }
func deck(_ text: String) -> Piece { Piece(role: .deck, lines: [text]) }
func byline(_ text: String) -> Piece { Piece(role: .byline, lines: [text]) }
func subhead(_ text: String) -> Piece { Piece(role: .subhead, lines: [text]) }
func caption(_ text: String, credit: String) -> Piece { Piece(role: .caption, lines: [text], credit: credit) }
func pointer(_ text: String) -> Piece { Piece(role: .pointer, lines: [text]) }
func again(_ text: String) -> Piece { Piece(role: .repeated, lines: [text]) }
func text(_ lines: String..., repairs: [Repair.Kind] = []) -> Piece {
  Piece(role: .paragraph, lines: lines, repairs: repairs)
}

/// An article.
struct Story {
  var kind: Article.Kind = .article
  var pieces: [Piece]
  var pointsTo: Int?
  var jump: Jump?

  init(_ pieces: Piece..., kind: Article.Kind = .article, pointsTo: Int? = nil, jump: Jump? = nil) {
    self.pieces = pieces
    self.kind = kind
    self.pointsTo = pointsTo
    self.jump = jump
  }
}

/// An issue of one page.
func makeIssue(_ id: String, date: IssueDate? = nil, title: String? = nil, _ stories: Story...) -> Issue {
  var maker = PageMaker()
  for story in stories { maker.add(story) }
  return Issue(
    id: id, title: title, date: date, pages: [Page(number: 1, path: id + ".txt", text: maker.text)],
    articles: maker.articles)
}

/// A day that was inferred, with or without its year.
func day(_ year: Int?, _ month: Int, _ day: Int) -> IssueDate {
  IssueDate(
    year: year, month: month, day: day, certainty: .inferred,
    source: .dayAfterNewestReport(year: year, month: month, day: day - 1))
}
