import Text

/// Adds to the facts of a line those that its neighbours and the page's habits show.
struct LineContext {
  let scan: PageScan
  let habits: PageHabits

  /// Adds to every line the evidence of its length and of what stands around it.
  func complete(_ facts: inout [LineFacts]) {
    LatinHeads(scan: scan).mark(&facts)
    let firstLevel = firstLevel(&facts)
    for (index, isItem) in ItemMark.items(scan, facts).enumerated() { facts[index].isListed = isItem }
    for index in facts.indices {
      facts[index].evidence.formUnion(lengthEvidence(facts, index))
      if facts[index].headingLevel > firstLevel { facts[index].evidence.insert(.deeperHeadingMark) }
      if standsAlone(facts, index) { facts[index].evidence.insert(.standsAlone) }
      if signs(facts, index) { facts[index].evidence.insert(.signature) }
      if facts[index].letterCount == 1, index > 0, facts[index - 1].evidence.contains(.byline) {
        facts[index].evidence.insert(.bareName)
      }
      if facts[index].line.blankBefore > 1 { facts[index].evidence.insert(.manyBlankLines) }
    }
    for run in folios(facts) {
      for index in run { facts[index].evidence.insert(.folio) }
    }
    for index in facts.indices where facts[index].line.markdown == .row {
      facts[index].evidence.insert(.row)
      facts[index].tableIndent = 0
    }
    for table in Tabulation(scan: scan).tables(facts) {
      let indent = facts[table].map(\.line.indent).min() ?? 0
      for index in table {
        facts[index].evidence.insert(.row)
        facts[index].tableIndent = indent
      }
    }
    for stanza in stanzas(facts) + latinStanzas(facts) {
      for index in stanza { facts[index].evidence.insert(.inStanza) }
    }
    let found = HeadRuns(self, facts).evidence()
    for (index, evidence) in found { facts[index].evidence.formUnion(evidence) }
  }

  /// Runs of lines that say nothing but what a folio says: two things of it together, or the number of a page or of an
  /// issue, or a masthead's part beside its name, at an end of the page.
  private func folios(_ facts: [LineFacts]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while let start = facts[index...].firstIndex(where: { $0.forms?.folio != nil }) {
      let run = start..<endOfFolios(facts, from: start)
      let forms = facts[run].compactMap(\.forms?.folio)
      let parts = forms.reduce(into: FolioForm.Parts()) { $0.formUnion($1.parts) }
      let isAtEdge = run.lowerBound == 0 || run.upperBound == facts.count
      let isNamed = forms.contains { $0.name != nil } && !parts.isEmpty
      if parts.count > 1 || parts.contains(.imprint)
        || isAtEdge && (isNamed || !parts.isDisjoint(with: [.page, .number]))
      {
        found.append(run)
      }
      index = run.upperBound
    }
    return found
  }

  /// The end of a run of folios, the name of a section between two of them included.
  private func endOfFolios(_ facts: [LineFacts], from start: Int) -> Int {
    var end = start
    while end < facts.count {
      let isSection =
        end > start && end + 1 < facts.count && facts[end].letterCount <= Thresholds.name
        && facts[end + 1].forms?.folio != nil && scan.lettering[facts[end].line.range.lowerBound] == .hanzi
      guard facts[end].forms?.folio != nil || isSection else { break }
      end += 1
    }
    return end
  }

  /// Runs of short lines without a blank line between and without a mark inside, that fill no printed measure. Those in
  /// Latin letters start with a capital: others are lines of a narrow column.
  private func stanzas(_ facts: [LineFacts]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for index in 0...facts.count {
      let goesOn =
        index < facts.count && isVerseLine(facts[index]) && (index == start || facts[index].line.blankBefore == 0)
      if goesOn { continue }
      if index - start >= Self.leastStanza { found.append(start..<index) }
      start = index < facts.count && isVerseLine(facts[index]) ? index : index + 1
    }
    return found
  }

  private static let leastStanza = 3

  private func isVerseLine(_ line: LineFacts) -> Bool {
    let marked: LineEvidence = [
      .onePause, .manyPauses, .sentenceInside, .byline, .dateline, .pointer, .credit, .fillsMeasure, .exceedsMeasure,
      .signOff,
    ]
    return line.width <= 36 && line.letterCount > 1 && line.evidence.isDisjoint(with: marked)
      && (!line.isLatin || startsTall(line))
  }

  private static let leastLatinStanza = 3
  private static let widestLatinVerse = 52

  /// The level of the headings under which the page's stories stand: the first one there is, but for one by itself
  /// right above the first of several others, which is the paper's title.
  private func firstLevel(_ facts: inout [LineFacts]) -> Int {
    let headings = facts.indices.filter { facts[$0].headingLevel > 0 && !facts[$0].isPageSeparator }
    let levels = headings.map { facts[$0].headingLevel }
    guard let first = levels.min() else { return 0 }
    guard headings.count > 2, levels[0] == first, headings[1] == headings[0] + 1, levels[1] > first,
      levels[1] < 7, levels.count(where: { $0 == first }) == 1, levels.count(where: { $0 == levels[1] }) > 1
    else { return first }
    facts[headings[0]].isPaperTitle = true
    return levels.dropFirst().min() ?? first
  }

  /// Runs of close lines in Latin letters each of which starts with a capital, although most end no sentence.
  private func latinStanzas(_ facts: [LineFacts]) -> [Range<Int>] {
    func isVerse(_ line: LineFacts) -> Bool {
      let marked: LineEvidence = [.sentenceInside, .byline, .dateline, .credit, .capitals, .raisedWords, .row, .folio]
      return line.isLatin && (12...Self.widestLatinVerse).contains(line.width) && startsTall(line)
        && line.evidence.isDisjoint(with: marked) && !line.endsWithAbbreviation
    }
    var found: [Range<Int>] = []
    var start = 0
    for index in 0...facts.count {
      if index < facts.count, isVerse(facts[index]), index == start || facts[index].line.blankBefore == 0 { continue }
      let ending = facts[start..<index].count { !$0.evidence.isDisjoint(with: [.endsSentence, .endsAskingOrCalling]) }
      if index - start >= Self.leastLatinStanza, ending * 2 <= index - start { found.append(start..<index) }
      start = index < facts.count && isVerse(facts[index]) ? index : index + 1
    }
    // A short run is none but beside another one that is as long.
    return found.filter { run in
      run.count > Self.leastLatinStanza
        || found.contains {
          $0.count == run.count && ($0.upperBound == run.lowerBound || $0.lowerBound == run.upperBound)
        }
    }
  }

  /// The indent of a name that stands on the right, in columns, and the most letters that it has.
  private static let rightIndent = 16
  private static let longestSignature = 12

  /// True if a line signs the text above: a few words behind a dash or far to the right.
  private func signs(_ facts: [LineFacts], _ index: Int) -> Bool {
    let line = facts[index]
    guard index > 0, (2...Self.longestSignature).contains(line.letterCount), line.people.isEmpty,
      line.evidence.isDisjoint(with: [.onePause, .manyPauses, .endsSentence, .endsWithColon, .row, .folio])
    else { return false }
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling, .signature]
    let isBehindText = !facts[index - 1].evidence.isDisjoint(with: ends)
    if line.evidence.contains(.startsWithDash) {
      return line.letterCount <= 6 && index > 1 && isAfterText(facts, index)
    }
    return isBehindText && line.line.indent >= Self.rightIndent && facts[index - 1].line.indent < Self.rightIndent
  }

  /// True if the line before ends a sentence, or signs.
  private func isAfterText(_ facts: [LineFacts], _ index: Int) -> Bool {
    !facts[index - 1].evidence.isDisjoint(with: [.endsSentence, .endsAskingOrCalling, .signature])
  }

  private func standsAlone(_ facts: [LineFacts], _ index: Int) -> Bool {
    habits.linesStandClose && (index == 0 || facts[index].line.blankBefore > 0)
      && (index + 1 == facts.count || facts[index + 1].line.blankBefore > 0)
  }

  /// The facts that each line shows with those before it. The second line behind one that may be a caption is weighed
  /// with that one, as nothing stands before it.
  func meetings(_ facts: [LineFacts]) -> [LineMeetings] {
    facts.indices.map { place in
      guard place > 0 else { return LineMeetings() }
      let near = meeting(facts[place - 1], facts[place])
      return LineMeetings(near: near, far: place < 2 ? near : meeting(facts[place - 2], facts[place]))
    }
  }

  /// The facts that two lines show of whether the later goes on with the earlier.
  func meeting(_ earlier: LineFacts, _ later: LineFacts) -> MeetingEvidence {
    var meeting = endEvidence(earlier)
    let last = earlier.line.range.upperBound - 1
    let first = later.line.range.lowerBound
    if scan.lettering[last] == .hanzi, scan.lettering[first] == .hanzi {
      let known = habits.pairs.contains(scan.scalars[last], scan.scalars[first])
      meeting.insert(known ? .meetsElsewhere : .meetsNowhere)
      if !known, clausesMeet(last, first) { meeting.insert(.clausesMeet) }
    }
    if habits.datelineShare > Thresholds.datelines, later.evidence.isDisjoint(with: [.dateline, .item, .turnFrom]) {
      meeting.insert(.opensUnlikeOthers)
    }
    if later.dateline != nil { meeting.insert(.opensStory) }
    if habits.printedMeasure == nil, earlier.width <= 2 * Thresholds.short, !isPartOfSentence(earlier),
      startsTall(later)
    {
      meeting.insert(.startsTall)
    }
    if earlier.evidence.contains(.row) { meeting.insert(.behindRow) }
    if isLowercaseLetter(scan.scalars[first]) { meeting.insert(.startsSmall) }
    if habits.paragraphsAreWhole { meeting.insert(.paragraphsAreWhole) }
    if habits.setsParagraphsIn {
      meeting.insert(Thresholds.paragraphIndent.contains(later.line.indent) ? .laterSetIn : .laterNotSetIn)
    }
    if habits.printedMeasure != nil { meeting.formUnion(printedEvidence(earlier, later)) }
    return meeting
  }

  private func clausesMeet(_ last: Int, _ first: Int) -> Bool {
    last > 0 && first + 1 < scan.scalars.count && scan.lettering[last - 1] == .hanzi
      && scan.lettering[first + 1] == .hanzi
      && habits.closings.contains(scan.scalars[last - 1], scan.scalars[last])
      && habits.openings.contains(scan.scalars[first], scan.scalars[first + 1])
  }

  private func endEvidence(_ line: LineFacts) -> MeetingEvidence {
    var meeting: MeetingEvidence = []
    if line.evidence.contains(.leavesOpen) { meeting.insert(.open) }
    if !line.evidence.isDisjoint(with: [.endsSentence, .endsAskingOrCalling, .jumpOnly, .folio]),
      !line.endsWithAbbreviation
    {
      meeting.insert(.finished)
    } else if line.evidence.contains(.endsClosed) {
      meeting.insert(.closed)
    } else if line.evidence.contains(.endsPausing) {
      meeting.insert(.pausing)
    } else if line.evidence.contains(.endsWithColon) {
      meeting.insert(.colon)
    } else if !habits.lacksMarks {
      meeting.insert(.unfinished)
    } else if line.width > Thresholds.openingParagraph {
      meeting.insert(.finished)
    }
    return meeting
  }

  /// True if a line starts with a small letter, or ends inside a word.
  private func isPartOfSentence(_ line: LineFacts) -> Bool {
    isLowercaseLetter(scan.scalars[line.line.range.lowerBound])
      || scan.scalars[line.line.range.upperBound - 1] == 0x2D
  }

  /// True if a line starts with a Latin capital, as sentences do.
  private func startsTall(_ line: LineFacts) -> Bool {
    let first = line.line.range.lowerBound
    let letter = first < line.line.range.upperBound - 1 && !scan.lettering[first].isLetter ? first + 1 : first
    return (0x41...0x5A).contains(scan.scalars[letter])
  }

  private func printedEvidence(_ earlier: LineFacts, _ later: LineFacts) -> MeetingEvidence {
    var meeting: MeetingEvidence = []
    if earlier.evidence.contains(.fillsMeasure) {
      meeting.insert(earlier.evidence.contains(.endsSentence) ? .finishedAtMeasure : .earlierFills)
    }
    if earlier.evidence.contains(.fallsShortOfMeasure) { meeting.insert(.earlierShort) }
    if later.line.blankBefore > 0 { meeting.insert(.apart) }
    if later.width / 2 == (habits.printedMeasure ?? 0) - 2 { meeting.insert(.laterIndented) }
    return meeting
  }

  private func lengthEvidence(_ facts: [LineFacts], _ index: Int) -> LineEvidence {
    let hanzi = facts[index].width / 2
    guard habits.printedMeasure != nil else {
      switch hanzi {
      case ...Thresholds.tiny: return [.tiny]
      case ...Thresholds.short: return [.short]
      case ...Thresholds.headLength: return [.headLength]
      case ...Thresholds.wide: return [.wide]
      case ...Thresholds.long: return [.long]
      default: return [.veryLong]
      }
    }
    let measure = localMeasure(facts, index)
    if hanzi * 10 > measure * 13 { return [.exceedsMeasure] }
    return hanzi + 2 >= measure ? [.fillsMeasure] : [.fallsShortOfMeasure]
  }

  /// The length of the printed lines that follow: their median.
  private func localMeasure(_ facts: [LineFacts], _ index: Int) -> Int {
    let near = index..<min(index + 6, facts.count)
    // As many lines are shorter as would stand before the median.
    let median = near.first { place in
      let width = facts[place].width / 2
      let shorter = near.count { facts[$0].width / 2 < width }
      return shorter <= near.count / 2 && near.count / 2 < shorter + near.count { facts[$0].width / 2 == width }
    }
    return max(habits.printedMeasure ?? 0, facts[median ?? index].width / 2)
  }
}
