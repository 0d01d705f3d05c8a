import CSystem

/// What a terminal shows for a character: safe to send, and of a known width.
public struct Glyph: Sendable, Equatable {
  /// What is sent. Empty for a character that is not shown.
  public var text: String
  /// Columns: 0, 1 or 2.
  public var width: Int

  /// The gate to the terminal: the only way from a character of a page, a file name or a message to the screen.
  public init(_ character: Character) {
    // H2 writes this.
    text = String(character)
    width = character.unicodeScalars.first.map { max(0, Int(bl_wcwidth($0.value))) } ?? 0
  }
}

/// The columns that a text takes, characters as `Glyph` shows them.
public func displayWidth(_ text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + Glyph($1).width }
}

/// A text as it may be sent to a terminal: each character as `Glyph` shows it.
public func legible(_ text: some StringProtocol) -> String {
  text.reduce(into: "") { $0 += Glyph($1).text }
}
