/// What a line's neighbours and the page's habits say of it, added to what the line shows by itself.
struct LineContext {
  let scan: PageScan
  let habits: PageHabits

  /// Adds to every line the evidence of its length and of what stands around it.
  func complete(_ facts: inout [LineFacts]) {
    for index in facts.indices {
      facts[index].evidence.formUnion(lengthEvidence(facts, index))
      if facts[index].line.blankBefore > 1 { facts[index].evidence.insert(.manyBlankLines) }
    }
    var start = 0
    while start < facts.count {
      guard mayBeHead(facts[start]) else {
        start += 1
        continue
      }
      let end = facts[start...].firstIndex { !mayBeHead($0) } ?? facts.count
      complete(&facts, run: start..<end)
      start = end
    }
  }

  /// The same for the lines of a run that may all be heads.
  private func complete(_ facts: inout [LineFacts], run: Range<Int>) {
    let ahead = paragraphs(facts[run.upperBound...])
    let behind = paragraphs(facts[..<run.lowerBound].reversed())
    for index in run {
      var found = opening(facts, index)
      found.formUnion(kinship(facts[index], ahead: ahead, behind: behind))
      if habits.printedMeasure == nil, runLength(facts, index) > 4 { found.insert(.inLongRun) }
      if interrupts(facts, index) { found.insert(.interrupts) }
      facts[index].evidence.formUnion(found)
    }
  }

  /// Whether two neighbouring lines go on, the later with the earlier.
  func meeting(_ earlier: LineFacts, _ later: LineFacts) -> MeetingEvidence {
    var meeting = endEvidence(earlier)
    let last = earlier.line.range.upperBound - 1
    let first = later.line.range.lowerBound
    if scan.lettering[last] == .hanzi, scan.lettering[first] == .hanzi {
      let known = habits.pairs.contains(scan.scalars[last], scan.scalars[first])
      meeting.insert(known ? .meetsElsewhere : .meetsNowhere)
      if !known, clausesMeet(last, first) { meeting.insert(.clausesMeet) }
    }
    if habits.datelineShare > 0.6, later.dateline == nil, !later.evidence.contains(.item) {
      meeting.insert(.opensUnlikeOthers)
    }
    if later.dateline != nil { meeting.insert(.opensStory) }
    if habits.paragraphsAreWhole { meeting.insert(.paragraphsAreWhole) }
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
    if !line.evidence.isDisjoint(with: [.endsSentence, .endsAskingOrCalling]) {
      meeting.insert(.finished)
    } else if line.evidence.contains(.endsClosed) {
      meeting.insert(.closed)
    } else if line.evidence.contains(.endsPausing) {
      meeting.insert(.pausing)
    } else if line.evidence.contains(.endsWithColon) {
      meeting.insert(.colon)
    } else {
      meeting.insert(.unfinished)
    }
    return meeting
  }

  private func printedEvidence(_ earlier: LineFacts, _ later: LineFacts) -> MeetingEvidence {
    var meeting: MeetingEvidence = []
    if earlier.evidence.contains(.fillsMeasure) { meeting.insert(.earlierFills) }
    if earlier.evidence.contains(.fallsShortOfMeasure) { meeting.insert(.earlierShort) }
    if later.line.blankBefore > 0 { meeting.insert(.apart) }
    if later.width / 2 == (habits.printedMeasure ?? 0) - 2 { meeting.insert(.laterIndented) }
    return meeting
  }

  private func lengthEvidence(_ facts: [LineFacts], _ index: Int) -> LineEvidence {
    let hanzi = facts[index].width / 2
    guard habits.printedMeasure != nil else {
      switch hanzi {
      case ...4: return .tiny
      case ...12: return .short
      case ...30: return .headLength
      case ...45: return .wide
      case ...70: return .long
      default: return .veryLong
      }
    }
    let measure = localMeasure(facts, index)
    if hanzi * 10 > measure * 13 { return .exceedsMeasure }
    return hanzi + 2 >= measure ? .fillsMeasure : .fallsShortOfMeasure
  }

  /// The length of the printed lines that follow: their median.
  private func localMeasure(_ facts: [LineFacts], _ index: Int) -> Int {
    let near = facts[index..<min(index + 6, facts.count)].map { $0.width / 2 }.sorted()
    return max(habits.printedMeasure ?? 0, near[near.count / 2])
  }

  /// Whether a line is short and open enough that a head is worth thinking of.
  private func mayBeHead(_ facts: LineFacts) -> Bool {
    let running: LineEvidence =
      habits.printedMeasure == nil
      ? [.endsSentence, .sentenceInside, .dateline]
      : [.endsSentence, .sentenceInside, .dateline, .onePause, .manyPauses]
    return facts.width <= 120 && facts.evidence.isDisjoint(with: running)
  }

  /// How many short lines stand together here, bylines apart.
  private func runLength(_ facts: [LineFacts], _ index: Int) -> Int {
    func inRun(_ line: LineFacts) -> Bool { mayBeHead(line) && line.people.isEmpty && line.pointsTo == nil }
    guard inRun(facts[index]) else { return 0 }
    let before = facts[..<index].reversed().prefix(6).prefix(while: inRun).count
    let after = facts[(index + 1)...].prefix(6).prefix(while: inRun).count
    return before + 1 + after
  }

  /// Whether the lines before and after go on with each other and not with this one.
  private func interrupts(_ facts: [LineFacts], _ index: Int) -> Bool {
    guard !habits.paragraphsAreWhole, index > 0, index + 1 < facts.count, facts[index - 1].width > 60 else {
      return false
    }
    let around = meeting(facts[index - 1], facts[index + 1])
    return around.isSuperset(of: [.unfinished, .meetsElsewhere])
      && !meeting(facts[index - 1], facts[index]).contains(.meetsElsewhere)
      && !meeting(facts[index], facts[index + 1]).contains(.meetsElsewhere)
  }

  /// What follows a possible head: the opening of a story, items, or nothing of the kind.
  private func opening(_ facts: [LineFacts], _ index: Int) -> LineEvidence {
    var found: LineEvidence = []
    let after = facts[(index + 1)...].prefix(6)
    if let opening = after.first(where: { !mayBeHead($0) || $0.evidence.contains(.byline) }) {
      if opening.dateline != nil || opening.evidence.contains(.byline) { found.insert(.storyOpensNext) }
      if opening.evidence.contains(.item), !opening.evidence.contains(.byline) { found.insert(.itemsFollow) }
    }
    if let next = after.first, !next.evidence.isDisjoint(with: [.bareName, .perhapsNames]) {
      found.insert(.storyOpensNext)
    }
    if found.isEmpty, after.prefix(3).contains(where: { $0.evidence.contains(.byline) }) { found.insert(.bylineSoon) }
    if habits.opensStories, found.isEmpty { found.insert(.opensNothing) }
    return found
  }

  /// Whether a possible head's words come again in the text behind it, or came in the text before.
  private func kinship(_ line: LineFacts, ahead: PairSet, behind: PairSet) -> LineEvidence {
    let next = ahead.shared(scan, line.line.range)
    let before = behind.shared(scan, line.line.range)
    guard next.all > 0 else { return [] }
    let nextShare = Double(next.shared) / Double(next.all)
    let beforeShare = Double(before.shared) / Double(before.all)
    var found: LineEvidence = []
    if nextShare >= 0.25, nextShare > beforeShare + 0.1 { found.insert(.wordsComeAgain) }
    if beforeShare >= 0.25, beforeShare >= nextShare { found.insert(.wordsCameBefore) }
    return found
  }

  /// The pairs of the first few hundred characters of running text, in the order of the lines.
  private func paragraphs(_ lines: some Sequence<LineFacts>) -> PairSet {
    var pairs = PairSet()
    var count = 0
    for (place, line) in lines.enumerated() where place < 30 && !mayBeHead(line) {
      pairs.insert(scan, line.line.range.prefix(600))
      count += line.line.range.count
      if count > 400 { break }
    }
    return pairs
  }
}
