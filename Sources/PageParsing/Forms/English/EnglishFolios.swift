import Text

// Mastheads and the heads of pages in papers in English.
extension Wording {
  /// Takes a part of a folio in English: `FRIDAY`, `MARCH 4, 1921`, `Vol. XLII, No. 13,204`, `PAGE 5`,
  /// `PRICE FIVE CENTS`, the paper's name, and one word more, which may be the town's.
  mutating func takeEnglishPart(of form: inout FolioForm) -> Bool {
    if let day = takeEnglishDay() {
      form.parts.insert(.day)
      form.day = form.day ?? day
      return true
    }
    guard nextLettering == .latin else { return takeBareNumber() }
    if takeLatin(EnglishWords.weekdays) { return insert(.weekday) }
    if takeEnglishPage() != nil { return insert(.page) }
    if takeCounted() { return insert(.number) }
    if takePrice() { return insert(.register) }
    return takeEnglishName(of: &form)

    func insert(_ part: FolioForm.Parts) -> Bool {
      form.parts.insert(part)
      return true
    }
  }

  /// The number of a page beside its name.
  private mutating func takeBareNumber() -> Bool {
    var reading = self
    guard reading.takeNumber() != nil, reading.position - position <= 3,
      reading.position < end, lettering[reading.position] == .space || lettering[reading.position] == .pause,
      reading.part(reading.position..<end).hasLatin, !reading.part(reading.position..<end).hasHanzi
    else { return false }
    self = reading
    return true
  }

  private var hasLatin: Bool { (position..<end).contains { lettering[$0] == .latin } }
  private var hasHanzi: Bool { (position..<end).contains { lettering[$0] == .hanzi } }

  /// `Vol. XLII`, `No. 13,204`.
  private mutating func takeCounted() -> Bool {
    var reading = self
    guard reading.takeLatin(EnglishWords.counted) else { return false }
    reading.skipPoints()
    let start = reading.position
    while let kind = reading.nextLettering, kind == .digit || kind == .pause && reading.position > start {
      reading.position += 1
    }
    if reading.position == start {
      guard let word = reading.takeLatinWord(), word.allSatisfy({ Word.roman.scalars.contains(scalars[$0]) }) else {
        return false
      }
    }
    self = reading
    return true
  }

  /// `PRICE FIVE CENTS`, `10 cents a copy`, `Founded 1872`, `City Edition`.
  private mutating func takePrice() -> Bool {
    var reading = self
    guard reading.takeLatin(EnglishWords.registers) else { return false }
    reading.skipPoints()
    _ = reading.takeNumber()
    while reading.nextLettering == .latin || reading.nextLettering == .space {
      if reading.nextLettering == .space {
        reading.skipSpaces()
      } else {
        guard reading.takeLatin(EnglishWords.prices) else { break }
      }
    }
    self = reading
    return true
  }

  private mutating func takeEnglishName(of form: inout FolioForm) -> Bool {
    let start = position
    var (words, stop, isName) = (0, position, false)
    while let word = takeLatinWord() {
      guard (0x41...0x5A).contains(scalars[word.lowerBound]) || EnglishWords.small.contains(key(word)) else {
        return false
      }
      words += 1
      stop = position
      isName = words > 1 && EnglishWords.papers.contains(key(word))
      let gap = position
      while nextLettering == .space || next == 0x2D || next == 0x26 { position += 1 }
      if position - gap > 2 { break }
    }
    position = stop
    if isName, words <= 5, form.name == nil {
      form.name = start..<stop
      return true
    }
    guard words <= 2, !form.hasPlace else { return false }
    form.hasPlace = true
    return true
  }
}

extension EnglishWords {
  fileprivate static let counted: LatinKeys = ["vol", "volume", "no", "number", "issue", "whole"]
  fileprivate static let registers: LatinKeys = [
    "price", "established", "founded", "registered", "copyright", "final", "late", "city", "home",
  ]
  /// Words without a capital within names.
  fileprivate static let small: LatinKeys = ["of", "the", "and"]
  fileprivate static let prices: LatinKeys = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "cents", "cent", "a", "copy",
    "edition", "per", "dollars", "pence", "penny", "d", "s",
    "halfpenny", "twopence", "threepence", "fourpence", "fivepence", "sixpence", "sevenpence", "eightpence",
  ]
  /// Last words of papers' names.
  fileprivate static let papers: LatinKeys = [
    "news", "times", "herald", "post", "journal", "gazette", "tribune", "star", "sun", "chronicle", "daily", "press",
    "record", "mail", "telegraph", "observer", "examiner", "courier", "dispatch", "ledger", "globe", "standard",
    "guardian", "express", "mirror", "inquirer", "bulletin", "register", "argus", "advertiser", "democrat",
    "republican",
    "eagle", "sentinel", "leader", "citizen", "messenger", "review", "monitor", "mercury", "echo", "intelligencer",
  ]
}

extension Word {
  fileprivate static let roman = Word("IVXLCDMivxlcdm")
}
