import Newspaper

/// A mistake that a line of a file can have, a keymap's or a theme's: the mistake and the remedy, in a line without the
/// place.
public protocol Mistake: Error, Phrased, Sendable, Equatable {}

/// A mistake in a line of a file that a person wrote.
public struct FileProblem<Kind: Mistake>: Error, Phrased, Sendable, Equatable {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The mistake.
  public var mistake: Kind

  /// The place, the mistake and the remedy, in one line.
  public var phrase: Phrase { Phrase("{}:{}: {}", file, line, mistake.phrase) }
}
