import Screen

/// Themes by their names, as their files say. A file is read only when its theme is chosen.
public struct ThemeCatalog: Sendable {
  private let files: [(name: String, text: String, path: String)]

  /// The name of the look that needs no file.
  public static let standardName = "standard"

  /// A catalogue of theme files.
  /// - Parameter files: of each the name of the theme, the text, and the name of the file in messages.
  public init(_ files: [(name: String, text: String, path: String)] = []) {
    self.files = files
  }

  /// The names of all themes.
  public var names: [String] { [Self.standardName] + files.map(\.name) }

  /// The theme of a name and the mistakes in its file; nil if there is none.
  ///
  /// A file overrides the standard look line by line, `role foreground background attributes…`. A line with the name of
  /// a theme alone begins with that one. `#` at a line's start or after white space begins a comment, but for
  /// `#rrggbb`.
  public func theme(named name: String) -> (theme: Theme, problems: [ThemeProblem])? {
    if name == Self.standardName { return (.standard, []) }
    guard let file = files.first(where: { $0.name == name }) else { return nil }
    // A file can begin only with those before it, so that none begins with itself.
    let known = ThemeCatalog(Array(files.prefix { $0.name != name }))
    var theme = Theme.standard
    var problems: [ThemeProblem] = []
    for (index, line) in file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      do throws(ThemeMistake) {
        try theme.read(line, known: known)
      } catch {
        problems.append(ThemeProblem(file: file.path, line: index + 1, mistake: error))
      }
    }
    return (theme, problems)
  }
}

extension Theme {
  fileprivate mutating func read(_ line: Substring, known: ThemeCatalog) throws(ThemeMistake) {
    var words = line.split(whereSeparator: \.isWhitespace)
    let comment = words.firstIndex { $0.hasPrefix("#") && Color(hexadecimal: $0) == nil }
    if let comment { words.removeSubrange(comment...) }
    guard let first = words.first else { return }
    if words.count == 1 {
      guard let base = known.theme(named: String(first)) else {
        throw .unknownTheme(String(first), known: known.names)
      }
      self = base.theme
      return
    }
    guard words.count >= 3 else { throw .incomplete }
    guard let role = Role.allCases.first(where: { $0.fileName == first }) else { throw .unknownRole(String(first)) }
    var attributes: Style.Attributes = []
    for word in words.dropFirst(3) {
      guard let named = Style.Attributes.names.first(where: { $0.0 == word }) else {
        throw .unknownAttribute(String(word))
      }
      attributes.insert(named.1)
    }
    self[role] = Style(try Color(named: words[1]), on: try Color(named: words[2]), attributes)
  }
}

extension Theme.Role {
  /// As theme files have it: `current-match`.
  var fileName: String {
    String(describing: self).reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}

extension Style.Attributes {
  static let names: [(String, Style.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse), ("italic", .italic),
  ]
}

extension Color {
  /// `#1a2b3c`
  fileprivate init?(hexadecimal word: Substring) {
    guard word.utf8.count == 7, word.hasPrefix("#"), word.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(word.dropFirst(), radix: 16)
    else { return nil }
    self = .rgb(value)
  }

  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  fileprivate init(named word: Substring) throws(ThemeMistake) {
    let isBright = word.hasPrefix("bright-")
    if word == "-" {
      self = .standard
    } else if let index = Self.names.firstIndex(of: String(isBright ? word.dropFirst(7) : word)) {
      self = .palette(UInt8(index + (isBright ? 8 : 0)))
    } else if let number = UInt8(word) {
      self = .palette(number)
    } else if let color = Color(hexadecimal: word) {
      self = color
    } else {
      throw .unknownColor(String(word))
    }
  }
}
