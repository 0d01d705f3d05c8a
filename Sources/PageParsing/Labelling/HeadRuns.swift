/// Runs of lines that may be heads, and what stands around them: whether a story opens behind, whether a line's words
/// come again there, whether the text changes.
struct HeadRuns {
  private let context: LineContext
  private let facts: [LineFacts]
  /// For each line, whether it is short and open enough that a head is worth thinking of.
  private let possible: [Bool]
  private let runs: [Range<Int>]

  /// The most lines read on either side of a run: of text without hanzi there would never be enough.
  private static let mostLines = 62

  /// Capitals, as heads in English have them.
  private static let raised: LineEvidence = [.capitals, .raisedWords]

  private var scan: PageScan { context.scan }
  private var isPrinted: Bool { context.habits.printedMeasure != nil }

  init(_ context: LineContext, _ facts: [LineFacts]) {
    self.context = context
    self.facts = facts
    possible = Self.possible(facts, isPrinted: context.habits.printedMeasure != nil)
    runs = Self.runs(possible)
  }

  /// The evidence that the surroundings add, for each line of a run.
  func evidence() -> [(index: Int, evidence: LineEvidence)] {
    let opened = runs.count { !opening($0.lowerBound).isEmpty }
    var around = Around()
    return runs.flatMap { run in
      if scan.hasPairs {
        around.ahead.removeAll(scan)
        around.behind.removeAll(scan)
        add(run.upperBound..<facts.count, to: &around.ahead)
        add((0..<run.lowerBound).reversed(), to: &around.behind)
      }
      return evidence(run, around, openedShare: Double(opened) / Double(runs.count))
    }
  }

  /// The pairs of the text on either side of a run: one memory for all runs.
  private struct Around {
    var ahead = TextPairs()
    var behind = TextPairs()
  }

  /// The pairs of some stretches, which are known, so that they are forgotten one by one.
  private struct TextPairs {
    private(set) var pairs = PairSet()
    private var stretches: [Range<Int>] = []

    mutating func insert(_ scan: PageScan, _ range: Range<Int>) {
      pairs.insert(scan, range)
      stretches.append(range)
    }

    mutating func removeAll(_ scan: PageScan) {
      pairs.remove(scan, stretches)
      stretches.removeAll(keepingCapacity: true)
    }
  }

  private static func possible(_ facts: [LineFacts], isPrinted: Bool) -> [Bool] {
    var possible: [Bool] = []
    for (index, line) in facts.enumerated() {
      let running: LineEvidence = [.endsSentence, .sentenceInside, .dateline, .turnFrom, .row]
      var isPossible = line.width <= Thresholds.widestHead && line.evidence.isDisjoint(with: running)
      if isPrinted, isPossible {
        isPossible =
          line.evidence.isDisjoint(with: [.onePause, .manyPauses, .endsPausing])
          && (index == 0 || possible[index - 1] || ends(facts[index - 1]))
      }
      possible.append(isPossible)
    }
    return possible
  }

  /// True if a printed line may be the last of its paragraph.
  private static func ends(_ line: LineFacts) -> Bool {
    !line.evidence.isDisjoint(with: [.endsSentence, .endsAskingOrCalling, .endsClosed, .credit, .pointer])
      || line.evidence.contains(.fallsShortOfMeasure)
  }

  private static func runs(_ possible: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, isPossible) in possible.enumerated() {
      if isPossible {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let first = start { runs.append(first..<possible.count) }
    return runs
  }

  private func evidence(
    _ run: Range<Int>, _ around: Around, openedShare: Double
  ) -> [(index: Int, evidence: LineEvidence)] {
    let change = continuity(behind: around.behind.pairs, run.upperBound..<facts.count)
    let first = run.first { facts[$0].evidence.isDisjoint(with: [.bracketed, .credit]) }
    return run.map { index in
      var found = opening(index)
      if found.isEmpty, context.habits.storyOpenings > 1, openedShare > Thresholds.openedSome {
        found.insert(openedShare > Thresholds.openedMost ? .opensNothing : .opensNothingHere)
      }
      if index == first { found.formUnion(change) }
      found.formUnion(kinship(facts[index], around))
      if !isPrinted, runLength(index, in: run) > Thresholds.longestStack { found.insert(.inLongRun) }
      if interrupts(index) { found.insert(.interrupts) }
      if goesOnBelow(index) { found.insert(.goesOnBelow) }
      return (index, found)
    }
  }

  /// The facts of what follows a possible head: the opening of a story, items, or nothing of the kind.
  private func opening(_ index: Int) -> LineEvidence {
    var found: LineEvidence = []
    let after = (index + 1..<facts.count).prefix(6)
    if let opening = after.first(where: { !possible[$0] || facts[$0].evidence.contains(.byline) }).map({ facts[$0] }) {
      if !opening.evidence.isDisjoint(with: [.dateline, .byline, .turnFrom]) { found.insert(.storyOpensNext) }
      if !opening.evidence.isDisjoint(with: [.item, .row]), !opening.evidence.contains(.byline) {
        found.insert(.itemsFollow)
      }
    }
    if let next = after.first, !facts[next].evidence.isDisjoint(with: [.bareName, .perhapsNames]),
      !facts[next].evidence.contains(.inStanza)
    {
      found.insert(.storyOpensNext)
    }
    if found.isEmpty, after.prefix(3).contains(where: { facts[$0].evidence.contains(.byline) }) {
      found.insert(.bylineSoon)
    }
    return found
  }

  /// True if the text behind a run goes on with the one before it: how many of its pairs that one has (Hearst 1997).
  private func continuity(behind: PairSet, _ after: Range<Int>) -> LineEvidence {
    guard !behind.isEmpty else { return [] }
    var shared = 0
    var all = 0
    for line in after.prefix(Self.mostLines) where isText(line) {
      let found = behind.shared(scan, facts[line].line.range.prefix(Thresholds.askedOfLine))
      shared += found.shared
      all += found.all
      if all >= Thresholds.mostPairs { break }
    }
    guard all >= Thresholds.leastPairs else { return [] }
    switch Double(shared) / Double(all) {
    case ..<Thresholds.change: return [.textChanges]
    case ..<Thresholds.someChange: return [.textChangesSomewhat]
    case ..<Thresholds.someLikeness: return []
    case ..<Thresholds.likeness: return [.textGoesOnSomewhat]
    default: return [.textGoesOn]
    }
  }

  /// True if a possible head's words come again in the text behind it, or came in the text before.
  private func kinship(_ line: LineFacts, _ around: Around) -> LineEvidence {
    guard scan.hasPairs else { return [] }
    let next = around.ahead.pairs.shared(scan, line.line.range)
    let before = around.behind.pairs.shared(scan, line.line.range)
    guard next.all > 0 else { return [] }
    let nextShare = Double(next.shared) / Double(next.all)
    let beforeShare = Double(before.shared) / Double(before.all)
    var found: LineEvidence = []
    if nextShare >= Thresholds.kinship, nextShare > beforeShare + Thresholds.kinshipLead {
      found.insert(.wordsComeAgain)
    }
    if beforeShare >= Thresholds.kinship, beforeShare >= nextShare { found.insert(.wordsCameBefore) }
    return found
  }

  /// The number of lines of a run that stand together here, bylines and pointers apart.
  private func runLength(_ index: Int, in run: Range<Int>) -> Int {
    // In a list of titles all lines have capitals; one such line among others is a head.
    let isRaised = !facts[index].evidence.isDisjoint(with: Self.raised)
    func stands(_ line: Int) -> Bool {
      if isRaised, facts[line].evidence.isDisjoint(with: Self.raised) { return false }
      return facts[line].people.isEmpty && facts[line].pointsTo == nil && !isLoneName(line, in: run)
    }
    guard stands(index) else { return 0 }
    let before = (run.lowerBound..<index).reversed().prefix(6).prefix(while: stands).count
    let after = (index + 1..<run.upperBound).prefix(6).prefix(while: stands).count
    return before + 1 + after
  }

  /// True if a line looks like a name and its neighbours do not, so that it is no list of names.
  private func isLoneName(_ line: Int, in run: Range<Int>) -> Bool {
    func isName(_ line: Int) -> Bool { run.contains(line) && facts[line].evidence.contains(.bareName) }
    return isName(line) && !isName(line - 1) && !isName(line + 1)
  }

  /// True if the lines before and after go on with each other and not with this one.
  private func interrupts(_ index: Int) -> Bool {
    guard !context.habits.paragraphsAreWhole, index > 0, index + 1 < facts.count,
      facts[index - 1].width > Thresholds.openingParagraph
    else {
      return false
    }
    let around = context.meeting(facts[index - 1], facts[index + 1])
    return around.isSuperset(of: [.unfinished, .meetsElsewhere])
      && !context.meeting(facts[index - 1], facts[index]).contains(.meetsElsewhere)
      && !context.meeting(facts[index], facts[index + 1]).contains(.meetsElsewhere)
  }

  /// True if the line right below starts with a small letter and ends or pauses as running text does, and heads do not.
  private func goesOnBelow(_ index: Int) -> Bool {
    guard index + 1 < facts.count, facts[index].evidence.isDisjoint(with: Self.raised) else { return false }
    let below = facts[index + 1]
    let running: LineEvidence = [.endsSentence, .sentenceInside, .onePause, .manyPauses]
    return below.line.number == facts[index].line.number + 1 && !below.evidence.isDisjoint(with: running)
      && (0x61...0x7A).contains(scan.scalars[below.line.range.lowerBound])
  }

  /// Adds the pairs of the first few hundred characters of running text, in the order of the lines.
  private func add(_ lines: some Sequence<Int>, to pairs: inout TextPairs) {
    var count = 0
    for line in lines.prefix(Self.mostLines) where isText(line) {
      pairs.insert(scan, facts[line].line.range.prefix(Thresholds.text))
      count += facts[line].line.range.count
      if count > Thresholds.text { break }
    }
  }

  /// True if a line counts as running text. Of printed lines any may.
  private func isText(_ line: Int) -> Bool { isPrinted || !possible[line] }
}
