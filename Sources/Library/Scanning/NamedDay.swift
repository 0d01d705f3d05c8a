import Newspaper
import Text

/// A day in the name of a file or folder, read character by character.
struct NamedDay {
  private let letters: [Unicode.Scalar]
  private var index: Int

  private init(_ letters: [Unicode.Scalar], at index: Int) { (self.letters, self.index) = (letters, index) }

  /// The days in a name, in order.
  static func days(in letters: [Unicode.Scalar]) -> [(range: Range<Int>, day: CalendarDay)] {
    var found: [(range: Range<Int>, day: CalendarDay)] = []
    var index = 0
    while index + 8 <= letters.count {
      if let day = day(letters, at: index) {
        found.append(day)
        index = day.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func day(
    _ letters: [Unicode.Scalar], at start: Int
  ) -> (range: Range<Int>, day: CalendarDay)? {
    let isHanzi = chineseDigit(letters[start]) != nil
    guard isHanzi || letters[start].isDigit && standsFree(letters, start) else { return nil }
    var reading = NamedDay(letters, at: start)
    if let day = isHanzi ? reading.takeHanzi() : reading.takeYearFirst() { return (start..<reading.index, day) }
    reading.index = start
    return isHanzi ? nil : reading.takeYearLast().map { (start..<reading.index, $0) }
  }

  /// True outside of a longer number and of a hexadecimal id: `rmrb19980105` holds a day, `9f19980105` none.
  private static func standsFree(_ letters: [Unicode.Scalar], _ index: Int) -> Bool {
    let word = letters[..<index].reversed().prefix { $0.isLatinLetter || $0.isDigit }
    return word.isEmpty || (!word.contains(where: \.isDigit) && word.contains { !$0.properties.isASCIIHexDigit })
  }

  private mutating func take(_ counts: ClosedRange<Int>) -> Int? {
    let digits = letters[index...].prefix { $0.isDigit }.prefix(counts.upperBound)
    guard counts.contains(digits.count) else { return nil }
    index += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard index < letters.count, letters[index] == sign else { return false }
    index += 1
    return true
  }

  private mutating func takeSeparator() -> Unicode.Scalar? { "-_.".unicodeScalars.first { take($0) } }

  /// `2021-06-22`, `2021_6_2`, `20210622`, `2021年6月22日`, and `2021062201` with the number of an edition.
  private mutating func takeYearFirst() -> CalendarDay? {
    guard let year = take(4...4), index < letters.count else { return nil }
    let isWritten = take("年")
    let sign = isWritten ? nil : takeSeparator()
    let isCompact = !isWritten && sign == nil
    let counts = isCompact ? 2...2 : 1...2
    guard let month = take(counts), isWritten ? take("月") : sign.map({ take($0) }) ?? true, let day = take(counts)
    else { return nil }
    if isWritten { _ = take("日") }
    if isCompact, index + 2 == letters.count, index == 8 { _ = take(2...2) }
    return ends(isCompact: isCompact) ? CalendarDay(ofNewspaper: year, month: month, day: day) : nil
  }

  /// `22.06.2021`; with other signs only where it is clear which number is the month.
  private mutating func takeYearLast() -> CalendarDay? {
    guard let first = take(1...2), let sign = takeSeparator(), let second = take(1...2), take(sign),
      let year = take(4...4), ends(isCompact: false), sign == "." || first > 12 || second > 12
    else { return nil }
    let isMonthFirst = sign != "." && second > 12
    return CalendarDay(ofNewspaper: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first)
  }

  /// `二〇二一年六月二十二日`
  private mutating func takeHanzi() -> CalendarDay? {
    var year = 0
    for _ in 0..<4 {
      guard index < letters.count, let digit = Self.chineseDigit(letters[index]) else { return nil }
      (year, index) = (year * 10 + digit, index + 1)
    }
    guard take("年"), let month = takeHanziNumber(), take("月"), let day = takeHanziNumber() else { return nil }
    _ = take("日") || take("号")
    return CalendarDay(ofNewspaper: year, month: month, day: day)
  }

  /// 1 to 31.
  private mutating func takeHanziNumber() -> Int? {
    var (value, last, count) = (0, 0, 0)
    while index < letters.count, count < 4 {
      if letters[index] == "十" || letters[index] == "廿" || letters[index] == "卅" {
        value += letters[index] == "十" ? max(1, last) * 10 : letters[index] == "廿" ? 20 : 30
        last = 0
      } else if let digit = Self.chineseDigit(letters[index]) {
        last = last * 10 + digit
      } else {
        break
      }
      (index, count) = (index + 1, count + 1)
    }
    return count > 0 ? value + last : nil
  }

  private static func chineseDigit(_ letter: Unicode.Scalar) -> Int? {
    if letter == "○" || letter == "零" || letter == "〇" { return 0 }
    return chineseNumeral(letter.value).flatMap { (1...9).contains($0) ? $0 : nil }
  }

  private func ends(isCompact: Bool) -> Bool {
    guard index < letters.count else { return true }
    if letters[index].isDigit { return false }
    let isPage =
      letters[index].properties.lowercaseMapping == "p" && index + 1 < letters.count && letters[index + 1].isDigit
    return !isCompact || !letters[index].isLatinLetter || isPage
  }
}
