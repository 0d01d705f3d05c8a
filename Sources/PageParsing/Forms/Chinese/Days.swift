import Newspaper
import Text

extension Wording {
  /// Takes a day: `6月21日`, `2020年12月31日`, `一九四九年十月一日`, `民國卅八年五月十二日`, `2021-06-22`, `元月3日`.
  mutating func takeDay() -> CalendarDay? {
    let start = position
    if let day = takeDayInFigures() { return day }
    let year = takeYear()
    skipSpaces()
    if let month = takeMonth(), let day = takeDayOfMonth() { return CalendarDay(year: year, month: month, day: day) }
    position = start
    return nil
  }

  /// Takes a year, of the common era or another: `1949年`, `一九四九年`, `中華民國三十八年`.
  mutating func takeYear() -> Int? {
    let start = position
    if let era = takeEra() {
      let number = take(.first) ? 1 : takeNumber()
      if let number, (1...150).contains(number), take(.year) { return era + number }
    } else if let number = takeNumber(), (1800...2100).contains(number) {
      skipSpaces()
      if take(.year) { return number }
    }
    position = start
    return nil
  }

  /// Takes the name of an era: the year before its first.
  private mutating func takeEra() -> Int? {
    guard may(Word.eraNames, startAt: position) else { return nil }
    return Word.eras.first { take($0.name) }?.before
  }

  /// True if an era's name comes next.
  private var isAtEra: Bool { has(Word.eraNames, at: position) }

  private mutating func takeMonth() -> Int? {
    if take(.firstMonth) { return 1 }
    guard let month = takeNumber(), (1...12).contains(month) else { return nil }
    skipSpaces()
    return take(.month) ? month : nil
  }

  private mutating func takeDayOfMonth() -> Int? {
    skipSpaces()
    guard let day = takeNumber(), (1...31).contains(day) else { return nil }
    skipSpaces()
    return take(.day) || take(.dayInSpeech) || take(.dayInSpeechOfOld) ? day : nil
  }

  /// `2021-06-22`, `2021.6.22`, `2021／6／22`: the same sign twice, and no figure behind.
  private mutating func takeDayInFigures() -> CalendarDay? {
    var reading = self
    guard nextLettering == .digit, let year = reading.takeNumber(), (1800...2100).contains(year),
      let sign = reading.next, Word.daySigns.scalars.contains(sign)
    else { return nil }
    reading.position += 1
    guard let month = reading.takeNumber(), (1...12).contains(month), reading.next == sign else { return nil }
    reading.position += 1
    guard let day = reading.takeNumber(), (1...31).contains(day), reading.nextLettering != .digit else { return nil }
    self = reading
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The day that a dateline names, or the first one behind it.
  func openingDay(_ form: DatelineForm) -> CalendarDay? {
    if let day = form.day { return day }
    var rest = self
    rest.position = form.end
    return rest.firstDay(within: 24)
  }

  /// The first day within so many characters that the text can be reporting from.
  func firstDay(within reach: Int) -> CalendarDay? {
    var rest = self
    let limit = min(end, position + reach)
    while rest.position < limit {
      let start = rest.position
      if rest.mayStartDay, let day = rest.takeDay() {
        if rest.isReported(from: start, notBefore: position) { return rest.lastDay(of: day) }
        continue
      }
      // Of 312月 no part is a day.
      while rest.position < limit, rest.lettering[rest.position] == .digit { rest.position += 1 }
      if rest.position == start { rest.position += 1 }
    }
    return nil
  }

  private var mayStartDay: Bool {
    lettering[position] == .digit || chineseNumeral(scalars[position]) != nil || has(.firstMonth, at: position)
      || isAtEra
  }

  /// True if a day that was just taken can lie behind the text: 去年12月16日 and 农历八月十五日 are other days than they
  /// seem, 将于6月25日 and 7月1日起 are to come.
  private func isReported(from start: Int, notBefore first: Int) -> Bool {
    let before = start > first ? HanziForms.simplified(scalars[start - 1]) : 0
    if Word.otherCounts.scalars.contains(before) { return false }
    if Word.at.scalars.contains(before), start - 1 > first, Word.ahead.scalars.contains(scalars[start - 2]) {
      return false
    }
    return next.map { Word.endsOfTerms.scalars.contains($0) } != true
  }

  /// The day itself, or the last one of several: `6月20日至21日`, `6月30日至7月2日`.
  private func lastDay(of day: CalendarDay) -> CalendarDay {
    var rest = self
    guard let sign = rest.next, Word.until.scalars.contains(sign) else { return day }
    while let sign = rest.next, Word.until.scalars.contains(sign) { rest.position += 1 }
    if let last = rest.takeDay() {
      let year = last.year ?? day.year.map { last.month < day.month ? $0 + 1 : $0 }
      return CalendarDay(year: year, month: last.month, day: last.day)
    }
    guard let last = rest.takeDayOfMonth(), last > day.day else { return day }
    return CalendarDay(year: day.year, month: day.month, day: last)
  }
}

extension Word {
  fileprivate static let eras: [(name: Word, before: Int)] = [
    (Word("中华民国"), 1911), (Word("中华民國"), 1911), (Word("民国"), 1911), (Word("民國"), 1911), (Word("昭和"), 1925),
    (Word("大正"), 1911), (Word("康德"), 1933),
  ]
  fileprivate static let eraNames = WordList(eras.map(\.name))
  /// 元年, 元月.
  fileprivate static let first = Word("元")
  fileprivate static let firstMonth = Word("元月")
  fileprivate static let dayInSpeech = Word("号")
  fileprivate static let dayInSpeechOfOld = Word("號")
  fileprivate static let daySigns = Word("-/.－／．")
  /// 去年…, 农历….
  fileprivate static let otherCounts = Word("年历曆歷")
  /// 将于, 定于.
  fileprivate static let at = Word("于於")
  fileprivate static let ahead = Word("将將定拟擬")
  /// …日前, …日起.
  fileprivate static let endsOfTerms = Word("前起")
  fileprivate static let until = Word("至到、-－—～~")
}
