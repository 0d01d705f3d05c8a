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
    return say("\(what) is not \"\(name)\" but one of: \(names)", "\(what)没有“\(name)”；可用的有：\(names)")
  }

  fileprivate func name(of level: LineBreakLevel) -> String {
    switch level {
    case .none: say("marks may stand anywhere", "标点不避头尾")
    case .basic: say("marks by the basic rules", "标点避头尾：基本")
    case .gb: say("marks by GB/T 15834", "标点避头尾：国标")
    case .strict: say("marks by the strict rules", "标点避头尾：严格")
    }
  }

  fileprivate func name(of justification: LineSetting.Justification) -> String {
    switch justification {
    case .ragged: say("ragged right", "右边不齐")
    case .justified: say("justified", "两端对齐")
    case .hanging: say("justified, with hanging marks", "两端对齐，标点悬挂")
    }
  }

  fileprivate func name(of pinyin: Query.Pinyin) -> String {
    switch pinyin {
    case .off: say("letters stand for letters", "字母只当字母")
    case .common: say("small letters stand for pinyin, too", "小写字母亦作拼音")
    case .all: say("small letters stand for pinyin, rare readings, too", "小写字母亦作拼音，含罕见读音")
    }
  }

  fileprivate func name(of choice: AmbiguousChoice) -> String {
    switch choice {
    case .auto: say("“ ” — … as wide as the terminal says", "“ ” — … 宽度由终端定")
    case .narrow: say("“ ” — … one column wide", "“ ” — … 占一列")
    case .wide: say("“ ” — … two columns wide", "“ ” — … 占两列")
    }
  }
}
