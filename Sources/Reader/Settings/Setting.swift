import Newspaper

/// A row of the table of settings. `:set`, completion, the options of commands, the state file and the manual's table
/// are all made from it.
public struct Setting: Sendable {
  /// As `:set`, options and the state file have it.
  public let name: String
  /// One or two words for it.
  public let label: Phrase
  /// A line of help.
  public let help: Phrase
  /// The line of help of the option that commands of the shell have for it, in English; nil for none.
  public let option: String?
  /// The values that it can have.
  let fixedValues: [String]
  let read: @Sendable (Settings) -> String
  /// Is given one of the values.
  let write: @Sendable (inout Settings, String) -> Void
  /// The message once a value has been chosen; nil for none.
  var message: (@Sendable (String) -> Phrase)?
  /// The message where there is no such value, of the value and the values that there are.
  var refusal: (@Sendable (_ value: String, _ values: String) -> Phrase)?
  /// Carries a choice out in place of `write` and `message`.
  var carryOut: (@Sendable (inout Reader, String) -> Void)?
  /// True for a setting that takes any text.
  public internal(set) var isFree = false
  /// The numbers that it takes besides its values.
  var numbers: ClosedRange<Int>?
  /// Follows a choice.
  var after: (@Sendable (inout Reader) -> [Effect])?

  /// The values that it can have: those of its row, for the theme the names of the catalogue.
  public func values(_ themes: ThemeCatalog = ThemeCatalog()) -> [String] {
    isFree ? [] : fixedValues.isEmpty ? themes.names : fixedValues
  }

  /// True for a setting that is on or off; its name alone turns it over.
  var isSwitch: Bool { fixedValues == ["yes", "no"] }

  /// True for a value of the row; any name may be one of a theme.
  func isValid(_ value: String) -> Bool { fixedValues.isEmpty || accepts(value, ThemeCatalog()) }

  /// True for a value that a person may choose, among those of the themes that there are.
  func accepts(_ value: String, _ themes: ThemeCatalog) -> Bool {
    isFree || values(themes).contains(value) || Int(value).map { numbers?.contains($0) ?? false } ?? false
  }

  /// The row of a name.
  public static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

  /// The line of help, with the values.
  public func helpWithValues(in language: Language, themes: ThemeCatalog) -> String {
    let values = values(themes)
    return help.words(in: language) + (values.isEmpty ? "" : ": " + values.joined(separator: ", "))
  }

  /// Completions of `name value`: first the names, then the values.
  static func completions(of start: String, themes: ThemeCatalog) -> [String] {
    guard let name = start.split(separator: " ", omittingEmptySubsequences: false).first, name.count < start.count
    else {
      return all.map(\.name)
    }
    return named(String(name)).map { row in row.values(themes).map { row.name + " " + $0 } } ?? []
  }

  /// The table as rows of markdown, with its head: for the manual.
  public static func table(in language: Language, themes: ThemeCatalog) -> String {
    let rows = all.map { row in
      let values = row.isFree ? "a command" : row.values(themes).map { "`\($0)`" }.joined(separator: " ")
      return "| `\(row.name)` | \(values) | \(row.help.words(in: language)) |\n"
    }
    return "| setting | values | meaning |\n|---|---|---|\n" + rows.joined()
  }
}

// Giving a setting a value.
extension Setting {
  /// Gives the setting of `name value` or `name=value` its value; says it for `name?`.
  static func choose(_ words: String, in reader: inout Reader) -> [Effect] {
    if words.hasSuffix("?"), let setting = named(String(words.dropLast())) {
      let words = setting.name + "=" + setting.read(reader.settings)
      reader.say(words)
      return []
    }
    if words.hasPrefix("no"), let setting = named(String(words.dropFirst(2))), setting.isSwitch {
      return setting.choose("no", in: &reader)
    }
    let parts = words.split(maxSplits: 1) { $0 == " " || $0 == "=" }.map { String($0).trimmed }
    guard let setting = parts.first.flatMap(named) else {
      let names = all.map(\.name).joined(separator: ", ")
      reader.say(reader.phrases.say(Phrase("no setting \"{}\"; there are: {}", words, names)), isError: true)
      return []
    }
    if parts.count == 1, setting.isSwitch {
      return setting.choose(setting.read(reader.settings) == "yes" ? "no" : "yes", in: &reader)
    }
    guard parts.count > 1 || setting.isFree else {
      let values = setting.values(reader.environment.themes).joined(separator: ", ")
      reader.say(reader.phrases.needsValue(setting.name, values))
      return []
    }
    return setting.choose(parts.count > 1 ? parts[1] : "", in: &reader)
  }

  /// Gives the setting a value; another value than the row has is refused.
  func choose(_ value: String, in reader: inout Reader) -> [Effect] {
    let values = values(reader.environment.themes)
    if isSwitch, let word = ["on": "yes", "off": "no"][value] { return choose(word, in: &reader) }
    guard accepts(value, reader.environment.themes) else {
      let names = values.joined(separator: ", ")
      let phrase = refusal?(value, names) ?? Phrase("{} is not \"{}\" but one of: {}", label, value, names)
      reader.say(reader.phrases.say(phrase), isError: true)
      return []
    }
    if let carryOut {
      carryOut(&reader, value)
    } else {
      write(&reader.environment.settings, value)
      if let message { reader.say(reader.phrases.say(message(value))) }
    }
    return after?(&reader) ?? []
  }
}
