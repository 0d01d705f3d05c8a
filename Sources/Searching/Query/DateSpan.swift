import Newspaper

/// Days from one to another, as a query names them: `2021`, `2021-06..2022`, `..2021-06-22`, `--03-04`.
struct DateSpan: Sendable, Equatable {
  /// Days as numbers whose digits are those of the year, the month and the day.
  private let days: ClosedRange<Int>
  /// True if the year does not matter: the numbers have only month and day then.
  private let isYearly: Bool

  /// Nil for what names no days, or the last one before the first.
  init?(_ text: String) {
    isYearly = text.hasPrefix("--")
    if isYearly {
      guard let days = Self.days(text.dropFirst(2), limits: [1...12, 1...31]) else { return nil }
      self.days = days
      return
    }
    let dots = text.firstRange(of: "..")
    let ends = dots.map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...]]
    let spans = ends.map { $0.isEmpty ? 0...Int.max : Self.days($0, limits: [1000...9999, 1...12, 1...31]) }
    guard ends.contains(where: { !$0.isEmpty }), let first = spans[0]?.lowerBound,
      let last = spans[spans.count - 1]?.upperBound, first <= last
    else { return nil }
    days = first...last
  }

  /// The days that numbers divided by hyphens name; what is left out at the end can be anything.
  private static func days(_ text: Substring, limits: [ClosedRange<Int>]) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= limits.count else { return nil }
    var (first, last) = (0, 0)
    for (index, limit) in limits.enumerated() {
      var range = limit
      if index < parts.count {
        guard let number = wholeNumber(parts[index]), limit.contains(number) else { return nil }
        range = number...number
      }
      (first, last) = (first * 100 + range.lowerBound, last * 100 + range.upperBound)
    }
    return first...last
  }

  /// True if all of its days are days of another span.
  func isWithin(_ other: DateSpan) -> Bool {
    isYearly == other.isYearly && other.days.contains(days.lowerBound) && other.days.contains(days.upperBound)
  }

  /// True if an issue's day is one of them. A day whose year is unknown is only in a span without years.
  func contains(_ day: DayNumber) -> Bool {
    guard day.value > 0 else { return false }
    return isYearly ? days.contains(day.monthAndDay) : day.hasYear && days.contains(day.value)
  }
}

/// The number that digits are, without a sign, at most the largest there is; nil for anything else.
func wholeNumber(_ text: some StringProtocol) -> Int? {
  guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
  return Int(text) ?? .max
}
