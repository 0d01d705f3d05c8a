/// A picture that lies over cells of a surface, which are blank beneath it.
public struct Picture: Sendable, Hashable {
  /// The number under which the terminal has its content.
  public var number: Int
  /// The cells that it covers.
  public var rect: Rect

  /// A picture over some cells.
  public init(number: Int, rect: Rect) { (self.number, self.rect) = (number, rect) }
}

/// The ways in which terminals show pictures.
public enum PictureProtocol: String, Sendable, CaseIterable {
  /// The graphics protocol of kitty, which cuts and scales files itself.
  case kitty
  /// Inline images of iTerm2.
  case iterm
  /// Sixels, of DEC's VT340.
  case sixel
  /// Characters that are blocks of colour: every terminal has them.
  case blocks
  /// No pictures.
  case none
}

/// The content of a picture, as a terminal takes it.
public enum PictureContent: Sendable, Equatable {
  /// A file in PNG, its path in Base64, and the part of it that is shown, in pixels.
  case kitty(path: String, column: Int, row: Int, columns: Int, rows: Int)
  /// A file in Base64.
  case iterm(String)
  /// Everything between `ESC P` and `ESC \`.
  case sixel(String)
  /// Lines of blocks and their colours: printable characters and `CSI … m`.
  case blocks([String])
}
