/// Something that was done to the scan's text so that it reads as it was printed. The scan itself is never changed.
public struct Repair: Sendable, Equatable {
  /// The kinds of repairs; the raw values are those of the export.
  public enum Kind: String, Sendable, CaseIterable {
    /// Two source lines are one paragraph: a printed column ended between them.
    case joined
    /// White space that the scan put inside words was taken out, or marks that are no text.
    case spaceRemoved = "space-removed"
    /// Half-width marks between hanzi became full-width, or straight quotes curly.
    case width
    /// Text that the scan has twice is shown once.
    case repeatFolded = "repeat-folded"
    /// The scan lost the text before.
    case gapBefore = "gap-before"
    /// The text breaks off: the scan lost the rest.
    case cutAfter = "cut-after"
    /// Lines were put back into reading order.
    case reordered
    /// Characters that an earlier program had read in another encoding are what they were.
    case reencoded
    /// A person corrected the text.
    case corrected
  }

  /// Its kind.
  public var kind: Kind
  /// The source line where it was done, from 1.
  public var line: Int
  /// Why.
  public var because: Reason

  /// A repair at a line.
  public init(_ kind: Kind, line: Int, because: Reason) {
    self.kind = kind
    self.line = line
    self.because = because
  }
}
