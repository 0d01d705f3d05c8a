extension Programs {
  /// The words of a command line: divided at spaces, except within `'…'` and `"…"`; a backslash takes the next
  /// character as it is.
  package static func words(_ line: String) -> [String] {
    var (words, word) = ([String](), String?.none)
    var quote: Character?
    var isEscaped = false
    for character in line {
      switch character {
      case _ where isEscaped:
        word = (word ?? "") + String(character)
        isEscaped = false
      case "\\" where quote != "'":
        isEscaped = true
        word = word ?? ""
      case quote: quote = nil
      case "'" where quote == nil, "\"" where quote == nil:
        quote = character
        word = word ?? ""
      case _ where quote == nil && character.isWhitespace:
        if let ended = word { words.append(ended) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
