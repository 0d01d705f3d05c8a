import Newspaper
import Screen

/// A mistake in a line of a theme file.
public typealias ThemeProblem = FileProblem<ThemeMistake>

/// The kinds of mistakes that a line of a theme file can have.
public enum ThemeMistake: Mistake {
  case incomplete
  case unknownRole(String)
  case unknownColor(String)
  case unknownAttribute(String)
  case unknownTheme(String, known: [String])

  /// The mistake, and the remedy.
  public var phrase: Phrase {
    switch self {
    case .incomplete: Phrase("a line is: role foreground background attributes…, with - for the terminal's own colour")
    case .unknownRole(let name): Phrase("nothing is called \"{}\"; there are: {}", name, Self.roles)
    case .unknownColor(let name): Phrase("unknown colour \"{}\"; write -, red, bright-red or 0 to 255", name)
    case .unknownAttribute(let name): Phrase("unknown attribute \"{}\"; there are: {}", name, Self.attributes)
    case .unknownTheme(let name, let known):
      Phrase("no theme \"{}\"; there are: {}", name, known.joined(separator: ", "))
    }
  }

  private static var roles: String { Theme.Role.allCases.map(\.fileName).joined(separator: ", ") }
  private static var attributes: String { Style.Attributes.names.map(\.0).joined(separator: ", ") }
}
