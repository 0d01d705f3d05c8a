import Screen
import Typesetting

/// A column beside the text that stands for the whole article: a tick for each line with a match, and a bar for the
/// part in sight.
struct MatchStrip {
  private enum Tick { case match, current }

  private let theme: Theme
  private let rect: Rect
  private let shown: Range<Int>
  /// By rows.
  private var ticks: [Tick?]

  /// - Parameters:
  ///   - shown: the lines of the galley that are in sight.
  ///   - rect: the pane; the strip stands at its right edge.
  ///   - textEnd: the first column behind the text, which marks may hang in.
  /// - Returns: nil where the article has no match, or no column is free.
  init?(highlights: Highlights, galley: Galley, shown: Range<Int>, rect: Rect, textEnd: Int) {
    let marked = highlights.markedLines(galley)
    guard textEnd + 1 < rect.endColumn, !marked.isEmpty, rect.rows > 0 else { return nil }
    theme = highlights.theme
    self.rect = Rect(column: rect.endColumn - 1, row: rect.row, columns: 1, rows: rect.rows)
    ticks = Array(repeating: nil, count: rect.rows)
    let count = max(galley.lines.count, rect.rows)
    func row(_ line: Int) -> Int { min(rect.rows - 1, line * rect.rows / count) }
    for (line, isCurrent) in marked {
      if isCurrent { ticks[row(line)] = .current } else { ticks[row(line)] = ticks[row(line)] ?? .match }
    }
    // An article that is all in sight has its ticks beside its lines.
    let isWhole = galley.lines.count <= rect.rows || shown.isEmpty
    self.shown = isWhole ? 0..<0 : row(shown.lowerBound)..<row(shown.upperBound - 1) + 1
  }

  /// Draws it.
  func draw(on surface: inout Surface) {
    for (number, tick) in ticks.enumerated() {
      let isShown = shown.contains(number)
      let (glyph, role): (Unicode.Scalar?, Theme.Role) =
        switch tick {
        case .current: (isShown ? "┫" : "━", .key)
        case .match: (isShown ? "┤" : "─", .plain)
        case nil: (isShown ? "│" : nil, .rule)
        }
      guard let glyph else { continue }
      surface.put(rule: glyph, column: rect.column, row: rect.row + number, style: theme[role], clip: rect)
    }
  }
}
