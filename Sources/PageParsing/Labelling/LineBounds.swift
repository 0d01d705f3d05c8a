import Text

/// The labels that a line cannot have, whatever the weights say: where writing itself, not likelihood, decides.
struct LineBounds {
  private let scan: PageScan
  private let habits: PageHabits
  private let facts: [LineFacts]
  private let blanksPart: Bool
  /// The columns of the page's widest line.
  private let widest: Int
  /// For each line, whether it can only go on with the one before it, and whether it is running text in Latin letters
  /// that goes on over a line's end.
  private var goesOn: [Bool] = []
  /// For each line, whether it says that a page begins there, within a sentence that goes on.
  private var isTurn: [Bool] = []
  private var isRunning: [Bool] = []
  /// For each line, whether it is text of a printed column without marks.
  private let fillsColumn: [Bool]

  init(_ scan: PageScan, _ habits: PageHabits, _ facts: [LineFacts]) {
    (self.scan, self.habits, self.facts) = (scan, habits, facts)
    widest = facts.map(\.width).max() ?? 0
    blanksPart = Self.blanksPart(scan, facts, habits)
    fillsColumn = Self.fillColumns(facts, habits)
    isTurn = Array(repeating: false, count: facts.count)
    for place in facts.indices {
      guard let before = lineBeforeTurn(place), goesOnOverTurn(before, place) else { continue }
      for turn in before + 1..<place { isTurn[turn] = true }
    }
    goesOn = facts.indices.map { $0 > 0 && goesOn($0) }
    isRunning = Array(repeating: false, count: facts.count)
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling, .endsPausing, .sentenceInside]
    for place in facts.indices.reversed() where facts[place].isLatin && !facts[place].evidence.contains(.capitals) {
      let isJoined = place + 1 < facts.count && goesOn[place + 1]
      guard isJoined || goesOn[place] else { continue }
      isRunning[place] = isJoined && isRunning[place + 1] || !facts[place].evidence.isDisjoint(with: ends)
    }
  }

  private static let heads: LabelSet = [.headStart, .head, .subhead]
  /// Labels that a heading of Markdown can have.
  private static let headings: LabelSet = [.headStart, .head, .subhead, .byline, .pointer, .furniture]
  /// Labels with which something new begins.
  private static let beginnings: LabelSet = [
    .headStart, .start, .bareStart, .captionStart, .subhead, .itemStart,
  ]

  private static let captions: LabelSet = [.caption, .captionStart]
  /// The widest heading of a lower level that is taken for a subhead, in columns.
  private static let widestSubhead = 12
  /// The most letters of an item that may be a label.
  private static let longestLabel = 8

  /// The labels that the line cannot have.
  func excluded(_ place: Int) -> LabelSet {
    let line = facts[place]
    var excluded: LabelSet = []
    switch line.line.markdown {
    case .heading where line.isPaperTitle || line.isPageSeparator: return .all.subtracting([.furniture])
    case .heading where place > 0 && facts[place - 1].isPaperTitle: return .all.subtracting([.headStart])
    case .heading(1...6) where isSubhead(line): return .all.subtracting([.head, .subhead])
    case .heading(1...6) where !isShortDeeperHeading(line) && (place == 0 || facts[place - 1].headingLevel == 0):
      return .all.subtracting(Self.headings.subtracting([.head, .subhead]))
    case .heading(1...6): return .all.subtracting(Self.headings)
    case .row: return .all.subtracting([.item, .itemStart])
    case .item where place > 0 && line.letterCount <= Self.longestLabel:
      return .all.subtracting([.item, .itemStart])
    case .item: return .all.subtracting([.item, .itemStart, .start, .bareStart])
    case .image:
      let isFirst = facts[..<place].allSatisfy { $0.line.markdown == .furniture || $0.evidence.contains(.folio) }
      return .all.subtracting(isFirst ? Self.captions : [.caption])
    default: break
    }
    if isTurn[place] { return .all.subtracting([.furniture]) }
    if place > 0 {
      if beginsParagraph(place) { excluded.insert(.next) }
      if goesOn[place] { excluded.formUnion(Self.beginnings) }
      if goesOn[place], facts[place - 1].endsWithinWord(scan) || facts[place - 1].endsWithAbbreviation {
        excluded.insert(.item)
      }
      if goesOn[place], isTurn[place - 1] { return .all.subtracting([.next]) }
      if line.isLatin, line.evidence.contains(.inStanza), !goesOn[place] { excluded.insert(.next) }
    }
    if isRunning[place] {
      excluded.formUnion([.headStart, .head, .subhead, .byline])
      if line.credit == nil { excluded.formUnion(Self.captions) }
      if line.evidence.isDisjoint(with: [.noLetters, .folio, .pointer, .jumpOnly]) {
        excluded.formUnion([.pointer, .furniture])
      }
    }
    if isWithinStories(place) { excluded.insert(.furniture) }
    if line.isListed, line.evidence.isDisjoint(with: [.credit, .folio, .pointer, .byline]) {
      excluded.formUnion(Self.captions.union([.byline, .pointer, .furniture]))
    }
    if fillsColumn[place] { return .all.subtracting([.start, .bareStart, .next]) }
    if standsOverColumn(place) { excluded.formUnion([.start, .bareStart, .next, .item, .itemStart]) }
    if place > 0, goesOnInList(place) {
      excluded.formUnion(Self.heads.union([.bareStart, .itemStart]))
    }
    if line.isRule, line.letterCount == 0 { return .all.subtracting([.furniture]) }
    if line.isStoppedHead, place > 1, facts[place - 1].isRule, facts[place - 2].evidence.contains(.endsSentence) {
      return .all.subtracting([.headStart])
    }
    if line.evidence.contains(.byline), scan.lettering[line.line.range.lowerBound] == .bullet {
      excluded.formUnion([.start, .bareStart, .next, .item, .itemStart])
    }
    if line.isLatin, isFragment(line) { excluded.formUnion([.headStart, .subhead]) }
    if line.isStoppedHead {
      excluded.formUnion([.start, .bareStart, .next, .item, .itemStart, .caption, .captionStart])
      // Between rules it is no name of a section.
      if place + 1 < facts.count, facts[place + 1].evidence.contains(.noLetters) { excluded.insert(.furniture) }
    }
    if line.evidence.contains(.speech) { excluded.insert(.subhead) }
    return excluded
  }

  /// Finds the text of printed columns without marks: lines of the measure one right below the other, more than a stack
  /// of heads has, and the shorter line with which they end.
  /// - Returns: for each line, whether it is such text.
  private static func fillColumns(_ facts: [LineFacts], _ habits: PageHabits) -> [Bool] {
    var fill = Array(repeating: false, count: facts.count)
    guard let measure = habits.printedMeasure, habits.lacksMarks, measure > 1 else { return fill }
    var first = 0
    while first < facts.count {
      let lines = facts[first...]
      let full = lines.prefix { line in
        line.width / 2 == measure && line.line.markdown == .text && line.evidence.isDisjoint(with: [.row, .item])
      }
      let run = first..<full.endIndex
      if run.count >= leastFullLines {
        for place in run { fill[place] = true }
        if run.upperBound < facts.count, facts[run.upperBound].line.blankBefore == 0 { fill[run.upperBound] = true }
      }
      first = max(first + 1, run.upperBound)
    }
    return fill
  }

  /// True for a short line over such text, behind the end of other text: were it text itself, it would go on.
  private func standsOverColumn(_ place: Int) -> Bool {
    guard place + 1 < facts.count, fillsColumn[place + 1], !fillsColumn[place], let measure = habits.printedMeasure,
      place == 0 || facts[place - 1].width / 2 != measure
    else { return false }
    let line = facts[place]
    // The first line of a paragraph may be set in by two hanzi.
    let isShort = facts[place + 1].line.blankBefore > 0 || line.width / 2 < measure - 2
    return isShort && line.width / 2 < measure && line.line.indent == 0 && line.line.markdown == .text
      && line.evidence.isDisjoint(with: [.row, .item, .endsSentence, .dateline])
  }

  /// Lines of a head that fill a column are fewer.
  private static let leastFullLines = 4

  /// True for a line of plain text that has nothing of a folio and stands beside none, nor at an edge of a long page:
  /// were it none of a story, a reader would miss it there.
  private func isWithinStories(_ place: Int) -> Bool {
    guard scan.layout == nil, habits.printedMeasure == nil, facts[place].forms?.folio == nil else { return false }
    let isPlain = facts[max(0, place - 1)..<min(facts.count, place + 2)].allSatisfy {
      $0.evidence.isDisjoint(with: [.folio, .noLetters])
    }
    let isAtEdge = facts.count >= Self.longPage && (place < Self.edge || place >= facts.count - Self.edge)
    return isPlain && !isAtEdge
  }

  /// Lines of a long page, at least, and lines at either end of it that may be a folio in words of their own.
  private static let longPage = 24
  private static let edge = 4

  /// True if a line cannot go on with the one before it.
  private func beginsParagraph(_ place: Int) -> Bool {
    let (before, line) = (facts[place - 1], facts[place])
    if before.isRule || before.line.markdown != .text && before.line.markdown != .item { return true }
    if line.line.markdown != .text || hasLeaders(line) && hasLeaders(before) { return true }
    let last = scan.scalars[before.line.range.upperBound - 1]
    if line.isListed { return ![0xFF0C, 0x2C, 0x3001].contains(last) || facts[place - 1].isListed }
    if before.isListed, habits.printedMeasure == nil, before.evidence.contains(.endsSentence) {
      return !line.isLatin || before.width * 4 < widest * 3
    }
    guard line.line.blankBefore > 0, before.evidence.isDisjoint(with: [.endsPausing, .leavesOpen, .folio]),
      habits.printedMeasure == nil
    else { return false }
    let startsSmall = isLowercaseLetter(scan.scalars[line.line.range.lowerBound])
    if line.isLatin, endsWithFigure(before, line) { return true }
    if line.isLatin {
      return blanksPart && !startsSmall && !before.endsWithAbbreviation && !before.endsWithinWord(scan)
    }
    return blanksPart || opensAfresh(line) || endsWithFigure(before, line)
  }

  /// True if points lead from one part of the line to another, as in a table of contents or of prices.
  private func hasLeaders(_ line: LineFacts) -> Bool {
    // Hardly a line has so many points anywhere, which is found out soonest.
    var all: UInt32 = 0
    for kind in UnsafeBufferPointer(rebasing: scan.lettering.buffer[line.line.range]) {
      all &+= kind == .ellipsis ? 2 : kind == .period || kind == .interpunct ? 1 : 0
    }
    guard all > 3 else { return false }
    var points = 0
    return line.line.range.contains { index in
      switch scan.lettering[index] {
      case .period, .interpunct: points += 1
      case .ellipsis: points += 2
      case .space: break
      default: points = 0
      }
      return points > 3
    }
  }

  /// True for an item behind another one that ends with a semicolon, or, in small letters, behind any.
  private func goesOnInList(_ place: Int) -> Bool {
    let (before, line) = (facts[place - 1], facts[place])
    guard line.isListed, before.isListed else { return false }
    if line.isLatin, line.evidence.isDisjoint(with: [.capitals, .raisedWords]) { return true }
    return [0x3B, 0xFF1B].contains(scan.scalars[before.line.range.upperBound - 1])
  }

  /// True for a short or numbered heading of a lower level below which no story opens that has its words.
  private func isSubhead(_ line: LineFacts) -> Bool {
    guard line.evidence.contains(.deeperHeadingMark) else { return false }
    if line.isListed || line.evidence.contains(.numberedHead) { return true }
    return isShortDeeperHeading(line) && line.evidence.isDisjoint(with: [.storyOpensNext, .wordsComeAgain])
  }

  private func isShortDeeperHeading(_ line: LineFacts) -> Bool {
    line.evidence.contains(.deeperHeadingMark)
      && line.width <= (line.isLatin ? Self.widestSubhead / 2 : Self.widestSubhead)
  }

  /// True if a number or a word of Latin letters ends a line, and no unit follows.
  private func endsWithFigure(_ before: LineFacts, _ line: LineFacts) -> Bool {
    let last = before.line.range.upperBound - 1
    let first = scan.scalars[line.line.range.lowerBound]
    if scan.lettering[last] == .digit, (0xAC00...0xD7A3).contains(first) { return true }
    guard scan.lettering[last] == .digit || scan.lettering[last] == .latin, !before.isLatin,
      scan.lettering[line.line.range.lowerBound] == .hanzi
    else { return false }
    return !Word.units.scalars.contains(HanziForms.simplified(scan.scalars[line.line.range.lowerBound]))
  }

  private func opensAfresh(_ line: LineFacts) -> Bool {
    if line.evidence.contains(.dateline) { return true }
    let wording = Wording(scan, line.line.range)
    return Word.afresh.contains { wording.has($0, at: line.line.range.lowerBound) }
  }

  /// True if a page parts its paragraphs by blank lines: it breaks its lines without one, or hardly a line behind a
  /// blank one begins with a small letter.
  private static func blanksPart(_ scan: PageScan, _ facts: [LineFacts], _ habits: PageHabits) -> Bool {
    guard habits.printedMeasure == nil else { return false }
    var (close, closeBroken, apart, apartBroken, tall, small) = (0, 0, 0, 0, 0, 0)
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling, .endsClosed, .endsWithColon]
    for (before, line) in zip(facts, facts.dropFirst()) where before.width > textWidth && line.letterCount > 0 {
      let isBroken = before.evidence.isDisjoint(with: ends)
      if line.line.blankBefore > 0 {
        (apart, apartBroken) = (apart + 1, apartBroken + (isBroken ? 1 : 0))
        let first = scan.scalars[line.line.range.lowerBound]
        if isLowercaseLetter(first) { small += 1 } else if lowercaseLetter(first) != first { tall += 1 }
      } else {
        (close, closeBroken) = (close + 1, closeBroken + (isBroken ? 1 : 0))
      }
    }
    if tall > 1, small * 16 <= tall { return true }
    return close > 1 && apart > 1 && closeBroken * 2 >= close && apartBroken * 4 <= apart
  }

  /// Lines of text are wider, in columns.
  private static let textWidth = 28

  /// True if a line in Latin letters can only go on with the one before it: it starts with a small letter, or that one
  /// ends within a word or with an abbreviation.
  private func goesOn(_ place: Int) -> Bool {
    let (before, line) = (facts[place - 1], facts[place])
    if isTurn[place - 1] { return !isTurn[place] }
    guard line.isLatin, before.isLatin, before.evidence.isDisjoint(with: [.noLetters, .folio, .row]) else {
      return false
    }
    if line.isListed { return false }
    let isClose = line.line.blankBefore == 0
    let startsSmall = isLowercaseLetter(scan.scalars[line.line.range.lowerBound])
    if before.endsWithinWord(scan) {
      return startsSmall || isClose && line.evidence.contains(.capitals) == before.evidence.contains(.capitals)
    }
    if line.evidence.contains(.inStanza) { return false }
    guard isClose, !beginsBlock(place) else { return false }
    return before.endsWithAbbreviation || startsSmall && before.width > Self.textWidth
  }

  /// True where the scan has a line in another block than the line before: what goes on from another page may begin
  /// there in the middle of a sentence.
  private func beginsBlock(_ place: Int) -> Bool {
    guard let layout = scan.layout else { return false }
    return layout.lines[facts[place].line.number - 1].block != layout.lines[facts[place - 1].line.number - 1].block
  }

  /// True for a line that has no more than a page's name, or its number between signs: `Page 2`, `- 2 -`.
  private func namesPage(_ line: LineFacts) -> Bool {
    if line.isPageSeparator { return true }
    let range = line.line.range
    guard line.letterCount <= Wording.longestSeparator else { return false }
    if Wording(scan, range).isPageName { return true }
    return !line.evidence.isDisjoint(with: [.folio, .noLetters]) && range.count >= 3 && line.letterCount < 4
      && line.letterCount > 0 && scan.lettering[range.lowerBound] != .digit
      && range.allSatisfy { !scan.lettering[$0].isLetter || scan.lettering[$0] == .digit }
  }

  /// Lines that a turn to another page takes, at most: its name, and rules around it.
  private static let longestTurn = 3

  /// The last line of text before a line, where nothing stands between but the name of a page and rules.
  private func lineBeforeTurn(_ place: Int) -> Int? {
    var (before, isNamed) = (place - 1, false)
    while before >= 0, place - before <= Self.longestTurn + 1 {
      let isName = namesPage(facts[before])
      guard isName || facts[before].isRule else { return isNamed ? before : nil }
      isNamed = isNamed || isName
      before -= 1
    }
    return nil
  }

  /// True if a sentence that the line before a page turn leaves open goes on behind it.
  private func goesOnOverTurn(_ last: Int, _ place: Int) -> Bool {
    let (before, line) = (facts[last], facts[place])
    let ends: LineEvidence = [
      .endsSentence, .endsAskingOrCalling, .endsClosed, .endsWithColon, .noLetters, .folio, .jumpOnly, .byline, .credit,
    ]
    let startsSmall = isLowercaseLetter(scan.scalars[line.line.range.lowerBound])
    guard !line.isLatin || startsSmall || facts[last + 1..<place].contains(where: \.isPageSeparator) else {
      return false
    }
    return before.evidence.isDisjoint(with: ends) && before.width > Self.textWidth
      && line.evidence.isDisjoint(with: [.dateline, .byline, .headingMark, .capitals, .raisedWords, .turnFrom])
      && (!line.evidence.isDisjoint(with: [.endsSentence, .onePause, .manyPauses, .sentenceInside])
        || line.width > Thresholds.openingParagraph)
  }

  /// True if a line starts or ends inside a sentence, or has hardly a letter.
  private func isFragment(_ line: LineFacts) -> Bool {
    let range = line.line.range
    return isLowercaseLetter(scan.scalars[range.lowerBound]) || line.letterCount < 2
      || line.evidence.contains(.endsPausing) && line.evidence.isDisjoint(with: [.capitals, .raisedWords])
      || line.endsWithinWord(scan) && !line.evidence.contains(.capitals)
  }
}

extension Word {
  fileprivate static let units = Word("年月日时分秒点个人名元万亿千百多余岁米公吨斤里届次期号版页辆座套户家间条项平倍成度％")
  fileprivate static let afresh = [
    "昨天", "昨日", "昨晚", "今天", "今日", "今晨", "前天", "前日", "近日", "日前", "最近", "据悉", "另据", "据了解", "又讯", "此外", "另外",
    "本报",
  ].map { Word($0) }
}
