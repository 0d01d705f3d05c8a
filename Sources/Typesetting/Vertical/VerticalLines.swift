/// Sets a text into vertical lines.
/// - Parameter setting: counts two columns a cell.
/// - Returns: lines whose indents and widths count two columns a cell, too.
func verticalLines(_ text: String, _ setting: LineSetting) -> [TypesetLine] {
  let measure = max(1, setting.measure / 2)
  let isRunning = setting.alignment == .left && !setting.balanced
  var setting = setting
  setting.hasMargin = setting.hasMargin && isRunning && setting.justification == .hanging
  return lines(text, setting, measure: measure).map { line in
    let free = max(0, measure - line.indent - line.cells.count)
    let above =
      switch setting.alignment {
      case .left: 0
      case .centered: free / 2
      case .right: free
      }
    return TypesetLine(
      range: line.range, indent: 2 * (line.indent + above), width: 2 * line.cells.count, isForced: line.isForced)
  }
}

private func lines(_ text: String, _ setting: LineSetting, measure: Int) -> [VerticalLine] {
  var vertical = VerticalSetting(
    measure: measure, firstIndent: setting.firstIndent / 2, indent: setting.indent / 2, hasMargin: setting.hasMargin,
    balanced: setting.balanced, level: setting.level, ambiguous: setting.ambiguous)
  vertical.cohesion = setting.cohesion
  return setVertically(text, vertical)
}
