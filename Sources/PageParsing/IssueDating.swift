import Newspaper

/// The day of an issue that carries no masthead: one after the newest day that its articles open with.
///
/// Only the first words of an article are asked: further inside, texts speak of days to come and of days long past.
struct IssueDating {
  /// How far into an article the day of its report stands, in characters.
  private static let reach = 24
  /// A paper reports the days just past; days that lie further apart say nothing of when it came out.
  private static let longestSpan = 62

  /// The days that datelines or the words behind them name, and those that other articles open with.
  private var wired: [ReportedDay] = []
  private var opening: [ReportedDay] = []
  private var years: [Int: Int] = [:]

  /// Reads a page.
  mutating func read(_ scan: PageScan, _ facts: [LineFacts], openings: [Int]) {
    for line in openings {
      let wording = Wording(scan, facts[line].line.range)
      if let form = facts[line].dateline {
        if let day = wording.openingDay(form) { wired.append(day) }
      } else if let day = wording.firstDay(within: Self.reach) {
        opening.append(day)
      }
    }
    for line in scan.lines { countYears(scan, line.range) }
  }

  /// The date, where the articles give one.
  var date: IssueDate? {
    guard let newest = days.max(by: { ordinal($0) < ordinal($1) }), isOneTime else { return nil }
    let year = newest.year ?? likelyYear(in: newest.month)
    let next = dayAfter(newest, year: year)
    return IssueDate(
      year: next.year, month: next.month, day: next.day, certainty: .inferred,
      source: .dayAfterNewestReport(year: year, month: newest.month, day: newest.day))
  }

  /// Days of datelines, where there are any, say more than those that a text happens to open with.
  private var days: [ReportedDay] { wired.isEmpty ? opening : wired }

  /// The year that the text names most often; of two as often, the later. In January and February texts speak most of the
  /// year before: then it takes a year named more than once, with a later one named besides.
  private func likelyYear(in month: Int) -> Int? {
    guard month <= 2 else { return mostNamedYear }
    guard let year = years.filter({ $0.value > 1 }).keys.max(), years.keys.contains(where: { $0 > year }) else {
      return nil
    }
    return year
  }

  private var mostNamedYear: Int? { years.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key }

  private func ordinal(_ day: ReportedDay) -> Int {
    (day.year ?? mostNamedYear ?? 0) * 372 + day.month * 31 + day.day
  }

  private var isOneTime: Bool {
    let ordinals = days.map(ordinal)
    return (ordinals.max() ?? 0) - (ordinals.min() ?? 0) <= Self.longestSpan
  }

  private mutating func countYears(_ scan: PageScan, _ range: Range<Int>) {
    var index = range.lowerBound
    let (scalars, yearSign) = (scan.scalars, Word.year.scalars[0])
    while index + 4 < range.upperBound {
      guard scalars[index + 4] == yearSign, let first = digitValue(scalars[index]), (1...2).contains(first),
        index == range.lowerBound || digitValue(scalars[index - 1]) == nil
      else {
        index += 1
        continue
      }
      let digits = (index..<index + 4).compactMap { digitValue(scalars[$0]) }
      let year = digits.reduce(0) { $0 * 10 + $1 }
      if digits.count == 4, (1800...2100).contains(year) { years[year, default: 0] += 1 }
      index += 5
    }
  }

  private func dayAfter(_ day: ReportedDay, year: Int?) -> ReportedDay {
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if day.day < lengths[day.month - 1] { return ReportedDay(year: year, month: day.month, day: day.day + 1) }
    if day.month < 12 { return ReportedDay(year: year, month: day.month + 1, day: 1) }
    return ReportedDay(year: year.map { $0 + 1 }, month: 1, day: 1)
  }

  private func isLeap(_ year: Int?) -> Bool {
    guard let year else { return false }
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension Wording {
  /// The day that a dateline names, or the first one behind it.
  func openingDay(_ form: DatelineForm) -> ReportedDay? {
    if let day = form.day { return day }
    var rest = self
    rest.position = form.end
    return rest.firstDay(within: 24)
  }

  /// The first day named within so many characters.
  func firstDay(within reach: Int) -> ReportedDay? {
    var rest = self
    let limit = min(end, position + reach)
    while rest.position < limit {
      let kind = rest.lettering[rest.position]
      if kind == .digit || chineseNumeral(rest.scalars[rest.position]) != nil {
        let start = rest.position
        if let day = rest.takeDay() {
          // 去年12月16日 is no day of the year that the text was written in.
          let isOfOtherYear = start > position && rest.has(.year, at: start - 1)
          if !isOfOtherYear { return day }
        }
        while rest.position < limit, rest.lettering[rest.position] == .digit { rest.position += 1 }
        if rest.position < limit, kind != .digit { rest.position += 1 }
      } else {
        rest.position += 1
      }
    }
    return nil
  }
}

extension ReportedDay {
  /// ISO 8601, `--` for a year that is not named.
  var value: String {
    IssueDate(
      year: year, month: month, day: day, certainty: .stated,
      source: .dayAfterNewestReport(year: year, month: month, day: day)
    ).value
  }
}
