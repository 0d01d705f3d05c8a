/// Rows of a screen that move up or down together, so that terminals can be told to move them.
public struct Scroll: Sendable, Equatable {
  /// The rows within which others move; those that come in are blank.
  public var rows: Range<Int>
  /// The rows by which they move up; negative for down.
  public var count: Int
}

extension Surface {
  /// The farthest that rows are looked for.
  private static let farthest = 3
  /// The fewest rows that change where something moves, and the fewest cells that need not be drawn then.
  private static let leastRows = 4
  private static let leastGain = 40

  /// The rows of a shown surface that this one has higher or lower, where moving them leaves less to draw.
  /// - Parameters:
  ///   - old: is shown, and has the same size.
  ///   - size: the part of the surface that is drawn.
  public func scroll(from old: Surface, within size: Size) -> Scroll? {
    guard old.size == self.size, old.picture == nil, picture == nil else { return nil }
    let count = min(size.rows, self.size.rows)
    let stay = (0..<count).map { differences(inRow: $0, from: old, row: $0) }
    guard stay.count(where: { $0 > 0 }) >= Self.leastRows else { return nil }
    var best: (scroll: Scroll, gain: Int)?
    for distance in 1...Self.farthest {
      for shift in [distance, -distance] {
        guard let found = run(from: old, by: shift, stay), found.gain > best?.gain ?? Self.leastGain else { continue }
        best = found
      }
    }
    return best?.scroll
  }

  /// The run of rows that gains most from moving, by the cells that need not be drawn.
  private func run(from old: Surface, by shift: Int, _ stay: [Int]) -> (scroll: Scroll, gain: Int)? {
    let targets = max(0, -shift)..<stay.count - max(0, shift)
    var best: (rows: Range<Int>, gain: Int)?
    var (start, sum) = (targets.lowerBound, 0)
    for row in targets {
      sum += stay[row] - differences(inRow: row, from: old, row: row + shift)
      if sum <= 0 { (start, sum) = (row + 1, 0) }
      if sum > best?.gain ?? 0 { best = (start..<row + 1, sum) }
    }
    guard let best else { return nil }
    let rows =
      min(
        best.rows.lowerBound, best.rows.lowerBound + shift)..<max(
        best.rows.upperBound, best.rows.upperBound + shift)
    let lost = rows.filter { !best.rows.contains($0) }.reduce(0) { $0 + glyphs(inRow: $1) - stay[$1] }
    return (Scroll(rows: rows, count: shift), best.gain - lost)
  }

  /// The surface with rows moved.
  public func scrolled(_ scroll: Scroll) -> Surface {
    var moved = self
    for row in scroll.rows {
      let source = row + scroll.count
      let target = row * size.columns..<(row + 1) * size.columns
      if scroll.rows.contains(source) {
        moved.cells.replaceSubrange(target, with: cells[source * size.columns..<(source + 1) * size.columns])
      } else {
        for index in target { moved.cells[index] = .blank }
      }
    }
    return moved
  }

  private func differences(inRow row: Int, from old: Surface, row oldRow: Int) -> Int {
    var count = 0
    let (start, oldStart) = (row * size.columns, oldRow * size.columns)
    for column in 0..<size.columns where cells[start + column] != old.cells[oldStart + column] {
      if !isSame(start + column, as: old, at: oldStart + column) { count += 1 }
    }
    return count
  }

  private func glyphs(inRow row: Int) -> Int {
    cells[row * size.columns..<(row + 1) * size.columns].count { $0 != .blank }
  }
}
