import Newspaper

/// The blocks of a page: lines of one size that stand right below each other, with none beside them that would do as
/// well.
struct LineChains {
  /// Indices of lines, from the top of each block down.
  private(set) var chains: [[Int]] = []
  /// The place of each block.
  private(set) var boxes: [PageBox] = []
  /// The printed lines that they consist of.
  let rows: PrintedRows
  /// The height of the page's lines, as a rule.
  let lineHeight: Float
  /// For each line, by index, the next piece of its row, or the lines right below it, of which none hides another.
  private(set) var below: [[Int]]

  /// In heights of a line: how far below a line its next one begins, at most.
  private static let reach: Float = 2
  private static let leading: Float = 0.9
  /// The largest ratio of heights of two lines of a block.
  private static let growth: Float = 1.35
  /// The share of the narrower line that stands below or above the other, at least.
  private static let overlap: Float = 0.2

  init(_ layout: PageLayout) {
    let printed = PrintedRows(layout)
    rows = printed
    lineHeight = printed.lineHeight
    let order = printed.boxes.indices.sorted {
      (printed.boxes[$0].y, printed.boxes[$0].x, $0) < (printed.boxes[$1].y, printed.boxes[$1].x, $1)
    }
    let (rows, rowBoxes) = (order.map { printed.rows[$0] }, order.map { printed.boxes[$0] })
    let found = Self.below(rowBoxes, lineHeight)
    below = Array(repeating: [], count: layout.lines.count)
    for (row, others) in zip(rows, found) {
      for (line, next) in zip(row, row.dropFirst()) { below[line] = [next] }
      below[row[row.count - 1]] = others.map { rows[$0][0] }
    }
    for chain in PageFormats.chains(Self.next(rowBoxes, below: found)) {
      chains.append(chain.flatMap { rows[$0] })
      boxes.append(chain.dropFirst().reduce(rowBoxes[chain[0]]) { $0.union(rowBoxes[$1]) })
    }
  }

  /// For each printed line those below it.
  /// - Parameter boxes: from the top of the page down.
  private static func below(_ boxes: [PageBox], _ lineHeight: Float) -> [[Int]] {
    boxes.indices.map { neighbours(below: $0, boxes, lineHeight) }
  }

  /// For each printed line the one that goes on below it.
  private static func next(_ boxes: [PageBox], below: [[Int]]) -> [Int?] {
    var above = [Int](repeating: 0, count: boxes.count)
    for other in below.joined() { above[other] += 1 }
    return boxes.indices.map { place in
      guard below[place].count == 1, let next = below[place].first, above[next] == 1 else { return nil }
      let (box, other) = (boxes[place], boxes[next])
      let (low, high) = (min(box.height, other.height), max(box.height, other.height))
      return high <= low * growth && other.y - box.bottom < leading * high ? next : nil
    }
  }

  /// Lines below one line, at most; what has more is no page.
  private static let mostNeighbours = 100

  /// The lines below one that no other of them hides.
  private static func neighbours(below place: Int, _ boxes: [PageBox], _ lineHeight: Float) -> [Int] {
    let box = boxes[place]
    let reach = box.bottom + reach * max(box.height, lineHeight)
    let candidates = boxes[(place + 1)...].indices.prefix { boxes[$0].y <= reach }.filter { other in
      let isBeside = boxes[other].middle <= box.bottom - 0.2 * box.height && boxes[other].y < box.middle
      let least = overlap * min(box.width, boxes[other].width)
      return !isBeside && boxes[other].sharedWidth(box) > least
    }
    guard candidates.count <= mostNeighbours else { return [] }
    return candidates.filter { other in
      !candidates.contains { between in
        let top = boxes[other].y + 0.3 * boxes[other].height
        return between != other && boxes[between].bottom <= top && boxes[between].sharedWidth(boxes[other]) > 0
      }
    }
  }
}

/// Elements in chains, from the first of each to its last.
/// - Parameter next: for each element the index of the one behind it; none stands behind two.
func chains(_ next: [Int?]) -> [[Int]] {
  var isFirst = [Bool](repeating: true, count: next.count)
  for case let place? in next { isFirst[place] = false }
  return next.indices.filter { isFirst[$0] }.map { start in
    var chain = [start]
    while let place = next[chain[chain.count - 1]] { chain.append(place) }
    return chain
  }
}
