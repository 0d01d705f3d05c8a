import Newspaper
import Text

// Turns of the page, and who took a picture, in papers in English.
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
    if reading.takeLatin(EnglishWords.columns) {
      reading.skipPoints()
      _ = reading.takeNumber() ?? (reading.takeLatinWord() == nil ? nil : 0)
    }
    while let kind = reading.nextLettering, kind != .latin, kind != .digit { reading.position += 1 }
    return reading.position == end ? (start..<end, direction, page) : nil
  }

  private mutating func takeTurnWords() -> Jump.Direction? {
    let words = EnglishWords.self
    if takeLatin(EnglishWords.continued) {
      skipPoints()
      if takeLatin(EnglishWords.from) { return .from }
      return takeLatin(EnglishWords.on) ? .to : nil
    }
    if takeLatin(EnglishWords.turn) {
      skipPoints()
      return takeLatin(EnglishWords.to) ? .to : nil
    }
    guard takeLatin(EnglishWords.see) else { return nil }
    // The word by which the story is to be found there.
    for _ in 0..<words.mostKeywords {
      skipSpaces()
      var reading = self
      guard let word = reading.takeLatinWord(), (0x41...0x5A).contains(scalars[word.lowerBound]),
        key(word) != "page"
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
      guard EnglishWords.photos.contains(key(word)) else { continue }
      reading.skipSpaces()
      let isOpened = (first..<word.lowerBound).contains { lettering[$0] == .openBracket }
      if reading.takeLatin(EnglishWords.by) {
        reading.skipSpaces()
        return Credit(name: string(reading.position..<last))
      }
      return isOpened && last < end && reading.position >= last ? Credit(name: "") : nil
    }
    return nil
  }
}

extension EnglishWords {
  fileprivate static let columns: LatinKeys = ["column", "columns", "col", "cols"]
  fileprivate static let continued: LatinKeys = ["continued", "cont"]
  fileprivate static let turn: LatinKeys = ["turn"]
  fileprivate static let see: LatinKeys = ["see"]
}
