import Newspaper

/// A mistake that a line of a file can have: a keymap's, a theme's.
public protocol Mistake: Error, Sendable, Equatable {
  /// What is wrong and what to do, in a line without the place.
  func words(in language: Language) -> String
}

/// What is wrong with a line of a file that a person wrote.
public struct FileProblem<Kind: Mistake>: Error, Sendable, Equatable {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var mistake: Kind

  /// Where it is, what is wrong and what to do, in one line.
  public func words(in language: Language) -> String {
    let words = mistake.words(in: language)
    return switch language {
    case .english: "\(file):\(line): \(words)"
    case .chinese: "\(file):\(line)：\(words)"
    }
  }
}
