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
  private var source: [Int: [String]] = [:]
  private(set) var articles: [Article] = []

  fileprivate mutating func add(_ story: Story) {
    let blocks = story.pieces.map { piece in Block(piece.role, passage(piece, on: story.page), credit: piece.credit) }
    articles.append(
      Article(
        number: articles.count + 1, kind: story.kind, blocks: blocks, pointsTo: story.pointsTo, jump: story.jump))
  }

  private mutating func passage(_ piece: Piece, on page: Int) -> Passage {
    var runs: [Passage.Run] = []
    var lines: [Int] = []
    var offset = 0
    for line in piece.lines {
      source[page, default: []] += [line, ""]
      lines.append(source[page, default: []].count - 1)
      let length = line.utf8.count
      runs.append(
        Passage.Run(offset: offset, length: length, line: lines.last ?? 1, sourceOffset: 0, sourceLength: length))
      offset += length
    }
    let repairs = piece.repairs.map { Repair($0, line: lines[0], because: .startsAbruptly) }
    return Passage(text: piece.lines.joined(), page: page, lines: lines, runs: runs, repairs: repairs)
  }

  fileprivate func pages(of id: String) -> [Page] {
    let numbers = source.isEmpty ? [1] : source.keys.sorted()
    return numbers.map { number in
      let text = source[number, default: []].joined(separator: "\n") + "\n"
      return Page(number: number, path: number == 1 ? id + ".txt" : "\(id)-\(number).txt", text: PageText(text))
    }
  }
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
  var page: Int

  init(_ pieces: Piece..., kind: Article.Kind = .article, pointsTo: Int? = nil, jump: Jump? = nil, page: Int = 1) {
    self.pieces = pieces
    self.page = page
    self.kind = kind
    self.pointsTo = pointsTo
    self.jump = jump
  }
}

/// An issue; of one page, unless stories name others.
func makeIssue(_ id: String, date: IssueDate? = nil, title: String? = nil, _ stories: Story...) -> Issue {
  var maker = PageMaker()
  for story in stories { maker.add(story) }
  return Issue(
    id: id, title: title, date: date, pages: maker.pages(of: id), articles: maker.articles)
}

/// A day that was inferred, with or without its year.
func day(_ year: Int?, _ month: Int, _ day: Int) -> IssueDate {
  IssueDate(
    year: year, month: month, day: day, certainty: .inferred,
    source: .dayAfterNewestReport(year: year, month: month, day: day - 1))
}
