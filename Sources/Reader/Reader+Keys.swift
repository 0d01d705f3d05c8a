import Newspaper
import Notes
import Screen

// From keys to commands, and from commands to the screen in force.
extension Reader {
  /// Takes a key: part of a count or chord, a command, or text for a prompt.
  mutating func press(_ key: Key) -> [Effect] {
    dismissMessage()
    if notebook.recording?.keys.count ?? 0 < 2 * Macro.mostKeys { notebook.recording?.keys.append(key) }
    let hadPrompt = layers.last is CommandPrompt
    defer {
      if !hadPrompt, layers.last is CommandPrompt, let count = notebook.recording?.keys.count {
        notebook.recording?.commandStart = count - 1
      }
    }
    let (chord, here) = (keys.chord + [key], context)
    switch keys.press(key, keymap, in: here) {
    case .pending, .dropped: return []
    case .command(.chain, _): return run(.chain, count: nil, words: keymap.words(for: chord, in: here) ?? "")
    case .command(let command, let count): return perform(command, count: count)
    case .nothing(let chord):
      if context == .prompt {
        type(chord)
      } else {
        say(phrases.notBound(Keymap.label(chord), help: keymap.label(for: .help, in: context)))
      }
      return []
    }
  }

  /// Takes text that was pasted, into a prompt only.
  mutating func paste(_ text: String) {
    dismissMessage()
    guard let prompt = layers.last as? any LinePrompt else { return say(phrases.nothingToPaste) }
    prompt.edit(in: &self) { $0.insert(text) }
    if text.utf8.count > LineEditor.longest, text.count > LineEditor.longest {
      say(phrases.pasteCutShort(LineEditor.longest))
    }
  }

  private mutating func type(_ chord: [Key]) {
    guard chord.count == 1, case .character(let character) = chord[0].code,
      chord[0].modifiers.isDisjoint(with: [.control, .alt])
    else { return }
    (layers.last as? any LinePrompt)?.edit(in: &self) { $0.insert(String(character)) }
  }

  mutating func dismissMessage() {
    if message == nil { log.markSeen() }
    message = nil
  }

  /// Carries out a command: as the uppermost screen does, else as its row of the command table says.
  mutating func perform(_ command: Command, count: Int?) -> [Effect] {
    let before = spot
    defer { noteJump(from: before, by: command) }
    return screen.perform(command, count: count, in: &self) ?? command.row.action(&self, count)
  }

  // MARK: Typed commands

  /// Carries out a command that was given by name.
  /// - Parameter words: the text behind the name; empty for none.
  mutating func run(_ command: Command, count: Int?, words: String) -> [Effect] {
    let row = command.row
    guard row.contexts != [.prompt] else {
      say(phrases.needsPrompt(command.rawValue))
      return []
    }
    if !row.contexts.contains(context) {
      guard row.contexts.contains(paneScreen.context(in: self)) else {
        say(phrases.meansNothing(command.rawValue))
        return []
      }
      layers.removeAll()
    }
    if !words.isEmpty || row.takesNoWords, let action = row.wordsAction {
      let before = spot
      defer { noteJump(from: before, by: command) }
      return action(&self, words)
    }
    if let setting = row.setting {
      say(phrases.needsValue(command.rawValue, setting.values(environment.themes).joined(separator: ", ")))
      return []
    }
    return perform(command, count: (count ?? Int(words)).map { max(1, min($0, PendingKeys.largestCount)) })
  }
}
