import Testing

@testable import Newspaper

@Suite("A day of the calendar")
struct CalendarDayTests {
  @Test("Day follows day through four centuries, week by week, and each is one more than the day before")
  func days() throws {
    var day = CalendarDay(year: 1800, month: 1, day: 1)
    // A Wednesday.
    var (weekday, count) = (3, 0)
    let first = try #require(day.ordinal)
    while day != CalendarDay(year: 2200, month: 1, day: 1) {
      if day.ordinal != first + count || day.weekday != weekday || !day.isInCalendar {
        Issue.record("\(day.iso): \(day.weekday ?? -1) instead of \(weekday)")
      }
      (day, weekday, count) = (day.next, (weekday + 1) % 7, count + 1)
    }
    #expect(count == 146_097)
  }

  @Test("Years that four divides have 29 February, except full centuries that 400 does not divide")
  func leapYears() {
    let years = [1896, 1900, 1904, 1999, 2000, 2021, 2024, 2100]
    let leap = years.filter { CalendarDay(year: $0, month: 2, day: 29).isInCalendar }
    #expect(leap == [1896, 1904, 2000, 2024])
  }

  @Test("A day reads back from what is written of it, and the day before is the one that it follows")
  func reading() {
    var day = CalendarDay(year: 1899, month: 12, day: 1)
    while day.year != 1905 {
      if CalendarDay(iso: day.iso) != day || day.next.adding(days: -1) != day { Issue.record("\(day.iso)") }
      day = day.next
    }
    #expect(CalendarDay(iso: "1905-2-8") == CalendarDay(year: 1905, month: 2, day: 8))
    for none in [
      "", "1905-2-29", "1-1-1", "1905-002-8", "1905-02-29", "--02-28", "-1905-02-2", "1905-02-28-", "１９０５-02-28",
    ] {
      #expect(CalendarDay(iso: none) == nil, "\(none)")
    }
  }

  @Test("Without its year a day has a next one and neither a place nor a day of the week")
  func withoutYear() {
    #expect(CalendarDay(month: 12, day: 31).next == CalendarDay(month: 1, day: 1))
    #expect(CalendarDay(month: 2, day: 28).next == CalendarDay(month: 3, day: 1))
    #expect(CalendarDay(month: 2, day: 28).weekday == nil && CalendarDay(month: 2, day: 28).ordinal == nil)
    #expect(CalendarDay(month: 2, day: 28).iso == "--02-28")
  }

  @Test("What no calendar has is none of its days, and the day after it is the next month's first")
  func noDays() {
    let none = [(2, 30), (4, 31), (13, 1), (0, 1), (6, 0)].map { CalendarDay(year: 2021, month: $0.0, day: $0.1) }
    #expect(none.allSatisfy { !$0.isInCalendar })
    #expect(none[0].next == CalendarDay(year: 2021, month: 3, day: 1))
    #expect(CalendarDay(year: 2021, month: 13, day: 1).weekday == nil)
  }
}
