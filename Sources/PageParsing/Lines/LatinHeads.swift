import Text

/// Headlines in Latin letters that end with a full stop, as papers of old set them.
struct LatinHeads {
  let scan: PageScan

  private static let widest = 72
  private static let widestInSmall = 44

  /// Finds them and takes from their evidence that they end a sentence.
  func mark(_ facts: inout [LineFacts]) {
    guard facts.contains(where: \.isLatin) else { return }
    var small: [Int] = []
    for index in facts.indices where mayBeHead(facts[index]) {
      let setting = setting(facts[index].line.range)
      let isApart = isApart(facts, index)
      if setting == .capitals && !goesOn(facts, index) || setting == .raised && (isApart || isAbove(facts, index)) {
        let isCertain = isApart || setting == .capitals && isAbove(facts, index)
        mark(&facts[index], setting == .capitals ? .capitals : .raisedWords, isCertain: isCertain)
      } else if setting == .small, isApart, facts[index].width <= Self.widestInSmall, leads(facts, index) {
        small.append(index)
      }
    }
    guard small.count > 1 || facts.contains(where: \.isStoppedHead) else { return }
    for index in small { mark(&facts[index], .raisedWords, isCertain: true) }
  }

  private func mark(_ line: inout LineFacts, _ setting: LineFeature, isCertain: Bool) {
    line.evidence.remove(.endsSentence)
    line.evidence.insert(setting)
    line.isStoppedHead = isCertain
  }

  private func mayBeHead(_ line: LineFacts) -> Bool {
    line.isLatin && line.width <= Self.widest && line.letterCount > 3 && !line.endsWithAbbreviation
      && (line.evidence.contains(.endsSentence) || line.isHeadWithStop)
      && scan.lettering[line.line.range.upperBound - 1] == .period
      && line.evidence.isDisjoint(with: [.byline, .dateline, .folio, .credit, .item, .jumpOnly, .turnFrom, .pointer])
      && !holdsSentence(line.line.range)
  }

  /// True if a sentence ends within the line: a full stop behind a word of small letters.
  private func holdsSentence(_ range: Range<Int>) -> Bool {
    range.dropLast().contains { index in
      guard scan.lettering[index] == .period || scan.lettering[index] == .stop, index > range.lowerBound + 3 else {
        return false
      }
      return isLowercaseLetter(scan.scalars[index - 1]) && isLowercaseLetter(scan.scalars[index - 2])
        && isLowercaseLetter(scan.scalars[index - 3])
        && !Abbreviations.ends(range.lowerBound..<index + 1, scan, next: nil)
    }
  }

  private enum Setting { case capitals, raised, small, none }

  private func setting(_ range: Range<Int>) -> Setting {
    var reading = Wording(scan, range)
    var (capitals, small, words, raised, longSmall) = (0, 0, 0, 0, 0)
    while reading.position < reading.end {
      guard let word = reading.takeLatinWord() else {
        reading.position += 1
        continue
      }
      let own = word.count { isLowercaseLetter(scan.scalars[$0]) }
      (capitals, small, words) = (capitals + word.count - own, small + own, words + 1)
      if isLowercaseLetter(scan.scalars[word.lowerBound]) {
        if word.count > 4 { longSmall += 1 }
        if words == 1 { return .none }
      } else {
        raised += 1
      }
    }
    if small == 0 { return capitals > 5 || words > 1 && capitals > 3 ? .capitals : .none }
    if longSmall == 0, raised > 1, raised * 2 >= words { return .raised }
    return words > 1 ? .small : .none
  }

  private func isApart(_ facts: [LineFacts], _ index: Int) -> Bool {
    guard index + 1 < facts.count else { return false }
    let (line, next) = (facts[index], facts[index + 1])
    let above = index == 0 || line.line.blankBefore > 0 || !facts[index - 1].evidence.isDisjoint(with: Self.parting)
    return above && (next.line.blankBefore > 0 || !next.evidence.isDisjoint(with: Self.opening))
  }

  private static let parting: LineEvidence = [.noLetters, .folio, .capitals]
  private static let opening: LineEvidence = [.noLetters, .byline, .dateline]

  /// True if a paragraph may end above a line, and longer lines follow without such capitals.
  private func isAbove(_ facts: [LineFacts], _ index: Int) -> Bool {
    guard index + 1 < facts.count, facts[index + 1].isLatin, facts[index + 1].width > facts[index].width + 6 else {
      return false
    }
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling, .noLetters, .folio, .endsClosed]
    let isFree = index == 0 || facts[index].line.blankBefore > 0 || !facts[index - 1].evidence.isDisjoint(with: ends)
    return isFree && setting(facts[index + 1].line.range) == .small
  }

  /// True if capitals go on from the line above into running text, as in the first words of a paragraph.
  private func goesOn(_ facts: [LineFacts], _ index: Int) -> Bool {
    guard index > 0, facts[index].line.blankBefore == 0, facts[index - 1].isLatin else { return false }
    let before = facts[index - 1]
    return before.evidence.isDisjoint(with: [
      .endsSentence, .endsAskingOrCalling, .capitals, .noLetters, .folio, .endsClosed,
    ])
  }

  /// True if a paragraph of several lines follows.
  private func leads(_ facts: [LineFacts], _ index: Int) -> Bool {
    index + 2 < facts.count && facts[index + 2].line.blankBefore == 0
      && facts[index + 1].width > facts[index].width
  }
}
