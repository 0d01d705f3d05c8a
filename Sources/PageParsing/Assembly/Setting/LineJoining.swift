import Text

/// The joint between two lines of a paragraph that was printed in Latin letters.
struct LineJoining {
  let scan: PageScan
  /// The last character of the earlier line, and where that begins.
  let last: Int
  let lineStart: Int
  /// The first character of the later line, and where that ends.
  let first: Int
  let lineEnd: Int

  /// The number of characters on either side that decide if the text is in Latin letters.
  private static let reach = 16

  /// True if no hanzi stand near.
  var isLatin: Bool {
    let before = max(lineStart, last - Self.reach)...last
    let behind = first..<min(lineEnd, first + Self.reach)
    return !before.contains { scan.lettering[$0] == .hanzi } && !behind.contains { scan.lettering[$0] == .hanzi }
  }

  /// True if words are parted by a space here.
  var needsSpace: Bool {
    let (before, behind) = (scan.lettering[last], scan.lettering[first])
    if isDash(last) { return last == lineStart || scan.lettering[last - 1] == .space }
    if isDash(first) { return first + 1 < lineEnd && scan.lettering[first + 1] == .space }
    if scan.scalars[last] == 0x2F || scan.scalars[first] == 0x2F { return false }
    switch (before, behind) {
    case (.openBracket, _), (.openQuote, _), (_, .closeBracket), (_, .closeQuote), (_, .pause), (_, .stop),
      (_, .colon):
      return false
    case (.straightQuote, _): return last > lineStart && scan.lettering[last - 1] != .space
    case (_, .straightQuote): return first + 1 < lineEnd && scan.lettering[first + 1].isLetter
    case (_, .period): return first + 1 < lineEnd && scan.lettering[first + 1] == .digit
    case (.pause, .digit): return !goesOnBehindComma
    case (.colon, .digit): return !isDigit(last - 1)
    default: return true
    }
  }

  /// `1,250,` and `000`: a figure whose last group has three digits behind a comma.
  private var goesOnBehindComma: Bool {
    guard scan.scalars[last] == 0x2C else { return false }
    let before = (lineStart..<last).reversed().prefix { scan.lettering[$0] == .digit }.count
    let behind = (first..<lineEnd).prefix { scan.lettering[$0] == .digit }.count
    return (1...3).contains(before) && behind == 3
  }

  private func isDigit(_ index: Int) -> Bool { index >= lineStart && scan.lettering[index] == .digit }

  private func isDash(_ index: Int) -> Bool { scan.scalars[index] == 0x2D || scan.lettering[index] == .dash }
}
