import Screen

extension Reader {
  /// Takes a key: part of a count or chord, a command, or text for a prompt.
  mutating func press(_ key: Key) -> [Effect] {
    dismissMessage()
    switch keying.press(key, keymap, in: context) {
    case .pending, .dropped: return []
    case .command(let command, let count): return perform(command, count: count)
    case .nothing(let chord):
      if context == .prompt { return typeText(chord) }
      message = Message(text: phrases.notBound(Keymap.label(chord), help: keymap.label(for: .help, in: context)))
      return []
    }
  }

  /// Takes text that was pasted: into a prompt, nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    dismissMessage()
    guard context == .prompt else {
      message = Message(text: phrases.nothingToPaste)
      return []
    }
    editLine { $0.insert(text) }
    return []
  }

  private mutating func dismissMessage() {
    if message == nil { log.markSeen() }
    message = nil
  }

  private mutating func typeText(_ chord: [Key]) -> [Effect] {
    guard chord.count == 1, case .character(let character) = chord[0].code,
      chord[0].modifiers.isDisjoint(with: [.control, .alt])
    else { return [] }
    editLine { $0.insert(String(character)) }
    return []
  }

  /// Carries out a command in the context in force.
  mutating func perform(_ command: Command, count: Int?) -> [Effect] {
    if let effects = performInResults(command, count: count) { return effects }
    if let movement = Movement(command, count: count) {
      move(movement)
      return []
    }
    switch command {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .open: open()
    case .back: back()
    case .interrupt: interrupt()
    case .help: showHelp()
    case .messages: listMessages()
    case .whereabouts: sayWhere()
    case .commandLine: beginCommand()
    case .toggleRaw: toggleRaw()
    case .toggleRead: toggleRead()
    case .nextView: nextView()
    case .view, .theme, .level, .justify, .ambiguous, .pinyin: beginCommand(command.rawValue + " ")
    case .boxLeft: boxLeft()
    case .boxRight: moveFocus(.right)
    case .why: askWhy()
    case .nextPassage: changePassage(by: count ?? 1)
    case .previousPassage: changePassage(by: -(count ?? 1))
    case .nextPane: changePane(by: 1)
    case .previousPane: changePane(by: -1)
    default: return performInIssue(command, count: count ?? 1, hasCount: count != nil)
    }
    return []
  }

  private mutating func performInIssue(_ command: Command, count: Int, hasCount: Bool) -> [Effect] {
    switch command {
    case .nextArticle: changeArticle(by: count)
    case .previousArticle: changeArticle(by: -count)
    case .nextIssue: changeIssue(by: count)
    case .previousIssue: changeIssue(by: -count)
    case .article: if hasCount { goToArticle(String(count)) } else { beginCommand("article ") }
    case .issue: beginCommand("issue ")
    case .follow: follow()
    case .search: if context == .help { beginListingSearch() } else { beginSearch() }
    case .searchCorpus: searchEverywhere()
    case .save, .query, .deleteQuery: beginCommand(command.rawValue + " ")
    case .queries: listQueries()
    case .nextMatch: stepMatches(by: count)
    case .previousMatch: stepMatches(by: -count)
    case .clearSearch: clearSearch()
    default: return performTyping(command)
    }
    return []
  }

  private mutating func stepMatches(by step: Int) {
    if context == .help { changeListingMatch(by: step) } else { changeMatch(by: step) }
  }

  /// Leaves what lies over the panes; where nothing does, says how to quit.
  private mutating func interrupt() {
    switch layers.last {
    case .listing, .why, .results, .queries: layers.removeLast()
    case .search, .everywhere, .command, .listingSearch: cancelPrompt()
    case nil: message = Message(text: phrases.howToQuit(keymap.label(for: .quit, in: context)))
    }
  }
}
