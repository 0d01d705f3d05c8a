/// A colour as terminals know it.
public enum Color: Sendable, Hashable {
  /// The terminal's own.
  case standard
  /// Of the palette: 0–15 are the terminal's, 16–255 the usual cube and greys.
  case palette(UInt8)
  /// Red, green and blue: `0xRRGGBB`. Terminals without such colours show the nearest of theirs.
  case rgb(UInt32)
}

/// Look of a cell.
public struct Style: Sendable, Hashable {
  /// Weight and the like; terminals combine them.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// From the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier, or brighter.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
    /// Slanted, where the terminal can.
    public static let italic = Attributes(rawValue: 16)
  }

  /// The colour of the glyph.
  public var foreground: Color
  /// The colour behind it.
  public var background: Color
  /// Weight and the like.
  public var attributes: Attributes

  /// A look; by default the terminal's own.
  public init(_ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours and weight.
  public static let plain = Style()
}

extension Style {
  /// This look laid over another: its colours where it has any, the attributes of both; reversed on reversed stands out
  /// by not being so, and of two weights the upper one counts. On a ground of its own it takes no weight from below:
  /// terminals draw bold and faint in other colours, which may not be readable on that ground.
  package func over(_ base: Style) -> Style {
    var attributes = base.attributes
    if background != .standard || self.attributes.contains(.reverse) { attributes.subtract([.bold, .dim]) }
    if self.attributes.contains(.bold) { attributes.remove(.dim) }
    if self.attributes.contains(.dim) { attributes.remove(.bold) }
    let isDoubled = attributes.contains(.reverse) && self.attributes.contains(.reverse)
    attributes.formUnion(self.attributes)
    if isDoubled { attributes.remove(.reverse) }
    return Style(
      foreground == .standard ? base.foreground : foreground,
      on: background == .standard ? base.background : background,
      attributes)
  }
}
