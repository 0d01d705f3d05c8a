import Newspaper
import Reader
import System
import Typesetting

// Reading aloud: the text goes to a program on its standard input, and the program runs beside the reader.
extension Session {
  mutating func speak(_ text: String, in language: String) -> [Effect] {
    endSpeech()
    guard let words = speaker(reader.settings.speaker, language) else { return reader.receive(speechEnd: []) }
    let program = RunningProgram()
    speech = program
    runDetached { [mailbox] in
      mailbox.post(.spoken(program, words, Programs.give(spokenBytes(text), to: words, as: program)))
    }
    return []
  }

  mutating func receive(_ program: RunningProgram, _ words: [String], _ end: ProgramEnd) {
    guard program === speech else { return }
    speech = nil
    perform(reader.receive(speechEnd: words, end))
  }

  mutating func endSpeech() {
    guard let program = speech else { return }
    speech = nil
    program.end()
    // The program only hands the text on to one that says it.
    if speaker(reader.settings.speaker, "")?.first == "spd-say" { _ = Programs.give([], to: ["spd-say", "--cancel"]) }
  }
}

extension Reader {
  mutating func receive(speechEnd words: [String], _ end: ProgramEnd?) -> [Effect] {
    let failure = end.flatMap { $0.status == 0 || $0.isMissing ? nil : Int($0.status) }
    return receive(speechEnd: words, failure: failure, isMissing: end?.isMissing == true)
  }
}

/// The words of the command that reads a text aloud; nil where none is there.
/// - Parameter line: the command that a person set, in which `{lang}` stands for the language; empty for one that is
///   installed.
func speaker(_ line: String, _ language: String) -> [String]? {
  if !line.isEmpty {
    return Programs.words(line).map {
      $0.split(separator: "{lang}", omittingEmptySubsequences: false).joined(separator: language)
    }
  }
  let voice = language == "zh" ? "cmn" : language
  let known = [["espeak-ng", "-v", voice, "--stdin"], ["spd-say", "-w", "-e", "-l", language]]
  return known.first { Programs.find($0[0]) != nil }
}

/// A text as such programs get it: without what they would take for orders, which for `spd-say` is a line that begins
/// with `!-!`, for `espeak-ng` what stands in `[[…]]`.
func spokenBytes(_ text: String) -> [UInt8] {
  let lines = legibleLines(text).split(separator: "\n", omittingEmptySubsequences: false)
  return Array(lines.map { $0.hasPrefix("!") ? " " + $0 : String($0) }.joined(separator: "\n").utf8).reduce(into: []) {
    if $1 == UInt8(ascii: "["), $0.last == UInt8(ascii: "[") { $0.append(UInt8(ascii: " ")) }
    $0.append($1)
  } + [0x0A]
}
