import Text

// Datelines of reports in English: their place, their day and who sent them.
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
