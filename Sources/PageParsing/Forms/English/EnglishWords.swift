import Newspaper
import Text

/// Words, days and numbers of pages in papers in English.
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

  /// A word in lower case, to be compared.
  func key(_ word: Range<Int>) -> LatinKey {
    var key = LatinKey()
    for place in word.prefix(LatinKey.longest) { key.append(scalars[place]) }
    return key
  }

  /// Takes a word if it is one of some in lower case.
  mutating func takeLatin(_ words: LatinKeys) -> Bool {
    guard nextLettering == .latin, words.mayStart(with: scalars[position]) else { return false }
    var reading = self
    guard let word = reading.takeLatinWord(), words.contains(key(word)) else { return false }
    self = reading
    return true
  }

  /// Passes over spaces and the points of abbreviations.
  mutating func skipPoints() {
    while nextLettering == .space || nextLettering == .period { position += 1 }
  }

  /// Passes over spaces and commas.
  mutating func skipCommas() {
    while nextLettering == .space || nextLettering == .pause { position += 1 }
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
    guard let word = takeLatinWord(), word.count > 2, HanziForms.simplified(scalars[word.lowerBound]) < 0x5B else {
      return nil
    }
    return EnglishWords.months.firstIndex(startingWith: key(word)).map { $0 + 1 }
  }

  /// A number by itself, with its ordinal ending if it has one.
  private mutating func takeEnglishNumber(_ range: ClosedRange<Int>) -> Int? {
    var reading = self
    guard reading.nextLettering == .digit, let number = reading.takeNumber(), range.contains(number) else { return nil }
    _ = reading.takeLatin(EnglishWords.ordinals)
    guard reading.nextLettering != .digit, reading.nextLettering != .latin else { return nil }
    self = reading
    return number
  }

  /// `Page 5`, `Page A6`, `Page Two`, `P. 3`.
  mutating func takeEnglishPage() -> Int? {
    guard takeLatin(EnglishWords.pages) else { return nil }
    skipPoints()
    var reading = self
    if reading.nextLettering == .latin, let word = reading.takeLatinWord() {
      if let number = EnglishWords.numbers.firstIndex(of: key(word)) {
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

/// Words of papers in English, in lower case.
enum EnglishWords {
  static let months: LatinKeys = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  static let weekdays: LatinKeys = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  static let numbers: LatinKeys = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  static let photos: LatinKeys = ["photo", "photos", "photograph", "photographs", "wirephoto", "telephoto"]
  static let pages: LatinKeys = ["page", "pages", "p", "pg"]
  static let and: LatinKeys = ["and"]
  static let by: LatinKeys = ["by"]
  static let from: LatinKeys = ["from"]
  static let to: LatinKeys = ["to"]
  static let on: LatinKeys = ["on", "to"]
  fileprivate static let ordinals: LatinKeys = ["st", "nd", "rd", "th"]
  /// Words of a story's keyword in a turn.
  static let mostKeywords = 4
}

extension Wording {
  /// `WANTED, a cook`, `TO BE LET, a house`, `THIS DAY IS PUBLISHED, …`: words in capitals with which advertisements
  /// open, before words that are not. The scan may have run them together.
  var advertises: Bool {
    var reading = self
    var words = 0
    var letters: [UInt32] = []
    while let word = reading.takeLatinWord() {
      guard word.allSatisfy({ (0x41...0x5A).contains(scalars[$0]) }) else { return words > 2 }
      words += 1
      letters += word.lazy.map { scalars[$0] | 0x20 }
      guard EnglishWords.advertising.contains(where: { zip($0.scalars, letters).allSatisfy(==) }) else { return false }
      if reading.nextLettering == .pause { return letters.count > 3 && reading.position < reading.end }
      reading.skipPoints()
    }
    return false
  }
}

extension EnglishWords {
  /// Openings of advertisements, letters only.
  fileprivate static let advertising = [
    "wanted", "lost", "found", "forsale", "tobe", "tolet", "thisday", "justpublished", "nowready", "notice", "stolen",
    "strayed", "salebyauction", "situation", "apartments",
  ].map { Word($0) }
}
