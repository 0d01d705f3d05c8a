import Searching
import Typesetting

extension Reader {
  /// Short names that fingers know from elsewhere.
  private static let aliases: [String: Command] = ["q": .quit, "h": .help, "n": .nextMatch, "N": .previousMatch]

  mutating func beginCommand(_ text: String = "") {
    layers.append(.command(CommandPrompt(line: LineEditor(text))))
  }

  /// Carries out a typed line: `[count] name [count or words]`, or a line's number.
  mutating func acceptCommand(_ line: String) -> [Effect] {
    layers.removeLast()
    commands.add(line)
    var words = line.split(separator: " ")
    let before = words.first.flatMap { Int($0) }
    if before != nil { words.removeFirst() }
    guard let name = words.first.map(String.init) else { return before.map { goTo(line: $0) } ?? [] }
    let rest = line.dropFirst(line.distance(from: line.startIndex, to: words[0].endIndex)).drop { $0 == " " }
    guard let command = Self.aliases[name] ?? Command(rawValue: name) else {
      message = Message(text: phrases.unknownCommand(name), isError: true)
      return []
    }
    return run(command, count: before, words: String(rest))
  }

  private mutating func goTo(line: Int) -> [Effect] { run(.lastLine, count: max(1, line), words: "") }

  private mutating func run(_ command: Command, count: Int?, words: String) -> [Effect] {
    guard command.entry.contexts != [.prompt] else {
      message = Message(text: phrases.needsPrompt(command.rawValue))
      return []
    }
    if !command.entry.contexts.contains(context) {
      guard command.entry.contexts.contains(contextBelow) else {
        message = Message(text: phrases.meansNothing(command.rawValue))
        return []
      }
      layers.removeAll()
    }
    switch command {
    case .search where !words.isEmpty: search(words)
    case .searchCorpus where !words.isEmpty: searchEverywhere(words)
    case .save where !words.isEmpty: return saveQuery(named: words)
    case .query where !words.isEmpty: openQuery(named: words)
    case .deleteQuery where !words.isEmpty: return deleteQuery(named: words)
    case .issue where !words.isEmpty: goToIssue(words)
    case .article where !words.isEmpty: goToArticle(words)
    case .view where !words.isEmpty: setView(named: words)
    case .theme where !words.isEmpty: setTheme(named: words)
    case .level where !words.isEmpty: setLevel(named: words)
    case .justify where !words.isEmpty: setJustification(named: words)
    case .ambiguous where !words.isEmpty: return setAmbiguous(named: words)
    case .pinyin where !words.isEmpty: setPinyin(named: words)
    case .view, .theme, .level, .justify, .ambiguous, .pinyin:
      let values = self.words(after: command).joined(separator: ", ")
      message = Message(text: phrases.needsValue(command.rawValue, values))
    default: return perform(command, count: (count ?? Int(words)).map { max(1, min($0, Keying.largestCount)) })
    }
    return []
  }

  // MARK: Completion

  /// Goes to the next completion, or to the one before; the first time to the first one, or to the last.
  mutating func complete(_ step: Int) {
    switch layers.last {
    case .search(var prompt):
      let start = prompt.line.text
      prompt.line.complete(&prompt.completion, by: step) { searched(from: start) }
      layers[layers.count - 1] = .search(prompt)
      if prompt.line.text != start { findTyped() }
    case .command(var prompt):
      let start = prompt.line.text
      prompt.line.complete(&prompt.completion, by: step) { completion(of: start) }
      layers[layers.count - 1] = .command(prompt)
    case .everywhere(var prompt):
      let start = prompt.line.text
      prompt.line.complete(&prompt.completion, by: step) { searched(from: start) }
      layers[layers.count - 1] = .everywhere(prompt)
      if prompt.line.text != start { findTypedEverywhere() }
    case .listing, .listingSearch, .why, .results, .queries, nil: break
    }
  }

  /// What was searched for and begins so, the newest first.
  private func searched(from start: String) -> Completion {
    Completion(head: "", words: searches.matching(start), index: 0)
  }

  private func completion(of text: String) -> Completion {
    for command in [
      Command.issue, .view, .theme, .level, .justify, .ambiguous, .pinyin, .query, .deleteQuery, .save,
    ]
    where text.hasPrefix(command.rawValue + " ") {
      let head = command.rawValue + " "
      let start = text.dropFirst(head.count)
      return Completion(head: head, words: words(after: command).filter { $0.hasPrefix(start) }, index: 0)
    }
    let names = Command.allCases.filter { $0.entry.contexts != [.prompt] }.map(\.rawValue)
    return Completion(head: "", words: names.filter { $0.hasPrefix(text) }, index: 0)
  }

  /// What may stand after a command.
  private func words(after command: Command) -> [String] {
    switch command {
    case .issue:
      issues.indices.prefix(1000).map {
        let issue = issues[$0]
        return issue.date?.value ?? issue.id
      }
    case .view: PageView.allCases.map(\.rawValue)
    case .theme: themes.names
    case .query, .deleteQuery, .save: savedQueries.map(\.name)
    case .level: LineBreakLevel.allCases.map(\.rawValue)
    case .justify: LineSetting.Justification.allCases.map(\.rawValue)
    case .ambiguous: AmbiguousChoice.allCases.map(\.rawValue)
    case .pinyin: Query.Pinyin.allCases.map(\.rawValue)
    default: []
    }
  }
}

extension LineEditor {
  /// Puts another completion into the line.
  /// - Parameter find: the completions of what has been typed, where none are being gone round.
  fileprivate mutating func complete(_ completion: inout Completion?, by step: Int, _ find: () -> Completion) {
    if completion != nil {
      completion?.step(step)
    } else {
      completion = find()
      if step < 0 { completion?.step(step) }
    }
    if let completion, !completion.words.isEmpty { set(completion.text) }
  }
}

extension LineHistory {
  /// The lines that go on from a beginning, the newest first.
  func matching(_ start: String) -> [String] { newestFirst.filter { $0.hasPrefix(start) && $0 != start } }
}
