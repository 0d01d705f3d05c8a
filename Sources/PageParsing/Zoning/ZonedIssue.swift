import Newspaper

/// Gives back an issue whose articles a library has stated.
/// - Parameters:
///   - id: the issue's.
///   - pages: its pages by number.
///   - zoning: which of their lines make up each article.
/// - Returns: the issue. Every line that is not blank stands in exactly one passage of it; lines that the library left
///   out make an article of their own, behind the others.
public func parseIssue(id: String, pages: [Page], zoning: StatedZoning) -> Issue {
  var reading = ZonedIssueReading(id: id, pages: pages)
  return reading.read(zoning)
}

private struct ZonedIssueReading {
  private var issue: Issue
  private let zonedPages: [Int: ZonedPageReading]
  private var placed: Set<SourcePosition> = []
  private var dating = IssueDating()

  init(id: String, pages: [Page]) {
    issue = Issue(id: id, pages: pages, articles: [])
    zonedPages = Dictionary(pages.map { ($0.number, ZonedPageReading($0)) }) { first, _ in first }
  }

  mutating func read(_ zoning: StatedZoning) -> Issue {
    for zone in zoning.zones { add(zone) }
    for part in zoning.furniture {
      let lines = take(part)
      issue.unplaced += lines.compactMap { zonedPages[part.page]?.passage([$0]) }
    }
    addRest()
    for index in issue.articles.indices { issue.articles[index].number = index + 1 }
    (issue.title, issue.number) = (zoning.title, zoning.number)
    for page in issue.pages { zonedPages[page.number]?.date(&dating) }
    issue.date = zoning.day.map(\.stated) ?? dating.date
    return issue
  }

  private mutating func add(_ zone: StatedZoning.Zone) {
    var article = Article(number: 0, kind: .article, blocks: [])
    for part in zone.parts {
      let lines = take(part)
      guard !lines.isEmpty, let page = zonedPages[part.page] else { continue }
      article.blocks += page.blocks(lines, part.role)
    }
    guard !article.blocks.isEmpty else { return }
    article.blocks = article.blocks.withOneHeadline
    article.kind = kind(zone, article)
    article.zoning = .stated(type: zone.type)
    article.people = zonedPages[article.page ?? 0]?.people(article.blocks) ?? []
    issue.articles.append(article)
  }

  private func kind(_ zone: StatedZoning.Zone, _ article: Article) -> Article.Kind {
    switch zone.type {
    case "advertisement", "ad", "advert", "familynotice", "family notice", "announcement": return .notice
    case let type: if let kind = Article.Kind(rawValue: type), kind != .article { return kind }
    }
    let isPicture = article.blocks.allSatisfy { $0.role == .caption }
    return isPicture ? .photo : article.blocks(.headline).isEmpty ? .brief : .article
  }

  /// The lines of a part that have letters and are not placed yet, as indices of the page's facts. Those without are
  /// rules and specks that were read as text.
  private mutating func take(_ part: StatedZoning.Part) -> [Int] {
    guard let page = zonedPages[part.page] else { return [] }
    return part.lines.compactMap { number in
      guard let index = page.index(ofLine: number), page.hasLetters(index),
        placed.insert(SourcePosition(page: part.page, line: number)).inserted
      else { return nil }
      return index
    }
  }

  /// Puts what is in no unit where it is found: margins beside the articles, text into an article of its own.
  private mutating func addRest() {
    var text: [(page: ZonedPageReading, lines: [Int])] = []
    for page in issue.pages {
      guard let reading = zonedPages[page.number] else { continue }
      let rest = reading.lines.filter { !placed.contains(SourcePosition(page: page.number, line: $0)) }
      let isText = rest.map { !reading.isMargin($0) && (reading.index(ofLine: $0).map(reading.hasLetters) ?? false) }
      issue.unplaced += zip(rest, isText).filter { !$0.1 }.compactMap { reading.passage(ofLine: $0.0) }
      text.append((reading, zip(rest, isText).filter(\.1).compactMap { reading.index(ofLine: $0.0) }))
    }
    guard text.reduce(0, { $0 + $1.lines.count }) > Self.mostFurniture else {
      for (page, lines) in text { issue.unplaced += lines.map { page.passage([$0]) } }
      return
    }
    var article = Article(number: 0, kind: .brief, blocks: text.flatMap { $0.page.blocks($0.lines, .body) })
    article.zoning = .remainder
    issue.articles.append(article)
  }

  /// Lines of an issue that a library leaves out of its units without loss: folios, the head of the first page.
  private static let mostFurniture = 10
}

extension CalendarDay {
  /// A day that a library states.
  fileprivate var stated: IssueDate {
    IssueDate(year: year, month: month, day: day, certainty: .stated, source: .library)
  }
}

extension [Block] {
  /// A stack in which one member at least is the headline: without one it is the first.
  fileprivate var withOneHeadline: [Block] {
    guard !contains(where: { $0.role == .headline }),
      let first = firstIndex(where: { $0.role == .kicker || $0.role == .deck })
    else { return self }
    var blocks = self
    blocks[first].role = .headline
    return blocks
  }
}
