extension LineFiller {
  /// Lines of a whole paragraph that need the least stretching to be as wide as the measure: of all ways to break it
  /// the one whose lines leave the smallest holes, by their squares. A mark may be pulled in, a character pushed out on
  /// one line so that another one comes out even, and the last line is no single hanzi where that can be helped.
  /// - Parameter hanging: true if a line may be a column wider where 、，。 ends it: its empty half hangs in the margin.
  /// - Complexity: O(n) for text of hanzi; O(n · columns) where words leave wide holes.
  func fitted(hanging: Bool) -> Lines {
    // Wide holes are tried only where nothing else fits, or the last line would be a single hanzi.
    var best: Lines?
    for window in [others / 6, others / 2, others] {
      var fit = LineFit(filler: self, hanging: hanging, window: max(1, window))
      guard let lines = fit.lines() else { continue }
      best = lines
      if !hasWidow(lines) { break }
    }
    return best ?? filled()
  }
}

/// The best way to break a paragraph up to each of its characters.
private struct LineFit {
  private let filler: LineFiller
  private let hanging: Bool
  /// The most columns that a line but the last may leave free.
  private let window: Int
  /// Columns of all characters before each.
  private var columns: [Int32] = [0]
  /// Places to stretch before each.
  private var gaps: [Int32] = [0]
  /// The cost of the best way to each place, and the start of its last line.
  private var costs: [Int]
  private var starts: [Int32]

  private static let unreachable = Int.max

  init(filler: LineFiller, hanging: Bool, window: Int) {
    self.filler = filler
    self.hanging = hanging
    self.window = window
    let count = filler.clusters.count
    costs = Array(repeating: Self.unreachable, count: count + 1)
    starts = Array(repeating: 0, count: count + 1)
    columns.reserveCapacity(count + 1)
    gaps.reserveCapacity(count + 1)
    measureClusters()
  }

  private mutating func measureClusters() {
    var (width, gap): (Int32, Int32) = (0, 0)
    var before: Cluster?
    for cluster in filler.clusters {
      if let before, Gap(before, cluster) != nil { gap += 1 }
      width += Int32(cluster.width)
      columns.append(width)
      gaps.append(gap)
      before = cluster
    }
  }

  mutating func lines() -> LineFiller.Lines? {
    let end = filler.clusters.count
    costs[0] = 0
    var nearest = 1
    for start in 0..<end where costs[start] < Self.unreachable {
      let room = start == 0 ? filler.first : filler.others
      let least = Int(columns[start]) + room - window
      nearest = max(start + 1, start == 0 ? 1 : nearest)
      while nearest < end, Int(columns[nearest]) < least { nearest += 1 }
      tryLines(from: start, near: nearest, room: room)
      if start == 0 { nearest = 1 }
    }
    return costs[end] < Self.unreachable ? path(to: end) : nil
  }

  private mutating func tryLines(from start: Int, near: Int, room: Int) {
    let end = filler.clusters.count
    for stop in near...end {
      let ink = inkEnd(before: stop, after: start)
      let hole = room - Int(columns[ink] - columns[start])
      if hole < -1 { return }
      guard stop == end || filler.clusters[stop].breakBefore >= .poor, hole >= 0 || mayHang(ink - 1) else { continue }
      let line = stop == end ? costOfLast(start..<ink) : cost(start..<ink, hole: hole, before: stop)
      let cost = costs[start] + line
      if cost < costs[stop] { (costs[stop], starts[stop]) = (cost, Int32(start)) }
    }
  }

  private func inkEnd(before stop: Int, after start: Int) -> Int {
    var end = stop
    while end > start + 1, filler.clusters[end - 1].kind == .sp { end -= 1 }
    return end
  }

  private func mayHang(_ index: Int) -> Bool { hanging && filler.clusters[index].mayHang }

  /// The square of the hole, and something for a break that is not good. A mark that hangs costs less than any hole.
  private func cost(_ line: Range<Int>, hole: Int, before stop: Int) -> Int {
    let stretchable = Int(gaps[line.upperBound] - gaps[line.lowerBound + 1]) >= hole
    let poor = filler.clusters[stop].breakBefore == .poor ? 30 : 0
    return (hole < 0 ? 1 : hole * hole * (stretchable ? 4 : 40)) + poor
  }

  private func costOfLast(_ line: Range<Int>) -> Int {
    line.lowerBound > 0 && filler.isSingle(line) ? 10_000 : 0
  }

  private func path(to end: Int) -> LineFiller.Lines {
    var lines: LineFiller.Lines = []
    var stop = end
    while stop > 0 {
      let start = Int(starts[stop])
      let ink = inkEnd(before: stop, after: start)
      if ink > start + 1 || filler.clusters[start].kind != .sp { lines.append(start..<ink) }
      stop = start
    }
    return lines.reversed()
  }
}
