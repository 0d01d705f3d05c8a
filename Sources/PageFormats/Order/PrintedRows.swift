import Newspaper
import Text

/// The printed lines of a page, put together again where an engine broke them into pieces: a piece behind a wide space
/// often stands far from the others in the file.
struct PrintedRows {
  /// Indices of the lines of each row, from left to right.
  private(set) var rows: [[Int]] = []
  /// The place of each row, from the top of the page down.
  private(set) var boxes: [PageBox] = []
  /// The height of the page's lines, as a rule.
  let lineHeight: Float

  /// The widest space within a row, in heights of a line.
  private static let space: Float = 2
  /// The part of the lower of two pieces that stands at the other's height, at least.
  private static let level: Float = 0.6
  /// The height of a piece and of a line that reaches over a space, at most, and the distance of lines, in heights of a
  /// line.
  private static let growth: Float = 1.4
  private static let leading: Float = 1.15
  /// By how many heights of a line a line reaches over a space at both of its ends, at least.
  private static let reach: Float = 0.5

  init(_ layout: PageLayout) {
    let placed = layout.lines.indices.compactMap { index in
      layout.lines[index].box.flatMap { $0.width > 0 && $0.height > 0 ? (index: index, box: $0) : nil }
    }.sorted { ($0.box.y, $0.box.x, $0.index) < ($1.box.y, $1.box.x, $1.index) }
    let heights = placed.map(\.box.height).sorted()
    lineHeight = heights.isEmpty ? 0 : heights[heights.count / 2]
    for row in chains(Self.next(RowNeighbours(placed.map(\.box), lineHeight))) {
      rows.append(row.map { placed[$0].index })
      boxes.append(row.dropFirst().reduce(placed[row[0]].box) { $0.union(placed[$1].box) })
    }
  }

  /// For each line the piece that goes on with it in its row.
  private static func next(_ near: RowNeighbours) -> [Int?] {
    var next = [Int?](repeating: nil, count: near.boxes.count)
    var before = next
    for place in near.boxes.indices {
      guard let piece = near.right(of: place), near.isWithinColumn(place, piece) else { continue }
      if let other = before[piece] {
        // Of two lines the nearer one goes on with the piece.
        guard near.boxes[other].right < near.boxes[place].right else { continue }
        next[other] = nil
      }
      (next[place], before[piece]) = (piece, place)
    }
    return next
  }

  /// The lines around a line, from the top of the page down.
  private struct RowNeighbours {
    let boxes: [PageBox]
    private let lineHeight: Float
    private let highest: Float

    /// Lines beside one line, at most; what has more is no page.
    private static let most = 200

    init(_ boxes: [PageBox], _ lineHeight: Float) {
      (self.boxes, self.lineHeight) = (boxes, lineHeight)
      highest = boxes.map(\.height).max() ?? 0
    }

    /// The lines that have a part between two heights.
    private func lines(from top: Float, to bottom: Float) -> Range<Int> {
      let first = boxes.partitioningIndex { $0.y >= top - highest }
      return first..<max(first, boxes.partitioningIndex { $0.y >= bottom })
    }

    /// The line that stands next at the right of another, at its height.
    func right(of place: Int) -> Int? {
      let box = boxes[place]
      let found = lines(from: box.y, to: box.bottom)
      guard found.count <= Self.most else { return nil }
      return found.filter { other in
        let piece = boxes[other]
        let space = piece.x - box.right
        return other != place && piece.x > box.x && space > -PrintedRows.reach * lineHeight
          && space < PrintedRows.space * lineHeight
          && piece.sharedHeight(box) > PrintedRows.level * min(piece.height, box.height)
      }.min { (boxes[$0].x, $0) < (boxes[$1].x, $1) }
    }

    /// True if the space between two pieces is none between columns: lines above and below reach over it, more than
    /// there are that end at it.
    func isWithinColumn(_ place: Int, _ piece: Int) -> Bool {
      let (box, other) = (boxes[place], boxes[piece])
      guard max(box.height, other.height) < PrintedRows.growth * lineHeight else { return false }
      let (above, below) = (look([-1, -2], box, other), look([1, 2], box, other))
      guard above.over > 0 || above.isFree, below.over > 0 || below.isFree else { return false }
      return above.over + below.over > above.parted + below.parted
    }

    /// The rows at some distances from two pieces, in lines: how many reach over the space between them, how many end at
    /// it, and whether nothing stands there.
    private func look(_ steps: [Int], _ box: PageBox, _ other: PageBox) -> (over: Int, parted: Int, isFree: Bool) {
      let margin = PrintedRows.reach * lineHeight
      let row = box.union(other)
      let left = min(row.x + 2 * margin, box.right - margin, other.x - margin)
      let right = max(row.right - 2 * margin, box.right + margin, other.x + margin)
      var found = (over: 0, parted: 0, isFree: true)
      for step in steps {
        let middle = row.middle + Float(step) * max(lineHeight * PrintedRows.leading, row.height)
        let near = lines(from: middle - lineHeight / 2, to: middle + lineHeight / 2).lazy.map { boxes[$0] }.filter {
          abs($0.middle - middle) <= PrintedRows.level * lineHeight && $0.sharedWidth(row) > 0
        }
        if !near.isEmpty { found.isFree = false }
        if near.contains(where: {
          $0.x <= left && $0.right >= right && $0.height < PrintedRows.growth * lineHeight
        }) {
          found.over += 1
        } else if near.contains(where: { abs($0.right - box.right) < 2 * margin }),
          near.contains(where: { abs($0.x - other.x) < 2 * margin })
        {
          found.parted += 1
        }
      }
      return found
    }
  }
}

extension PrintedRows {
  /// An order of lines in which the pieces of each row follow each other, where that one stands whose neighbours in the
  /// order stand above and below it.
  /// - Parameter order: numbers of lines, from 1.
  func gathered(_ order: [Int32], in layout: PageLayout) -> [Int32] {
    var places = [Int](repeating: 0, count: layout.lines.count + 1)
    for (place, line) in order.enumerated() { places[Int(line)] = place }
    var moved = Set<Int32>()
    var follow: [Int32: [Int32]] = [:]
    for row in rows where row.count > 1 {
      let lines = row.map { Int32($0) + 1 }
      let first = places[Int(lines[0])]
      if lines.indices.allSatisfy({ places[Int(lines[$0])] == first + $0 }) { continue }
      let anchor = lines.max { worth($0, places, order, layout) < worth($1, places, order, layout) } ?? lines[0]
      follow[anchor] = lines
      moved.formUnion(lines)
    }
    guard !moved.isEmpty else { return order }
    return order.flatMap { line in follow[line] ?? (moved.contains(line) ? [] : [line]) }
  }

  /// The number of a line's neighbours in an order that stand above or below it, with its width, so that among equals
  /// the widest counts.
  private func worth(_ line: Int32, _ places: [Int], _ order: [Int32], _ layout: PageLayout) -> Float {
    guard let box = layout.lines[Int(line) - 1].box else { return 0 }
    let place = places[Int(line)]
    let near = [place - 1, place + 1].filter { other in
      guard order.indices.contains(other), let next = layout.lines[Int(order[other]) - 1].box else { return false }
      let distance = other < place ? box.middle - next.middle : next.middle - box.middle
      return next.sharedWidth(box) > 0 && distance > 0 && distance < 2 * max(lineHeight, box.height)
    }
    return Float(near.count) + box.width
  }
}
