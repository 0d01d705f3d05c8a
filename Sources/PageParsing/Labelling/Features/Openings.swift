import Text

/// The first words of a line, as far as they say what begins there.
extension PageReading {
  private static let reach = 12

  /// The kind of words that the line opens with; 1 for none.
  func opening(_ facts: LineFacts) -> Int {
    let range = facts.line.range
    let wording = Wording(scan, range)
    switch scan.lettering[range.lowerBound] {
    case .latin: return capitals(facts)
    case .openQuote, .straightQuote, .openBracket:
      return scan.lettering[min(range.lowerBound + 1, range.upperBound - 1)] == .latin ? capitals(facts) : 1
    case .digit: return opensWithDay(range) ? 10 : 1
    case .hanzi: break
    default: return 1
    }
    if wording.has(Word.ofPictures, at: range.lowerBound) { return 5 }
    if wording.has(Word.ofReports, at: range.lowerBound) { return 6 }
    if wording.has(Word.ofDays, at: range.lowerBound) { return 7 }
    if scan.scalars[range.lowerBound] == Word.ordinal.scalars[0], facts.evidence.isDisjoint(with: [.dateline]) {
      return 8
    }
    if range.prefix(Self.reach).contains(where: { scan.lettering[$0] == .colon }) { return 9 }
    return chineseNumeral(scan.scalars[range.lowerBound]) != nil && opensWithDay(range) ? 10 : 1
  }

  /// Words in capitals before words that are not, as advertisements and reports in English open: `WANTED, a cook`.
  private func capitals(_ facts: LineFacts) -> Int {
    guard facts.evidence.isDisjoint(with: [.capitals]) else { return 1 }
    var reading = Wording(scan, facts.line.range)
    if reading.nextLettering != .latin { reading.position += 1 }
    var (words, letters) = (0, 0)
    while let word = reading.takeLatinWord() {
      guard word.allSatisfy({ (0x41...0x5A).contains(scan.scalars[$0]) }) else { break }
      (words, letters) = (words + 1, letters + word.count)
      if reading.nextLettering == .pause { return letters > 2 ? (words == 1 ? 2 : 3) : 1 }
      reading.skipPoints()
    }
    return words > 1 && letters > 4 ? 4 : words == 1 && letters > 2 ? 11 : 1
  }

  private func opensWithDay(_ range: Range<Int>) -> Bool {
    let wording = Wording(scan, range)
    return range.prefix(5).contains { wording.has(.month, at: $0) || wording.has(.day, at: $0) }
  }
}

extension Word {
  fileprivate static let ofPictures: WordList = ["图为", "图：", "图:", "上图", "下图", "左图", "右图", "图片", "附图", "照片", "这是"]
  fileprivate static let ofReports: WordList = ["据", "本报", "新华社", "中新社", "记者", "编者"]
  fileprivate static let ofDays: WordList = ["近日", "日前", "昨日", "昨天", "今天", "今日", "最近", "目前", "近年", "去年", "今年"]
}
