/// The third stage: fills lines with as much as they hold, one after the other, and pushes out to the next line
/// characters that may not stand at an end or a start.
struct LineFiller {
  /// The text's characters.
  let clusters: [Cluster]
  /// Columns of the first line, and of the others.
  let first: Int
  let others: Int
  /// The cohesion of each character with the one before it; empty where nothing is known.
  var bonds: [Float] = []

  /// Lines as ranges of clusters, without white space at their ends.
  typealias Lines = [Range<Int>]

  /// Fills lines with a part of the text.
  /// - Parameters:
  ///   - part: which clusters.
  ///   - lowest: breaks below this quality are not used. With `.forbidden` there is always a way: a character at least
  ///     stands on each line.
  ///   - narrower: columns by which all lines are narrower than they could be.
  /// - Returns: nil if it does not fit with such breaks.
  /// - Complexity: O(n): white space and characters pushed out are looked at again, at most once for each quality.
  func lines(_ part: Range<Int>, lowest: BreakQuality = .forbidden, narrower: Int = 0) -> Lines? {
    var lines: Lines = []
    var start = part.lowerBound
    while start < part.upperBound {
      let columns = max(1, (lines.isEmpty && part.lowerBound == 0 ? first : others) - narrower)
      guard let stop = stop(from: start, to: part.upperBound, columns: columns, lowest: lowest) else { return nil }
      if stop.inkEnd > start { lines.append(start..<stop.inkEnd) }
      start = stop.next
    }
    return lines
  }

  /// The columns of a stretch of clusters.
  func width(_ range: Range<Int>) -> Int { clusters[range].reduce(0) { $0 + Int($1.width) } }

  private func stop(from start: Int, to end: Int, columns: Int, lowest: BreakQuality) -> Stop? {
    var stops = Stops(columns: columns, lowest: lowest)
    // Behind the last character that is no white space: where the line would end if it stopped here.
    var ink = Stop(next: start, inkEnd: start, width: 0)
    var width = 0
    for index in start..<end {
      let next = Int(clusters[index].width)
      if clusters[index].kind != .sp {
        ink.next = index
        if index > start { stops.note(ink, clusters[index].breakBefore) }
        if width + next > columns, index > start { return stops.best(else: ink) }
        ink = Stop(next: index + 1, inkEnd: index + 1, width: width + next)
      }
      width += next
    }
    ink.next = end
    return ink.width <= columns || lowest == .forbidden ? ink : nil
  }
}

/// The end of a line and the start of the next.
private struct Stop {
  /// The first cluster of the next line.
  var next: Int
  /// Behind the last cluster of this one.
  var inkEnd: Int
  /// Columns of this one.
  var width: Int
}

/// The last stop of each quality on a line.
private struct Stops {
  private let columns: Int
  private let lowest: BreakQuality
  private var good: Stop?
  private var poor: Stop?
  private var seam: Stop?
  private var word: Stop?

  init(columns: Int, lowest: BreakQuality) {
    self.columns = columns
    self.lowest = lowest
  }

  mutating func note(_ stop: Stop, _ quality: BreakQuality) {
    guard quality >= lowest else { return }
    switch quality {
    case .forbidden: break
    case .word: word = stop
    case .seam: seam = stop
    case .poor: poor = stop
    case .good, .pause, .space: good = stop
    }
  }

  /// The best stop: a poor one only if it saves a quarter of the line, one inside a word only if there is no other.
  /// - Parameter last: the place at which the line is full.
  func best(else last: Stop) -> Stop? {
    if let good {
      guard let poor, poor.next > good.next, columns - good.width > max(8, columns / 4) else {
        return good
      }
      return poor
    }
    return poor ?? seam ?? word ?? (lowest == .forbidden ? last : nil)
  }
}
