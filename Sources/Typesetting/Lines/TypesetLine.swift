/// A line of a text that has been set: which part of the text it shows and where it starts.
public struct TypesetLine: Sendable, Equatable {
  /// Blank columns that justification puts into a line.
  public struct Spread: Sendable, Equatable {
    /// UTF-8 offset of the character that they stand before.
    public var offset: Int
    /// The number of columns.
    public var columns: Int

    /// Blank columns before a character.
    public init(offset: Int, columns: Int) {
      self.offset = offset
      self.columns = columns
    }
  }

  /// UTF-8 offsets in the text. White space at the line's end is left out; ranges of successive lines never overlap.
  public var range: Range<Int>
  /// Columns left free before it.
  public var indent: Int
  /// Columns from its first character to its last, with the columns spread between them, without the indent.
  public var width: Int
  /// The columns spread between its characters, in order; empty where the line is not justified.
  public var spread: [Spread]
  /// The measure was too narrow for the text here: the line ends where a mark must not stand at an end or a start.
  public var isForced: Bool

  /// A line of a text.
  public init(range: Range<Int>, indent: Int, width: Int, spread: [Spread] = [], isForced: Bool = false) {
    self.range = range
    self.indent = indent
    self.width = width
    self.spread = spread
    self.isForced = isForced
  }
}

/// A glyph of a set line and where it stands.
public struct PlacedGlyph: Sendable, Hashable {
  /// The glyph, of one column or two.
  public var glyph: Glyph
  /// Its first column, counted from the left edge of the measure: the indent is in it.
  public var column: Int
  /// The character's UTF-8 offsets in the text, with those behind it that are not shown.
  public var range: Range<Int>
}

extension TypesetLine {
  /// The line's glyphs, each in its column.
  /// - Parameters:
  ///   - text: the text that the line is a part of.
  ///   - ambiguous: as the line was set.
  public func glyphs(in text: String, ambiguous: AmbiguousWidth = .narrow) -> [PlacedGlyph] {
    let part = text.part(range)
    if PlainScalars.forEach(in: part, ambiguous: ambiguous, { _, _, _ in }) {
      return plainGlyphs(in: part, ambiguous: ambiguous)
    }
    var placed: [PlacedGlyph] = []
    var column = indent
    var offset = range.lowerBound
    var rest = spread[...]
    for character in part {
      let end = offset + character.utf8.count
      if let next = rest.first, next.offset <= offset {
        column += next.columns
        rest = rest.dropFirst()
      }
      let glyph = Glyph(character, ambiguous: ambiguous)
      if glyph.width > 0 {
        placed.append(PlacedGlyph(glyph: glyph, column: column, range: offset..<end))
      } else if !placed.isEmpty {
        placed[placed.count - 1].range = placed[placed.count - 1].range.lowerBound..<end
      }
      column += glyph.width
      offset = end
    }
    return placed
  }

  /// The glyphs of a line of plain scalars.
  private func plainGlyphs(in part: Substring, ambiguous: AmbiguousWidth) -> [PlacedGlyph] {
    var placed: [PlacedGlyph] = []
    placed.reserveCapacity(part.utf8.count / 2)
    var column = indent
    var rest = spread[...]
    _ = PlainScalars.forEach(in: part, ambiguous: ambiguous) { value, columns, bytes in
      let offset = range.lowerBound + bytes.lowerBound
      if let next = rest.first, next.offset <= offset {
        column += next.columns
        rest = rest.dropFirst()
      }
      guard let scalar = Unicode.Scalar(value) else { return }
      let glyph = Glyph(plain: scalar, width: columns)
      placed.append(PlacedGlyph(glyph: glyph, column: column, range: offset..<offset + bytes.count))
      column += columns
    }
    return placed
  }

  /// The line as text that may be sent to a terminal, with the columns spread in it as spaces, without the indent.
  public func legibleText(in text: String) -> String {
    guard !spread.isEmpty else { return legible(text.part(range)) }
    var line = ""
    var start = range.lowerBound
    for space in spread {
      line += legible(text.part(start..<space.offset)) + String(repeating: " ", count: space.columns)
      start = space.offset
    }
    return line + legible(text.part(start..<range.upperBound))
  }
}

extension String {
  /// A part of a text by UTF-8 offsets, as far as it reaches.
  func part(_ range: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound, limitedBy: endIndex) ?? endIndex
    let end = utf8.index(start, offsetBy: range.count, limitedBy: endIndex) ?? endIndex
    return self[start..<end]
  }
}
