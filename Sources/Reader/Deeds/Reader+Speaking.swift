import Newspaper

// Reading aloud, by a program of the person's.
extension Reader {
  /// Has the selection read aloud, or the article from the reading place on; ends that where it goes on.
  mutating func speak() -> [Effect] {
    if notebook.isSpeaking {
      notebook.isSpeaking = false
      say(phrases.say("no longer read aloud"))
      return [.endSpeech]
    }
    let text = spokenText
    guard !text.isEmpty else {
      if message == nil { say(phrases.nothingHere) }
      return []
    }
    layers.removeAll(SelectionScreen.self)
    notebook.isSpeaking = true
    say(phrases.say("read aloud; {} ends it", ":" + Command.speak.rawValue))
    return [.speak(text, language: spokenLanguage(of: text))]
  }

  /// A paragraph a line.
  private var spokenText: String {
    mutating get {
      guard layers.isEmpty, pane == .article, !text.isRaw, let galley = galley?.galley, let first = blockInSight else {
        return excerpts().map(\.text).joined(separator: "\n")
      }
      let blocks = galley.blocks.dropFirst(first).map(\.content).filter { $0.role != .repeated }
      return blocks.map(\.passage.text).joined(separator: "\n")
    }
  }

  /// Learns that a text has been read aloud, or why it was not.
  /// - Parameters:
  ///   - words: those of the command; none where there is no such program.
  ///   - failure: its status where it failed.
  ///   - isMissing: true if the command that a person set is not there.
  public mutating func receive(speechEnd words: [String], failure: Int? = nil, isMissing: Bool = false) -> [Effect] {
    notebook.isSpeaking = false
    if words.isEmpty {
      say(phrases.say("nothing reads aloud here: install espeak-ng or spd-say, or :set speaker COMMAND"), isError: true)
    } else if isMissing {
      say(phrases.say("{} is not there", words[0]), isError: true)
    } else if let failure {
      say(phrases.say(Phrase("{} ended with {}", words[0], failure)), isError: true)
    }
    return settle()
  }
}

/// The language of a text, as the code of those that programs speak: by its letters, and of Latin ones by its commonest
/// words.
func spokenLanguage(of text: String) -> String {
  var counts: [String: Int] = [:]
  for scalar in text.unicodeScalars.prefix(2000) {
    switch scalar.value {
    case 0x3040...0x30FF: counts["ja", default: 0] += 1
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: counts["zh", default: 0] += 1
    case 0xAC00...0xD7A3: counts["ko", default: 0] += 1
    case 0x400...0x4FF: counts["ru", default: 0] += 1
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x17F: counts["", default: 0] += 1
    default: break
    }
  }
  // Kana and hanzi stand side by side in Japanese.
  if let kana = counts["ja"], let hanzi = counts["zh"], kana * 5 > hanzi { return "ja" }
  // A hanzi says as much as a few letters do.
  counts["zh"]? *= 3
  let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  return most.isEmpty ? latinLanguage(of: text) : most
}

private let commonWords: [(code: String, words: Set<String>)] = [
  ("en", ["the", "and", "of", "to", "that", "was", "with", "for", "is", "by"]),
  ("fr", ["le", "les", "et", "du", "une", "que", "qui", "dans", "est", "pour"]),
  ("de", ["der", "die", "und", "das", "den", "von", "ist", "nicht", "mit", "zu"]),
  ("nl", ["het", "een", "van", "en", "dat", "niet", "te", "zijn", "voor", "op"]),
]

private func latinLanguage(of text: String) -> String {
  let words = text.lowercased().split { !$0.isLetter }.prefix(500).map(String.init)
  let counts = commonWords.map { known in words.count(where: known.words.contains) }
  let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
  return commonWords[most].code
}
