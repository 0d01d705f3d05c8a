import Screen
import Searching

/// The places of the chart and of the hits on the screen.
struct ResultsLayout {
  let results: Results
  /// The place of the chart and the list.
  let panes: Rect
  /// The place of the text around the selected hit; nil where there is no room beside the list.
  let previewRect: Rect?

  private static let wideColumns = 140

  init(results: Results, panes: Rect) {
    self.results = results
    guard panes.columns >= Self.wideColumns, results.query != nil, results.shown?.answer.total ?? 0 > 0 else {
      (self.panes, previewRect) = (panes, nil)
      return
    }
    let columns = panes.columns * 3 / 5
    self.panes = Rect(column: panes.column, row: panes.row, columns: columns, rows: panes.rows)
    let column = panes.column + columns + 1
    previewRect = Rect(column: column, row: panes.row, columns: panes.endColumn - column, rows: panes.rows)
  }

  /// Rows of the chart's bars, and of its labels and the rule below it.
  private var chartRows: (bars: Int, below: Int) {
    guard let shown = results.shown, shown.answer.days.contains(where: { $0.hits > 0 }) else { return (0, 0) }
    switch panes.rows {
    case 30...: return (6, 2)
    case 22...: return (4, 2)
    case 14...: return (3, 2)
    case 7...: return (1, 1)
    default: return results.focus == .chart ? (panes.rows - 1, 1) : (0, 0)
    }
  }

  /// The place of the bars and their labels.
  var chartRect: Rect {
    let (bars, below) = chartRows
    return Rect(column: panes.column, row: panes.row, columns: panes.columns, rows: bars + min(1, below))
  }

  /// The row of the rule below the chart, where there is room for one.
  var ruleRow: Int? { chartRows.below > 1 ? listRect.row - 1 : nil }

  /// The place of the hits, with their headings.
  var listRect: Rect {
    let (bars, below) = chartRows
    let used = min(bars + below, panes.rows)
    return Rect(column: panes.column, row: panes.row + used, columns: panes.columns, rows: panes.rows - used)
  }

  /// The rows that hits take: those that begin another issue have its heading above them.
  var list: ListGeometry {
    let shown = results.shown
    // The heading of the first one shown has a row of its own above the list.
    return ListGeometry(count: shown?.answer.total ?? 0, rows: max(1, listRect.rows - 1)) {
      shown?.isFirstOfRun($0) == true ? 2 : 1
    }
  }

  /// The chart as it fits the screen; nil where nothing is known yet.
  var chart: HitChart? {
    guard let shown = results.shown else { return nil }
    let slots = HitChartView.slots(in: panes.columns, highest: shown.answer.total)
    return HitChart(shown.answer.days, span: shown.question.days, slots: slots)
  }

  /// Index of the selected bar; while the list has the focus, of the one with the selected hit.
  func bar(in chart: HitChart) -> Int? {
    if results.focus == .chart, let day = results.chartDay { return chart.index(of: day) }
    return results.selectedDay.flatMap(chart.index)
  }
}
