import Screen

/// A line that is being typed.
struct LineEditor: Sendable, Equatable {
  private var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var caret: Int

  init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  var text: String { String(characters) }
  var beforeCaret: String { String(characters[..<caret]) }
  var isEmpty: Bool { characters.isEmpty }

  /// Types text; line breaks become spaces.
  mutating func insert(_ text: String) {
    let new = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let before = String(characters[..<caret]) + String(new)
    // A combining mark joins the character before it.
    characters = Array(before) + characters[caret...]
    caret = before.count
  }

  /// Replaces everything.
  mutating func set(_ text: String) { self = LineEditor(text) }

  /// Edits as a command of the prompt says; says nothing to others.
  mutating func perform(_ command: Command) {
    switch command {
    case .caretLeft: caret = max(0, caret - 1)
    case .caretRight: caret = min(characters.count, caret + 1)
    case .caretStart: caret = 0
    case .caretEnd: caret = characters.count
    case .deleteBack: delete(max(0, caret - 1)..<caret)
    case .deleteForward: delete(caret..<min(characters.count, caret + 1))
    case .deleteWord: delete(wordStart..<caret)
    case .deleteToStart: delete(0..<caret)
    default: break
    }
  }

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

/// Lines typed before, for the arrows.
struct LineHistory: Sendable, Equatable {
  private var lines: [String] = []
  /// Those that were typed since somebody asked for them.
  private var new: [String] = []

  /// The most that are kept.
  static let limit = 200

  /// - Parameter lines: the oldest first.
  init(_ lines: [String] = []) { lines.forEach { remember($0) } }

  /// Remembers a line; the same line twice is remembered once, as the newest.
  mutating func add(_ line: String) {
    guard !line.isEmpty else { return }
    remember(line)
    new.removeAll { $0 == line }
    new.append(line)
  }

  /// What was typed since this was last asked, each once, the newest last.
  mutating func takeNew() -> [String] {
    defer { new = [] }
    return new
  }

  private mutating func remember(_ line: String) {
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst() }
  }

  var newestFirst: [String] { lines.reversed() }

  /// A place in the history: how far back one has gone, and the line that was being typed.
  struct Cursor: Sendable, Equatable {
    var back = 0
    var draft = ""
  }

  /// The line so many steps further back; nil where there is none.
  func step(_ cursor: inout Cursor, by steps: Int, from current: String) -> String? {
    let back = cursor.back + steps
    guard (0...lines.count).contains(back) else { return nil }
    if cursor.back == 0 { cursor.draft = current }
    cursor.back = back
    return back == 0 ? cursor.draft : lines[lines.count - back]
  }
}
