import Typesetting

/// A hit on one line: the match from one column on, and the text before and behind it, each cut where there is no more
/// room.
struct KeywordLine {
  /// A character and its place.
  struct Placed: Equatable {
    var glyph: Glyph
    /// From the left, from 0.
    var column: Int
    var isMatch: Bool
  }

  /// From left to right.
  private(set) var glyphs: [Placed] = []

  private static let ellipsis = "…"
  private let ambiguous: AmbiguousWidth

  /// - Parameters:
  ///   - columns: of the whole line.
  ///   - matchColumn: the start of the match. Nothing stands between it and the text around it but what the text has.
  init(
    before: String, match: String, after: String, columns: Int, matchColumn: Int, ambiguous: AmbiguousWidth = .narrow
  ) {
    self.ambiguous = ambiguous
    place(before, endingAt: matchColumn)
    let end = place(match, from: matchColumn, to: columns, isMatch: true)
    place(after, from: end, to: columns, isMatch: false)
  }

  /// The end of a text, as far as there is room.
  private mutating func place(_ text: String, endingAt end: Int) {
    guard end > 0 else { return }
    var column = end
    var placed: [Placed] = []
    let dots = Glyph(Character(Self.ellipsis), ambiguous: ambiguous)
    var rest = text[...]
    while let character = rest.last {
      let glyph = Glyph(character, ambiguous: ambiguous)
      guard column - glyph.width >= dots.width || fits(rest, in: column) else { break }
      column -= glyph.width
      if glyph.width > 0 { placed.append(Placed(glyph: glyph, column: column, isMatch: false)) }
      rest.removeLast()
    }
    if !rest.isEmpty, column >= dots.width {
      placed.append(Placed(glyph: dots, column: column - dots.width, isMatch: false))
    }
    glyphs += placed.reversed()
  }

  /// The start of a text, as far as there is room.
  /// - Returns: the column behind it.
  @discardableResult
  private mutating func place(_ text: String, from start: Int, to end: Int, isMatch: Bool) -> Int {
    var column = start
    let dots = Glyph(Character(Self.ellipsis), ambiguous: ambiguous)
    var rest = text[...]
    while let character = rest.first {
      let glyph = Glyph(character, ambiguous: ambiguous)
      guard column + glyph.width + dots.width <= end || fits(rest, in: end - column) else { break }
      if glyph.width > 0 { glyphs.append(Placed(glyph: glyph, column: column, isMatch: isMatch)) }
      column += glyph.width
      rest.removeFirst()
    }
    guard !rest.isEmpty, column + dots.width <= end else { return column }
    glyphs.append(Placed(glyph: dots, column: column, isMatch: false))
    return column + dots.width
  }

  /// True if a whole text has room; looks no further than it must.
  private func fits(_ text: Substring, in columns: Int) -> Bool {
    var width = 0
    for character in text {
      width += Glyph(character, ambiguous: ambiguous).width
      if width > columns { return false }
    }
    return true
  }
}
