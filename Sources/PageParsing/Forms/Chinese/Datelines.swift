import Newspaper
import Text

/// 电头 as a line opens with it: `本报讯`, `本报深圳讯`, `据新华社北京1月3日电`, `【本報訊】`.
struct DatelineForm {
  /// The characters of the words, brackets left out.
  var words: Range<Int>
  /// The start of the report itself: behind the words, a closing bracket, and the names in brackets.
  var end: Int
  /// Who sent it.
  var agency: Range<Int>
  /// From where.
  var place: Range<Int>?
  /// The day that the dateline itself names.
  var day: CalendarDay?
  /// The characters between the brackets that follow at once: `记者 罗文鹏`.
  var people: Range<Int>?
}

extension Wording {
  /// Reads the dateline that the line opens with, if it does.
  func dateline() -> DatelineForm? {
    if nextLettering == .latin { return englishDateline() }
    var reading = self
    _ = reading.take(.openBracket)
    _ = reading.take(.according)
    let start = reading.position
    guard let agency = reading.takeAgency() else { return nil }
    guard var form = reading.takeWire(agency: agency, start: start) else { return nil }
    _ = reading.take(.closeBracket)
    reading.skipSpaces()
    form.end = reading.position
    form.people = reading.takePeople()
    if form.people != nil { form.end = reading.position }
    return form
  }

  /// 本报, 本刊 …, or up to five hanzi that end in 社 or, before 讯, in 报.
  private mutating func takeAgency() -> Range<Int>? {
    let start = position
    if take(.own) {
      guard let kind = next,
        Word.outlets.scalars.contains(kind)
          || Word.towns.scalars.contains(kind) && has(.message, at: position + 1)
      else { return nil }
      position += 1
      return start..<position
    }
    for length in 2...6 where start + length < end {
      guard lettering[start + length - 1] == .hanzi else { return nil }
      let last = HanziForms.simplified(scalars[start + length - 1])
      let isPaper = last == Word.paper.scalars[0] && has(.message, at: start + length)
      guard last == Word.society.scalars[0] || isPaper else { continue }
      position = start + length
      return start..<position
    }
    return nil
  }

  /// Place, day and 讯 or 电: at most eight hanzi of a place, then perhaps a day, then the word.
  private mutating func takeWire(agency: Range<Int>, start: Int) -> DatelineForm? {
    skipSpaces()
    let place = position
    var placeEnd = position
    var day: CalendarDay?
    while position < end, placeEnd - place <= 8 {
      let before = position
      if day == nil { day = takeDay() }
      if day != nil { skipSpaces() }
      if takeWireWord(hasOrigin: before > place || day != nil) {
        return DatelineForm(
          words: start..<position, end: position, agency: agency, place: place < placeEnd ? place..<placeEnd : nil,
          day: day, people: nil)
      }
      guard day == nil, lettering[position] == .hanzi || lettering[position] == .pause else { return nil }
      position += 1
      placeEnd = position
    }
    return nil
  }

  /// 讯, 电, 消息. 电 needs a place or a day before it, so that 本报电… opens no report.
  private mutating func takeWireWord(hasOrigin: Bool) -> Bool {
    if hasOrigin {
      for word in [Word.specialWire, .wire] where take(word) { return true }
    }
    // 通讯员 is a person, not a report.
    guard position + 1 >= end || HanziForms.simplified(scalars[position + 1]) != Word.member.scalars[0] else {
      return false
    }
    return take(.message) || take(.specialMessage) || take(.news)
  }

  /// Names in brackets, wherever they close within a line's first words.
  private mutating func takePeople() -> Range<Int>? {
    guard nextLettering == .openBracket else { return nil }
    let first = position + 1
    guard let close = (first..<min(end, first + 48)).first(where: { lettering[$0] == .closeBracket }) else {
      return nil
    }
    position = close + 1
    return first..<close
  }
}

extension Word {
  fileprivate static let according = Word("据")
  fileprivate static let own = Word("本")
  /// Words that a paper calls itself by, after 本.
  fileprivate static let outlets = Word("报刊社台网")
  /// 本埠訊, 本市讯: from the paper's own town.
  fileprivate static let towns = Word("埠市县縣省港")
  fileprivate static let paper = Word("报")
  fileprivate static let society = Word("社")
  fileprivate static let member = Word("员")
  fileprivate static let message = Word("讯")
  fileprivate static let specialMessage = Word("特讯")
  fileprivate static let news = Word("消息")
  fileprivate static let wire = Word("电")
  fileprivate static let specialWire = Word("专电")
}
