import Newspaper

/// A day as one number: 20210622; 0 where a date or its year is unknown.
public struct DayNumber: Sendable, Hashable, Comparable {
  /// Year × 10,000 + month × 100 + day, or 0.
  public var value: Int

  /// A day by its number.
  public init(_ value: Int) { self.value = value }

  /// The day of an issue.
  public init(_ date: IssueDate?) { self.init(date?.calendarDay) }

  /// The day of an issue, 0 where its year is unknown.
  init(_ day: IssueDay) { self.init(day.hasYear ? Int(day.value) : 0) }

  /// A day of the calendar.
  public init(_ day: CalendarDay?) {
    value = day.flatMap { day in day.year.map { $0 * 10_000 + day.month * 100 + day.day } } ?? 0
  }

  /// The year, 0 where it is unknown.
  public var year: Int { value / 10_000 }
  /// Year × 100 + month.
  public var month: Int { value / 100 }

  /// Earlier days first; unknown ones before all.
  public static func < (left: DayNumber, right: DayNumber) -> Bool { left.value < right.value }
}
