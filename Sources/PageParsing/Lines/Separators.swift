import Text

// Lines that part what stands above from what stands below, and are no text.
extension Wording {
  /// The most letters of a rule's ornament, and of what a page separator says.
  static let longestOrnament = 3
  static let longestSeparator = 24

  /// True for a rule or the noise of one: signs, with no more than an ornament of `o` and `x` between (`—o—`,
  /// `--oOo--`), or fewer letters than signs.
  var isRuleOrNoise: Bool {
    var (signs, letters, isOrnament) = (0, 0, true)
    for index in position..<end {
      switch lettering[index] {
      case .hanzi: return false
      case .latin, .digit:
        letters += 1
        if ![0x6F, 0x4F, 0x30, 0x78, 0x58].contains(scalars[index]) { isOrnament = false }
      case .other, .dash, .bullet, .interpunct, .straightQuote, .ellipsis: signs += 1
      default: break
      }
    }
    return isOrnament && signs > 1 || signs > letters
  }

  /// True for a line that says no more than that a page begins or ends there, set off by signs: `--- Page 2 ---`,
  /// `===== 第3版 =====`, `[Page 4 of 8]`, `<!-- page 5 -->`, `{3}-----`.
  var isPageSeparator: Bool {
    var core = self
    let opening = core.skipSigns()
    while core.position < core.end, core.isSign(core.end - 1) { core = core.part(core.position..<core.end - 1) }
    let closing = end - core.end
    guard core.position < core.end, core.end - core.position <= Self.longestSeparator else { return false }
    let isBracketed = lettering[position] == .openBracket || scalars[position] == 0x3C
    if core.isPageName { return opening > 0 && closing > 0 || opening > 3 }
    guard opening > 1 || isBracketed, closing > 1 || isBracketed || opening > 3 else { return false }
    var reading = core
    return reading.takeNumber() != nil && reading.position == core.end && opening + closing > 5
  }

  /// True for a line that is no more than a page's name: `Page 2`, `第二版`.
  var isPageName: Bool {
    var reading = self
    return reading.takePageName() && reading.position == end
  }

  /// True for a line that says no more than which of how many pages begins or ends there: `Page 2 of 4`, `第2页 共4页`.
  var isPageOfPages: Bool {
    var reading = self
    guard reading.takePageName(), reading.position == end else { return false }
    return (position..<end).contains {
      scalars[$0] == 0x2F || HanziForms.simplified(scalars[$0]) == Word.inAll.scalars[0]
    }
      || endsWithCount
  }

  /// True if a number of pages stands at the end behind a word for `of`.
  private var endsWithCount: Bool {
    let words = (position..<end).split { lettering[$0] == .space }
    guard words.count > 2, let last = words.dropLast().last else { return false }
    var reading = part(last.lowerBound..<last.upperBound)
    return reading.takeLatin(LatinKeys.ofAll) && reading.position == last.upperBound
  }

  /// The first number in it.
  var firstNumber: Int? {
    var reading = self
    while reading.position < reading.end {
      if let number = reading.takeNumber() { return number > 0 && number < 1000 ? number : nil }
      reading.position += 1
    }
    return nil
  }

  private func isSign(_ index: Int) -> Bool {
    switch lettering[index] {
    case .space, .other, .dash, .openBracket, .closeBracket, .interpunct, .bullet: true
    case .stop: scalars[index] == 0x21
    default: false
    }
  }

  /// Passes over signs and returns the number of those that are no spaces.
  private mutating func skipSigns() -> Int {
    var count = 0
    while position < end, isSign(position) {
      if lettering[position] != .space { count += 1 }
      position += 1
    }
    return count
  }

  /// `Page 2`, `PAGE 2 of 8`, `page break`, `第3版`, `第 三 页`, `A3版`, `分页`.
  private mutating func takePageName() -> Bool {
    if nextLettering == .latin {
      guard takeLatin(LatinKeys.pageNames) else { return false }
      _ = takeLatin(LatinKeys.of)
      skipPoints()
      if takeLatin(LatinKeys.breaks), position == end { return true }
      while nextLettering == .space || nextLettering == .colon || next == 0x23 { position += 1 }
      if takeLatin(LatinKeys.numberNames) { skipPoints() }
      guard takeNumber() != nil || takeLatin(LatinKeys.romanNumbers) else { return false }
      _ = take(.page) || take(Word.sheet)
      skipSpaces()
      if takeLatin(LatinKeys.ofAll) || next == 0x2F {
        if next == 0x2F { position += 1 }
        skipSpaces()
        return takeNumber() != nil
      }
      return true
    }
    if take(Word.pageBreak) || take(Word.pageTurn) { return true }
    let isOrdinal = take(.ordinal)
    skipSpaces()
    _ = takeLatin(LatinKeys.sections)
    guard takeNumber() != nil else { return false }
    skipSpaces()
    guard take(.page) || take(Word.sheet) || take(Word.side) || take(Word.japanesePage) else { return false }
    _ = take(Word.ended) || take(Word.finished)
    takeCount()
    return isOrdinal || position == end
  }
}

extension Wording {
  /// Takes how many pages there are, behind the name of one: `/共4页`, ` 共 4 页`.
  fileprivate mutating func takeCount() {
    var reading = self
    while reading.next == 0x2F || reading.nextLettering == .space || reading.nextLettering == .pause {
      reading.position += 1
    }
    guard reading.take(Word.inAll) else { return }
    reading.skipSpaces()
    guard reading.takeNumber() != nil else { return }
    reading.skipSpaces()
    if reading.take(.page) || reading.take(Word.sheet) { self = reading }
  }
}

extension LatinKeys {
  fileprivate static let pageNames: LatinKeys = [
    "page", "pages", "pg", "p", "seite", "blatt", "pagina", "página", "feuille", "feuillet", "blad", "bladzijde", "blz",
    "sheet", "end", "a", "b", "c", "d",
  ]
  fileprivate static let sections: LatinKeys = ["a", "b", "c", "d"]
  fileprivate static let breaks: LatinKeys = ["break", "page", "end"]
  fileprivate static let numberNames: LatinKeys = ["page", "no", "number"]
  fileprivate static let romanNumbers: LatinKeys = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
  fileprivate static let of: LatinKeys = ["of"]
  fileprivate static let ofAll: LatinKeys = ["of", "von", "van", "de", "sur"]
}

extension Word {
  fileprivate static let sheet = Word("页")
  fileprivate static let side = Word("面")
  fileprivate static let japanesePage = Word("ページ")
  fileprivate static let inAll = Word("共")
  fileprivate static let pageBreak = Word("分页")
  fileprivate static let pageTurn = Word("换页")
  fileprivate static let ended = Word("完")
  fileprivate static let finished = Word("结束")
}

extension LineFacts {
  /// Takes a line that is no more than a page's name as one that parts pages.
  mutating func partPagesByName(_ scan: PageScan) {
    guard letterCount <= Wording.longestSeparator, Wording(scan, line.range).isPageName else { return }
    isPageSeparator = true
    evidence.insert(.folio)
  }
}
