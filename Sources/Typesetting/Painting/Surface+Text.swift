import Screen

/// A look laid over part of a text.
package struct Span: Sendable, Equatable {
  /// UTF-8 offsets.
  package var range: Range<Int>
  /// The look.
  package var style: Style

  /// A look of part of a text.
  package init(range: Range<Int>, style: Style) {
    self.range = range
    self.style = style
  }
}

extension Surface {
  /// Writes text through the gate, as far as it fits.
  /// - Returns: the column after it.
  @discardableResult
  package mutating func write(_ text: some StringProtocol, column: Int, row: Int, style: Style, clip: Rect) -> Int {
    var column = column
    guard row >= clip.row, row < clip.endRow else { return column }
    if PlainScalars.forEach(in: text, ambiguous: ambiguous, { _, _, _ in }) {
      return writePlain(text, column: column, row: row, style: style, clip: clip)
    }
    for character in text {
      let glyph = Glyph(character, ambiguous: ambiguous)
      guard glyph.width > 0 else { continue }
      guard column + glyph.width <= clip.endColumn else { break }
      put(glyph, column: column, row: row, style: style, clip: clip)
      column += glyph.width
    }
    return column
  }

  /// Writes text of plain scalars, each of which is a glyph.
  private mutating func writePlain(
    _ text: some StringProtocol, column: Int, row: Int, style: Style, clip: Rect
  ) -> Int {
    var (column, isFull) = (column, false)
    _ = PlainScalars.forEach(in: text, ambiguous: ambiguous) { value, columns, _ in
      isFull = isFull || column + columns > clip.endColumn
      guard !isFull, let scalar = Unicode.Scalar(value) else { return }
      put(scalar, width: columns, column: column, row: row, style: style, clip: clip)
      column += columns
    }
    return column
  }

  /// Writes part of a text, with looks laid over it.
  /// - Parameters:
  ///   - range: UTF-8 offsets of the part.
  ///   - spans: in any order; a later one lies over an earlier one.
  @discardableResult
  package mutating func write(
    _ text: String, _ range: Range<Int>, column: Int, row: Int, style: Style, spans: [Span], clip: Rect
  ) -> Int {
    let spans = spans.filter { $0.range.overlaps(range) }
    guard !spans.isEmpty else { return write(text.slice(range), column: column, row: row, style: style, clip: clip) }
    var column = column
    var offset = range.lowerBound
    for character in text.slice(range) {
      let look = spans.reduce(style) { $1.range.contains(offset) ? $1.style.over($0) : $0 }
      let end = write(String(character), column: column, row: row, style: look, clip: clip)
      offset += character.utf8.count
      column = end
    }
    return column
  }

  /// Writes text so that it ends at a column.
  package mutating func write(_ text: String, endingAt column: Int, row: Int, style: Style, clip: Rect) {
    write(text, column: column - displayWidth(text, ambiguous: ambiguous), row: row, style: style, clip: clip)
  }
}

extension Surface {
  /// The width of ambiguous characters on it.
  package var ambiguous: AmbiguousWidth {
    get { hasWideAmbiguous ? .wide : .narrow }
    set { hasWideAmbiguous = newValue == .wide }
  }

  /// Puts part of a rule, in one cell; an ASCII character where box drawing is two cells wide.
  package mutating func put(rule glyph: Unicode.Scalar, column: Int, row: Int, style: Style, clip: Rect) {
    let drawn = hasWideAmbiguous ? plainRule(glyph) : glyph
    put(drawn, width: 1, column: column, row: row, style: style, clip: clip)
  }

  private func plainRule(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
    switch glyph {
    case "─", "╾", "╼": "-"
    case "━": "="
    case "│", "┃", "╽", "╿", "▌": "|"
    default: "+"
    }
  }
}

/// A text of one line, cut where it is wider than its place.
package func cut(_ text: String, to columns: Int, ambiguous: AmbiguousWidth) -> String {
  guard displayWidth(text, ambiguous: ambiguous) > columns else { return text }
  let room = columns - displayWidth("…", ambiguous: ambiguous)
  guard room >= 0 else { return "" }
  var width = 0
  return String(
    text.prefix { character in
      width += Glyph(character, ambiguous: ambiguous).width
      return width <= room
    }) + "…"
}
