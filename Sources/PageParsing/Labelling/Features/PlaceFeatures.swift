import Newspaper

/// Features of the places of a page's lines on its scan, where the format gives them: height, gap above, place in the
/// block, stated role. All against the page's own median, so that they hold for any scan.
struct PlaceFeatures {
  private let layout: PageLayout
  /// The median height of a line that has a place.
  private let height: Float

  private static let heights: [Float] = [0.8, 0.93, 1.08, 1.2, 1.35, 1.7]
  private static let heightCount = heights.count + 2
  private static let gaps: [Float] = [0, 0.4, 0.8, 1.5, 3]
  private static let gapCount = gaps.count + 2
  private static let roles = 6

  /// The first row, and the number of rows.
  static let first = FeatureRows.line.count + EdgeFeatures.count
  static let count =
    heightCount * (LineCode.size.count + LineCode.letterCase.count + heightCount)
    + gapCount * (LineCode.close.count + LineCode.size.count) + 16 * LineCode.size.count + roles

  /// Nil for a page without places.
  init?(_ reading: PageReading) {
    guard let layout = reading.scan.layout else { return nil }
    let heights = layout.lines.compactMap { $0.box?.height }.sorted()
    guard let median = heights.dropFirst(heights.count / 2).first, median > 0 else { return nil }
    (self.layout, height) = (layout, median)
  }

  /// Calls a function with the rows of a line.
  func forEachRow(of place: Int, _ facts: [LineFacts], _ codes: LineCodes, _ body: (Int) -> Void) {
    let line = facts[place].line
    let earlier = place > 0 ? facts[place - 1].line : nil
    let placed = layout.lines[line.number - 1]
    guard let box = placed.box else { return }
    var first = Self.first
    func add(_ value: Int, of count: Int, _ code: Int = 0, of codes: Int = 1) {
      body(first + value * codes + code)
      first += count * codes
    }
    let (tall, size) = (tall(line), codes[place, .size])
    add(tall, of: Self.heightCount, size, of: LineCode.size.count)
    add(tall, of: Self.heightCount, codes[place, .letterCase], of: LineCode.letterCase.count)
    add(tall, of: Self.heightCount, earlier.map(self.tall) ?? 0, of: Self.heightCount)
    let gap = gap(box, earlier.flatMap { layout.lines[$0.number - 1].box })
    add(gap, of: Self.gapCount, codes[place - 1, .close], of: LineCode.close.count)
    add(gap, of: Self.gapCount, size, of: LineCode.size.count)
    let isFirst = earlier.map { layout.lines[$0.number - 1].block != placed.block } ?? true
    add(setting(box, in: placed.block) + (isFirst ? 8 : 0), of: 16, size, of: LineCode.size.count)
    add(role(placed), of: Self.roles)
  }

  /// The height of a line; 0 if it has no place.
  private func tall(_ line: PageScan.Line) -> Int {
    layout.lines[line.number - 1].box.map { bucket($0.height / height, Self.heights) } ?? 0
  }

  /// The gap above a line in heights; 0 where it begins a column.
  private func gap(_ box: PageBox, _ above: PageBox?) -> Int {
    guard let above, box.sharedWidth(above) > 0 else { return 0 }
    return bucket((box.y - above.bottom) / height, Self.gaps)
  }

  /// The place of a line within its block: as wide as that, at its left, in its middle, at its right.
  private func setting(_ box: PageBox, in block: Int32) -> Int {
    guard let whole = self.block(block)?.box, whole.width > 0 else { return 0 }
    let (left, right) = ((box.x - whole.x) / whole.width, (whole.right - box.right) / whole.width)
    if left + right < 0.15 { return whole.height < 1.6 * box.height ? 5 : 1 }
    return abs(left - right) < 0.1 ? 2 : left < right ? 3 : 4
  }

  private func block(_ index: Int32) -> PageLayout.Block? {
    layout.blocks.indices.contains(Int(index)) ? layout.blocks[Int(index)] : nil
  }

  private func role(_ line: PageLayout.Line) -> Int {
    switch line.role ?? block(line.block)?.role {
    case nil: 0
    case .heading: 1
    case .header, .footer, .pageNumber: 2
    case .caption, .credit: 3
    case .advertisement, .table: 4
    default: 5
    }
  }
}
