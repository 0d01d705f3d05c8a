import System

/// A command as it was called.
struct Invocation {
  var command: CommandForm
  /// As many as the command's form names.
  var operands: [String] = []
  /// Paths of the corpus; empty where none was given.
  var paths: [String] = []
  /// Values by the option's name; empty for one that takes none.
  var options: [String: String] = [:]

  /// An option's value, if it was given.
  subscript(option: String) -> String? { options[option] }

  /// Whether an option was given.
  func has(_ option: String) -> Bool { options[option] != nil }
}

extension Invocation {
  /// Reads what was typed after the program's name.
  init(_ words: [String]) throws {
    let chosen = try CommandForm.chosen(by: words.first)
    command = chosen
    var rest = words.dropFirst(chosen.name.isEmpty ? 0 : 1)
    var plain: [String] = []
    while let word = rest.popFirst() {
      if word == "--" {
        plain += rest
        rest = []
      } else if word.hasPrefix("-"), word != "-", !isYearlessDate(word) {
        try takeOption(word, from: &rest)
      } else {
        plain.append(word)
      }
    }
    try takeOperands(plain)
    if !has("--help"), let needed = chosen.options.first(where: { $0.isNeeded && !has($0.name) }) {
      throw misused("\(needed.usage) is missing")
    }
  }

  private mutating func takeOption(_ word: String, from rest: inout ArraySlice<String>) throws {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts[0] == "-h" ? "--help" : parts[0]
    guard let option = command.allOptions.first(where: { $0.name == name }) else { throw unknown(option: name) }
    var value = parts.count > 1 ? parts[1] : nil
    if case .none = option.value {
      guard value == nil else { throw misused("\(name) takes no value") }
    } else {
      value = value ?? rest.popFirst()
      guard let value else { throw misused("\(name) needs a value: \(option.usage)") }
      if let fault = option.fault(in: value) { throw misused("\(name) \(fault), not `\(value)`") }
    }
    options[name] = value ?? ""
  }

  private mutating func takeOperands(_ plain: [String]) throws {
    operands = Array(plain.prefix(command.operands.count))
    paths = Array(plain.dropFirst(command.operands.count))
    if has("--help") { return }
    let needed = command.operands.filter { !$0.hasPrefix("[") }.count
    guard operands.count >= needed else { throw misused("\(command.operands[operands.count]) is missing") }
    if let first = paths.first, !command.takesPaths { throw misused("`\(first)` is one word too many") }
  }

  private func unknown(option: String) -> Failure {
    let isPartOfQuery = command.operands == ["QUERY"] && !option.hasPrefix("--")
    let advice =
      isPartOfQuery ? "; quote a query as one word, 'WORD \(option)', and put `--` before one that begins so" : nil
    let meant = advice ?? suggestion(for: option, in: command.allOptions.map(\.name)) ?? ""
    return misused("no option `\(option)`" + meant)
  }

  private func misused(_ message: String) -> Failure {
    let name = command.name
    return Failure(
      message: (name.isEmpty ? "" : name + ": ") + message + " (`baolan help\(name.isEmpty ? "" : " " + name)`)")
  }
}

extension CommandForm {
  /// Every command takes these.
  var allOptions: [OptionForm] { options + [OptionForm(name: "--help", summary: "show this help")] }

  /// The command that a first word names; reading, where it is an option or a path.
  fileprivate static func chosen(by word: String?) throws -> CommandForm {
    guard let word, !word.hasPrefix("-") else { return read }
    if let command = all.first(where: { $0.name == word }) { return command }
    if word.contains("/") || word.contains(".") || exists(word) { return read }
    let near = suggestion(for: word, in: all.map(\.name)) ?? "; `baolan help` shows commands"
    throw Failure(message: "`\(word)` is neither a command nor a file or folder" + near)
  }
}

/// Whether a word is what `list` prints for a day without a year, or the beginning of it: `--03-04`. No option is.
private func isYearlessDate(_ word: String) -> Bool {
  word.hasPrefix("--") && word.dropFirst(2).first?.isNumber == true
}

/// Asks for the word that was probably meant: the nearest by edit distance, if half of it or less differs.
func suggestion(for word: String, in choices: [String]) -> String? {
  let distances = choices.map { (choice: $0, distance: editDistance(word, $0)) }
  guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance * 2 <= word.count ? "; did you mean `\(best.choice)`?" : nil
}

/// Levenshtein's: how many characters must be put in, taken out or changed.
private func editDistance(_ left: String, _ right: String) -> Int {
  var row = Array(0...right.count)
  for (index, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let change = diagonal + (character == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(change, row[column] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
