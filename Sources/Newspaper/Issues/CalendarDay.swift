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

  /// A day as ISO 8601 writes it, `2021-06-22`, or as people type that, `2021-6-2`; nil for what the calendar has not.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, zip(parts, [4...4, 1...2, 1...2]).allSatisfy({ $1.contains($0.utf8.count) }),
      parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    guard isInCalendar else { return nil }
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}

extension CalendarDay {
  /// The day so many days later, or earlier.
  public func adding(days count: Int) -> CalendarDay {
    guard let year else { return self }
    var day = CalendarDay(year: year, month: month, day: self.day + count)
    while day.day > day.daysInMonth {
      day.day -= day.daysInMonth
      day = day.firstOfMonth(day.day, months: 1)
    }
    while day.day < 1 {
      let before = day.firstOfMonth(1, months: -1)
      day = CalendarDay(year: before.year, month: before.month, day: day.day + before.daysInMonth)
    }
    return day
  }

  /// The same day so many months later, or the last one of a shorter month.
  public func adding(months count: Int) -> CalendarDay {
    var new = firstOfMonth(day, months: count)
    new.day = min(day, new.daysInMonth)
    return new
  }

  private func firstOfMonth(_ day: Int, months: Int) -> CalendarDay {
    let number = max(12, min(9999 * 12 + 11, monthNumber + months))
    return CalendarDay(year: number / 12, month: number % 12 + 1, day: day)
  }

  /// A number that grows by one with each month.
  public var monthNumber: Int { (year ?? 0) * 12 + month - 1 }

  /// The first day of a month by its number.
  public init(monthNumber: Int) { self.init(year: monthNumber / 12, month: monthNumber % 12 + 1, day: 1) }
}
