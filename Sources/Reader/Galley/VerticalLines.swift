import Typesetting

/// Sets a text into vertical lines.
/// - Parameter setting: counts two columns a cell.
/// - Returns: lines whose indents and widths count two columns a cell, too.
func verticalLines(_ text: String, _ setting: LineSetting) -> [SetLine] {
  let measure = max(1, setting.measure / 2)
  let isRunning = setting.alignment == .left && !setting.balanced
  var setting = setting
  setting.hasMargin = setting.hasMargin && isRunning && setting.justification == .hanging
  let lines = setting.balanced ? balanced(text, setting, measure: measure) : lines(text, setting, measure: measure)
  return lines.map { line in
    let free = max(0, measure - line.indent - line.cells.count)
    let above =
      switch setting.alignment {
      case .left: 0
      case .centered: free / 2
      case .right: free
      }
    return SetLine(
      range: line.range, indent: 2 * (line.indent + above), width: 2 * line.cells.count, isForced: line.isForced)
  }
}

private func lines(_ text: String, _ setting: LineSetting, measure: Int) -> [VerticalLine] {
  let vertical = VerticalSetting(
    measure: measure, firstIndent: setting.firstIndent / 2, indent: setting.indent / 2, hasMargin: setting.hasMargin,
    level: setting.level, ambiguous: setting.ambiguous)
  return setVertically(text, vertical)
}

/// Lines of a headline: broken at its spaces where that costs no line more, and else about equally long.
private func balanced(_ text: String, _ setting: LineSetting, measure: Int) -> [VerticalLine] {
  let filled = lines(text, setting, measure: measure)
  guard filled.count > 1 else { return filled }
  let parts = text.parts.map { part in
    (start: part.lowerBound, lines: lines(String(text.slice(part)), setting, measure: measure))
  }
  if parts.count > 1, parts.reduce(0, { $0 + $1.lines.count }) <= filled.count {
    return parts.flatMap { part in part.lines.map { $0.moved(by: part.start) } }
  }
  var best = filled
  var shorter = measure - 1
  while shorter > 1 {
    let tried = lines(text, setting, measure: shorter)
    guard tried.count == filled.count, !tried.contains(where: \.isForced) else { break }
    best = tried
    shorter -= 1
  }
  return best
}

extension VerticalLine {
  fileprivate func moved(by bytes: Int) -> VerticalLine {
    var line = self
    line.range = range.lowerBound + bytes..<range.upperBound + bytes
    return line
  }
}

extension String {
  /// What stands between its white space, in UTF-8 offsets.
  fileprivate var parts: [Range<Int>] {
    split(whereSeparator: \.isWhitespace).map {
      utf8.distance(from: startIndex, to: $0.startIndex)..<utf8.distance(from: startIndex, to: $0.endIndex)
    }
  }
}
