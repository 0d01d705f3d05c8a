import Newspaper
import Screen
import Searching

/// The chart above the hits of the whole corpus, while it has the focus: the selected bar, and the days that it narrows
/// the hits to.
struct ChartScreen: ReaderScreen {
  func context(in reader: Reader) -> Context { .chart }

  func move(_ movement: Movement, in reader: inout Reader) {
    guard let chart = reader.resultsLayout.chart else { return }
    switch movement {
    case .line(let number): goToBar(chart.index(from: number - 1, by: 1), of: chart, in: &reader)
    case .end: goToBar(chart.index(from: chart.bars.count, by: -1), of: chart, in: &reader)
    case .lines(let count), .halfPages(let count), .pages(let count): moveBars(by: count, in: &reader)
    }
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .nextPane, .previousPane: reader.results?.focus = .list
    case .back: if reader.results?.narrowings.popLast() == nil { reader.results?.focus = .list }
    case .nextBar: moveBars(by: count ?? 1, in: &reader)
    case .previousBar: moveBars(by: -(count ?? 1), in: &reader)
    case .narrow: narrow(in: &reader)
    default: return nil
    }
    return []
  }

  /// Selects a bar; a second press narrows the hits to it.
  func select(at place: Point, in reader: inout Reader) -> Pointed {
    let layout = reader.resultsLayout
    guard let chart = layout.chart, let total = reader.results?.shown?.answer.total,
      let selected = layout.bar(in: chart)
    else { return .nothing }
    let view = HitChartView(
      environment: reader.environment, chart: chart, rect: layout.chartRect, total: total, selected: selected,
      hasFocus: true)
    guard let bar = view.bar(atColumn: place.column) else { return .nothing }
    let isAgain = reader.results?.focus == .chart && bar == selected
    reader.results?.focus = .chart
    if isAgain { narrow(in: &reader) } else { goToBar(bar, of: chart, in: &reader) }
    return .selected
  }

  /// Takes the focus from the list of hits.
  func takeFocus(in reader: inout Reader) {
    let layout = reader.resultsLayout
    guard let chart = layout.chart, let bar = layout.bar(in: chart) ?? chart.bars.indices.last else {
      return reader.say(reader.phrases.nothingToChart)
    }
    reader.results?.focus = .chart
    reader.results?.chartDay = chart.bars[bar].days.lowerBound
  }

  private func moveBars(by steps: Int, in reader: inout Reader) {
    let layout = reader.resultsLayout
    guard let chart = layout.chart, let bar = layout.bar(in: chart) else { return }
    let new = chart.index(from: bar, by: steps)
    if new == bar { reader.say(steps > 0 ? reader.phrases.lastBar : reader.phrases.firstBar) }
    goToBar(new, of: chart, in: &reader)
  }

  /// Selects a bar. The list follows to the first hit of its days: the newest, or the best, as it is ordered.
  private func goToBar(_ index: Int, of chart: HitChart, in reader: inout Reader) {
    guard chart.bars.indices.contains(index) else { return }
    let days = chart.bars[index].days
    reader.results?.chartDay = days.lowerBound
    if let place = reader.results?.firstHit(in: days) {
      reader.results?.selected = place
      reader.results?.top = place
    } else {
      reader.results?.sought = days
    }
  }

  /// Narrows the hits to the bar's days; from a single day on to the list.
  private func narrow(in reader: inout Reader) {
    let layout = reader.resultsLayout
    guard let chart = layout.chart, let bar = layout.bar(in: chart) else { return }
    let days = chart.bars[bar].days
    if reader.results?.days == days { reader.results?.focus = .list } else { reader.results?.narrowings.append(days) }
  }

  // MARK: View

  /// The chart is drawn with the hits.
  func draw(on surface: inout Surface, of reader: Reader) {}

  func place(in reader: Reader) -> [String] {
    let layout = reader.resultsLayout
    guard let chart = layout.chart, let bar = layout.bar(in: chart) else { return [] }
    return [reader.phrases.days(chart.bars[bar].days), reader.phrases.hits(chart.bars[bar].hits)]
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    // From a single bar `narrow` leads to the list, where one is led back to anyway.
    let isNarrow = reader.resultsLayout.chart?.bars.count == 1
    return (isNarrow ? [] : [.narrow]) + (reader.results?.days == nil ? [] : [.widen])
      + [.previousBar, .nextBar, .nextPane, .back, .help]
  }
}

extension Results {
  /// The day of the selected hit; known from the counts alone where hits go by date.
  var selectedDay: DayNumber? {
    if let hit { return DayNumber(hit.date) }
    guard let shown, shown.question.order == .newest else { return nil }
    var before = 0
    for count in shown.answer.days.reversed() where shown.question.days?.contains(count.day) ?? true {
      before += count.hits
      if selected < before { return count.day }
    }
    return nil
  }

  /// The place of the first hit of some days, where hits go by date, the newest first.
  fileprivate func firstHit(in days: ClosedRange<DayNumber>) -> Int? {
    guard let shown, shown.question.order == .newest else { return nil }
    let span = shown.question.days
    let later = shown.answer.days.filter { $0.day > days.upperBound && span?.contains($0.day) ?? true }
    return later.reduce(0) { $0 + $1.hits }
  }
}
