import Newspaper

/// The facts by which an article of a newspaper is cited.
public struct Citation: Sendable, Equatable {
  /// Names of the authors as the paper prints them.
  public var authors: [String]
  /// The headline; where there is none, the beginning of the text.
  public var title: String
  /// True if the article has no headline, so that the title is supplied.
  public var hasSuppliedTitle = false
  /// The name of the paper; nil where nothing gives it.
  public var paper: String?
  /// The day of the issue; nil where it is unknown.
  public var day: CalendarDay?
  /// The reason for a date that was inferred; nil for one that is stated.
  public var dateReason: Phrase?
  /// The pages that it stands on, in its order.
  public var pages: [Int]
  /// The number of the issue in the paper's own count.
  public var issueNumber: Int?
  /// Its lasting link.
  public var link: ArticleLink
  /// A person's words to it, which only formats of programs have a place for.
  public var remark: String?

  /// A citation of facts that are known otherwise, such as those that a clipping holds.
  public init(
    authors: [String], title: String, paper: String?, day: CalendarDay?, dateReason: Phrase? = nil, pages: [Int],
    issueNumber: Int? = nil, link: ArticleLink
  ) {
    self.authors = authors
    self.title = title
    self.paper = paper
    self.day = day
    self.dateReason = dateReason
    self.pages = pages
    self.issueNumber = issueNumber
    self.link = link
  }

  /// The citation of an article.
  /// - Parameter continuations: the articles in which it goes on, on other pages.
  public init(_ article: Article, continuations: [Article] = [], of issue: Issue) {
    let blocks = ([article] + continuations).flatMap(\.blocks)
    var seen: Set<Int> = []
    let names = article.people.filter { !$0.name.isEmpty && $0.role != "摄" }.map(\.name)
    self.init(
      authors: names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, title: article.title,
      paper: issue.title, day: issue.date?.calendarDay,
      dateReason: issue.date.flatMap { $0.certainty == .inferred ? $0.source.phrase : nil },
      pages: blocks.map(\.passage.page).filter { seen.insert($0).inserted }, issueNumber: issue.number,
      link: ArticleLink(article, ofIssue: issue.id))
    hasSuppliedTitle = article.blocks(.headline).isEmpty
    if hasSuppliedTitle { title = Self.supplied(title) }
  }

  /// The beginning of a text, in the place of a headline.
  private static func supplied(_ text: String) -> String {
    let most = 24
    return text.count > most ? text.prefix(most) + "…" : text
  }

  /// True if the day is inferred.
  public var isDateInferred: Bool { dateReason != nil }

  /// The language of the article and its paper, by their characters: `zh` or `en`.
  var language: String { languageCode(title + (paper ?? "")) }

  /// The title as a reference has it: one that is supplied stands in square brackets.
  var citedTitle: String { hasSuppliedTitle ? "[\(title)]" : title }

  /// Pages with commas: `1, 4`.
  var pageList: String { pages.map(String.init).joined(separator: ", ") }

  /// The facts that a style has no place for, in English: what is inferred, and why.
  var notes: [String] {
    var notes: [String] = []
    if let dateReason { notes.append("date inferred: " + dateReason.words(in: .english)) }
    if let day, day.year == nil { notes.append("year unknown, day \(day.iso)") }
    if hasSuppliedTitle { notes.append("no headline; title supplied from the text") }
    return notes
  }

  /// A name for the entry in characters that every program takes: `2021-06-22_p01-3`; other characters by their
  /// numbers.
  var key: String {
    let name = link.issue.unicodeScalars.reduce(into: "") { key, scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain || "-_.".unicodeScalars.contains(scalar) {
        key.unicodeScalars.append(scalar)
      } else {
        key += "u" + String(scalar.value, radix: 16, uppercase: true)
      }
    }
    return name + (link.article.map { "-\($0)" } ?? "")
  }
}

extension Issue {
  /// The citations of articles, by their indices; an article that goes on elsewhere has the pages of both parts.
  public func citations(of indices: [Int]) -> [Citation] {
    let jumps = Jumps(self)
    return indices.map { index in
      Citation(articles[index], continuations: jumps.continuation(of: index).map { [articles[$0]] } ?? [], of: self)
    }
  }
}
