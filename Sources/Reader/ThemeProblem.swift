import Newspaper
import Screen

/// What is wrong with a line of a theme file.
public typealias ThemeProblem = FileProblem<ThemeMistake>

/// The kinds of mistakes that a line of a theme file can have.
public enum ThemeMistake: Mistake {
  case incomplete
  case unknownRole(String)
  case unknownColor(String)
  case unknownAttribute(String)
  case unknownTheme(String, known: [String])

  /// What is wrong and what to do, in English.
  public var english: String {
    switch self {
    case .incomplete: "a line is: role foreground background attributes…, with - for the terminal's own colour"
    case .unknownRole(let name): "nothing is called \"\(name)\"; there are: \(Self.roles)"
    case .unknownColor(let name): "unknown colour \"\(name)\"; write -, red, bright-red or 0 to 255"
    case .unknownAttribute(let name): "unknown attribute \"\(name)\"; there are: \(Self.attributes)"
    case .unknownTheme(let name, let known): "no theme \"\(name)\"; there are: \(known.joined(separator: ", "))"
    }
  }

  /// What is wrong and what to do, in Chinese.
  public var chinese: String {
    switch self {
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
