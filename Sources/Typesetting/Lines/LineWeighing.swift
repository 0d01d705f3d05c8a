extension LineFiller {
  /// So many lines of a headline, as even as can be without parting words: the sum of the faults of its lines and its
  /// breaks is the least.
  /// - Returns: nil where nothing is known of its words, or the lines would not fit.
  func weighed(_ part: Range<Int>, count: Int) -> Lines? {
    guard !bonds.isEmpty, count > 1 else { return nil }
    let stops = part.filter { $0 == part.lowerBound || clusters[$0].breakBefore >= .poor } + [part.upperBound]
    // Lines of a narrow measure break where nothing allows it: then there are more of them than stops.
    guard stops.count > count else { return nil }
    let mean = max(1, Float(width(part))) / Float(count)
    // best[k][j]: k lines that end before stop j, and where the last of them starts.
    var best = [[(cost: Float, from: Int)?]](
      repeating: Array(repeating: nil, count: stops.count), count: count + 1)
    best[0][0] = (0, 0)
    for number in 1...count {
      for end in number..<stops.count {
        for start in stride(from: end - 1, through: number - 1, by: -1) {
          let line = stops[start]..<max(stops[start], inkEnd(before: stops[end]))
          // White space alone is no line.
          if line.isEmpty { continue }
          let width = width(line)
          if width > (number == 1 && part.lowerBound == 0 ? first : others) { break }
          guard let before = best[number - 1][start] else { continue }
          let cost = before.cost + cost(line, width, mean) + (end == stops.count - 1 ? 0 : cost(ofBreak: stops[end]))
          if best[number][end].map({ cost < $0.cost }) ?? true { best[number][end] = (cost, start) }
        }
      }
    }
    var lines: Lines = []
    var end = stops.count - 1
    for number in stride(from: count, to: 0, by: -1) {
      guard let start = best[number][end]?.from else { return nil }
      lines.insert(stops[start]..<inkEnd(before: stops[end]), at: 0)
      end = start
    }
    return lines
  }

  private func cost(_ line: Range<Int>, _ width: Int, _ mean: Float) -> Float {
    let deviation = (Float(width) - mean) / mean
    return deviation * deviation + (isSingle(line) ? 1 : 0)
  }

  /// As much as a line costs that is longer than its share by the root of it.
  private func cost(ofBreak index: Int) -> Float {
    switch clusters[index].breakBefore {
    case .space: 0
    case .pause: 0.02
    case .good: 0.08 + 0.8 * bonds[index]
    default: 0.5
    }
  }
}
