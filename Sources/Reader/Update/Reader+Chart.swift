import Newspaper
import Searching

// The chart above the hits: the bar that one is at, and the days that it narrows them to.
extension Reader {
  /// The chart as it fits the screen; nil where nothing is known yet.
  var chart: HitChart? {
    guard let results, let newest = results.shown else { return nil }
    let slots = ResultsView(reader: self).chartSlots
    return HitChart(newest.answer.days, span: newest.question.days, slots: slots)
  }

  /// The bar that has the focus; while the list has it, the one of the hit that one is at.
  func bar(in chart: HitChart) -> Int? {
    guard let results else { return nil }
    if results.focus == .chart, let day = results.chartDay { return chart.index(of: day) }
    return results.selectedDay.flatMap(chart.index)
  }

  mutating func changeFocus() {
    guard let results else { return }
    if results.focus == .chart {
      self.results?.focus = .list
      return
    }
    guard let chart, let bar = bar(in: chart) ?? chart.bars.indices.last else {
      return message = Message(text: phrases.nothingToChart)
    }
    self.results?.focus = .chart
    self.results?.chartDay = chart.bars[bar].days.lowerBound
  }

  mutating func moveInChart(_ movement: Movement) {
    guard let chart else { return }
    switch movement {
    case .line(let number): goToBar(chart.index(from: number - 1, by: 1))
    case .end: goToBar(chart.index(from: chart.bars.count, by: -1))
    case .lines(let count), .halfPages(let count), .pages(let count): moveInChart(by: count)
    }
  }

  mutating func moveInChart(by steps: Int) {
    guard let chart, let bar = bar(in: chart) else { return }
    let new = chart.index(from: bar, by: steps)
    if new == bar { message = Message(text: steps > 0 ? phrases.lastBar : phrases.firstBar) }
    goToBar(new)
  }

  /// The list follows to the first hit of the bar: the newest, or the best, as it is ordered.
  private mutating func goToBar(_ index: Int) {
    guard let chart, chart.bars.indices.contains(index) else { return }
    let days = chart.bars[index].days
    results?.chartDay = days.lowerBound
    guard let place = results?.firstHit(in: days) else {
      results?.sought = days
      return
    }
    results?.selected = place
    results?.top = place
  }

  /// Narrows the hits to the bar's days; from a single day on to the list.
  mutating func narrow() {
    guard let chart, let bar = bar(in: chart) else { return }
    let days = chart.bars[bar].days
    if results?.days == days {
      results?.focus = .list
      return
    }
    results?.narrowings.append(days)
  }

  /// To the days that these were narrowed from.
  mutating func widen() {
    guard results?.narrowings.popLast() != nil else { return message = Message(text: phrases.nothingToWiden) }
  }

  /// Widens; where nothing has been narrowed, goes back to the list.
  mutating func leaveChart() {
    if results?.narrowings.popLast() == nil { results?.focus = .list }
  }
}

extension Results {
  /// The day of the hit that one is at; known from the counts alone where hits go by date.
  fileprivate var selectedDay: DayNumber? {
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
