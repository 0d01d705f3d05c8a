/// Habits of a page, learnt before its lines are judged.
struct PageHabits {
  /// Nil where a line of the file is a whole paragraph; else the measure of the printed lines, in hanzi.
  let printedMeasure: Int?
  /// The share of stories that open with a dateline: 0 to 1, by the paragraphs that follow what looks like a head.
  let datelineShare: Double
  /// The number of lines that open a story: a dateline, a byline.
  let storyOpenings: Int
  /// True if the first lines of paragraphs are set in and others are not.
  let setsParagraphsIn: Bool
  /// True if most lines follow one another without a blank line.
  let linesStandClose: Bool
  /// True if paragraphs stand whole on their lines: hardly a long line ends inside a sentence.
  let paragraphsAreWhole: Bool
  /// True if running text stands without marks, as papers of old were printed: their lack says nothing then.
  let lacksMarks: Bool
  /// True if the printed lines of the file go across the page's columns, so that what follows a line is doubtful.
  let goesAcrossColumns: Bool
  /// The pairs of letters that stand side by side on the page.
  let pairs: PairSet
  /// The pairs that a clause of the page ends with.
  let closings: PairSet
  /// The pairs that a clause of the page begins with.
  let openings: PairSet

  init(_ scan: PageScan, _ facts: [LineFacts]) {
    let widths = facts.map { $0.width / 2 }
    let holdsRunningText = Self.holdRunningText(facts)
    printedMeasure = holdsRunningText ? Self.measure(of: widths) : Self.uniformMeasure(of: widths, scan)
    pairs = scan.lines.reduce(into: PairSet()) { $0.insert(scan, $1.range) }
    goesAcrossColumns = printedMeasure != nil && LineOrder.goesAcross(scan, pairs)
    (closings, openings) = Self.clauses(scan)
    datelineShare = printedMeasure == nil ? Self.datelineShare(facts) : 0
    storyOpenings = facts.count { !$0.evidence.isDisjoint(with: [.dateline, .byline]) }
    linesStandClose = facts.count { $0.line.blankBefore == 0 } * 2 > facts.count
    let setIn = facts.count { Thresholds.paragraphIndent.contains($0.line.indent) }
    setsParagraphsIn = setIn > 1 && setIn * 20 > facts.count && setIn < facts.count
    lacksMarks = printedMeasure == nil ? Self.lacksMarks(facts) : !holdsRunningText
    paragraphsAreWhole = printedMeasure == nil && Self.paragraphsAreWhole(facts)
  }

  private static func paragraphsAreWhole(_ facts: [LineFacts]) -> Bool {
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling, .endsClosed, .endsWithColon, .credit]
    let long = facts.count { $0.width > Thresholds.paragraph }
    let broken = facts.count { $0.width > Thresholds.paragraph && $0.evidence.isDisjoint(with: ends) }
    return long > 3 && broken * 20 < long
  }

  private static func lacksMarks(_ facts: [LineFacts]) -> Bool {
    let marks: LineEvidence = [.onePause, .manyPauses, .sentenceInside, .endsSentence]
    let long = facts.count { $0.width > Thresholds.openingParagraph }
    return facts.count { $0.width > Thresholds.openingParagraph && $0.evidence.isDisjoint(with: marks) } * 2 > long
  }

  /// True if marks stand within many lines, as they do where running text is printed; verse and tables have few.
  private static func holdRunningText(_ facts: [LineFacts]) -> Bool {
    let inside: LineEvidence = [.onePause, .manyPauses, .sentenceInside]
    return facts.count { !$0.evidence.isDisjoint(with: inside) } * 5 > facts.count
  }

  /// The length that most lines share, if it is one that columns are printed in.
  private static func measure(of widths: [Int]) -> Int? {
    guard widths.count >= 12 else { return nil }
    var counts = [Int](repeating: 0, count: 64)
    for width in widths where width < 64 { counts[width] += 1 }
    var most = (measure: 0, count: 0)
    for width in 1..<62 {
      let count = counts[width - 1] + counts[width] + counts[width + 1]
      if count >= most.count { most = (width + 1, count) }
    }
    guard (6...32).contains(most.measure) else { return nil }
    return most.count * 20 >= widths.count * 9 ? most.measure : nil
  }

  /// The length that most lines have exactly, as those of vertical text without marks do; 1 where each character is a
  /// line. Of few lines, and where many are shorter, words that go on in the next line say that they are printed so.
  private static func uniformMeasure(of widths: [Int], _ scan: PageScan) -> Int? {
    let counts = Dictionary(grouping: widths) { $0 }.mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let isUsual = most.key == 1 || (10...32).contains(most.key)
    // Eight or nine hanzi are a short measure: it takes more lines to tell it from verse.
    if widths.count >= 12, [8, 9].contains(most.key), most.value * 5 >= widths.count * 4 { return most.key }
    if widths.count >= 8, isUsual, most.value * 10 >= widths.count * 7 { return most.key }
    guard (8...32).contains(most.key), most.value >= 4, most.value * 2 >= widths.count,
      widths.count(where: { $0 > most.key }) * 20 <= widths.count
    else { return nil }
    let full = scan.lines.indices.dropLast().filter { widths[$0] == most.key && scan.lines[$0 + 1].blankBefore == 0 }
    let divided = full.count { scan.wordGoesOn(from: scan.lines[$0], into: scan.lines[$0 + 1]) }
    // Verse has no such long lines that are all alike.
    return most.key >= 12 || divided >= 2 && divided * 6 >= full.count ? most.key : nil
  }

  /// Of the long lines that follow a short one, how many open with a dateline.
  private static func datelineShare(_ facts: [LineFacts]) -> Double {
    let openings = facts.count { $0.dateline != nil }
    let finished = zip(facts, facts.dropFirst()).count { before, line in
      before.evidence.isDisjoint(with: [.endsSentence, .endsPausing, .long, .veryLong])
        && before.width < Thresholds.paragraph
        && line.dateline == nil && line.evidence.contains(.endsSentence) && line.width > Thresholds.openingParagraph
    }
    return openings == 0 ? 0 : Double(openings) / Double(openings + finished / 2)
  }

  /// The first and last two letters of everything between two marks.
  private static func clauses(_ scan: PageScan) -> (closings: PairSet, openings: PairSet) {
    var closings = PairSet()
    var openings = PairSet()
    var marks = scan.marks[...]
    for line in scan.lines {
      while let mark = marks.first, mark < line.range.upperBound {
        let index = Int(mark)
        if index - line.range.lowerBound >= 2 { closings.insert(scan, at: index - 2) }
        if line.range.upperBound - index >= 3 { openings.insert(scan, at: index + 1) }
        marks.removeFirst()
      }
    }
    return (closings, openings)
  }
}
