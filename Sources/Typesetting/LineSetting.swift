/// A line of a text that has been set: which part of the text it shows and where it starts.
public struct SetLine: Sendable, Equatable {
  /// UTF-8 offsets in the text. White space at the line's end is left out; ranges of successive lines never overlap.
  public var range: Range<Int>
  /// Columns left free before it.
  public var indent: Int
  /// Columns that its characters take, without the indent.
  public var width: Int

  /// A line of a text.
  public init(range: Range<Int>, indent: Int, width: Int) {
    self.range = range
    self.indent = indent
    self.width = width
  }
}

/// How a text is to be set.
public struct LineSetting: Sendable, Equatable {
  /// How lines lie within the measure.
  public enum Alignment: Sendable, Equatable {
    case left, centered, right
  }

  /// The width of a line in columns, at least 1.
  public var measure: Int
  /// Columns before the first line.
  public var firstIndent: Int
  /// Columns before the other lines.
  public var indent: Int
  /// How lines lie within the measure.
  public var alignment: Alignment
  /// Break at spaces first and make the lines about equally long, as a headline wants.
  public var balanced: Bool

  /// A setting; by default flush left, without indents.
  public init(
    measure: Int, firstIndent: Int = 0, indent: Int = 0, alignment: Alignment = .left, balanced: Bool = false
  ) {
    self.measure = max(1, measure)
    self.firstIndent = firstIndent
    self.indent = indent
    self.alignment = alignment
    self.balanced = balanced
  }
}

/// Sets a text into lines.
public func setLines(_ text: String, _ setting: LineSetting) -> [SetLine] {
  // H2 writes this; here only every so many characters.
  var lines: [SetLine] = []
  var start = 0
  var offset = 0
  var width = 0
  for character in text {
    let next = Glyph(character).width
    let indent = lines.isEmpty ? setting.firstIndent : setting.indent
    if width + next > setting.measure - indent, offset > start {
      lines.append(SetLine(range: start..<offset, indent: indent, width: width))
      start = offset
      width = 0
    }
    width += next
    offset += character.utf8.count
  }
  lines.append(
    SetLine(range: start..<offset, indent: lines.isEmpty ? setting.firstIndent : setting.indent, width: width))
  return lines
}
