import Newspaper

/// A day as one number: year × 10,000 + month × 100 + day, without the year if it is unknown; 0 without a date.
public struct DayNumber: Sendable, Hashable, Comparable {
  /// The number: 20210622, or 622 if the year is unknown.
  public var value: Int

  /// A day by its number.
  public init(_ value: Int) { self.value = value }

  /// The day of an issue; 0 if its year is unknown.
  public init(_ date: IssueDate?) { self = DayNumber(withoutYear: date).dated }

  /// The day of an issue, also if its year is unknown.
  package init(withoutYear date: IssueDate?) {
    value = date.map { ($0.year ?? 0) * 10_000 + $0.month * 100 + $0.day } ?? 0
  }

  /// A day of the calendar; 0 if its year is unknown.
  public init(_ day: CalendarDay) {
    value = day.year.map { $0 * 10_000 + day.month * 100 + day.day } ?? 0
  }

  /// The day, or 0 if its year is unknown.
  var dated: DayNumber { hasYear ? self : DayNumber(0) }

  var hasYear: Bool { value >= 10_000 }
  var monthAndDay: Int { value % 10_000 }
  /// The year, 0 if it is unknown.
  public var year: Int { value / 10_000 }
  /// Year × 100 + month.
  public var month: Int { value / 100 }

  /// Earlier days first; unknown ones before all.
  public static func < (left: DayNumber, right: DayNumber) -> Bool { left.value < right.value }
}
