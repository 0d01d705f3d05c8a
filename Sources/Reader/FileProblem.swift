import Newspaper

/// A mistake that a line of a file can have, a keymap's or a theme's: what is wrong and what to do, in a line without
/// the place.
public protocol Mistake: Error, Phrased, Sendable, Equatable {}

/// What is wrong with a line of a file that a person wrote.
public struct FileProblem<Kind: Mistake>: Error, Phrased, Sendable, Equatable {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var mistake: Kind

  /// Where it is, what is wrong and what to do, in one line.
  public var phrase: Phrase { Phrase("{}:{}: {}", file, line, mistake.phrase) }
}
