import Newspaper

// Days in names of files and folders and in side files.
extension CalendarDay {
  /// Nil if the calendar has no such day, and outside the years of newspapers.
  init?(ofNewspaper year: Int, month: Int, day: Int) {
    self.init(year: year, month: month, day: day)
    guard isOfNewspaper, isInCalendar else { return nil }
  }

  /// True in the years 1800 to 2100.
  var isOfNewspaper: Bool { year.map { (1800...2100).contains($0) } ?? false }

  func stated(by source: IssueDate.Source) -> IssueDate {
    IssueDate(year: year, month: month, day: day, certainty: .stated, source: source)
  }
}
