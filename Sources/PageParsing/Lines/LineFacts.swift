import Newspaper
import Text

/// A line and what can be read off it alone.
struct LineFacts {
  let line: PageScan.Line
  /// Columns, two for a hanzi.
  var width = 0
  var evidence: LineEvidence = []
  private var formsOfPage: Unmanaged<LineForms>?
  /// Letters, in the order of the line, as one number: equal for lines that say the same.
  var fingerprint: UInt64 = 0
  /// Nil for a line that has none, as most have. The page's scan keeps them: read them only while that lives.
  var forms: LineForms? { formsOfPage?.takeUnretainedValue() }
  /// The level of the heading that Markdown says it is; 0 for none.
  var headingLevel: Int { if case .heading(let level) = line.markdown { level } else { 0 } }
  /// The number of letters that the fingerprint stands for.
  var letterCount = 0
  /// True if it has white space inside.
  var hasSpaces = false
  /// True for a line in capitals that ends with a full stop, as heads of old papers do.
  var isHeadWithStop = false
  /// True if it has Latin letters and no hanzi.
  var isLatin = false
  /// True for a rule that parts what stands above from what stands below.
  var isRule = false
  /// True for a line that says where a page begins or ends in the file.
  var isPageSeparator = false
  /// True for a heading that names the paper above its stories.
  var isPaperTitle = false
  /// True if it opens an item of a list of two at least.
  var isListed = false
  /// True if it starts with an opening bracket.
  var startsWithBracket = false
  /// True if its full stop is that of an abbreviation.
  var endsWithAbbreviation = false
  /// True for a headline beyond doubt that ends with a full stop.
  var isStoppedHead = false
  /// For a row of a table how far the leftmost one is set in, in columns; else less than 0.
  var tableIndent = -1

  init(_ scan: PageScan, _ line: PageScan.Line) {
    self.line = line
    measure(scan)
    readEnd(scan)
    readForms(scan)
  }
}

extension Word {
  fileprivate static let one = Word("一")
}

extension LineFacts {
  /// True if it ends with a hyphen behind a Latin letter.
  func endsWithinWord(_ scan: PageScan) -> Bool {
    let last = line.range.upperBound - 1
    return last > line.range.lowerBound && scan.lettering[last - 1] == .latin
      && DividedWord.signs.contains(scan.scalars[last])
  }
}

extension CharacterClass {
  /// Stands between the last word of a kicker and its end: 强调——, 指出：.
  fileprivate var mayFollowLead: Bool { self == .dash || self == .colon || self == .space || self == .pause }
}

/// ！ or ？.
private func isCall(_ scalar: UInt32) -> Bool {
  scalar == 0x21 || scalar == 0x3F || scalar == 0xFF01 || scalar == 0xFF1F
}

extension LineFacts {
  /// Counts: width, pauses, sentences inside, brackets left open, letters.
  private mutating func measure(_ scan: PageScan) {
    let counts = Counts(scan, line.range)
    (width, letterCount, fingerprint) = (counts.width, counts.letters, counts.fingerprint)
    hasSpaces = counts.hasSpaces
    isLatin = counts.hanzi == 0 && counts.letters > counts.digits
    if letterCount <= Wording.longestOrnament { readSigns(scan) }
    if counts.sentences > 0 { evidence.insert(.sentenceInside) }
    if counts.calls > 0 { evidence.insert(.callInside) }
    if counts.pauses == 1 { evidence.insert(.onePause) }
    if counts.pauses > 1 { evidence.insert(.manyPauses) }
    if counts.open > 0 || counts.straightQuotes % 2 == 1 { evidence.insert(.leavesOpen) }
    if counts.unopened { evidence.insert(.startsInside) }
    if (1...3).contains(counts.wideSpaces), width <= 90 { evidence.insert(.parts) }
  }

  /// Finds the facts of a line with hardly a letter.
  private mutating func readSigns(_ scan: PageScan) {
    guard letterCount == 0 || Wording(scan, line.range).isRuleOrNoise else { return }
    evidence.insert(.noLetters)
    isRule = line.range.count > 4
  }

  private struct Counts {
    private(set) var width = 0
    private(set) var hanzi = 0
    private(set) var digits = 0
    private(set) var letters = 0
    private(set) var fingerprint: UInt64 = 0
    private(set) var pauses = 0
    private(set) var sentences = 0
    private(set) var calls = 0
    private(set) var open = 0
    private(set) var straightQuotes = 0
    private(set) var unopened = false
    private(set) var wideSpaces = 0
    private(set) var hasSpaces = false
    private var lettersSinceSpace = 0

    init(_ scan: PageScan, _ range: Range<Int>) {
      var index = range.lowerBound
      while index < range.upperBound {
        index = takeHanzi(scan, index..<range.upperBound)
        guard index < range.upperBound else { return }
        if scan.lettering[index] == .latin {
          index = takeLatin(scan, index..<range.upperBound)
          guard index < range.upperBound else { return }
        }
        let (scalar, kind) = (scan.scalars[index], scan.lettering[index])
        if kind == .markup {
          index += 1
          continue
        }
        width += fixedPitchColumns(of: scalar)
        if kind == .space {
          takeSpace()
        } else if kind.isLetter {
          takeLetter(scalar)
          lettersSinceSpace += 1
          if kind == .digit { digits += 1 }
        } else {
          let isApostrophe = scalar == 0x2019 && index > range.lowerBound && scan.lettering[index - 1] == .latin
          if isApostrophe, open == 0 || index + 1 < range.upperBound && scan.lettering[index + 1] == .latin {
            lettersSinceSpace += 1
          } else {
            see(kind, calls: isCall(scalar), isInside: index + 2 < range.upperBound)
          }
        }
        index += 1
      }
    }

    /// Takes hanzi on end, as they stand nearly everywhere, and returns where they end.
    private mutating func takeHanzi(_ scan: PageScan, _ range: Range<Int>) -> Int {
      let (scalars, lettering) = (scan.scalars.buffer, scan.lettering.buffer)
      // A copy, which stays in a register.
      var (index, fingerprint) = (range.lowerBound, fingerprint)
      while index < range.upperBound, lettering[index] == .hanzi {
        fingerprint = Self.fingerprint(fingerprint, scalars[index])
        index &+= 1
      }
      self.fingerprint = fingerprint
      letters += index - range.lowerBound
      width += 2 * (index - range.lowerBound)
      hanzi += index - range.lowerBound
      lettersSinceSpace += index - range.lowerBound
      return index
    }

    /// The same for other letters.
    private mutating func takeLatin(_ scan: PageScan, _ range: Range<Int>) -> Int {
      let (scalars, lettering) = (scan.scalars.buffer, scan.lettering.buffer)
      var (index, fingerprint, width) = (range.lowerBound, fingerprint, width)
      while index < range.upperBound, lettering[index] == .latin {
        fingerprint = Self.fingerprint(fingerprint, scalars[index])
        width &+= fixedPitchColumns(of: scalars[index])
        index &+= 1
      }
      (self.fingerprint, self.width) = (fingerprint, width)
      letters += index - range.lowerBound
      lettersSinceSpace += index - range.lowerBound
      return index
    }

    private static func fingerprint(_ before: UInt64, _ scalar: UInt32) -> UInt64 {
      (before ^ UInt64(scalar)) &* 0x100_0000_01B3
    }

    private mutating func takeLetter(_ scalar: UInt32) {
      fingerprint = Self.fingerprint(fingerprint, scalar)
      letters += 1
    }

    private mutating func see(_ kind: CharacterClass, calls isCall: Bool, isInside: Bool) {
      switch kind {
      case .pause: pauses += 1
      case .stop where isInside:
        if isCall { calls += 1 } else { sentences += 1 }
      case .openBracket, .openQuote: open += 1
      case .closeBracket, .closeQuote:
        if open > 0 { open -= 1 } else { unopened = true }
      case .straightQuote: straightQuotes += 1
      default: break
      }
      lettersSinceSpace += 1
    }

    private mutating func takeSpace() {
      hasSpaces = true
      if lettersSinceSpace >= 4 { wideSpaces += 1 }
      lettersSinceSpace = 0
    }
  }

  /// Finds the facts of the line's end.
  private mutating func readEnd(_ scan: PageScan) {
    var index = line.range.upperBound - 1
    var closed = false
    while index > line.range.lowerBound,
      scan.lettering[index].isClosing || scan.lettering[index] == .markup || scan.lettering[index] == .bullet
    {
      closed = closed || scan.lettering[index].isClosing
      index -= 1
    }
    switch scan.lettering[index] {
    case .stop:
      evidence.insert(isCall(scan.scalars[index]) ? .endsAskingOrCalling : .endsSentence)
    case .period where Abbreviations.ends(line.range, scan, next: scan.scalar(behind: line)):
      endsWithAbbreviation = true
    case .period, .ellipsis: evidence.insert(.endsSentence)
    case .pause: evidence.insert(.endsPausing)
    case .colon: evidence.insert(.endsWithColon)
    case .dash: evidence.insert(.endsWithDash)
    default: if closed { evidence.insert(.endsClosed) }
    }
    if leadsOn(scan, before: index + 1) { evidence.insert(.endsLeadingOn) }
    switch scan.lettering[line.range.lowerBound] {
    case .dash: evidence.insert(.startsWithDash)
    case .openBracket: startsWithBracket = true
    case .stop, .pause, .closeBracket, .closeQuote: evidence.insert(.startsInside)
    default: break
    }
  }

  /// …时强调——, …指出: the end of a kicker.
  private func leadsOn(_ scan: PageScan, before end: Int) -> Bool {
    var end = end
    while end > line.range.lowerBound, scan.lettering[end - 1].mayFollowLead { end -= 1 }
    if leads(scan, to: end) { return true }
    // Engines read a dash as 一.
    while end > line.range.lowerBound, scan.scalars[end - 1] == Word.one.scalars[0] { end -= 1 }
    return leads(scan, to: end)
  }

  private func leads(_ scan: PageScan, to end: Int) -> Bool {
    let start = max(line.range.lowerBound, end - 2)
    return end - start == 2 && Wording(scan, start..<end).has(Word.leadingOn, at: start)
  }

  private static let widestFolio = 120
  /// A longer line in Latin letters that ends with a full stop is a sentence: `Price Sixpence.` is none.
  private static let widestNotice = 40

  /// The forms of newspapers: dateline, byline, pointer, credit, and the like.
  private mutating func readForms(_ scan: PageScan) {
    let wording = Wording(scan, line.range)
    if line.markdown == .furniture { return evidence.insert(.folio) }
    if letterCount <= Wording.longestSeparator,
      headingLevel > 0 && wording.isPageName
        || (scan.lettering[line.range.lowerBound].isLetter ? wording.isPageOfPages : wording.isPageSeparator)
    {
      isPageSeparator = true
      return evidence.insert(.folio)
    }
    let pointsTo = width <= 32 ? wording.pointer() : nil
    if pointsTo != nil { evidence.insert(.pointer) }
    let dateline = wording.dateline()
    var people: [Person] = []
    if dateline != nil {
      evidence.insert(.dateline)
    } else if width <= 72, evidence.isDisjoint(with: [.endsSentence, .endsPausing, .sentenceInside]) {
      people = readNames(scan, wording)
    }
    let credit = width <= 400 ? wording.credit() : nil
    if credit != nil { evidence.insert(.credit) }
    readCase(scan)
    let isSentence = evidence.contains(.endsSentence) && (width > Self.widestNotice || wording.nextLettering != .latin)
    let mayBeFolio =
      width <= Self.widestFolio && !isSentence && !evidence.contains(.sentenceInside)
      && (!evidence.contains(.manyPauses) || scan.lettering[line.range.lowerBound] != .hanzi)
    let folio = mayBeFolio ? wording.folio() ?? (wording.isImprint ? FolioForm(parts: .imprint) : nil) : nil
    let forms = LineForms.of(dateline: dateline, people: people, pointsTo: pointsTo, credit: credit, folio: folio)
    formsOfPage = forms.map(scan.forms.keep)
    readOpening(scan, wording)
    readKind(scan, wording)
    if mayTurn(scan), let jump = wording.jump() {
      let isAlone = jump.range.count * 2 > line.range.count
      if jump.direction == .from { evidence.insert(.turnFrom) } else if isAlone { evidence.insert(.jumpOnly) }
    }
  }

  /// True if the line starts or ends as a turn to another page does; most lines do not, and need not be searched for
  /// one.
  private func mayTurn(_ scan: PageScan) -> Bool {
    let first = line.range.lowerBound
    var last = line.range.upperBound - 1
    while last > first, scan.lettering[last] == .stop { last -= 1 }
    return scan.lettering[first] == .latin || scan.lettering[first] == .openBracket
      || scan.lettering[last] == .closeBracket
      || scan.scalars[last] == Word.page.scalars[0] || scan.scalars[first] == Word.up.scalars[0]
  }

  /// Capitals, as headlines in English are set: throughout, or at the start of all longer words.
  private mutating func readCase(_ scan: PageScan) {
    guard width <= Self.widestFolio, evidence.isDisjoint(with: [.endsPausing, .byline, .dateline]) else { return }
    var (capitals, small, words, raised) = (0, 0, 0, 0)
    var reading = Wording(scan, line.range)
    while let kind = reading.nextLettering {
      if kind == .hanzi { return }
      guard kind == .latin, let word = reading.takeLatinWord() else {
        reading.position += 1
        continue
      }
      let isRaised = !(0x61...0x7A).contains(scan.scalars[word.lowerBound])
      let own = word.count { (0x61...0x7A).contains(scan.scalars[$0]) }
      (capitals, small, words) = (capitals + word.count - own, small + own, words + 1)
      if isRaised { raised += 1 } else if word.count > 4 || words == 1 { return }
    }
    // Old papers end their heads with a full stop.
    if small == 0, capitals > 3 {
      evidence.insert(.capitals)
      isHeadWithStop = evidence.contains(.endsSentence)
      evidence.remove(.endsSentence)
    }
    guard small > 0, raised > 1, raised * 2 >= words else { return }
    if isBracketed(scan), width <= Self.widestNotice { evidence.remove(.endsSentence) }
    if !evidence.contains(.endsSentence) { evidence.insert(.raisedWords) }
  }

  private func isBracketed(_ scan: PageScan) -> Bool {
    scan.lettering[line.range.lowerBound] == .openBracket
      && scan.lettering[line.range.upperBound - 1] == .closeBracket
  }

  private mutating func readNames(_ scan: PageScan, _ wording: Wording) -> [Person] {
    guard !evidence.contains(.endsWithColon) else { return [] }
    if isBracketed(scan) {
      evidence.insert(.bracketed)
      guard letterCount <= 20, !wording.isPartInBrackets, let people = wording.people(isMarked: true) else { return [] }
      evidence.insert(.signOff)
      return people
    }
    if let people = wording.people(isMarked: false) {
      evidence.insert(.byline)
      return people
    }
    if wording.isEnglishRole { evidence.insert(.byline) }
    if (2...6).contains(letterCount), wording.isOnlyHanzi {
      evidence.insert(letterCount <= 3 ? .bareName : .perhapsNames)
    }
    return []
  }

  private static let longestNumberedHead = 16
  private static let longestNotice = 14

  /// Who speaks, in a conversation; what kind of notice follows.
  private mutating func readKind(_ scan: PageScan, _ wording: Wording) {
    guard scan.lettering[line.range.lowerBound] == .hanzi else { return }
    if wording.has(Word.speakers, at: line.range.lowerBound) { evidence.insert(.speech) }
    if line.range.count <= Self.longestNotice, wording.isOnlyHanzi, wording.endsWithNotice {
      evidence.insert(.noticeHead)
    }
  }

  /// Finds the facts of the line's beginning: an item's sign or number, a heading's mark, a label in brackets.
  private mutating func readOpening(_ scan: PageScan, _ wording: Wording) {
    if headingLevel > 0 { return evidence.insert(.headingMark) }
    let first = line.range.lowerBound
    switch scan.lettering[first] {
    case .bullet, .interpunct: evidence.insert(.item)
    case .digit:
      let next = line.range.first { scan.lettering[$0] != .digit }
      if let next, next - first <= 2, [.pause, .period, .stop].contains(scan.lettering[next]) {
        evidence.insert(.item)
      }
    case .hanzi where chineseNumeral(scan.scalars[first]) != nil && line.range.count > 2:
      if let mark = line.range.prefix(4).first(where: { scan.scalars[$0] == 0x3001 }) {
        evidence.insert(.item)
        let rest = line.range.upperBound - mark - 1
        if (2...Self.longestNumberedHead).contains(rest), wording.part(mark + 1..<line.range.upperBound).isOnlyHanzi {
          evidence.insert(.numberedHead)
        }
      }
    case .latin where wording.advertises: evidence.insert(.advertises)
    case .openBracket where scan.scalars[first] == 0x3010 && !evidence.contains(.dateline): evidence.insert(.label)
    default: break
    }
  }
}

extension Word {
  fileprivate static let up = Word("上")
  fileprivate static let speakers: WordList = ["问：", "问:", "問：", "問:", "答：", "答:", "记者：", "记者:", "主持人：", "主持人:"]
  fileprivate static let leadingOn: WordList = ["强调", "指出", "表示", "要求", "提出", "认为", "强調", "透露", "介绍"]
}
