import Newspaper

/// The indents of the lines of a page with places, and the lines that stand apart from the line above.
struct LeftEdges {
  private let layout: PageLayout
  /// By block.
  private var edges: [Int32: Float] = [:]

  /// In heights of a line: less is no indent but a skewed scan, more is another column.
  private static let least: Float = 0.4
  private static let most: Float = 6
  /// In heights of a line.
  private static let gap: Float = 1.2

  init(_ layout: PageLayout) {
    self.layout = layout
    for line in layout.lines where line.block >= 0 {
      guard let box = line.box else { continue }
      edges[line.block] = min(edges[line.block] ?? .infinity, box.x)
    }
  }

  /// The indent of a line in columns, two of which are as wide as a line is high.
  /// - Parameter index: the line's, from 0.
  func indent(_ index: Int) -> Int {
    guard let box = layout.lines[index].box, let edge = edges[layout.lines[index].block], box.height > 0 else {
      return 0
    }
    let share = (box.x - edge) / box.height
    return share >= Self.least && share <= Self.most ? Int((share * 2).rounded()) : 0
  }

  /// True if a line without a block stands in another column than the line before it in the file, or well below it.
  func isApart(_ index: Int) -> Bool {
    guard index > 0, let box = layout.lines[index].box, let above = layout.lines[index - 1].box else { return false }
    return box.sharedWidth(above) <= 0 || box.y - above.bottom > Self.gap * above.height || box.y < above.y
  }
}
