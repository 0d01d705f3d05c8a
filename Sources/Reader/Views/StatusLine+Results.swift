import Newspaper
import Screen
import Searching
import Typesetting

// What the last line says of a search of the whole corpus.
extension StatusLine {
  /// The most useful ones first.
  var resultsCommands: [Command] {
    let widen: [Command] = reader.results?.days == nil ? [] : [.widen]
    if reader.context == .chart {
      // From a single bar on `narrow` leads to the list, where one is led back to anyway.
      let isNarrow = reader.chart.map { $0.bars.count == 1 } ?? false
      return (isNarrow ? [] : [.narrow]) + widen + [.previousBar, .nextBar, .nextPane, .back, .help]
    }
    guard let shown = reader.results?.shown, shown.answer.total > 0 else { return [.search] + widen + [.back, .help] }
    return [.open, .search] + widen + [.nextPane, .nextIssue, .toggleOrder, .back, .help]
  }

  /// How many hits there are by now, while the query is typed.
  private var everywhereCount: String {
    guard let results = reader.results, results.query != nil, let newest = results.newest else { return "" }
    let count = phrases.grouped(newest.answer.total)
    return results.isSearching ? count + " " + phrases.percent(newest.answer.progress) : count
  }

  func draw(_ prompt: EverywherePrompt, on surface: inout Surface) -> Point? {
    var line = PromptLine(
      reader: reader, rect: rect, sign: phrases.everywhereSign, line: prompt.line, typed: prompt.typed,
      isRefused: prompt.isRefused)
    line.asides = [everywhereCount]
    line.asideRole = isNowhere ? .error : .prompt
    return line.draw(on: &surface)
  }

  /// Whether it is certain that nothing is found.
  private var isNowhere: Bool {
    guard let results = reader.results, let newest = results.newest else { return false }
    return !results.isSearching && newest.answer.total == 0
  }

  /// The place in the list of hits, or the bar of the chart.
  var resultsPlace: [String] {
    guard let results = reader.results, let shown = results.shown, shown.answer.total > 0 else { return [] }
    if results.focus == .chart, let chart = reader.chart, let bar = reader.bar(in: chart) {
      return [phrases.days(chart.bars[bar].days), phrases.hits(chart.bars[bar].hits)]
    }
    let place = phrases.grouped(results.selected + 1) + "/" + phrases.grouped(shown.answer.total)
    guard let hit = results.hit else { return [place] }
    return [place, phrases.article(hit.match.article + 1), phrases.page(hit.context.page)]
  }
}
