import Newspaper
import Searching

/// The issues and articles of each day of a list, and the hits of a query.
struct CalendarDays: Sendable {
  /// The issues of a day.
  struct Day: Sendable, Equatable {
    /// Index of its first issue in the list.
    var issue: Int
    var issues = 1
    var articles: Int
  }

  /// By year × 10,000 + month × 100 + day.
  private var days: [Int: Day] = [:]
  /// Hits by the same; nil without a query.
  private(set) var hits: [Int: Int]?
  private var most = 1

  init(_ issues: any IssueShelf, hits: [CorpusAnswer.DayCount]?) {
    for index in issues.indices {
      let summary = issues[index]
      guard let date = summary.date, date.year != nil else { continue }
      let key = DayNumber(date.calendarDay).value
      if days[key] != nil {
        days[key]?.issues += 1
        days[key]?.articles += summary.articleCount
      } else {
        days[key] = Day(issue: index, articles: summary.articleCount)
      }
    }
    self.hits = hits.map { Dictionary($0.map { ($0.day.value, $0.hits) }) { $0 + $1 } }
    most = max(1, self.hits?.values.max() ?? days.values.map(\.articles).max() ?? 1)
  }

  var isEmpty: Bool { days.isEmpty }

  subscript(day: CalendarDay) -> Day? { days[DayNumber(day).value] }

  func hits(on day: CalendarDay) -> Int? { hits.map { $0[DayNumber(day).value] ?? 0 } }

  /// The first and the last year with an issue.
  var years: ClosedRange<Int>? {
    guard let first = days.keys.min(), let last = days.keys.max() else { return nil }
    return first / 10_000...last / 10_000
  }

  /// The shade of a day among the others: 0 where it has nothing, to 4.
  func shade(of day: CalendarDay) -> Int {
    let count = hits(on: day) ?? self[day]?.articles ?? 0
    return count == 0 ? 0 : min(4, 1 + count * 3 / most)
  }

  /// The number of issues and of hits in a year.
  func totals(year: Int) -> (issues: Int, hits: Int) {
    let own = days.filter { $0.key / 10_000 == year }.values
    let hits = hits?.filter { $0.key / 10_000 == year }.values.reduce(0, +) ?? 0
    return (own.reduce(0) { $0 + $1.issues }, hits)
  }
}
