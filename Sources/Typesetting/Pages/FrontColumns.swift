import Screen

/// Cells that are blank, and cells that are missing, as a cost: twice as many are four times as bad, and a blank is
/// worse than text that is not shown.
private func frontCost(rows: Int, needed: Int, columns: Int) -> Double {
  let cells = Double((rows - needed) * columns)
  return cells > 0 ? cells * cells : cells * cells / 8
}

/// The lead of a printed page with a row of boxes below it.
struct LeadColumn {
  private(set) var boxes: [FrontLayout.Box]
  private(set) var cost: Double

  /// - Parameters:
  ///   - span: columns from rule to rule.
  ///   - rows: from rule to rule.
  /// - Returns: nil where some article would not show enough.
  init?(_ lead: BoxNeed, below: [BoxNeed], span: Int, rows: Int) {
    let need = lead.rows(in: span - 3, isLead: true)
    let least = lead.fewestRows(in: span - 3, isLead: true)
    let edges = below.isEmpty ? [] : (0...below.count).map { span * $0 / below.count }
    let widths = zip(edges, edges.dropFirst()).map { $1 - $0 - 3 }
    let needs = zip(below, widths).map { $0.rows(in: $1, isLead: false) }
    let fewest = zip(below, widths).map { $0.fewestRows(in: $1, isLead: false) }.max() ?? 0
    // A rule below each.
    let room = below.isEmpty ? rows - 1 : rows - 2
    guard least + fewest <= room else { return nil }
    let wanted = max(fewest, min(needs.max() ?? 0, max(room * 2 / 5, room - need)))
    let upper = below.isEmpty ? room : room - min(wanted, room - least)
    let frame = Rect(column: 0, row: 0, columns: span + 1, rows: upper + 2)
    boxes = [FrontLayout.Box(article: lead.article, frame: frame, isLead: true)]
    cost = frontCost(rows: upper, needed: need, columns: span)
    for (index, box) in below.enumerated() {
      let frame = Rect(
        column: edges[index], row: upper + 1, columns: edges[index + 1] - edges[index] + 1, rows: rows - upper)
      boxes.append(FrontLayout.Box(article: box.article, frame: frame))
      cost += frontCost(rows: room - upper, needed: needs[index], columns: widths[index])
    }
  }
}

/// Articles in columns of a printed page, in their order, so that the columns are about equally full.
struct FrontColumns {
  private(set) var boxes: [FrontLayout.Box] = []
  private(set) var cost = 0.0

  /// - Parameters:
  ///   - edges: the columns of the rules, one more than there are columns of boxes.
  ///   - rows: from rule to rule.
  /// - Returns: nil where some article would not show enough.
  init?(_ needs: [BoxNeed], edges: [Int], rows: Int) {
    let count = edges.count - 1
    guard needs.count >= count else { return nil }
    // best[k][j]: the first j articles in the first k columns.
    var best = [[(cost: Double, start: Int)?]](
      repeating: Array(repeating: nil, count: needs.count + 1), count: count + 1)
    best[0][0] = (0, 0)
    for column in 1...count {
      let span = edges[column] - edges[column - 1]
      let stacks = Stacks(needs, span: span, rows: rows)
      for end in column...needs.count {
        for start in stride(from: end - 1, through: column - 1, by: -1) {
          guard let before = best[column - 1][start], let own = stacks.cost(start..<end) else { continue }
          let sum = before.cost + own
          if best[column][end].map({ sum < $0.cost }) ?? true { best[column][end] = (sum, start) }
        }
      }
    }
    guard let whole = best[count][needs.count] else { return nil }
    cost = whole.cost
    var end = needs.count
    for column in stride(from: count, through: 1, by: -1) {
      guard let start = best[column][end]?.start else { return nil }
      let stacks = Stacks(needs, span: edges[column] - edges[column - 1], rows: rows)
      boxes.insert(contentsOf: stacks.boxes(start..<end, column: edges[column - 1]), at: 0)
      end = start
    }
  }
}

/// Boxes one below the other in a column.
private struct Stacks {
  private let needs: [BoxNeed]
  private let wanted: [Int]
  private let fewest: [Int]
  private let span: Int
  private let rows: Int

  init(_ needs: [BoxNeed], span: Int, rows: Int) {
    self.needs = needs
    self.span = span
    self.rows = rows
    wanted = needs.map { $0.rows(in: span - 3, isLead: false) }
    fewest = needs.map { $0.fewestRows(in: span - 3, isLead: false) }
  }

  func cost(_ range: Range<Int>) -> Double? {
    let room = rows - range.count
    guard fewest[range].reduce(0, +) <= room else { return nil }
    return frontCost(rows: room, needed: wanted[range].reduce(0, +), columns: span)
  }

  func boxes(_ range: Range<Int>, column: Int) -> [FrontLayout.Box] {
    var row = 0
    return zip(range, shared(rows - range.count, wanted: Array(wanted[range]), fewest: Array(fewest[range]))).map {
      index, height in
      defer { row += height + 1 }
      let frame = Rect(column: column, row: row, columns: span + 1, rows: height + 2)
      return FrontLayout.Box(article: needs[index].article, frame: frame)
    }
  }
}

/// Rows among boxes: each gets the fewest that it must have; the rest goes to the one that lacks most, and when
/// none lacks any, to the last.
func shared(_ rows: Int, wanted: [Int], fewest: [Int]) -> [Int] {
  var heights = fewest
  var left = rows - fewest.reduce(0, +)
  while left > 0 {
    let lacking = wanted.indices.max { wanted[$0] - heights[$0] < wanted[$1] - heights[$1] }
    guard let lacking, wanted[lacking] > heights[lacking] else { break }
    heights[lacking] += 1
    left -= 1
  }
  if !heights.isEmpty { heights[heights.count - 1] += max(0, left) }
  return heights
}
