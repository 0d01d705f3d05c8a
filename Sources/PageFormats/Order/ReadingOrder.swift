import Newspaper

/// Finds the order in which the lines of a page are read where their file has them in another, as engines do that go
/// across columns from left to right.
enum ReadingOrder {
  /// Lines of a page, at most; what has more is kept as it is.
  private static let mostLines = 6000
  /// The share of steps from one line to the next that lead sideways from which on a file is read across columns.
  /// Engines that find columns have up to 0.24 (tables), RapidOCR has 0.45 to 0.79.
  private static let leastAcross = 0.3

  /// Puts the lines of a page in the order in which they are read, if the file visibly has them in another: it goes
  /// across columns, or more often than a cut of the page leaves a line that stands right below another.
  ///
  /// Lines that stand below each other in one measure are a block; the page is cut along its widest gutters and gaps,
  /// again and again, until one block is left (the XY-cut of Nagy and Seth, 1984). Blocks become those of the layout
  /// where the file has none.
  static func correct(_ layout: inout PageLayout) {
    guard !layout.isOrderStated, layout.lines.count <= mostLines else { return }
    let chains = LineChains(layout)
    guard !chains.chains.isEmpty else { return }
    let cutting = RegionCutting(chains)
    let order = withUnplaced(cutting.order.flatMap { chains.chains[$0] }, in: layout)
    let isAcross = isReadAcross(layout)
    layout.order = chains.rows.gathered(layout.order, in: layout)
    guard isAcross || isClean(chains, cutting) && follows(order, in: layout, below: chains.below) else { return }
    layout.order = order
    guard layout.blocks.isEmpty else { return }
    for (index, chain) in chains.chains.enumerated() {
      layout.blocks.append(PageLayout.Block(box: chains.boxes[index]))
      for line in chain { layout.lines[line].block = Int32(index) }
    }
  }

  /// True if a page falls apart into blocks of several lines, as clear print does: from dirt and pictures come blocks
  /// of one line and regions that cannot be cut.
  private static func isClean(_ chains: LineChains, _ cutting: RegionCutting) -> Bool {
    let lines = chains.chains.reduce(0) { $0 + $1.count }
    return chains.chains.count * 2 <= lines && cutting.uncut * 2 <= chains.chains.count
  }

  /// True if, where an order differs from that of the file, it more often goes on right below a line where the file
  /// does not than the other way round: of all lines, and of those with which the file leaves a block. Within a block
  /// it may have a table.
  private static func follows(_ order: [Int32], in layout: PageLayout, below: [[Int]]) -> Bool {
    var next = [Int32](repeating: 0, count: below.count + 1)
    for (line, following) in zip(layout.order, layout.order.dropFirst()) { next[Int(line)] = following }
    func block(_ line: Int32) -> Int32 { line > 0 ? layout.lines[Int(line) - 1].block : -1 }
    var (lead, leadOfBlocks) = (0, 0)
    for (line, following) in zip(order, order.dropFirst()) where next[Int(line)] != following {
      let near = below[Int(line) - 1]
      let gain =
        (near.contains(Int(following) - 1) ? 1 : 0) - (near.contains(Int(next[Int(line)]) - 1) ? 1 : 0)
      lead += gain
      if block(line) < 0 || block(line) != block(next[Int(line)]) { leadOfBlocks += gain }
    }
    return lead > 0 && leadOfBlocks > 0
  }

  /// True if lines that follow each other in the file often stand side by side. Within a block they may: it is a table.
  private static func isReadAcross(_ layout: PageLayout) -> Bool {
    var sizes: [Int32: Int] = [:]
    for line in layout.lines { sizes[line.block, default: 0] += 1 }
    let placed = layout.lines.filter { $0.box.map { $0.width > 0 && $0.height > 0 } ?? false }
    guard placed.count > 3 else { return false }
    let across = zip(placed, placed.dropFirst()).count { line, next in
      guard let box = line.box, let other = next.box else { return false }
      let isTable = line.block >= 0 && line.block == next.block && sizes[line.block, default: 0] * 2 < placed.count
      let least = min(box.height, other.height)
      return !isTable && box.sharedHeight(other) > least / 2 && box.sharedWidth(other) <= 0
    }
    return Double(across) >= Double(placed.count - 1) * leastAcross
  }

  /// The numbers of all lines: those without a place stand behind the one before them in the file.
  /// - Parameter order: indices of the lines that have one.
  private static func withUnplaced(_ order: [Int], in layout: PageLayout) -> [Int32] {
    let placed = Set(order)
    var result: [Int32] = []
    result.reserveCapacity(layout.lines.count)
    func append(_ index: Int) {
      result.append(Int32(index) + 1)
      var next = index + 1
      while next < layout.lines.count, !placed.contains(next) {
        result.append(Int32(next) + 1)
        next += 1
      }
    }
    for index in 0..<(order.min() ?? layout.lines.count) { result.append(Int32(index) + 1) }
    for index in order { append(index) }
    return result
  }
}
