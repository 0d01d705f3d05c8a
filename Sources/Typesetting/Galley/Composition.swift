import Text

/// The composition of text into lines of any shape: the part of it that a person chooses.
public struct Composition: Sendable, Hashable {
  /// The level of the rules that keep marks from the starts and ends of lines.
  public var level: LineBreakLevel
  /// The use of the columns that a line of running text leaves free.
  public var justification: LineSetting.Justification
  /// The width of ambiguous characters in the terminal.
  public var ambiguous: AmbiguousWidth
  /// The forms of hanzi in repaired text.
  public var script: HanziScript
  /// True if pinyin stands over the hanzi of horizontal lines.
  public var hasRuby: Bool

  /// A composition; by default by the basic rules of CLREQ, ragged, in a Western terminal.
  public init(
    level: LineBreakLevel = .basic, justification: LineSetting.Justification = .ragged,
    ambiguous: AmbiguousWidth = .narrow, script: HanziScript = .scan,
    hasRuby: Bool = false
  ) {
    self.level = level
    self.justification = justification
    self.ambiguous = ambiguous
    self.script = script
    self.hasRuby = hasRuby
  }
}
