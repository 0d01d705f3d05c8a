import Text

/// Rows of tables and listings: prices, results, programmes, weather. What tells them is air between their parts, or
/// figures among few words, on several lines on end.
struct Tabulation {
  /// The marks of a table's row that a line has.
  struct Row {
    /// The number of gaps of two columns or more between its parts, or of dots that lead from one to the next.
    var gaps = 0
    /// True if one of them is wider, as no space within a line of text is.
    var isWide = false
    /// True if a part is a figure.
    var hasFigure = false
    /// Parts of it, and how many of them are figures, with any space between.
    var words = 0
    var figures = 0
    /// True if it opens with an hour of the clock.
    var opensWithHour = false

    /// True if one could think of a row.
    var isPossible: Bool { gaps > 0 || opensWithHour || figures > 1 && figures * 2 >= words }
  }

  /// Longer lines are no rows, in columns.
  private static let widest = 160
  /// From so many lines on nothing more is asked of them.
  private static let many = 4
  /// From so many dots on with spaces between they lead from one part to the next.
  private static let leaders = 3

  let scan: PageScan

  /// Runs of rows, as indices into the facts.
  func tables(_ facts: [LineFacts]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var rows: [Row] = []
    for index in 0...facts.count {
      if index < facts.count, let row = row(facts[index]), row.isPossible, index > 0 || row.gaps > 1 {
        rows.append(row)
      } else {
        if isTable(rows) { found.append(index - rows.count..<index) }
        rows.removeAll(keepingCapacity: true)
      }
    }
    return found
  }

  private func isTable(_ rows: [Row]) -> Bool {
    guard rows.count > 1 else { return false }
    if rows.count >= Self.many || rows.allSatisfy({ $0.gaps > 1 || $0.opensWithHour }) { return true }
    let figured = rows.count { $0.hasFigure || $0.figures > 0 }
    return figured * 2 >= rows.count && (rows.count > 2 || rows.allSatisfy { $0.isWide || $0.figures > 1 })
  }

  /// The marks of a row that a line has; nil for a line that can be none.
  private func row(_ line: LineFacts) -> Row? {
    let running: LineEvidence = [.sentenceInside, .manyPauses, .dateline, .byline, .signOff, .pointer, .credit]
    guard line.hasSpaces, line.width <= Self.widest, line.evidence.isDisjoint(with: running),
      line.forms?.folio == nil
    else { return nil }
    var row = Row()
    row.opensWithHour = opensWithHour(line.line.range)
    var start = line.line.range.lowerBound
    var dots = 0
    while start < line.line.range.upperBound {
      let end = (start..<line.line.range.upperBound).first { scan.lettering[$0] == .space }
      let part = start..<(end ?? line.line.range.upperBound)
      dots = scan.lettering[part.lowerBound] == .period || scan.lettering[part.lowerBound] == .ellipsis ? dots + 1 : 0
      if dots == Self.leaders { row.gaps += 1 }
      see(part, in: &row)
      start = part.upperBound
      var columns = 0
      while start < line.line.range.upperBound, scan.lettering[start] == .space {
        columns += scan.scalars[start] == 0x09 ? 8 : fixedPitchColumns(of: scan.scalars[start])
        start += 1
      }
      if columns > 1 { row.gaps += 1 }
      if columns > 2 { row.isWide = true }
    }
    // A full stop ends what is no row, unless its gaps say otherwise: W.  L.  Pct.
    return row.gaps > 1 || line.evidence.isDisjoint(with: [.endsSentence, .endsPausing]) ? row : nil
  }

  private func see(_ part: Range<Int>, in row: inout Row) {
    let digits = part.count { scan.lettering[$0] == .digit }
    let letters = part.count { scan.lettering[$0] == .latin || scan.lettering[$0] == .hanzi }
    let dots = part.count { scan.lettering[$0] == .period || scan.lettering[$0] == .ellipsis }
    if digits == 0, letters == 0 {
      if dots > 1 { row.gaps += 1 }
      return
    }
    row.words += 1
    if digits > 0 { row.hasFigure = true }
    if digits > 0, letters == 0 { row.figures += 1 }
  }

  /// `07:00 早间新闻`.
  private func opensWithHour(_ range: Range<Int>) -> Bool {
    let first = range.prefix { scan.lettering[$0] == .digit }
    let second = range[first.endIndex...].dropFirst().prefix { scan.lettering[$0] == .digit }
    guard (1...2).contains(first.count), second.count == 2, second.endIndex < range.upperBound else { return false }
    let sign = scan.lettering[first.endIndex]
    return (sign == .colon || sign == .period) && scan.lettering[second.endIndex] == .space
  }
}
