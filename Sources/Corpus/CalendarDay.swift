import Newspaper

/// A day of the calendar that a newspaper can carry.
struct CalendarDay: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// Nil for what is no day, and outside the years 1800 to 2100.
  init?(year: Int, month: Int, day: Int) {
    guard (1800...2100).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day as ISO 8601 writes it, `2021-06-22`, and nothing else.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day as the date of an issue.
  func stated(by source: IssueDate.Source) -> IssueDate {
    IssueDate(year: year, month: month, day: day, certainty: .stated, source: source)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
