import Newspaper

/// All by which an issue is known again when its files were moved or renamed.
public struct IssueReference: Sendable, Hashable {
  /// The issue's id.
  public var id: String
  /// The file of its first page.
  public var path: String
  /// The paper's name; empty where nothing gives it.
  public var paper: String
  /// The day it carries, as ISO 8601 has it, with ` ≈` behind one that is inferred; empty where nothing is known.
  public var date: String
  /// The headline of its lead.
  public var lead: String

  /// A reference by its parts.
  public init(id: String, path: String = "", paper: String = "", date: String = "", lead: String = "") {
    (self.id, self.path, self.paper, self.date, self.lead) = (id, path, paper, date, lead)
  }

  /// The day that it carries; nil where nothing is known, or no year.
  public var day: CalendarDay? { CalendarDay(iso: date.prefix { $0 != " " }) }

  /// True for a day that was inferred.
  public var isInferred: Bool { date.hasSuffix(" ≈") }

  /// A reference to an issue.
  public init(_ issue: Issue) {
    self.init(issue.summary)
    path = issue.pages.first?.path ?? ""
  }

  /// A reference to an entry of a list, which names no file.
  public init(_ summary: IssueSummary) {
    let day = summary.date.map { $0.value + ($0.certainty == .inferred ? " ≈" : "") }
    self.init(id: summary.id, paper: summary.title ?? "", date: day ?? "", lead: summary.leadHeadline)
  }

  /// The issue of a list that is meant: the one of this id, unless another one by its looks has taken that over.
  public func index(in issues: any IssueShelf) -> Int? {
    let named = issues.index(ofIssue: id)
    if let named, lead.isEmpty || looks(like: issues[named]) { return named }
    return (lead.isEmpty ? nil : issues.firstIndex(where: looks)) ?? named
  }

  /// True for an issue that leads with the same and carries the same day, or none by now.
  private func looks(like summary: IssueSummary) -> Bool {
    summary.leadHeadline == lead && (summary.date == nil || date.hasPrefix(summary.date?.value ?? ""))
  }
}
