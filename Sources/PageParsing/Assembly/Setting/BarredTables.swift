import Text

/// The widths of the columns of tables whose cells bars divide. Remembers the table that was asked for last.
final class BarredTables {
  private let scan: PageScan
  private let facts: [LineFacts]
  private var known: (table: Range<Int>, widths: [Int]) = (0..<0, [])

  /// The widest column, in columns of the screen; what is longer pushes the next one on.
  private static let widest = 40

  init(scan: PageScan, facts: [LineFacts]) { (self.scan, self.facts) = (scan, facts) }

  /// The cells of a row, each without the white space around it.
  static func cells(_ scan: PageScan, _ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    func isBar(_ index: Int) -> Bool { scan.lettering[index] == .markup && scan.scalars[index] == 0x7C }
    for index in row where isBar(index) {
      if index > row.lowerBound { cells.append(trimmed(scan, start..<index)) }
      start = index + 1
    }
    if start < row.upperBound { cells.append(trimmed(scan, start..<row.upperBound)) }
    return cells
  }

  private static func trimmed(_ scan: PageScan, _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first(where: { scan.lettering[$0] != .space }),
      let last = range.last(where: { scan.lettering[$0] != .space })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  /// The widths of the columns of the table that a row belongs to.
  func widths(around index: Int) -> [Int] {
    if known.table.contains(index) { return known.widths }
    func isRow(_ line: Int) -> Bool { facts.indices.contains(line) && facts[line].line.markdown == .row }
    // The rule below the head stands between two rows.
    func isPart(_ line: Int) -> Bool {
      isRow(line) || facts.indices.contains(line) && facts[line].line.markdown == .furniture && isRow(line + 1)
    }
    var (first, end) = (index, index + 1)
    while isPart(first - 1) { first -= 1 }
    while isPart(end) { end += 1 }
    var widths: [Int] = []
    for line in first..<end where facts[line].line.markdown == .row {
      for (column, cell) in Self.cells(scan, facts[line].line.range).enumerated() {
        let width = Self.width(scan, cell)
        if column == widths.count { widths.append(width) } else { widths[column] = max(widths[column], width) }
      }
    }
    known = (first..<end, widths.map { min($0, Self.widest) })
    return known.widths
  }

  /// The columns of a cell as it is set.
  static func width(_ scan: PageScan, _ cell: Range<Int>) -> Int {
    cell.reduce(0) { scan.lettering[$1] == .markup ? $0 : $0 + fixedPitchColumns(of: scan.scalars[$1]) }
  }
}
