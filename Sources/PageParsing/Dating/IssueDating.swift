import Newspaper

/// The day of an issue: the one that it is printed with, else one after the newest day that its articles open with.
///
/// Only the first words of an article are asked: further inside, texts speak of days to come and of days long past.
struct IssueDating {
  /// The reach of the day of a report into its article, in characters.
  private static let reach = 24
  /// A paper reports the days just past; days that lie further apart say nothing of when it came out.
  private static let longestSpan = 62

  /// The days that datelines or the words behind them name, and those that other articles open with.
  private var wired: [CalendarDay] = []
  private var opening: [CalendarDay] = []
  /// The day that mastheads and folios name, the first one with a year if there is one.
  private var printed: CalendarDay?
  private var years = NamedYears()

  /// Takes a day that the page is printed with.
  private mutating func take(printed day: CalendarDay) {
    if printed == nil || printed?.year == nil && day.year != nil { printed = day }
  }

  /// Reads a page.
  mutating func read(_ scan: PageScan, _ facts: [LineFacts], openings: [Int]) {
    for line in facts where line.evidence.contains(.folio) {
      if let day = line.forms?.folio?.day { take(printed: day) }
    }
    for line in openings {
      let wording = Wording(scan, facts[line].line.range)
      if let form = facts[line].dateline {
        if let day = wording.openingDay(form) { wired.append(day) }
      } else if let day = wording.firstDay(within: Self.reach) {
        opening.append(day)
      }
    }
    for line in scan.lines { years.read(scan, line.range) }
  }

  /// The date, where the articles give one.
  var date: IssueDate? {
    guard let printed else { return inferredDate }
    let year = printed.year ?? years.likely(in: printed.month)
    return IssueDate(
      year: year, month: printed.month, day: printed.day, certainty: printed.year == nil ? .inferred : .stated,
      source: .page)
  }

  private var inferredDate: IssueDate? {
    let days = placed(wired.isEmpty ? opening : wired)
    guard let newest = days.max(by: { $0.place < $1.place }), let oldest = days.map(\.place).min(),
      newest.place - oldest <= Self.longestSpan
    else { return nil }
    let (month, day) = (newest.day.month, newest.day.day)
    let year = newest.year ?? years.likely(in: month)
    let next = CalendarDay(year: year, month: month, day: day).next
    return IssueDate(
      year: next.year, month: next.month, day: next.day, certainty: .inferred,
      source: .dayAfterNewestReport(year: year, month: month, day: day))
  }

  /// A day with its place in a row of days, and its year where that is known.
  private struct Placed {
    var day: CalendarDay
    var year: Int?
    var place: Int

    init(_ day: CalendarDay, in year: Int, isKnown: Bool) {
      self.day = day
      self.year = isKnown ? year : nil
      place = year * 372 + day.month * 31 + day.day
    }
  }

  /// Days that name no year, in the year in which they come nearest to the newest day that does; where none does, those
  /// of early months come after those of late ones if half a year lies between: 12月31日 before 1月1日.
  private func placed(_ days: [CalendarDay]) -> [Placed] {
    let known = days.compactMap { day in day.year.map { Placed(day, in: $0, isKnown: true) } }
    let unknown = days.filter { $0.year == nil }
    if let newest = known.max(by: { $0.place < $1.place }), let year = newest.year {
      return known
        + unknown.compactMap { day in
          (year - 1...year + 1).map { Placed(day, in: $0, isKnown: true) }
            .min { abs($0.place - newest.place) < abs($1.place - newest.place) }
        }
    }
    let months = unknown.map(\.month)
    let turnsYear = (months.max() ?? 0) - (months.min() ?? 0) > 6
    return unknown.map { Placed($0, in: turnsYear && $0.month <= 6 ? 1 : 0, isKnown: false) }
  }
}
