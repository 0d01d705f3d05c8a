/// A stretch of a page that is like a text.
struct Alignment {
  var range: Range<Int>
  /// The share of the text that is the same, from 0 to 1.
  var score: Double

  /// A text may be longer or shorter on the page by so many letters.
  private static let band = 10

  /// The stretches of a page that are most like a text, the best first, which do not overlap.
  static func all(of text: [UInt32], in page: FoldedPage) -> [Alignment] {
    guard text.count > 1 else { return [] }
    let found = diagonals(of: text, in: page).map { align(text, page.letters, at: $0) }
    var best: [Alignment] = []
    for next in found.sorted(by: { $0.score > $1.score }) where best.count < 4 {
      // Two that touch at a letter are two: the same text may stand there twice in a row.
      let isNew = best.allSatisfy {
        $0.range.clamped(to: next.range).count * 2 <= min($0.range.count, next.range.count)
      }
      if isNew { best.append(next) }
    }
    return best
  }

  /// True if a page goes on at a place as a text does, but for some letters.
  static func isAlike(_ text: [UInt32], in page: FoldedPage, at start: Int) -> Bool {
    let found = align(text, page.letters, at: start)
    return found.score >= 0.6 && abs(found.range.lowerBound - start) <= 2
  }

  /// Starts of the text on the page for which most pairs of its letters agree.
  private static func diagonals(of text: [UInt32], in page: FoldedPage) -> [Int] {
    var votes: [Int: Int] = [:]
    for index in 0..<text.count - 1 {
      let places = page.places(of: text[index], text[index + 1])
      // A pair that stands everywhere says nothing.
      guard places.count <= 256 else { continue }
      for pair in places { votes[Int(pair & 0x3F_FFFF) - index, default: 0] += 1 }
    }
    let near = votes.map { start, _ in
      (start, (-band...band).reduce(0) { $0 + (votes[start + $1] ?? 0) }, votes[start] ?? 0)
    }
    return near.sorted { ($0.1, $0.2, $1.0) > ($1.1, $1.2, $0.0) }.prefix(24).map(\.0)
  }

  /// The part of the page near a start that takes the fewest changes to become the text (Sellers' algorithm).
  private static func align(_ text: [UInt32], _ page: [UInt32], at start: Int) -> Alignment {
    let room = max(0, start - band)..<max(0, min(page.count, start + text.count + band))
    // Costs and starts of the best way to each place, a row a letter of the text; the page may begin anywhere.
    var costs = Array(repeating: 0, count: room.count + 1)
    var starts = Array(0...room.count)
    for letter in text {
      var (diagonal, diagonalStart) = (costs[0], starts[0])
      costs[0] += 1
      for column in 0..<room.count {
        let isSame = page[room.lowerBound + column] == letter
        let (above, aboveStart) = (costs[column + 1], starts[column + 1])
        let (same, skipped, added) = (diagonal + (isSame ? 0 : 1), above + 1, costs[column] + 1)
        let best = min(same, skipped, added)
        // A lost letter rather than a wrong one, so that a text never begins with letters of the line before.
        let from =
          best == same && isSame
          ? diagonalStart : best == skipped ? aboveStart : best == same ? diagonalStart : starts[column]
        (diagonal, diagonalStart) = (above, aboveStart)
        (costs[column + 1], starts[column + 1]) = (best, from)
      }
    }
    // Of ends that cost the same the one nearest to where it is looked for: the same text may stand there twice.
    let wanted = start + text.count - room.lowerBound
    let end = costs.indices.min { (costs[$0], abs($0 - wanted)) < (costs[$1], abs($1 - wanted)) } ?? 0
    let range = room.lowerBound + min(starts[end], end)..<room.lowerBound + end
    return Alignment(range: range, score: 1 - Double(costs[end]) / Double(text.count))
  }
}
