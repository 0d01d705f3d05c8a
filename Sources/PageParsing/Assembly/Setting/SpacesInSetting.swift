import Text

extension PassageInSetting {
  /// True if the space between two characters means something on paper.
  func separates(_ last: Int, _ next: Int, _ line: PageScan.Line) -> Bool {
    if isLatin { return next - last - 1 > letterGap ?? 0 }
    if endsArticleNumber(last, line) { return true }
    // An engine that parts all characters parts those of a number or of a name in letters, too.
    if scan.isWordSpaced, isLoneNarrow(last, line), isLoneNarrow(next, line) { return false }
    if scan.isWordSpaced, scan.lettering[last] == .digit, [0x25, 0x2030].contains(scan.scalars[next]) { return false }
    let letters = scan.lettering[last].isLetter && scan.lettering[next].isLetter
    if keepsSpaces.contains(last) || keepsSpaces.contains(next) {
      let single = isAlone(last, line) && isAlone(next, line)
      return letters && !single || scan.lettering[last] == .latin || scan.lettering[next] == .latin
    }
    if isHead, isMember(last, next, line) { return true }
    let narrow = !isWide(last) && !isWide(next)
    let words = letters && (scan.lettering[last] == .latin || scan.lettering[next] == .latin)
    return narrow || words
  }

  /// The spaces between two letters of a head in Latin capitals that has spaces between all of them, as engines read
  /// spaced type; nil for other heads. Wider spaces part words; where there are none, a head of few letters is a word.
  static func letterGap(_ scan: PageScan, _ range: Range<Int>) -> Int? {
    var (letters, last, narrowest, widest) = (0, range.lowerBound, Int.max, 0)
    for index in range {
      switch scan.lettering[index] {
      case .space: continue
      case .latin where !isLowercaseLetter(scan.scalars[index]):
        let gap = index - last - 1
        if letters > 0 { (narrowest, widest) = (min(narrowest, gap), max(widest, gap)) }
        (letters, last) = (letters + 1, index)
      default:
        // Points between letters make initials of them.
        if index + 1 < range.upperBound { return nil }
      }
    }
    guard letters >= leastSpacedLetters, narrowest > 0 else { return nil }
    return widest > narrowest || letters <= longestSpacedWord ? narrowest : nil
  }

  private static let leastSpacedLetters = 5
  private static let longestSpacedWord = 14

  /// True behind 第一条 at a line's start: the space parts the number of an article of law from its words.
  private func endsArticleNumber(_ last: Int, _ line: PageScan.Line) -> Bool {
    guard Word.partsOfLaws.scalars.contains(scan.scalars[last]) else { return false }
    var reading = Wording(scan, line.range.lowerBound..<last)
    return reading.take(.ordinal) && reading.takeNumber() != nil && reading.position == last
  }

  /// True if a space in a head parts two of its members. It does not where it stands within a word: the two characters
  /// that meet belong together on the page, or a number meets its unit.
  private func isMember(_ last: Int, _ next: Int, _ line: PageScan.Line) -> Bool {
    guard !headIsSpaced, last > line.range.lowerBound, next + 1 < line.range.upperBound,
      scan.lettering[last - 1] != .space, scan.lettering[next + 1] != .space
    else { return false }
    switch (scan.lettering[last], scan.lettering[next]) {
    case (.hanzi, .hanzi): return !words.belongTogether(scan.scalars[last], scan.scalars[next])
    case (.digit, .hanzi): return false
    case (.openQuote, _), (.openBracket, _), (_, .closeQuote), (_, .closeBracket), (_, .stop), (_, .pause): return false
    default: return true
    }
  }

  /// True for a letter, a digit or a point in half width that has spaces on both sides.
  private func isLoneNarrow(_ index: Int, _ line: PageScan.Line) -> Bool {
    switch scan.lettering[index] {
    case .digit, .latin, .period: !isWide(index) && isAlone(index, line)
    default: false
    }
  }

  /// True if a character has spaces on both sides, as in a name of two that is set to the width of three.
  private func isAlone(_ index: Int, _ line: PageScan.Line) -> Bool {
    let before = index == line.range.lowerBound || !scan.lettering[index - 1].isLetter
    let after = index + 1 >= line.range.upperBound || !scan.lettering[index + 1].isLetter
    return before && after
  }
}

extension Word {
  /// The parts of a law that are numbered.
  fileprivate static let partsOfLaws = Word("条章节款條節")
}
