import Screen

/// A character as a terminal shows it: safe to send, and of a known width.
///
/// A glyph is one scalar that takes columns and at most `markLimit` that take none, so a cell of the terminal library
/// holds it. In scripts whose characters have several parts with columns of their own, such as Tamil, Devanagari, Thai,
/// Khmer and Burmese, it has as many such parts as the character; `parts` are what cells hold. Of other characters with
/// several wide parts (a family of emoji, a flag) only the first is shown.
public struct Glyph: Sendable, Hashable {
  /// The text to send; empty for a character that is not shown.
  public var text: String
  /// Columns: 0, 1 or 2, or as many as the parts take.
  public var width: Int

  /// The number of combining marks that a glyph keeps. Curses cells hold four; no writing needs more than three.
  static let markLimit = 3

  /// The gate to the terminal: the only way from a character of a page, a file name or a message to the screen.
  public init(_ character: Character, ambiguous: AmbiguousWidth = .narrow) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    guard scalars.index(after: scalars.startIndex) == scalars.endIndex else {
      self.init(filtering: scalars, ambiguous: ambiguous)
      return
    }
    let plain = PlainScalars.width(of: first.value)
    if plain > 0 {
      self.init(text: String(character), width: ambiguous.columns(of: first.value, narrow: plain))
    } else if case .shown(let columns) = Legibility(first) {
      self.init(text: String(character), width: ambiguous.columns(of: first.value, narrow: columns))
    } else {
      self.init(filtering: scalars, ambiguous: ambiguous)
    }
  }

  private init(filtering scalars: Character.UnicodeScalarView, ambiguous: AmbiguousWidth) {
    var base: Unicode.Scalar?
    var rest = String.UnicodeScalarView()
    var marks = 0
    var width = 0
    for scalar in scalars {
      switch Legibility(scalar) {
      case .shown(let columns) where base == nil: (base, width) = (scalar, columns)
      case .replaced(let other) where base == nil: (base, width) = (other, 1)
      case .shown(let columns) where scalar.isFurtherPart:
        rest.append(scalar)
        (marks, width) = (0, width + columns)
      case _ where marks == Self.markLimit: break
      case .shown where scalar.value == 0xFF9E: append("\u{3099}")
      case .shown where scalar.value == 0xFF9F: append("\u{309A}")
      case .combining: append(scalar)
      default: break
      }
    }
    func append(_ mark: Unicode.Scalar) {
      rest.append(mark)
      marks += 1
    }
    if let base { width = ambiguous.columns(of: base.value, narrow: width) }
    self.init(base: base, width: width, marks: rest)
  }

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

  /// A scalar that is plain, with the columns that `PlainScalars` says.
  init(plain scalar: Unicode.Scalar, width: Int) { self.init(text: String(Character(scalar)), width: width) }

  private init(base: Unicode.Scalar?, width: Int, marks: String.UnicodeScalarView) {
    guard base != nil || !marks.isEmpty else {
      self.init(text: "", width: 0)
      return
    }
    // A mark without a character to stand on gets the circle that Unicode prints such marks with.
    var scalars = String.UnicodeScalarView([base ?? "◌"])
    scalars.append(contentsOf: marks)
    self.init(text: String(scalars), width: base == nil ? 1 : width)
  }
}

extension Glyph {
  /// The contents of its cells in the terminal library: a scalar that takes columns each, and its marks.
  var parts: [(text: String, width: Int)] {
    guard width > 1, text.unicodeScalars.count > 1 else { return [(text, width)] }
    var parts: [(text: String, width: Int)] = []
    for scalar in text.unicodeScalars {
      if case .shown(let columns) = Legibility(scalar) {
        parts.append((String(scalar), columns))
      } else if parts.isEmpty {
        parts.append((String(scalar), 1))
      } else {
        parts[parts.count - 1].text.unicodeScalars.append(scalar)
      }
    }
    // One part may be wider than its scalar, where ambiguous ones are.
    return parts.count > 1 ? parts : [(text, width)]
  }
}

extension Unicode.Scalar {
  /// True for a letter or a mark with columns of its own that stands behind the first part of a character, as vowels of
  /// Tamil and the second letters of conjuncts do.
  fileprivate var isFurtherPart: Bool {
    guard (0x900...0x1FFF).contains(value) || (0xA800...0xABFF).contains(value) || (0x11000...0x11FFF).contains(value)
    else { return false }
    switch properties.generalCategory {
    case .spacingMark, .otherLetter: return true
    default: return false
    }
  }
}

extension Surface {
  /// Draws a glyph, each of its parts in cells of its own.
  package mutating func put(_ glyph: Glyph, column: Int, row: Int, style: Style, clip: Rect) {
    // Two parts take more bytes.
    guard glyph.width > 1, glyph.text.utf8.count > 4 else {
      return put(glyph.text, width: glyph.width, column: column, row: row, style: style, clip: clip)
    }
    var column = column
    for part in glyph.parts {
      put(part.text, width: part.width, column: column, row: row, style: style, clip: clip)
      column += part.width
    }
  }
}

/// The columns that a text takes, characters as `Glyph` shows them.
public func displayWidth(_ text: some StringProtocol, ambiguous: AmbiguousWidth = .narrow) -> Int {
  var width = 0
  if PlainScalars.forEach(in: text, ambiguous: ambiguous, { _, columns, _ in width += columns }) { return width }
  return text.reduce(0) { $0 + Glyph($1, ambiguous: ambiguous).width }
}

/// A text as it may be sent to a terminal: each character as `Glyph` shows it.
public func legible(_ text: some StringProtocol) -> String {
  if PlainScalars.forEach(in: text, ambiguous: .narrow, { _, _, _ in }) { return String(text) }
  return text.reduce(into: "") { $0 += Glyph($1).text }
}

/// A text of several lines as it may be sent to a terminal: of the characters that move the cursor only line feeds are
/// left.
public func legibleLines(_ text: String) -> String {
  // By bytes: a carriage return and a line feed are one character.
  text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { legible(Substring($0)) }.joined(separator: "\n")
}
