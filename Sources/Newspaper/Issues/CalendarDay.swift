/// A day of the Gregorian calendar, with or without its year.
public struct CalendarDay: Sendable, Hashable {
  /// Nil where it is unknown; February has 28 days then.
  public var year: Int?
  /// 1 to 12.
  public var month: Int
  /// From 1; a page or a name may state more than the month has.
  public var day: Int

  /// A day as it is written, be it in the calendar or not.
  public init(year: Int? = nil, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// True if the calendar has it.
  public var isInCalendar: Bool { (1...12).contains(month) && day >= 1 && day <= daysInMonth }

  /// The number of days of its month.
  public var daysInMonth: Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isInLeapYear ? 29 : 28
    default: 31
    }
  }

  private var isInLeapYear: Bool { year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? false }

  /// The day after it.
  public var next: CalendarDay {
    if day < daysInMonth { return CalendarDay(year: year, month: month, day: day + 1) }
    if month < 12 { return CalendarDay(year: year, month: month + 1, day: 1) }
    return CalendarDay(year: year.map { $0 + 1 }, month: 1, day: 1)
  }

  /// A number that grows by one with each day of the calendar; nil where the year is unknown.
  public var ordinal: Int? {
    guard let year else { return nil }
    // Years begin in March here, so that the day that some have more is their last one.
    let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day
  }

  /// The day of the week, 0 for Sunday; nil where the year is unknown, and if the month is none.
  public var weekday: Int? { (1...12).contains(month) ? ordinal.map { (($0 + 2) % 7 + 7) % 7 } : nil }

  /// ISO 8601, with `--` for a year that is unknown: `2021-06-22`, `--03-04`.
  public var iso: String {
    (year.map { Self.digits($0, 4) } ?? "-") + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
