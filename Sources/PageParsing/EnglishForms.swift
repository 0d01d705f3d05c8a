import Newspaper

/// The forms of papers in English: datelines, days, turns, pictures' credits.
extension Wording {
  /// Takes a word of Latin letters.
  mutating func takeLatinWord() -> Range<Int>? {
    let start = position
    while nextLettering == .latin { position += 1 }
    return position > start ? start..<position : nil
  }

  /// A word of ASCII letters in lower case.
  func lowercased(_ word: Range<Int>) -> String {
    String(
      decoding: word.prefix(16).map { place -> UInt8 in
        let scalar = scalars[place]
        return scalar < 0x80 ? UInt8(scalar) | 0x20 : 0x3F
      }, as: UTF8.self)
  }

  /// Takes a word if it is one of some in lower case.
  mutating func takeLatin(_ words: Set<String>) -> Bool {
    var reading = self
    guard let word = reading.takeLatinWord(), words.contains(lowercased(word)) else { return false }
    self = reading
    return true
  }

  /// Passes over spaces and the points of abbreviations.
  mutating func skipPoints() {
    while nextLettering == .space || nextLettering == .period { position += 1 }
  }

  /// Takes a day: `March 4, 1921`, `Oct. 6`, `4 March 1921`.
  mutating func takeEnglishDay() -> CalendarDay? {
    var reading = self
    var day: Int?
    if reading.nextLettering == .digit {
      day = reading.takeEnglishNumber(1...31)
      reading.skipSpaces()
      guard day != nil else { return nil }
    }
    guard reading.nextLettering == .latin, let month = reading.takeEnglishMonth() else { return nil }
    reading.skipPoints()
    if day == nil { day = reading.takeEnglishNumber(1...31) }
    guard let day else { return nil }
    self = reading
    if reading.nextLettering == .pause { reading.position += 1 }
    reading.skipSpaces()
    guard let year = reading.takeEnglishNumber(1700...2100) else {
      return CalendarDay(month: month, day: day)
    }
    self = reading
    return CalendarDay(year: year, month: month, day: day)
  }

  private mutating func takeEnglishMonth() -> Int? {
    guard let word = takeLatinWord(), word.count > 2, simplified(scalars[word.lowerBound]) < 0x5B else { return nil }
    let name = lowercased(word)
    return EnglishWords.months.firstIndex { $0.hasPrefix(name) || name == "sept" && $0 == "september" }.map { $0 + 1 }
  }

  /// A number by itself, with its ordinal ending if it has one.
  private mutating func takeEnglishNumber(_ range: ClosedRange<Int>) -> Int? {
    var reading = self
    guard reading.nextLettering == .digit, let number = reading.takeNumber(), range.contains(number) else { return nil }
    _ = reading.takeLatin(["st", "nd", "rd", "th"])
    guard reading.nextLettering != .digit, reading.nextLettering != .latin else { return nil }
    self = reading
    return number
  }

  /// `Page 5`, `Page A6`, `Page Two`, `P. 3`.
  mutating func takeEnglishPage() -> Int? {
    guard takeLatin(["page", "pages", "p", "pg"]) else { return nil }
    skipPoints()
    var reading = self
    if reading.nextLettering == .latin, let word = reading.takeLatinWord() {
      if let number = EnglishWords.numbers.firstIndex(of: lowercased(word)) {
        self = reading
        return number + 1
      }
      guard word.count == 1 else { return nil }
      if reading.next == 0x2D { reading.position += 1 }
    }
    guard reading.nextLettering == .digit, let page = reading.takeNumber(), (1...999).contains(page) else { return nil }
    if reading.nextLettering == .latin { reading.position += 1 }
    guard reading.nextLettering != .latin else { return nil }
    self = reading
    return page
  }
}

// MARK: - Datelines

extension Wording {
  /// `LONDON, March 3 (Reuters).—`, `GREENVILLE, Ohio, Oct. 6 (AP) —`, `WASHINGTON — `: capitals, and a dash before
  /// the report.
  func englishDateline() -> DatelineForm? {
    var reading = self
    _ = reading.take(.openBracket)
    let start = reading.position
    guard let place = reading.takeCapitals() else { return nil }
    reading.takeState()
    let beforeDay = reading
    reading.skipCommas()
    let day = reading.takeEnglishDay()
    if day == nil { reading = beforeDay }
    var agency = reading.takeAgencyInBrackets()
    var end = reading.position
    guard let isSpaced = reading.takeDash() else { return nil }
    if agency == nil, let found = reading.takeAgencyInBrackets() {
      (agency, end) = (found, reading.position)
      _ = reading.takeDash()
    }
    guard day != nil || agency != nil || isSpaced else { return nil }
    reading.skipSpaces()
    guard reading.position < reading.end else { return nil }
    return DatelineForm(
      words: start..<end, end: reading.position, agency: agency ?? start..<start, place: place, day: day, people: nil)
  }

  /// Words in capitals, four letters of them at least: `NEW YORK`.
  private mutating func takeCapitals() -> Range<Int>? {
    let start = position
    var (end, letters) = (position, 0)
    while let word = takeLatinWord() {
      guard word.allSatisfy({ (0x41...0x5A).contains(scalars[$0]) }) else { break }
      letters += word.count
      end = position
      skipPoints()
    }
    position = end
    return letters > 3 && end - start <= 32 ? start..<end : nil
  }

  /// `, Ohio`, `, N. Y.`: behind a comma two words at most, none of them a month.
  private mutating func takeState() {
    var reading = self
    guard reading.take(.pause) else { return }
    reading.skipSpaces()
    var month = reading
    guard month.takeEnglishDay() == nil, let first = reading.takeLatinWord(),
      (0x41...0x5A).contains(scalars[first.lowerBound])
    else { return }
    self = reading
    reading.skipPoints()
    if let second = reading.takeLatinWord(), (0x41...0x5A).contains(scalars[second.lowerBound]) { self = reading }
    if nextLettering == .period { position += 1 }
  }

  private mutating func skipCommas() {
    while nextLettering == .space || nextLettering == .pause { position += 1 }
  }

  private mutating func takeAgencyInBrackets() -> Range<Int>? {
    var reading = self
    reading.skipPoints()
    guard reading.take(.openBracket) else { return nil }
    let first = reading.position
    guard let close = (first..<min(end, first + 24)).first(where: { lettering[$0] == .closeBracket }), close > first,
      lettering[first] == .latin
    else { return nil }
    position = close + 1
    return first..<close
  }

  /// Takes a dash, or hyphens in its place: `.—`, ` -- `.
  /// - Returns: whether spaces stand around it; nil if there is none.
  private mutating func takeDash() -> Bool? {
    let start = position
    skipPoints()
    let first = position
    while nextLettering == .dash || next == 0x2D { position += 1 }
    guard position > first, lettering[first] == .dash || position - first > 1 || first > start else {
      position = start
      return nil
    }
    let isSpaced = first > start && lettering[first - 1] == .space && nextLettering == .space
    return isSpaced
  }
}

// MARK: - Turns and credits

extension Wording {
  /// `(Continued on Page 9, Column 3)`, `Continued from Page 1`, `See SCHOOLS, Page A6`: the whole of the line, or its
  /// end in brackets.
  func englishJump() -> (range: Range<Int>, direction: Jump.Direction, page: Int)? {
    var reading = self
    if end - position > 60 {
      guard lettering[end - 1] == .closeBracket,
        let open = (end - 48..<end).last(where: { lettering[$0] == .openBracket })
      else { return nil }
      reading.position = open
    }
    let start = reading.position
    _ = reading.take(.openBracket)
    guard let direction = reading.takeTurnWords() else { return nil }
    reading.skipCommas()
    guard let page = reading.takeEnglishPage() else { return nil }
    reading.skipCommas()
    if reading.takeLatin(["column", "columns", "col", "cols"]) {
      reading.skipPoints()
      _ = reading.takeNumber() ?? (reading.takeLatinWord() == nil ? nil : 0)
    }
    while let kind = reading.nextLettering, kind != .latin, kind != .digit { reading.position += 1 }
    return reading.position == end ? (start..<end, direction, page) : nil
  }

  private mutating func takeTurnWords() -> Jump.Direction? {
    let words = EnglishWords.self
    if takeLatin(["continued", "cont"]) {
      skipPoints()
      if takeLatin(["from"]) { return .from }
      return takeLatin(["on", "to"]) ? .to : nil
    }
    if takeLatin(["turn"]) {
      skipPoints()
      return takeLatin(["to"]) ? .to : nil
    }
    guard takeLatin(["see"]) else { return nil }
    // The word by which the story is to be found there.
    for _ in 0..<words.mostKeywords {
      skipSpaces()
      var reading = self
      guard let word = reading.takeLatinWord(), (0x41...0x5A).contains(scalars[word.lowerBound]),
        lowercased(word) != "page"
      else { break }
      self = reading
    }
    return .to
  }

  /// `(Staff photo by Ed Hill)`, `Photo by Ed Hill`, `(AP Wirephoto)`: at the end of the line.
  func englishCredit() -> Credit? {
    var last = end
    while last > position, lettering[last - 1] == .closeBracket || lettering[last - 1] == .period { last -= 1 }
    let first = max(position, last - 40)
    guard last - first > 4 else { return nil }
    var reading = part(first..<last)
    while reading.position < last {
      let isLatin = reading.nextLettering == .latin
      guard isLatin, let word = reading.takeLatinWord() else {
        reading.position += 1
        continue
      }
      guard EnglishWords.photos.contains(lowercased(word)) else { continue }
      reading.skipSpaces()
      let isOpened = (first..<word.lowerBound).contains { lettering[$0] == .openBracket }
      if reading.takeLatin(["by"]) {
        reading.skipSpaces()
        return Credit(name: string(reading.position..<last))
      }
      return isOpened && last < end && reading.position >= last ? Credit(name: "") : nil
    }
    return nil
  }
}

/// Words of papers in English, in lower case.
enum EnglishWords {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  static let photos: Set<String> = ["photo", "photos", "photograph", "photographs", "wirephoto", "telephoto"]
  /// What stands before a name, or before a number or a day, and nowhere else.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "messrs", "gov", "sen", "rep", "gen", "col", "maj", "capt", "lt", "sgt", "rev", "prof",
    "hon", "supt", "mt", "vs", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
  ]
  /// Words of a story's keyword in a turn.
  static let mostKeywords = 4
}

// MARK: - Mastheads

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
    guard reading.takeLatin(["vol", "volume", "no", "number", "issue", "whole"]) else { return false }
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
    guard
      reading.takeLatin(["price", "established", "founded", "registered", "copyright", "final", "late", "city", "home"])
    else { return false }
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
      guard (0x41...0x5A).contains(scalars[word.lowerBound]) || ["of", "the", "and"].contains(lowercased(word)) else {
        return false
      }
      words += 1
      stop = position
      isName = words > 1 && EnglishWords.papers.contains(lowercased(word))
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
  fileprivate static let prices: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "cents", "cent", "a", "copy",
    "edition", "per", "dollars", "pence", "penny",
  ]
  /// What a paper's name ends with.
  fileprivate static let papers: Set<String> = [
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
