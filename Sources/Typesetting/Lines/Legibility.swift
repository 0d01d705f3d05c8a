import CSystem

/// The treatment of a scalar on its way to the terminal.
enum Legibility: Equatable {
  /// It is sent as it is and takes so many columns, 1 or 2.
  case shown(Int)
  /// It is sent after a character that it joins, and takes no column of its own.
  case combining
  /// Something else of one column is sent in its place.
  case replaced(Unicode.Scalar)
  /// Nothing is sent.
  case dropped

  /// The table of scalars that the terminal never gets to see. One in no row is shown if the terminal library knows its
  /// width.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .shown(1)
    // White space that would move the cursor.
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: self = .replaced(" ")
    // C0: commands to the terminal. Each has a picture.
    case 0x00...0x1F: self = .replaced(Unicode.Scalar(0x2400 + scalar.value) ?? "␦")
    case 0x7F: self = .replaced("␡")
    // C1: commands too; 9B alone is as good as ESC [.
    case 0x80...0x9F: self = .replaced("␦")
    // Bidi embeddings, overrides and isolates: they would show a text in another order than it is written in.
    case 0x202A...0x202E, 0x2066...0x2069: self = .replaced("␦")
    // Regional indicators: terminals disagree whether one is a letter or half a flag, and how wide each is.
    case 0x1F1E6...0x1F1FF: self = .replaced("⚑")
    // Half-width sound marks make one character with their kana; their combining forms take no column.
    case 0xFF9E, 0xFF9F: self = .shown(1)
    default: self = Self.byProperties(of: scalar)
    }
  }

  private static func byProperties(of scalar: Unicode.Scalar) -> Legibility {
    // Zero-width spaces and joiners, variation selectors, tags, the soft hyphen, marks of direction, fillers: terminals
    // disagree about the columns of each of them.
    if scalar.properties.isDefaultIgnorableCodePoint { return .dropped }
    let width = columns(of: scalar)
    switch scalar.properties.generalCategory {
    // Hanzi and emoji that are newer than the tables at hand: the table of widths has the places kept for them.
    case .unassigned where width == 2: return .shown(2)
    // Nothing that a font could be trusted to draw in a known width; noncharacters are unassigned too.
    case .privateUse, .unassigned, .surrogate: return .replaced("\u{FFFD}")
    case .spaceSeparator: return width == 2 ? .shown(2) : .replaced(" ")
    case .format: return width > 0 ? .shown(width) : .dropped
    default: break
    }
    // The library does not know it: then it would not know where the cursor is.
    guard (0...2).contains(width) else { return .replaced("\u{FFFD}") }
    return width == 0 ? .combining : .shown(width)
  }

  /// The one place that asks how wide a scalar is. Of the ambiguous ones it says that they are narrow; `AmbiguousWidth`
  /// knows better.
  private static func columns(of scalar: Unicode.Scalar) -> Int { Int(bl_wcwidth(scalar.value)) }
}
