import Newspaper
import Screen
import Searching

/// The issues by day: months as grids, each day shaded by its articles, or by the hits of the query in force.
struct CalendarScreen: ReaderScreen {
  private let days: CalendarDays
  private(set) var day: CalendarDay

  /// Opens at the day of the selected hit or issue.
  /// - Parameter month: a year or a month to go to; nil where one is.
  static func open(at month: String? = nil, in reader: inout Reader) {
    let hits = reader.results?.query == nil ? nil : reader.results?.newest?.answer.days
    let days = CalendarDays(reader.issues, hits: hits)
    guard !days.isEmpty else { return reader.say(reader.phrases.say("no issue has a full date")) }
    var day = reader.layers.last is CorpusSearchScreen ? reader.results?.hit?.date?.calendarDay : nil
    if day == nil, let selected = reader.selectedID, let index = reader.issues.index(ofIssue: selected) {
      day = reader.issues[index].date?.calendarDay
    }
    if day?.year == nil { day = days.years.map { CalendarDay(year: $0.upperBound, month: 1, day: 1) } }
    if let month {
      let numbers = month.split(separator: "-").map { Int($0) ?? 0 }
      guard let year = numbers.first, (1...9999).contains(year), numbers.count < 2 || (1...12).contains(numbers[1])
      else {
        return reader.say(reader.phrases.say("a month is written 1998-01"), isError: true)
      }
      day = CalendarDay(year: year, month: numbers.count > 1 ? numbers[1] : 1, day: 1)
    }
    reader.layers.removeAll(CalendarScreen.self)
    reader.layers.append(CalendarScreen(days: days, day: day ?? CalendarDay(year: 1, month: 1, day: 1)))
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .calendar }

  private func go(to day: CalendarDay, in reader: inout Reader) {
    var new = self
    let years = days.years ?? 1...9999
    // A year beyond either end has nothing to show.
    let first = CalendarDay(year: years.lowerBound, month: 1, day: 1)
    let last = CalendarDay(year: years.upperBound, month: 12, day: 31)
    new.day = (day.ordinal ?? 0) < (first.ordinal ?? 0) ? first : (day.ordinal ?? 0) > (last.ordinal ?? 0) ? last : day
    reader.layers.update(new)
  }

  /// Lines are weeks, a page is what the screen shows, a line's number is a year.
  func move(_ movement: Movement, in reader: inout Reader) {
    let grid = grid(in: reader)
    switch movement {
    case .lines(let count): go(to: day.adding(days: 7 * count), in: &reader)
    case .halfPages(let count): go(to: day.adding(months: count * max(1, grid.count / 2)), in: &reader)
    case .pages(let count): go(to: day.adding(months: count * grid.count), in: &reader)
    case .line(let number) where number >= 999: go(toYear: number + 1, in: &reader)
    case .line: go(to: CalendarDay(year: days.years?.lowerBound, month: 1, day: 1), in: &reader)
    case .end: go(to: CalendarDay(year: days.years?.upperBound, month: 12, day: 31), in: &reader)
    }
  }

  private func go(toYear year: Int, in reader: inout Reader) {
    go(to: day.adding(months: 12 * (min(9999, year) - (day.year ?? year))), in: &reader)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    let steps = count ?? 1
    switch command {
    case .nextDay: go(to: day.adding(days: steps), in: &reader)
    case .previousDay: go(to: day.adding(days: -steps), in: &reader)
    case .nextWeek: go(to: day.adding(days: 7 * steps), in: &reader)
    case .previousWeek: go(to: day.adding(days: -7 * steps), in: &reader)
    case .nextMonth: go(to: day.adding(months: steps), in: &reader)
    case .previousMonth: go(to: day.adding(months: -steps), in: &reader)
    case .nextYear: go(to: day.adding(months: 12 * steps), in: &reader)
    case .previousYear: go(to: day.adding(months: -12 * steps), in: &reader)
    case .calendar, .open:
      if let count, count >= 1000 { go(toYear: count, in: &reader) } else { open(in: &reader) }
    default: return nil
    }
    return []
  }

  /// Selects a day.
  func select(at place: Point, in reader: inout Reader) -> Pointed {
    guard let pressed = grid(in: reader).day(at: place, selected: day) else { return .nothing }
    if pressed == day { return .selectedBefore }
    go(to: pressed, in: &reader)
    return .selected
  }

  /// Opens the first issue of the day.
  private func open(in reader: inout Reader) {
    guard let entry = days[day], reader.issues.indices.contains(entry.issue) else {
      return reader.say(reader.phrases.say("no issue of {}", day))
    }
    reader.layers.removeAll()
    reader.results?.isAway = false
    reader.selectIssue(entry.issue)
    reader.pane = .contents
  }

  // MARK: View

  private func grid(in reader: Reader) -> CalendarGrid { CalendarGrid(panes: reader.layout.panes, day: day) }

  func draw(on surface: inout Surface, of reader: Reader) {
    CalendarView(environment: reader.environment, grid: grid(in: reader), days: days, day: day).draw(on: &surface)
  }

  func drawTitle(on surface: inout Surface, of reader: Reader) {
    let (environment, rect, phrases) = (reader.environment, reader.layout.title, reader.phrases)
    let totals = days.totals(year: day.year ?? 0)
    var words =
      "\(day.year ?? 0) · "
      + (totals.issues == 1 ? phrases.say("{} issue", 1) : phrases.say("{} issues", totals.issues))
    if days.hits != nil, let query = reader.results?.query {
      words += " · " + environment.cut(query.text, to: 16) + " " + phrases.hits(totals.hits)
    }
    let column = surface.write(phrases.name, column: 1, row: 0, style: environment.theme[.title], clip: rect)
    words = environment.cut(words, to: rect.endColumn - column - 3)
    let end = rect.endColumn - 1
    surface.write(words, endingAt: end, row: 0, style: environment.theme[.quiet], clip: rect)
    let room = end - environment.width(words) - column - 4
    let name = environment.cut(environment.corpusName, to: max(0, room))
    if room > 2 { surface.write(name, column: column + 2, row: 0, style: .plain, clip: rect) }
  }

  func selectedCell(in reader: Reader) -> Point? { grid(in: reader).place(of: day, selected: day) }

  func place(in reader: Reader) -> [String] {
    let phrases = reader.phrases
    let weekday = day.weekday.map { phrases.weekday($0) } ?? ""
    guard let entry = days[day] else { return [weekday + " " + day.iso] }
    let articles = phrases.totals(issues: entry.issues, articles: entry.articles)
    return [weekday + " " + day.iso, articles] + (days.hits(on: day).map { [phrases.hits($0)] } ?? [])
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    [.open, .nextDay, .nextWeek, .nextMonth, .nextYear, .back, .help]
  }
}

/// The months on the screen and their places.
struct CalendarGrid {
  let panes: Rect
  /// The months beside each other, and below each other.
  let across: Int
  let down: Int
  /// The number of the first month.
  let first: Int

  static let monthColumns = 24
  /// A name, the days of the week, six weeks, and a row of air.
  static let monthRows = 9

  /// True if there is no room for the names of months and of days.
  var isBare: Bool { panes.rows < Self.monthRows - 1 }

  /// A grid that shows a day; of a whole year and more if there is room.
  init(panes: Rect, day: CalendarDay) {
    self.panes = panes
    across = max(1, min(12, (panes.columns + 2) / Self.monthColumns))
    down = max(1, (panes.rows + 1) / Self.monthRows)
    let number = day.monthNumber
    let count = across * down
    first = count >= 12 ? number / 12 * 12 : number / count * count
  }

  /// The number of months.
  var count: Int { across * down }

  /// Columns of a day with the space behind it.
  static let dayColumns = 3

  /// The first cell of a day of a month that is shown; nil for one of a week that has no room.
  /// - Parameter selected: the selected day, whose week is in sight.
  func place(of place: CalendarDay, selected: CalendarDay) -> Point? {
    guard let rect = rect(of: place.monthNumber) else { return nil }
    let start = CalendarDay(monthNumber: place.monthNumber)
    let before = ((start.weekday ?? 1) + 6) % 7
    let top = rect.row + (isBare ? 0 : 2)
    // A week that has no room above leaves the week of the selected day in sight.
    let weeks = (before + start.daysInMonth + 6) / 7
    let room = panes.endRow - top
    let isHere = selected.monthNumber == place.monthNumber
    let own = (before + selected.day - 1) / 7
    let hidden = isHere && weeks > room ? max(0, min(own, weeks - room)) : 0
    let cell = before + place.day - 1
    let row = top + cell / 7 - hidden
    return row < top || row >= panes.endRow
      ? nil : Point(column: rect.column + Self.dayColumns * (cell % 7), row: row)
  }

  /// The day at a place of the screen.
  func day(at point: Point, selected: CalendarDay) -> CalendarDay? {
    for month in first..<first + count where month >= 12 && rect(of: month)?.contains(point) == true {
      let start = CalendarDay(monthNumber: month)
      for number in 1...start.daysInMonth {
        let day = CalendarDay(year: start.year, month: start.month, day: number)
        guard let place = place(of: day, selected: selected) else { continue }
        let cells = Rect(column: place.column, row: place.row, columns: Self.dayColumns, rows: 1)
        if cells.contains(point) { return day }
      }
    }
    return nil
  }

  /// The place of a month by its number; nil for one that is not shown.
  func rect(of month: Int) -> Rect? {
    guard (first..<first + count).contains(month) else { return nil }
    let (row, column) = ((month - first) / across, (month - first) % across)
    let margin = max(0, (panes.columns - across * Self.monthColumns + 2) / 2)
    return Rect(
      column: panes.column + margin + column * Self.monthColumns, row: panes.row + row * Self.monthRows,
      columns: min(Self.monthColumns, panes.columns), rows: Self.monthRows)
  }
}
