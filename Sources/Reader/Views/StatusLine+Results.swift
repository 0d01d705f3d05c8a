import Newspaper
import Screen
import Searching
import Typesetting

// What the last line says of a search of the whole corpus.
extension StatusLine {
  /// The most useful ones first.
  var resultsCommands: [Command] {
    let widen: [Command] = reader.results?.days == nil ? [] : [.widen]
    if reader.context == .chart { return [.narrow] + widen + [.previousBar, .nextBar, .nextPane, .back, .help] }
    guard let shown = reader.results?.shown, shown.answer.total > 0 else { return [.search] + widen + [.back, .help] }
    return [.open, .search] + widen + [.nextPane, .nextIssue, .toggleOrder, .back, .help]
  }

  /// How many hits there are by now, while the query is typed.
  var everywhereCount: String {
    guard let results = reader.results, results.query != nil, let newest = results.newest else { return "" }
    let count = phrases.grouped(newest.answer.total)
    return results.isSearching ? count + " " + phrases.percent(newest.answer.progress) : count
  }

  /// Says above the line that is being typed what is wrong with it, from the column where it is on.
  func draw(_ mistake: QueryMistake, in line: LineEditor, on surface: inout Surface) {
    let row = reader.layout.status.row - 1
    let clip = Rect(column: 0, row: row, columns: reader.size.columns, rows: 1)
    surface.fill(clip)
    let before = String(decoding: Array(line.text.utf8.prefix(mistake.range.lowerBound)), as: UTF8.self)
    let words = (reader.ambiguous == .wide ? "v " : "▼ ") + mistake.words(in: reader.language)
    let place = reader.width(phrases.everywhereSign) + reader.width(before)
    let column = max(0, min(place, clip.columns - reader.width(words)))
    surface.write(
      reader.cut(words, to: clip.columns), column: column, row: row, style: reader.theme[.error], clip: clip)
  }

  /// Whether it is certain that nothing is found.
  var isNowhere: Bool {
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
