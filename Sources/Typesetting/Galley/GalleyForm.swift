/// The shape that an article is set in.
public struct GalleyForm: Sendable, Hashable {
  /// The width of a line of text in columns, at least 1. In vertical setting twice the rows of a line.
  public var measure: Int
  /// The same for the headline stack, where it stands across several columns of text.
  public var stackMeasure: Int
  /// Set as columns of print are: paragraphs follow each other without air.
  public var isTight: Bool
  /// Lines run from top to bottom.
  public var isVertical: Bool
  /// The headline is set wide, with air between its characters.
  public var isLead: Bool
  /// A box of a printed page, where the reader's own words about a repeat would be noise beside a few lines.
  public var isBox: Bool
  /// True if the column behind a line, or the cell below a vertical one, is free for marks that hang.
  public var hasMargin: Bool
  /// The composition of text into its lines.
  public var composition: Composition

  /// A shape; by default one column of text with air.
  public init(
    measure: Int, stackMeasure: Int? = nil, isTight: Bool = false, isVertical: Bool = false, isLead: Bool = false,
    isBox: Bool = false, hasMargin: Bool = false, composition: Composition = Composition()
  ) {
    self.measure = max(1, measure)
    self.stackMeasure = max(1, stackMeasure ?? measure)
    self.isTight = isTight
    self.isVertical = isVertical
    self.isLead = isLead
    self.isBox = isBox
    self.hasMargin = hasMargin
    self.composition = composition
  }
}
