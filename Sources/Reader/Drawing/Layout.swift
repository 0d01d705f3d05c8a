import Screen

/// The places of everything on the screen: every view's rectangle comes from this one value.
struct Layout: Sendable, Equatable {
  /// The smallest screen in which everything works.
  static let smallest = Size(columns: 20, rows: 5)
  /// From so many columns on the panes stand side by side.
  static let wideColumns = 100
  /// 40 hanzi: a comfortable measure.
  static let widestMeasure = 80

  let size: Size
  let isTooSmall: Bool
  /// True if all three panes are shown side by side.
  let isWide: Bool
  /// The line at the top.
  let title: Rect
  /// Rows of the rules below the title and above the last line, where there is room for them.
  let topRule: Int?
  let bottomRule: Int?
  /// The room that the panes share.
  let panes: Rect
  /// The last line.
  let status: Rect
  private let rects: [Rect?]
  private let widest: Int

  /// - Parameters:
  ///   - isFull: the pane with the focus takes the room of all, however wide the screen is.
  ///   - lessons: rows that are left above the last line.
  ///   - measure: the most columns of a line of text.
  init(size: Size, focus: Pane, isFull: Bool = false, lessons: Int = 0, measure: Int? = nil) {
    self.size = size
    widest = measure ?? Self.widestMeasure
    isTooSmall = size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
    isWide = size.columns >= Self.wideColumns && !isFull
    title = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
    topRule = size.rows >= 8 ? 1 : nil
    bottomRule = size.rows >= 12 ? size.rows - 2 - lessons : nil
    let top = topRule == nil ? 1 : 2
    let end = bottomRule ?? size.rows - 1
    panes = Rect(column: 0, row: top, columns: size.columns, rows: end - top)
    status = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    rects = isWide ? Self.sideBySide(panes) : Pane.allCases.map { [panes] in $0 == focus ? panes : nil }
  }

  /// The place of a pane; nil where it is not shown.
  func rect(of pane: Pane) -> Rect? { rects[pane.rawValue] }

  /// Columns of the rules between panes.
  var separators: [Int] { isWide ? rects.dropFirst().compactMap { $0.map { $0.column - 1 } } : [] }

  /// The width of a line of text in the article pane; even, so that hanzi fill it.
  var measure: Int { textColumn?.columns ?? Self.measure(in: panes.columns, atMost: widest) }

  /// True if the column behind a line of text in the article pane is free.
  var hasMargin: Bool { (rect(of: .article) ?? panes).columns > measure }

  /// The place of the text in the article pane: centred.
  var textColumn: Rect? {
    guard let pane = rect(of: .article) else { return nil }
    let measure = Self.measure(in: pane.columns, atMost: widest)
    let column = pane.column + (pane.columns - measure) / 2
    return Rect(column: column, row: pane.row, columns: measure, rows: pane.rows)
  }

  static func measure(in columns: Int, atMost widest: Int = widestMeasure) -> Int {
    let margin = columns >= 30 ? 2 : (columns >= 22 ? 1 : 0)
    return max(2, min(widest, columns - 2 * margin) & ~1)
  }

  private static func sideBySide(_ panes: Rect) -> [Rect] {
    let issues = min(32, max(24, panes.columns / 4))
    let contents = min(40, max(26, panes.columns * 28 / 100))
    let article = issues + contents + 2
    return [(0, issues), (issues + 1, contents), (article, panes.columns - article)].map {
      Rect(column: $0.0, row: panes.row, columns: $0.1, rows: panes.rows)
    }
  }
}
