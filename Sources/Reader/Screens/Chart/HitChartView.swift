import Newspaper
import Screen
import Searching
import Typesetting

/// Draws a chart of hits: bars, the height of the highest, and below them their days.
struct HitChartView {
  let environment: Environment
  let chart: HitChart
  /// The last row is for the labels.
  let rect: Rect
  /// The number of all hits.
  let total: Int
  /// Index of the selected bar.
  let selected: Int?
  /// True if the chart takes the keys.
  let hasFocus: Bool

  private var theme: Theme { environment.theme }

  /// Cells filled by so many eighths; where block elements are two cells wide, ASCII characters in their place.
  private var eighths: [String] {
    isPlain ? [".", ".", ":", ":", "+", "+", "#", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  }

  private var isPlain: Bool { environment.ambiguous == .wide }
  private static let widestBar = 8

  /// Columns of the scale beside the bars; none in a narrow place.
  private static func scale(in columns: Int, highest: Int) -> Int {
    columns >= 30 ? String(highest).count + 2 : 0
  }

  /// The number of bars that fit.
  static func slots(in columns: Int, highest: Int) -> Int {
    max(1, columns - 2 - scale(in: columns, highest: highest))
  }

  private var left: Int { rect.column + 1 + Self.scale(in: rect.columns, highest: total) }
  private var barRows: Int { rect.rows - 1 }

  /// Columns of a bar with the gap behind it.
  private var step: Int {
    let slots = (chart.bars.last?.slot ?? 0) + 1
    return max(1, min(Self.widestBar, Self.slots(in: rect.columns, highest: total) / slots))
  }

  private func column(of bar: HitChart.Bar) -> Int { left + bar.slot * step }

  /// Index of the bar in a column, if it has hits.
  func bar(atColumn place: Int) -> Int? {
    chart.bars.indices.first { index in
      let column = column(of: chart.bars[index])
      return chart.bars[index].hits > 0 && (column..<column + step).contains(place)
    }
  }

  func draw(on surface: inout Surface) {
    drawScale(on: &surface)
    for (index, bar) in chart.bars.enumerated() { draw(bar, isSelected: index == selected, on: &surface) }
    drawLabels(on: &surface)
  }

  private func drawScale(on surface: inout Surface) {
    guard left > rect.column + 1 else { return }
    let style = theme[.quiet]
    surface.write(String(chart.highest), endingAt: left - 2, row: rect.row, style: style, clip: rect)
    for row in rect.row..<rect.row + barRows {
      surface.put(rule: "│", column: left - 1, row: row, style: theme[.rule], clip: rect)
    }
  }

  private func draw(_ bar: HitChart.Bar, isSelected: Bool, on surface: inout Surface) {
    guard bar.hits > 0, chart.highest > 0 else { return }
    let style = theme[isSelected ? .currentBar : .bar]
    // The least number of hits is seen, however little it is.
    var eighths = max(1, bar.hits * barRows * 8 / chart.highest)
    var row = rect.row + barRows - 1
    while eighths > 0, row >= rect.row {
      let glyph = self.eighths[min(8, eighths) - 1]
      for offset in 0..<(step > 1 ? step - 1 : 1) {
        surface.put(glyph, width: 1, column: column(of: bar) + offset, row: row, style: style, clip: rect)
      }
      (eighths, row) = (eighths - 8, row - 1)
    }
  }

  // MARK: Labels

  /// A label and its first column.
  private struct Label {
    var text: String
    var column: Int
    var role: Theme.Role
  }

  private func drawLabels(on surface: inout Surface) {
    var taken: [Range<Int>] = []
    for label in labels {
      let range = label.column..<label.column + environment.width(label.text)
      let isFree = !taken.contains { $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound }
      guard isFree, range.upperBound <= rect.endColumn else { continue }
      taken.append(range)
      surface.write(
        label.text, column: label.column, row: rect.endRow - 1, style: theme[label.role], clip: rect)
    }
  }

  private func isUndated(_ index: Int) -> Bool { chart.bars[index].days == .undated }

  /// The most important first: the label of the selected bar, that of the undated, which would seem to go on in time
  /// without one, the starts of years or months, the others.
  private var labels: [Label] {
    let order = chart.bars.indices.sorted { isUndated($0) && !isUndated($1) }
    let major = order.filter { isMajor($0) }.map { label($0, full: true) }
    let minor = chart.bars.indices.filter { !isMajor($0) }.map { label($0, full: false) }
    return (selectedLabel.map { [$0] } ?? []) + major + minor
  }

  private var selectedLabel: Label? {
    guard let selected else { return nil }
    let bar = chart.bars[selected]
    let words = environment.phrases.days(bar.days)
    let sign = isPlain ? "^" : "▲"
    let text = sign + words
    let role: Theme.Role = hasFocus ? .selected : .currentBar
    let column = column(of: bar)
    if column + environment.width(text) <= rect.endColumn { return Label(text: text, column: column, role: role) }
    return Label(text: words + sign, column: max(rect.column, column + 1 - environment.width(text)), role: role)
  }

  private func isMajor(_ index: Int) -> Bool {
    let first = chart.bars[index].days.lowerBound
    switch chart.unit {
    case .day: return index == 0 || first.dayOfMonth == 1 || first.value == 0
    case .month: return index == 0 || first.monthOfYear == 1 || first.value == 0
    case .years: return true
    }
  }

  private func label(_ index: Int, full: Bool) -> Label {
    let bar = chart.bars[index]
    let first = bar.days.lowerBound
    let text: String
    switch chart.unit {
    case _ where first.value == 0:
      let words = environment.phrases.noDate
      text = column(of: bar) + environment.width(words) <= rect.endColumn ? words : "?"
    case .day where full: text = Phrases.twoDigits(first.monthOfYear) + "-" + Phrases.twoDigits(first.dayOfMonth)
    case .day: text = Phrases.twoDigits(first.dayOfMonth)
    case .month where full: text = first.monthOfYear == 1 ? String(first.year) : environment.phrases.days(bar.days)
    case .month: text = Phrases.twoDigits(first.monthOfYear)
    case .years: text = String(first.year)
    }
    return Label(text: text, column: column(of: bar), role: .quiet)
  }
}
