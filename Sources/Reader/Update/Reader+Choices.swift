import Searching
import Typesetting

// What can be chosen of how text is composed, by name.
extension Reader {
  mutating func setLevel(named name: String) {
    choose(name, for: \.level, as: .level) { $0.name(of: $1) }
  }

  mutating func setJustification(named name: String) {
    choose(name, for: \.justification, as: .justify) { $0.name(of: $1) }
  }

  mutating func setAmbiguous(named name: String) -> [Effect] {
    choose(name, for: \.ambiguous, as: .ambiguous) { $0.name(of: $1) }
    return measuredAmbiguous == nil ? askAmbiguousWidth() : []
  }

  /// The question how wide the terminal draws ambiguous characters, where that matters.
  func askAmbiguousWidth() -> [Effect] { choices.ambiguous == .auto ? [.askAmbiguousWidth] : [] }

  /// Takes the answer.
  mutating func learn(ambiguous: AmbiguousWidth) -> [Effect] {
    measuredAmbiguous = ambiguous
    return settle()
  }

  /// What was searched for last is looked for anew.
  mutating func setPinyin(named name: String) {
    choose(name, for: \.pinyin, as: .pinyin) { $0.name(of: $1) }
    guard let last = query else { return }
    query = TypedQuery(last.text, pinyin: choices.pinyin).query
    findAgain()
  }

  private mutating func choose<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, for place: WritableKeyPath<Choices, Choice>, as command: Command,
    _ words: (Phrases, Choice) -> String
  ) {
    guard let choice = Choice(rawValue: name) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      return message = Message(text: phrases.noChoice(name, for: command, names), isError: true)
    }
    choices[keyPath: place] = choice
    message = Message(text: words(phrases, choice))
  }
}

extension Phrases {
  fileprivate func noChoice(_ name: String, for command: Command, _ names: String) -> String {
    let what = command.label(in: language)
    return say("{} is not \"{}\" but one of: {}", what, name, names)
  }

  fileprivate func name(of level: LineBreakLevel) -> String {
    switch level {
    case .none: say("marks may stand anywhere")
    case .basic: say("marks by the basic rules")
    case .gb: say("marks by GB/T 15834")
    case .strict: say("marks by the strict rules")
    }
  }

  fileprivate func name(of justification: LineSetting.Justification) -> String {
    switch justification {
    case .ragged: say("ragged right")
    case .justified: say("justified")
    case .hanging: say("justified, with hanging marks")
    }
  }

  fileprivate func name(of pinyin: Query.Pinyin) -> String {
    switch pinyin {
    case .off: say("letters stand for letters")
    case .common: say("small letters stand for pinyin, too")
    case .all: say("small letters stand for pinyin, rare readings, too")
    }
  }

  fileprivate func name(of choice: AmbiguousChoice) -> String {
    switch choice {
    case .auto: say("“ ” — … as wide as the terminal says")
    case .narrow: say("“ ” — … one column wide")
    case .wide: say("“ ” — … two columns wide")
    }
  }
}
