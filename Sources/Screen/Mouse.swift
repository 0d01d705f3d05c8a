/// Something that a person does with the mouse at a cell.
public struct Mouse: Sendable, Hashable {
  /// A kind of deed.
  public enum Deed: Sendable, Hashable, CaseIterable {
    /// The first button is pressed.
    case press
    /// The mouse is moved while the button is held.
    case drag
    /// The button is let go.
    case release
    /// The wheel turns.
    case wheelUp, wheelDown
  }

  /// Its kind.
  public var deed: Deed
  /// The cell.
  public var place: Point

  /// Something that is done at a cell.
  public init(_ deed: Deed, at place: Point) { (self.deed, self.place) = (deed, place) }
}
