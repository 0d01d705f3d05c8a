import Newspaper
import Screen

/// Draws months as grids with shaded days.
struct CalendarView {
  let environment: Environment
  let grid: CalendarGrid
  let days: CalendarDays
  /// The selected day.
  let day: CalendarDay

  private static let shades = [" ", "░", "▒", "▓", "█"]
  /// For terminals that draw these in two columns.
  private static let plainShades = [" ", ".", ":", "+", "#"]

  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    for month in grid.first..<grid.first + grid.count where month >= 12 {
      if let rect = grid.rect(of: month) { draw(CalendarDay(monthNumber: month), in: rect, on: &surface) }
    }
  }

  private func draw(_ first: CalendarDay, in rect: Rect, on surface: inout Surface) {
    if !grid.isBare {
      let isHere = (first.year, first.month) == (day.year, day.month)
      let style = theme[isHere ? .heading : .plain]
      surface.write(
        String(first.iso.dropLast(3)), column: rect.column + 7, row: rect.row, style: style, clip: grid.panes)
      for (index, weekday) in [1, 2, 3, 4, 5, 6, 0].enumerated() {
        let name = environment.phrases.shortWeekday(weekday)
        surface.write(
          name, column: rect.column + CalendarGrid.dayColumns * index, row: rect.row + 1, style: theme[.quiet],
          clip: grid.panes)
      }
    }
    for number in 1...first.daysInMonth {
      let day = CalendarDay(year: first.year, month: first.month, day: number)
      if let cell = grid.place(of: day, selected: self.day) {
        draw(day, column: cell.column, row: cell.row, on: &surface)
      }
    }
  }

  private func draw(_ place: CalendarDay, column: Int, row: Int, on surface: inout Surface) {
    let hasIssue = days[place] != nil
    var style = hasIssue ? Style.plain : theme[.quiet]
    if place == day { style = theme[.selected] }
    let number = (place.day < 10 ? " " : "") + String(place.day)
    surface.write(number, column: column, row: row, style: style, clip: grid.panes)
    let shades = environment.ambiguous == .wide ? Self.plainShades : Self.shades
    let shade = hasIssue && days.shade(of: place) == 0 ? "·" : shades[days.shade(of: place)]
    surface.write(
      environment.ambiguous == .wide && shade == "·" ? "-" : shade, column: column + 2, row: row, style: style,
      clip: grid.panes)
  }
}

extension Phrases {
  /// A day of the week, 0 for Sunday.
  func weekday(_ number: Int) -> String {
    switch number {
    case 1: say("Mon")
    case 2: say("Tue")
    case 3: say("Wed")
    case 4: say("Thu")
    case 5: say("Fri")
    case 6: say("Sat")
    default: say("Sun")
    }
  }

  /// The same in two columns.
  func shortWeekday(_ number: Int) -> String {
    switch number {
    case 1: say("Mo")
    case 2: say("Tu")
    case 3: say("We")
    case 4: say("Th")
    case 5: say("Fr")
    case 6: say("Sa")
    default: say("Su")
    }
  }
}
