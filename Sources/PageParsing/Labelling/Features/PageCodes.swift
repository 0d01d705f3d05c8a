import Text

/// The habits of a page as small numbers.
struct PageCodes {
  private var codes = [Int](repeating: 0, count: PageCode.allCases.count)

  subscript(code: PageCode) -> Int {
    get { codes[code.rawValue] }
    set { codes[code.rawValue] = min(newValue, code.count - 1) }
  }

  /// Shares from which on a page has much of something.
  private static let shares = [0.15, 0.3, 0.45, 0.6, 0.75]
  private static let smallShares = [0.02, 0.06, 0.15, 0.35]
  /// Widths that the median line of a page may have at least.
  private static let widths = [20, 34, 60, 120, 240]

  init(_ reading: PageReading) {
    let facts = reading.judged
    let count = Double(max(1, facts.count))
    func isLong(_ line: LineFacts) -> Bool { line.width > Thresholds.openingParagraph }
    let long = facts.count(where: isLong)
    let short = facts.count - long
    let ends: LineEvidence = [.endsSentence, .endsAskingOrCalling]
    func share(_ part: Int, _ all: Int) -> Double { all == 0 ? 0 : Double(part) / Double(all) }

    self[.long] = bucket(Double(long) / count, Self.shares) - 1
    self[.ended] = bucket(share(facts.count { !$0.evidence.isDisjoint(with: ends) }, facts.count), Self.shares) - 1
    self[.median] = Self.widths.count { width in facts.count { $0.width < width } * 2 <= facts.count && !facts.isEmpty }
    let datelines = facts.count { isLong($0) && $0.dateline != nil }
    self[.datelines] = bucket(share(datelines, long), Self.smallShares) - 1
    self[.bylines] = bucket(share(facts.count { $0.evidence.contains(.byline) }, facts.count), Self.smallShares) - 1
    self[.credits] = bucket(share(facts.count { $0.evidence.contains(.credit) }, facts.count), Self.smallShares) - 1
    let bracketed = facts.count {
      !isLong($0) && reading.scan.lettering[$0.line.range.upperBound - 1] == .closeBracket
    }
    self[.tails] = bucket(share(bracketed, short), Self.smallShares) - 1
    let habits = reading.context.habits
    self[.setting] = habits.printedMeasure != nil ? 1 : habits.paragraphsAreWhole ? 2 : 3
    let air = share(facts.count { $0.line.blankBefore > 0 }, facts.count)
    self[.air] = air < 0.05 ? 1 : air < 0.8 ? 2 : 3
    self[.script] = Self.script(reading.scan)
    let heads = reading.handLabels.count { $0 == .headStart }
    let paragraphs = reading.handLabels.count { $0 == .start || $0 == .bareStart }
    self[.paragraphs] = heads == 0 ? 0 : bucket(Double(paragraphs) / Double(heads), [0.8, 1.2, 2, 3.5, 6])
  }

  /// Latin letters, or hanzi in simplified or traditional form, by the first few hundred characters.
  private static func script(_ scan: PageScan) -> Int {
    let filter = Word.traditionalFilter
    var (latin, hanzi, traditional) = (0, 0, 0)
    for index in scan.lettering.indices.prefix(500) {
      switch scan.lettering[index] {
      case .latin: latin += 1
      case .hanzi:
        hanzi += 1
        let scalar = scan.scalars[index]
        if filter.mayContain(scalar), Word.traditionalOnly.scalars.contains(scalar) { traditional += 1 }
      default: break
      }
    }
    if latin > hanzi { return 1 }
    return traditional * 40 > hanzi ? 2 : 3
  }
}

extension Word {
  /// Common characters that only texts in traditional form have.
  fileprivate static let traditionalOnly = Word("國會為來時東對學開們個這發說過還電報訊區經實際業產務議員員機關總")
  fileprivate static let traditionalFilter = traditionalOnly.scalars.reduce(into: CharacterFilter()) { $0.insert($1) }
}
