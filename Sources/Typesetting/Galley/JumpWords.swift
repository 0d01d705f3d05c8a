/// The words of a jump to another page, to be found at the edge of a paragraph in any brackets that a repair gave them.
struct JumpWords {
  /// Without brackets.
  let words: Substring

  init(_ text: String) {
    words = text[...].trimmed { !$0.isSpoken }
  }

  /// Their range at the start or the end of a text, with their brackets, in UTF-8 offsets.
  func range(in text: String) -> Range<Int>? {
    guard !words.isEmpty else { return nil }
    let inner = text[...].trimmed { !$0.isSpoken }
    if inner.hasSuffix(words) {
      let before = text[..<inner.endIndex].dropLast(words.count)
      return before.withoutLast { $0.isOpeningBracket }.utf8.count..<text.utf8.count
    }
    guard inner.hasPrefix(words) else { return nil }
    let after = text[inner.startIndex...].dropFirst(words.count)
    let end = after.first.map { $0.isClosingBracket } == true ? after.dropFirst().startIndex : after.startIndex
    return 0..<text[..<end].utf8.count
  }
}

extension Character {
  fileprivate var isSpoken: Bool { isLetter || isNumber }
  fileprivate var isOpeningBracket: Bool { "(（[［【〔<〈《".contains(self) }
  fileprivate var isClosingBracket: Bool { ")）]］】〕>〉》".contains(self) }
}

extension Substring {
  fileprivate func trimmed(_ isOff: (Character) -> Bool) -> Substring {
    var rest = drop(while: isOff)
    while let last = rest.last, isOff(last) { rest.removeLast() }
    return rest
  }

  fileprivate func withoutLast(_ isOff: (Character) -> Bool) -> Substring {
    last.map(isOff) == true ? dropLast() : self
  }
}
