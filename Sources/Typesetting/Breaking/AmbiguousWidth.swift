/// The width in a terminal of characters that Unicode calls ambiguous (UAX #11, class A): “ ” … — · ■ and their like
/// fill one column in a Western font and two in a Chinese one. Only the terminal knows.
public enum AmbiguousWidth: String, Sendable, CaseIterable {
  /// One column.
  case narrow
  /// Two columns.
  case wide

  /// The columns of a scalar that takes one or two in a terminal where ambiguous ones are narrow.
  func columns(of scalar: UInt32, narrow columns: Int) -> Int {
    guard self == .wide, columns == 1, scalar > 0x7F else { return columns }
    return CharacterTable.embedded[scalar].width == .ambiguous ? 2 : 1
  }
}
