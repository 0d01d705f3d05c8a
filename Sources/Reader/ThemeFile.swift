import Newspaper
import Screen

/// What is wrong with a line of a theme file.
public struct ThemeProblem: Error, Sendable, Equatable {
  /// The kinds of mistakes.
  public enum Mistake: Error, Sendable, Equatable {
    case incomplete
    case unknownRole(String)
    case unknownColor(String)
    case unknownAttribute(String)
    case unknownTheme(String, known: [String])
  }

  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var mistake: Mistake

  /// Where it is, what is wrong and what to do, in one line.
  public func words(in language: Language) -> String {
    switch language {
    case .english: "\(file):\(line): \(english)"
    case .chinese: "\(file):\(line)：\(chinese)"
    }
  }

  private var english: String {
    switch mistake {
    case .incomplete: "a line is: role foreground background attributes…, with - for the terminal's own colour"
    case .unknownRole(let name): "nothing is called \"\(name)\"; there are: \(Self.roles)"
    case .unknownColor(let name): "unknown colour \"\(name)\"; write -, red, bright-red or 0 to 255"
    case .unknownAttribute(let name): "unknown attribute \"\(name)\"; there are: \(Self.attributes)"
    case .unknownTheme(let name, let known): "no theme \"\(name)\"; there are: \(known.joined(separator: ", "))"
    }
  }

  private var chinese: String {
    switch mistake {
    case .incomplete: "一行应为：部分 前景 背景 属性……，终端自身的颜色写作 -"
    case .unknownRole(let name): "没有“\(name)”这个部分；可用的有：\(Self.roles)"
    case .unknownColor(let name): "没有“\(name)”这种颜色；可写 -、red、bright-red 或 0 至 255"
    case .unknownAttribute(let name): "没有“\(name)”这种属性；可用的有：\(Self.attributes)"
    case .unknownTheme(let name, let known): "没有“\(name)”这个主题；可用的有：\(known.joined(separator: ", "))"
    }
  }

  private static var roles: String { Theme.Role.allCases.map(\.fileName).joined(separator: ", ") }
  private static var attributes: String { Style.Attributes.names.map(\.0).joined(separator: ", ") }
}

/// Themes by their names, as their files say. A file is read only when its theme is chosen.
public struct ThemeCatalog: Sendable {
  private let files: [(name: String, text: String, path: String)]

  /// The name of the look that needs no file.
  public static let standardName = "standard"

  /// A catalogue of theme files.
  /// - Parameter files: a name each, the text, and what messages call the file.
  public init(_ files: [(name: String, text: String, path: String)] = []) {
    self.files = files
  }

  /// What can be chosen.
  public var names: [String] { [Self.standardName] + files.map(\.name) }

  /// The theme of a name and what is wrong with its file; nil if there is none.
  ///
  /// A file overrides the standard look line by line, `role foreground background attributes…`. A line with the name of
  /// a theme alone begins with that one. `#` at a line's start or after white space begins a comment.
  public func theme(named name: String) -> (theme: Theme, problems: [ThemeProblem])? {
    if name == Self.standardName { return (.standard, []) }
    guard let file = files.first(where: { $0.name == name }) else { return nil }
    // A file can begin only with those before it, so that none begins with itself.
    let known = ThemeCatalog(Array(files.prefix { $0.name != name }))
    var theme = Theme.standard
    var problems: [ThemeProblem] = []
    for (index, line) in file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      do throws(ThemeProblem.Mistake) {
        try theme.read(line, known: known)
      } catch {
        problems.append(ThemeProblem(file: file.path, line: index + 1, mistake: error))
      }
    }
    return (theme, problems)
  }
}

extension Theme {
  fileprivate mutating func read(_ line: Substring, known: ThemeCatalog) throws(ThemeProblem.Mistake) {
    var words = line.split(whereSeparator: \.isWhitespace)
    if let comment = words.firstIndex(where: { $0.hasPrefix("#") }) { words.removeSubrange(comment...) }
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
  fileprivate static let names: [(String, Style.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse), ("italic", .italic),
  ]
}

extension Color {
  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  fileprivate init(named word: Substring) throws(ThemeProblem.Mistake) {
    let isBright = word.hasPrefix("bright-")
    if word == "-" {
      self = .standard
    } else if let index = Self.names.firstIndex(of: String(isBright ? word.dropFirst(7) : word)) {
      self = .palette(UInt8(index + (isBright ? 8 : 0)))
    } else if let number = UInt8(word) {
      self = .palette(number)
    } else {
      throw .unknownColor(String(word))
    }
  }
}
