import Newspaper

// Days in names of files and folders and in side files.
extension CalendarDay {
  /// Nil if the calendar has no such day, and outside the years 1800 to 2100.
  init?(ofNewspaper year: Int, month: Int, day: Int) {
    self.init(year: year, month: month, day: day)
    guard (1800...2100).contains(year), isInCalendar else { return nil }
  }

  /// A day as ISO 8601 writes it, `2021-06-22`, and nothing else.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    self.init(ofNewspaper: numbers[0], month: numbers[1], day: numbers[2])
  }

  func stated(by source: IssueDate.Source) -> IssueDate {
    IssueDate(year: year, month: month, day: day, certainty: .stated, source: source)
  }
}
