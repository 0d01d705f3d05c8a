/// Rows of a screen, or of a part of it, that move up or down together, so that terminals can be told to move them.
public struct Scroll: Sendable, Equatable {
  /// The rows within which others move; those that come in are blank.
  public var rows: Range<Int>
  /// The rows by which they move up; negative for down.
  public var count: Int
  /// The columns within which they move; nil for all.
  public var columns: Range<Int>?
}

extension Surface {
  /// The farthest that rows are looked for.
  private static let farthest = 3
  /// The fewest rows that change where something moves, and the fewest cells that need not be drawn then; for a part of
  /// the columns more, since they have to be said.
  private static let leastRows = 4
  private static let leastGain = 40
  private static let costOfColumns = 10

  /// The rows of a shown surface that this one has higher or lower, where moving them leaves less to draw.
  /// - Parameters:
  ///   - old: is shown, and has the same size.
  ///   - size: the part of the surface that is drawn.
  ///   - hasMargins: true if the rows of some columns can be moved by themselves.
  public func scroll(from old: Surface, within size: Size, hasMargins: Bool = false) -> Scroll? {
    guard old.size == self.size, old.picture == nil, picture == nil else { return nil }
    let all = 0..<self.size.columns
    let some = hasMargins && size.columns == self.size.columns && old.parts == parts ? parts : []
    var best: (scroll: Scroll, gain: Int)?
    for columns in [all] + some.filter({ all.contains($0.lowerBound) && $0.upperBound <= all.upperBound }) {
      let rows = RowComparison(self, old, columns: columns, count: min(size.rows, self.size.rows))
      guard let found = rows.best(Self.farthest, leastRows: Self.leastRows) else { continue }
      let isPart = columns != all
      if isPart, old.isDivided(at: columns, in: found.scroll.rows) { continue }
      let gain = found.gain - (isPart ? Self.costOfColumns : 0)
      guard gain > best?.gain ?? Self.leastGain else { continue }
      best = (Scroll(rows: found.scroll.rows, count: found.scroll.count, columns: isPart ? columns : nil), gain)
    }
    return best?.scroll
  }

  /// The surface with rows moved.
  public func scrolled(_ scroll: Scroll) -> Surface {
    var moved = self
    let columns = scroll.columns ?? 0..<size.columns
    for row in scroll.rows {
      let source = row + scroll.count
      let target = row * size.columns + columns.lowerBound..<row * size.columns + columns.upperBound
      if scroll.rows.contains(source) {
        let start = source * size.columns
        moved.cells.replaceSubrange(target, with: cells[start + columns.lowerBound..<start + columns.upperBound])
      } else {
        for index in target { moved.cells[index] = .blank }
      }
    }
    return moved
  }

  /// True if a wide glyph stands across an edge of some columns.
  private func isDivided(at columns: Range<Int>, in rows: Range<Int>) -> Bool {
    rows.contains { row in
      let start = row * size.columns
      return cells[start + columns.lowerBound].width == 0
        || columns.upperBound < size.columns && cells[start + columns.upperBound].width == 0
    }
  }
}

/// The rows of two surfaces in some columns, held against each other.
private struct RowComparison {
  let new: Surface
  let old: Surface
  let columns: Range<Int>
  /// By row: the cells that differ where nothing moves.
  let stay: [Int]

  init(_ new: Surface, _ old: Surface, columns: Range<Int>, count: Int) {
    (self.new, self.old, self.columns) = (new, old, columns)
    stay = (0..<count).map { Self.differences(inRow: $0, of: new, from: old, row: $0, columns) }
  }

  /// The move that gains most; nil where too few rows change.
  func best(_ farthest: Int, leastRows: Int) -> (scroll: Scroll, gain: Int)? {
    guard stay.count(where: { $0 > 0 }) >= leastRows else { return nil }
    var best: (scroll: Scroll, gain: Int)?
    for distance in 1...farthest {
      for shift in [distance, -distance] {
        if let found = run(by: shift), found.gain > best?.gain ?? 0 { best = found }
      }
    }
    return best
  }

  /// The run of rows that gains most from moving, by the cells that need not be drawn.
  private func run(by shift: Int) -> (scroll: Scroll, gain: Int)? {
    let (start, end) = (max(0, -shift), stay.count - max(0, shift))
    guard start < end else { return nil }
    var best: (rows: Range<Int>, gain: Int)?
    var (first, sum) = (start, 0)
    for row in start..<end {
      sum += stay[row] - Self.differences(inRow: row, of: new, from: old, row: row + shift, columns)
      if sum <= 0 { (first, sum) = (row + 1, 0) }
      if sum > best?.gain ?? 0 { best = (first..<row + 1, sum) }
    }
    guard let best else { return nil }
    let low = min(best.rows.lowerBound, best.rows.lowerBound + shift)
    let rows = low..<max(best.rows.upperBound, best.rows.upperBound + shift)
    let lost = rows.filter { !best.rows.contains($0) }.reduce(0) { $0 + glyphs(inRow: $1) - stay[$1] }
    return (Scroll(rows: rows, count: shift), best.gain - lost)
  }

  private static func differences(
    inRow row: Int, of new: Surface, from old: Surface, row oldRow: Int, _ columns: Range<Int>
  ) -> Int {
    var count = 0
    let (start, oldStart) = (row * new.size.columns, oldRow * new.size.columns)
    for column in columns where new.cells[start + column] != old.cells[oldStart + column] {
      if !new.isSame(start + column, as: old, at: oldStart + column) { count += 1 }
    }
    return count
  }

  private func glyphs(inRow row: Int) -> Int {
    let start = row * new.size.columns
    return new.cells[start + columns.lowerBound..<start + columns.upperBound].count { $0 != .blank }
  }
}
