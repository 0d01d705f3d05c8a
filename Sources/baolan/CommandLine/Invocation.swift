import Newspaper
import System

/// A command as it was called.
struct Invocation {
  var command: CommandRow
  /// As many as the row of the command names.
  var operands: [String] = []
  /// Paths of the corpus; empty if none was given.
  var paths: [String] = []
  /// Values by the names of options; empty for an option that takes none.
  private var options: [String: String] = [:]

  /// The value of an option; nil if it was not given.
  subscript(option: OptionRow) -> String? { options[option.name] }

  /// The name of an issue or article in the place of the first path; nil if that is a path, or none was given.
  var target: String? {
    guard ["", "list"].contains(command.name), let first = paths.first, first != "-", !exists(first) else { return nil }
    return !first.contains("/") || ArticleLink(text: first) != nil || first.isArticleOfIssue ? first : nil
  }

  /// The same without that name.
  func withoutTarget() -> Invocation {
    var invocation = self
    if target != nil { invocation.paths.removeFirst() }
    return invocation
  }

  /// True if an option was given.
  func has(_ option: OptionRow) -> Bool { options[option.name] != nil }

  /// The number that was given for an option.
  func number(_ option: OptionRow) -> Int? { self[option].flatMap { Int($0) } }

  /// The choice that was given for an option.
  func choice<Choice: RawRepresentable<String>>(_ option: OptionRow) -> Choice? {
    self[option].flatMap { Choice(rawValue: $0) }
  }
}

extension Invocation {
  /// Parses the words after the name of the program.
  init(_ words: [String]) throws {
    let chosen = try CommandRow.chosen(by: words.first)
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
    if !has(.help), let missing = chosen.options.first(where: { $0.isRequired && !has($0) }) {
      throw usageError("\(missing.usage) is missing")
    }
  }

  private static let shortNames = ["-h": "--help", "-V": "--version"]

  private mutating func takeOption(_ word: String, from rest: inout ArraySlice<String>) throws {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = Self.shortNames[parts[0]] ?? parts[0]
    guard let option = command.allOptions.first(where: { $0.name == name }) else { throw unknown(option: name) }
    var value = parts.count > 1 ? parts[1] : nil
    if case .none = option.value {
      guard value == nil else { throw usageError("\(name) takes no value") }
    } else {
      value = value ?? rest.popFirst()
      guard let value else { throw usageError("\(name) needs a value: \(option.usage)") }
      if let fault = option.fault(in: value) { throw usageError("\(name) \(fault), not `\(value)`") }
    }
    options[name] = value ?? ""
  }

  private mutating func takeOperands(_ plain: [String]) throws {
    operands = Array(plain.prefix(command.operands.count))
    paths = Array(plain.dropFirst(command.operands.count))
    if has(.help) { return }
    let needed = command.operands.filter { !$0.hasPrefix("[") }.count
    guard operands.count >= needed else { throw usageError("\(command.operands[operands.count]) is missing") }
    if let first = paths.first, !command.takesPaths { throw usageError("`\(first)` is one word too many") }
  }

  private func unknown(option: String) -> Failure {
    let isPartOfQuery = command.operands == ["QUERY"] && !option.hasPrefix("--")
    let advice =
      isPartOfQuery ? "; quote a query as one word, 'WORD \(option)', and put `--` before one that begins so" : nil
    let meant = advice ?? suggestion(for: option, in: command.allOptions.map(\.name)) ?? ""
    return usageError("no option `\(option)`" + meant)
  }

  private func usageError(_ message: String) -> Failure {
    let name = command.name
    return Failure(
      message: (name.isEmpty ? "" : name + ": ") + message + " (`baolan help\(name.isEmpty ? "" : " " + name)`)")
  }
}

extension CommandRow {
  /// The options of the command, and those of every command.
  var allOptions: [OptionRow] { options + [.help] }

  /// The command that the first word names; the reader if it is an option or a path.
  fileprivate static func chosen(by word: String?) throws -> CommandRow {
    guard let word, !word.hasPrefix("-") else { return read }
    if let command = all.first(where: { $0.name == word }) { return command }
    if word.contains("/") || word.contains(".") || exists(word) || ArticleLink(text: word) != nil { return read }
    guard let near = suggestion(for: word, in: all.map(\.name)) else { return read }
    throw Failure(message: "`\(word)` is neither a command nor a file or folder" + near)
  }
}

extension String {
  /// True for `ID/ARTICLE`.
  fileprivate var isArticleOfIssue: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
      && !parts[1].isEmpty
  }
}

/// True for a day without a year as `list` prints it, or a beginning of one: `--03-04`. No option looks so.
private func isYearlessDate(_ word: String) -> Bool {
  word.hasPrefix("--") && word.dropFirst(2).first?.isNumber == true
}

/// Suggests the nearest choice by edit distance, if at most half of the word differs.
func suggestion(for word: String, in choices: [String]) -> String? {
  let distances = choices.map { (choice: $0, distance: editDistance(word, $0)) }
  guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance * 2 <= word.count ? "; did you mean `\(best.choice)`?" : nil
}

/// The Levenshtein distance: the number of characters to insert, delete or replace.
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
