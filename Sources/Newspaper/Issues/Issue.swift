/// One day's paper, as far as there are pages of it.
public struct Issue: Sendable, Equatable {
  /// The file's name without its ending; for an issue of several pages the common part of their names, or the
  /// folder's.
  public var id: String
  /// The paper's name, where something gives it.
  public var title: String?
  /// 期号: its number in the paper's own count, where a side file gives it.
  public var number: Int?
  /// The day it carries.
  public var date: IssueDate?
  /// Its pages, by number.
  public var pages: [Page]
  /// Its articles, in reading order; `number` is the index plus one.
  public var articles: [Article]
  /// The blocks that belong to no article.
  public var unplaced: [Passage]

  /// An issue.
  public init(
    id: String, title: String? = nil, number: Int? = nil, date: IssueDate? = nil, pages: [Page], articles: [Article],
    unplaced: [Passage] = []
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.date = date
    self.pages = pages
    self.articles = articles
    self.unplaced = unplaced
  }

  /// The page with a number.
  public func page(_ number: Int) -> Page? { pages.first { $0.number == number } }

  /// Its entry in a list of issues.
  public var summary: IssueSummary {
    let front = articles.prefix { $0.page == articles.first?.page }
    return IssueSummary(
      id: id, title: title, date: date, articleCount: articles.count,
      leadHeadline: front.lead.map { front[$0].title } ?? "")
  }
}

/// A page of an issue and the file that it was read from.
public struct Page: Sendable, Equatable {
  /// Its number, from 1.
  public var number: Int
  /// The file.
  public var path: String
  /// The file's encoding, as the export names it: `UTF-8`.
  public var encoding: String
  /// The text of the page.
  public var text: PageText
  /// The file's text, where that of the page is made from its markup or was mended.
  public var source: PageText?
  /// True if UTF-8 was read in another encoding and saved so, and this was undone.
  public var isMended = false

  /// A page.
  public init(number: Int, path: String, encoding: String = "UTF-8", text: PageText, source: PageText? = nil) {
    self.source = source
    self.number = number
    self.path = path
    self.encoding = encoding
    self.text = text
  }
}

/// An issue's entry in a list of issues.
public struct IssueSummary: Sendable, Equatable {
  /// The issue's.
  public var id: String
  /// The paper's name, where something gives it.
  public var title: String?
  /// The day it carries.
  public var date: IssueDate?
  /// The number of its articles.
  public var articleCount: Int
  /// The headline of its lead; empty where there is none.
  public var leadHeadline: String

  /// A line of a list.
  public init(id: String, title: String?, date: IssueDate?, articleCount: Int, leadHeadline: String) {
    self.id = id
    self.title = title
    self.date = date
    self.articleCount = articleCount
    self.leadHeadline = leadHeadline
  }
}
