extension Reader {
  /// Carries out a command of the prompt.
  mutating func performTyping(_ command: Command) -> [Effect] {
    switch command {
    case .accept: return acceptPrompt()
    case .cancel: cancelPrompt()
    case .complete: complete(1)
    case .completeBack: complete(-1)
    case .olderLine: stepHistory(1)
    case .newerLine: stepHistory(-1)
    case .deleteBack where promptLine?.isEmpty == true: cancelPrompt()
    default: editLine { $0.perform(command) }
    }
    return []
  }

  /// The line that is being typed.
  var promptLine: LineEditor? {
    switch layers.last {
    case .search(let prompt): prompt.line
    case .everywhere(let prompt): prompt.line
    case .command(let prompt): prompt.line
    case .listingSearch(let prompt): prompt.line
    case .listing, .why, .results, .queries, nil: nil
    }
  }

  /// Changes the line that is being typed; a search follows it at once.
  mutating func editLine(_ edit: (inout LineEditor) -> Void) {
    switch layers.last {
    case .search(var prompt):
      let text = prompt.line.text
      edit(&prompt.line)
      prompt.completion = nil
      layers[layers.count - 1] = .search(prompt)
      if prompt.line.text != text { findTyped() }
    case .everywhere(var prompt):
      let text = prompt.line.text
      edit(&prompt.line)
      prompt.completion = nil
      layers[layers.count - 1] = .everywhere(prompt)
      if prompt.line.text != text { findTypedEverywhere() }
    case .command(var prompt):
      edit(&prompt.line)
      prompt.completion = nil
      layers[layers.count - 1] = .command(prompt)
    case .listingSearch(var prompt):
      edit(&prompt.line)
      layers[layers.count - 1] = .listingSearch(prompt)
      findInListing()
    case .listing, .why, .results, .queries, nil: break
    }
  }

  private mutating func acceptPrompt() -> [Effect] {
    switch layers.last {
    case .search(let prompt): acceptSearch(prompt)
    case .everywhere(let prompt): acceptEverywhere(prompt)
    case .command(let prompt): return acceptCommand(prompt.line.text)
    case .listingSearch(let prompt): acceptListingSearch(prompt)
    case .listing, .why, .results, .queries, nil: break
    }
    return []
  }

  /// Leaves the prompt as if it had never been there.
  mutating func cancelPrompt() {
    switch layers.last {
    case .search(let prompt): cancelSearch(prompt)
    case .everywhere(let prompt): cancelEverywhere(prompt)
    case .command: layers.removeLast()
    case .listingSearch(let prompt): cancelListingSearch(prompt)
    case .listing, .why, .results, .queries, nil: break
    }
  }

  private mutating func stepHistory(_ steps: Int) {
    switch layers.last {
    case .search(var prompt):
      guard let line = searches.step(&prompt.cursor, by: steps, from: prompt.line.text) else { return }
      layers[layers.count - 1] = .search(prompt)
      editLine { $0.set(line) }
    case .everywhere(var prompt):
      guard let line = searches.step(&prompt.cursor, by: steps, from: prompt.line.text) else { return }
      layers[layers.count - 1] = .everywhere(prompt)
      editLine { $0.set(line) }
    case .command(var prompt):
      guard let line = commands.step(&prompt.cursor, by: steps, from: prompt.line.text) else { return }
      layers[layers.count - 1] = .command(prompt)
      editLine { $0.set(line) }
    case .listing, .listingSearch, .why, .results, .queries, nil: break
    }
  }
}
