import Screen

/// A line that is being typed.
struct LineEditor: Sendable, Equatable {
  private var characters: [Character]
  /// The number of characters before the cursor.
  private(set) var caret: Int

  init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  var text: String { String(characters) }
  var beforeCaret: String { String(characters[..<caret]) }
  var isEmpty: Bool { characters.isEmpty }

  /// The longest line, in characters: what is pasted beyond it is left out.
  static let longest = 10_000

  /// Types text; line breaks become spaces.
  mutating func insert(_ text: String) {
    let room = max(0, Self.longest - characters.count)
    let new = text.prefix(room).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let before = String(characters[..<caret]) + String(new)
    // A combining mark joins the character before it.
    characters = Array(before) + characters[caret...]
    caret = before.count
  }

  /// Replaces everything.
  mutating func set(_ text: String) { self = LineEditor(text) }

  /// Moves the cursor so many characters, as far as there are any.
  mutating func moveCaret(by steps: Int) {
    caret = steps < 0 ? max(0, caret + steps) : caret + min(steps, characters.count - caret)
  }

  mutating func deleteBack() { delete(max(0, caret - 1)..<caret) }

  mutating func deleteForward() { delete(caret..<min(characters.count, caret + 1)) }

  mutating func deleteWord() { delete(wordStart..<caret) }

  mutating func deleteToStart() { delete(0..<caret) }

  private var wordStart: Int {
    var start = caret
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private mutating func delete(_ range: Range<Int>) {
    characters.removeSubrange(range)
    caret = range.lowerBound
  }
}
