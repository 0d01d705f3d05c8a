import Newspaper
import Searching

/// The numbers of hits by day, month or year, as bars that fit a width: in the finest unit whose bars do.
struct HitChart: Sendable, Equatable {
  /// The hits of some days.
  struct Bar: Sendable, Equatable {
    /// From the first of the days to the last; both 0 for the issues without a full date.
    var days: ClosedRange<DayNumber>
    var hits: Int
    /// Its place, in widths of a bar; the undated ones stand apart.
    var slot: Int
  }

  enum Unit: Sendable, Equatable {
    case day, month
    /// So many years.
    case years(Int)
  }

  let unit: Unit
  /// In order of time; the undated ones last. Units without a hit have a bar, too.
  private(set) var bars: [Bar] = []

  /// More bars than these are not told apart any more.
  private static let mostBars = 62

  /// - Parameters:
  ///   - counts: by day, the oldest first.
  ///   - span: the days that are to be shown; nil for all that have hits.
  ///   - slots: the number of bars that fit.
  init(_ counts: [CorpusAnswer.DayCount], span: ClosedRange<DayNumber>?, slots: Int) {
    let shown = counts.filter { count in span.map { $0.contains(count.day) } ?? true }
    let undated = shown.filter { $0.day.value == 0 }.reduce(0) { $0 + $1.hits }
    let dated = shown.filter { $0.day.value > 0 }
    guard let first = dated.first?.day, let last = dated.last?.day else {
      unit = .day
      if undated > 0 { bars = [Bar(days: .undated, hits: undated, slot: 0)] }
      return
    }
    let ends = span.map { ($0.lowerBound, $0.upperBound.inCalendar) } ?? (first, last)
    let room = max(1, min(Self.mostBars, slots) - (undated > 0 ? 2 : 0))
    unit = Unit.finest(from: ends.0, to: ends.1, bars: room)
    bars = Self.bars(dated, unit, from: ends.0, to: ends.1)
    if undated > 0 { bars.append(Bar(days: .undated, hits: undated, slot: bars.count + 1)) }
  }

  private static func bars(
    _ counts: [CorpusAnswer.DayCount], _ unit: Unit, from first: DayNumber, to last: DayNumber
  ) -> [Bar] {
    var bars: [Bar] = []
    var rest = counts[...]
    var days = unit.days(with: first)
    while bars.count <= mostBars {
      var hits = 0
      while let count = rest.first, count.day <= days.upperBound {
        hits += count.hits
        rest.removeFirst()
      }
      bars.append(Bar(days: days, hits: hits, slot: bars.count))
      guard days.upperBound < last else { break }
      days = unit.days(after: days)
    }
    bars[bars.count - 1].hits += rest.reduce(0) { $0 + $1.hits }
    return bars
  }

  /// The hits of the highest bar.
  var highest: Int { bars.map(\.hits).max() ?? 0 }

  /// The bar that a day belongs to; where there is none, the last one before it that has one.
  func index(of day: DayNumber) -> Int? {
    if let bar = bars.firstIndex(where: { $0.days.contains(day) }) { return bar }
    return bars.lastIndex { $0.days.lowerBound <= day } ?? bars.indices.first
  }

  /// So many bars with hits further on, or back; as far as there are any.
  func index(from start: Int, by steps: Int) -> Int {
    let others =
      steps < 0 ? Array(bars.indices.prefix(max(0, start)).reversed()) : Array(bars.indices.dropFirst(start + 1))
    let filled = others.filter { bars[$0].hits > 0 }
    return filled.isEmpty ? start : filled[min(abs(steps), filled.count) - 1]
  }
}

extension HitChart.Unit {
  /// The finest unit of which not more than so many bars lead from one day to another.
  fileprivate static func finest(from first: DayNumber, to last: DayNumber, bars: Int) -> HitChart.Unit {
    if last.ordinal - first.ordinal < bars { return .day }
    let months = (last.year - first.year) * 12 + last.monthOfYear - first.monthOfYear
    if months < bars { return .month }
    var step = 1
    for factor in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000] {
      step = factor
      if last.year / step - first.year / step < bars { break }
    }
    return .years(step)
  }

  /// The days of the unit that a day is one of.
  fileprivate func days(with day: DayNumber) -> ClosedRange<DayNumber> {
    switch self {
    case .day: return day...day
    case .month: return DayNumber(day.month * 100 + 1)...DayNumber(day.month * 100 + 31)
    case .years(let step):
      let first = day.year / step * step
      return DayNumber(first * 10_000 + 101)...DayNumber((first + step - 1) * 10_000 + 1231)
    }
  }

  fileprivate func days(after days: ClosedRange<DayNumber>) -> ClosedRange<DayNumber> {
    let last = days.upperBound
    switch self {
    case .day: return self.days(with: last.next)
    case .month:
      let isDecember = last.monthOfYear == 12
      return self.days(with: DayNumber((isDecember ? (last.year + 1) * 100 + 1 : last.month + 1) * 100 + 1))
    case .years: return self.days(with: DayNumber((last.year + 1) * 10_000 + 101))
    }
  }
}

extension ClosedRange<DayNumber> {
  /// The issues without a full date.
  static let undated = DayNumber(0)...DayNumber(0)
}

extension DayNumber {
  /// 1 to 12.
  var monthOfYear: Int { month % 100 }
  /// 1 to 31.
  var dayOfMonth: Int { value % 100 }

  /// In the calendar; for a day without a year, which is 0, no day.
  private var calendarDay: CalendarDay { CalendarDay(year: year, month: monthOfYear, day: dayOfMonth) }

  /// The last day of its month instead of one behind it.
  fileprivate var inCalendar: DayNumber { DayNumber(month * 100 + min(dayOfMonth, calendarDay.daysInMonth)) }

  /// The day after it in the calendar.
  fileprivate var next: DayNumber { DayNumber(calendarDay.next) }

  /// A number that grows by one with each day of the calendar.
  fileprivate var ordinal: Int { calendarDay.ordinal ?? 0 }
}
