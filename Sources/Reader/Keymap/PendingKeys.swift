import Screen

/// Keys that have been pressed and are not yet a command: a count and the beginning of a chord.
struct PendingKeys: Sendable, Equatable {
  private(set) var count: Int?
  private(set) var chord: [Key] = []

  /// The result of a key.
  enum Outcome: Equatable {
    case command(Command, count: Int?)
    /// More keys are awaited.
    case pending
    /// The keys mean nothing together.
    case nothing([Key])
    /// A count or the beginning of a chord was given up.
    case dropped
  }

  /// Larger counts mean the same as this one.
  static let largestCount = 99_999

  var isEmpty: Bool { count == nil && chord.isEmpty }

  /// The keys as the last line shows them: `5`, `5g`.
  var text: String { (count.map(String.init) ?? "") + Keymap.label(chord) }

  /// Outside of prompts a key is what an input method made of it only if the keymap has that.
  mutating func press(_ pressed: Key, _ keymap: Keymap, in context: Context) -> Outcome {
    let isBound = context == .prompt || keymap.match(chord + [pressed], in: context) != .none
    let key = isBound ? pressed : pressed.narrow
    if context != .prompt, chord.isEmpty, countedDigit(key) { return .pending }
    if !isEmpty, key == Key(.escape) {
      self = PendingKeys()
      return .dropped
    }
    chord.append(key)
    switch keymap.match(chord, in: context) {
    case .pending: return .pending
    case .matched(let command): return finish(.command(command, count: count))
    case .none: return finish(.nothing(chord))
    }
  }

  private mutating func finish(_ outcome: Outcome) -> Outcome {
    self = PendingKeys()
    return outcome
  }

  private mutating func countedDigit(_ key: Key) -> Bool {
    guard key.modifiers.isEmpty, case .character(let character) = key.code, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    count = min(Self.largestCount, (count ?? 0) * 10 + digit)
    return true
  }
}
