import Newspaper

/// The day that an issue carries, in four bytes: year × 10,000 + month × 100 + day, without the year where it is
/// unknown.
public struct IssueDay: Sendable, Hashable {
  /// As a number; 0 where nothing is known.
  let value: Int32

  /// No day is known.
  public static let none = IssueDay(nil)

  /// The day of a date.
  public init(_ date: IssueDate?) {
    value = date.map { Int32(clamping: ($0.year ?? 0) * 10_000 + $0.month * 100 + $0.day) } ?? 0
  }

  var hasYear: Bool { value >= 10_000 }
  var withoutYear: Int { Int(value % 10_000) }
}
