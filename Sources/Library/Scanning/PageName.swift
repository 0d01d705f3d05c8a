import Newspaper
import Text

/// The facts in the name of a page's file or of a folder: a day, and a page number.
///
/// Days: `2021-06-22`, `2021_06_22`, `2021.06.22`, `20210622`, `2021年6月22日`. Pages, at the end of the name: `_02`,
/// `-02`, `-p03`, `_p09`, `p3` behind a digit, `第04版`, `第四版`, and a bare `01` or `p1`.
struct PageName: Sendable, Equatable {
  /// The name without its ending.
  let stem: String
  /// The day in the name; nil if there is none, or if there are two.
  let day: CalendarDay?
  let page: Int?
  /// The name without the page number: the whole name if there is no number, empty for a bare number.
  let rest: String
  /// True if the rest is only a day.
  let restIsDay: Bool

  /// No paper has more pages; a greater number counts something else.
  private static let mostPages = 200

  /// Reads a name without its ending.
  init(stem: String) {
    self.stem = stem
    let letters = Array(stem.unicodeScalars)
    let days = Self.days(in: letters)
    day = Set(days.map(\.day)).count == 1 ? days.first?.day : nil
    let mark = Self.pageMark(letters, after: days.last?.range.upperBound ?? 0)
    page = mark?.page
    let kept = mark?.start ?? letters.count
    rest = mark == nil ? stem : String(String.UnicodeScalarView(letters[..<kept]))
    restIsDay = days.count == 1 && days.first?.range == 0..<kept
  }

  /// The page number at the end of a name, and the start of its mark with the separators before it.
  private static func pageMark(_ letters: [Unicode.Scalar], after floor: Int) -> (page: Int, start: Int)? {
    var start = letters.count
    var isMarked = false
    if letters.last == "版" {
      start -= 1
      isMarked = true
    }
    let end = start
    while start > floor, letters[start - 1].isNumeral(chinese: isMarked) { start -= 1 }
    guard let page = number(letters[start..<end]), (1...mostPages).contains(page) else { return nil }
    if start > floor, letters[start - 1] == "第", isMarked {
      start -= 1
    } else if start > floor, letters[start - 1] == "p" || letters[start - 1] == "P", !isMarked {
      start -= 1
      isMarked = true
      // "p3" behind a letter is the end of a word.
      if start > 0, letters[start - 1].isLatinLetter { return nil }
    }
    let markStart = start
    while start > floor, "_- .".unicodeScalars.contains(letters[start - 1]) { start -= 1 }
    guard isMarked || start < markStart || start == 0 else { return nil }
    return (page, start)
  }

  /// At most three digits, or a Chinese numeral to 99.
  private static func number(_ letters: ArraySlice<Unicode.Scalar>) -> Int? {
    guard (1...3).contains(letters.count) else { return nil }
    let text = String(String.UnicodeScalarView(letters))
    if let number = Int(text) { return number }
    let parts = letters.split(separator: "十", omittingEmptySubsequences: false)
    let values = parts.map { part in part.count == 1 ? part.first.flatMap { chineseNumeral($0.value) } : nil }
    if parts.count == 1 { return values[0] }
    guard parts.count == 2, zip(parts, values).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    return (values[0] ?? 1) * 10 + (values[1] ?? 0)
  }
}

extension PageName {
  /// The days in a name, in order.
  private static func days(in letters: [Unicode.Scalar]) -> [(range: Range<Int>, day: CalendarDay)] {
    var found: [(range: Range<Int>, day: CalendarDay)] = []
    var index = 0
    while index + 8 <= letters.count {
      if letters[index].isDigit, standsFree(letters, index), let day = day(letters, at: index) {
        found.append(day)
        index = day.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// True outside of a longer number and of a hexadecimal id: `rmrb19980105` holds a day, `9f19980105` none.
  private static func standsFree(_ letters: [Unicode.Scalar], _ index: Int) -> Bool {
    let word = letters[..<index].reversed().prefix { $0.isLatinLetter || $0.isDigit }
    return word.isEmpty || (!word.contains(where: \.isDigit) && word.contains { !$0.properties.isASCIIHexDigit })
  }

  private static func day(
    _ letters: [Unicode.Scalar], at start: Int
  ) -> (range: Range<Int>, day: CalendarDay)? {
    var index = start
    func take(_ counts: ClosedRange<Int>) -> Int? {
      let digits = letters[index...].prefix { $0.isDigit }.prefix(counts.upperBound)
      guard counts.contains(digits.count) else { return nil }
      index += digits.count
      return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
    func take(_ sign: Unicode.Scalar) -> Bool {
      guard index < letters.count, letters[index] == sign else { return false }
      index += 1
      return true
    }
    guard let year = take(4...4), index < letters.count else { return nil }
    let isWritten = take("年")
    let sign = "-_.".unicodeScalars.first { take($0) }
    let counts = isWritten ? 1...2 : 2...2
    guard let month = take(counts), isWritten ? take("月") : sign.map({ take($0) }) ?? true, let day = take(counts)
    else { return nil }
    if isWritten { _ = take("日") }
    guard index == letters.count || endsDay(letters, at: index, isCompact: !isWritten && sign == nil) else {
      return nil
    }
    return CalendarDay(ofNewspaper: year, month: month, day: day).map { (start..<index, $0) }
  }

  private static func endsDay(_ letters: [Unicode.Scalar], at index: Int, isCompact: Bool) -> Bool {
    if letters[index].isDigit { return false }
    let isPage =
      letters[index].properties.lowercaseMapping == "p" && index + 1 < letters.count
      && letters[index + 1].isDigit
    return !isCompact || !letters[index].isLatinLetter || isPage
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  fileprivate func isNumeral(chinese: Bool) -> Bool {
    isDigit || chinese && "一二三四五六七八九十".unicodeScalars.contains(self)
  }
}
