/// A character as a terminal shows it: safe to send, and of a known width.
///
/// A glyph is one scalar that takes columns and at most `markLimit` that take none, so a cell of the terminal library
/// holds it. Of a character with several wide parts (a family of emoji, a flag) only the first is shown.
public struct Glyph: Sendable, Hashable {
  /// The text to send; empty for a character that is not shown.
  public var text: String
  /// Columns: 0, 1 or 2.
  public var width: Int

  /// The number of combining marks that a glyph keeps. Curses cells hold four; no writing needs more than three.
  static let markLimit = 3

  /// The gate to the terminal: the only way from a character of a page, a file name or a message to the screen.
  public init(_ character: Character, ambiguous: AmbiguousWidth = .narrow) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    let plain = PlainScalars.width(of: first.value)
    if plain > 0, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      self.init(text: String(character), width: ambiguous.columns(of: first.value, narrow: plain))
    } else {
      self.init(filtering: scalars, ambiguous: ambiguous)
    }
  }

  private init(filtering scalars: Character.UnicodeScalarView, ambiguous: AmbiguousWidth) {
    var base: Unicode.Scalar?
    var marks = String.UnicodeScalarView()
    var width = 0
    for scalar in scalars {
      switch Legibility(scalar) {
      case .shown(let columns) where base == nil: (base, width) = (scalar, columns)
      case .replaced(let other) where base == nil: (base, width) = (other, 1)
      case _ where marks.count == Self.markLimit: break
      case .shown where scalar.value == 0xFF9E: marks.append("\u{3099}")
      case .shown where scalar.value == 0xFF9F: marks.append("\u{309A}")
      case .combining: marks.append(scalar)
      default: break
      }
    }
    if let base { width = ambiguous.columns(of: base.value, narrow: width) }
    self.init(base: base, width: width, marks: marks)
  }

  private init(text: String, width: Int) {
    self.text = text
    self.width = width
  }

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
