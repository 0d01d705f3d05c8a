import Newspaper
import Text

/// The facts in the name of a page's file or of a folder: a day, and a page number.
///
/// Days: `2021-06-22`, `2021_6_2`, `2021.06.22`, `22.06.2021`, `20210622`, `2021年6月22日`, `二〇二一年六月二十二日`. Pages, at the
/// end of the name: `_02`, `-02`, `-p03`, `_p09`, `p3` behind a digit, `A03`, `seq-3`, `第04版`, `第四版`, and a bare `01`,
/// `0001` or `p1`.
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
    let days = NamedDay.days(in: letters)
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
    // The pages of Chronicling America: sn83030214_1905-03-05_ed-1_seq-3.
    if start < markStart, start > floor + 3, letters[start - 3..<start].elementsEqual("seq".unicodeScalars) {
      start -= 3
      while start > floor, "_- .".unicodeScalars.contains(letters[start - 1]) { start -= 1 }
    }
    guard isMarked || start < markStart || start == 0 || end - start > 1 && endsWithSection(letters[floor..<start])
    else { return nil }
    return (page, start)
  }

  /// True if a name ends with the letter of a section by itself, as that of `A01` does.
  private static func endsWithSection(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let section = letters.last, ("A"..."Z").contains(section) else { return false }
    return letters.dropLast().last.map("_- .".unicodeScalars.contains) ?? true
  }

  /// At most three digits behind any zeros, or a Chinese numeral to 99.
  private static func number(_ numerals: ArraySlice<Unicode.Scalar>) -> Int? {
    let letters = numerals.count == 4 ? numerals.drop { $0 == "0" } : numerals
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

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  fileprivate func isNumeral(chinese: Bool) -> Bool {
    isDigit || chinese && "一二三四五六七八九十".unicodeScalars.contains(self)
  }
}
