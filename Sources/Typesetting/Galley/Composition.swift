/// How text is composed into lines, whatever the shape that they fill: what one can choose of it.
public struct Composition: Sendable, Hashable {
  /// How strictly marks are kept from the starts and ends of lines.
  public var level: LineBreakLevel
  /// What becomes of the columns that a line of running text leaves free.
  public var justification: LineSetting.Justification
  /// How wide the terminal draws ambiguous characters.
  public var ambiguous: AmbiguousWidth

  /// A composition; by default by the basic rules of CLREQ, ragged, in a Western terminal.
  public init(
    level: LineBreakLevel = .basic, justification: LineSetting.Justification = .ragged,
    ambiguous: AmbiguousWidth = .narrow
  ) {
    self.level = level
    self.justification = justification
    self.ambiguous = ambiguous
  }
}
