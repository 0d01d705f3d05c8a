import Newspaper

/// Cuts a page along gutters and gaps until each piece is one block, and reads the pieces from left to right and from
/// the top down.
struct RegionCutting {
  /// The blocks in reading order, as indices.
  private(set) var order: [Int] = []
  /// The number of blocks in regions that could not be cut into single ones.
  private(set) var uncut = 0
  private let boxes: [PageBox]
  private let counts: [Int]
  private let lineHeight: Float
  private let page: PageBox
  /// Comparisons that are left; what is no page must not take for ever.
  private var budget = 40_000_000

  /// A place where a region falls apart.
  private struct Cut {
    var gap: Float
    var middle: Float
    /// Blocks that stand across it, which belong to what comes first.
    var bridges: Set<Int> = []
  }

  /// Shares of a line's height.
  private static let tolerance: Float = 0.25
  private static let tight: Float = 0.6
  /// The share of the page's height within which its head stands.
  private static let head: Float = 0.06
  /// Lines of a region in which a line may stand across a gutter, at least.
  private static let leastLines = 16

  init(_ chains: LineChains) {
    boxes = chains.boxes
    counts = chains.chains.map(\.count)
    lineHeight = chains.lineHeight
    page = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
    let all = Array(boxes.indices)
    if let cut = headCut(all) {
      divide(all, rows: cut, depth: 1)
    } else {
      cut(all, depth: 0)
    }
  }

  /// The widest gap below the head of the page, where the folio and the name stand in a row of their own.
  private func headCut(_ region: [Int]) -> Cut? {
    let end = page.y + Self.head * page.height
    return gaps(region, from: \.y, to: \.bottom).filter { $0.middle < end }.max { $0.gap < $1.gap }
  }

  private mutating func cut(_ region: [Int], depth: Int) {
    budget -= region.count
    guard region.count > 1, depth < 200, budget > 0 else { return finish(region) }
    let row = gaps(region, from: \.y, to: \.bottom).max { $0.gap < $1.gap }
    let column = gaps(region, from: \.x, to: \.right).max { $0.gap < $1.gap } ?? bridgedGutter(region)
    if let column, row.map({ column.gap >= $0.gap || !column.bridges.isEmpty }) ?? true {
      divide(region, columns: column, depth: depth + 1)
    } else if let row {
      divide(region, rows: row, depth: depth + 1)
    } else {
      finish(region)
    }
  }

  private mutating func divide(_ region: [Int], rows cut: Cut, depth: Int) {
    divide(region, first: region.filter { boxes[$0].middle < cut.middle }, depth: depth)
  }

  private mutating func divide(_ region: [Int], columns cut: Cut, depth: Int) {
    let first = region.filter { cut.bridges.contains($0) || boxes[$0].x + boxes[$0].width / 2 < cut.middle }
    divide(region, first: first, depth: depth)
  }

  private mutating func divide(_ region: [Int], first: [Int], depth: Int) {
    let isFirst = Set(first)
    let second = region.filter { !isFirst.contains($0) }
    guard !first.isEmpty, !second.isEmpty else { return finish(region) }
    cut(first, depth: depth)
    cut(second, depth: depth)
  }

  /// A region that cannot be cut is read from the top down.
  private mutating func finish(_ region: [Int]) {
    if region.count > 1 { uncut += region.count }
    order += region.sorted { (boxes[$0].y, boxes[$0].x, $0) < (boxes[$1].y, boxes[$1].x, $1) }
  }

  /// The gaps between blocks in one direction.
  private func gaps(_ region: [Int], from start: KeyPath<PageBox, Float>, to end: KeyPath<PageBox, Float>) -> [Cut] {
    let sorted = region.map { (boxes[$0][keyPath: start], boxes[$0][keyPath: end]) }.sorted { $0.0 < $1.0 }
    guard var reached = sorted.first?.1 else { return [] }
    var cuts: [Cut] = []
    for (from, to) in sorted.dropFirst() {
      if from >= reached - Self.tolerance * lineHeight {
        cuts.append(Cut(gap: from - reached, middle: (from + reached) / 2))
      }
      reached = max(reached, to)
    }
    return cuts
  }

  // MARK: Gutters that a line stands across

  /// A gutter that is free but for a few lines into which the engine joined those of two columns.
  private mutating func bridgedGutter(_ region: [Int]) -> Cut? {
    guard region.reduce(0, { $0 + counts[$1] }) >= Self.leastLines else { return nil }
    let edges = Set(region.filter { !isSingle($0) }.map { boxes[$0].x }).sorted()
    budget -= edges.count * region.count
    guard edges.count > 1, budget > 0 else { return nil }
    return edges.compactMap { gutter(region, before: $0 - 0.3 * lineHeight) }.max { $0.gap < $1.gap }
  }

  private func gutter(_ region: [Int], before x: Float) -> Cut? {
    let margin = 0.4 * lineHeight
    let bridges = region.filter { boxes[$0].x < x - margin && boxes[$0].right > x + margin }
    guard !bridges.isEmpty, bridges.count <= region.count / 12 + 1,
      bridges.allSatisfy({ isBridge($0, over: x, region) })
    else { return nil }
    let crossing = Set(bridges)
    let rest = region.filter { !crossing.contains($0) }
    let left = rest.filter { boxes[$0].x + boxes[$0].width / 2 < x }.map { boxes[$0].right }.max()
    let right = rest.filter { boxes[$0].x + boxes[$0].width / 2 >= x }.map { boxes[$0].x }.min()
    guard let left, let right else { return nil }
    return Cut(gap: right - left, middle: (left + right) / 2, bridges: crossing)
  }

  /// One line no higher than others.
  private func isSingle(_ block: Int) -> Bool { counts[block] == 1 && boxes[block].height <= 1.4 * lineHeight }

  /// True for a line over a gutter that stands as tight to lines on both sides of it as they stand to each other: a
  /// head over both columns stands apart.
  private func isBridge(_ block: Int, over x: Float, _ region: [Int]) -> Bool {
    let box = boxes[block]
    guard isSingle(block), box.x < x - 0.5 * lineHeight, box.right > x + 0.5 * lineHeight else { return false }
    let near = region.filter { other in
      let (below, above) = (boxes[other].y - box.bottom, box.y - boxes[other].bottom)
      return other != block && boxes[other].sharedWidth(box) > 0
        && min(abs(below), abs(above)) <= Self.tight * lineHeight
    }
    let margin = 0.7 * lineHeight
    return near.contains { boxes[$0].right <= x + margin } && near.contains { boxes[$0].x >= x - margin }
  }
}
