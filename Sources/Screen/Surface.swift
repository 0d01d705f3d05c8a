/// One cell of the screen: what stands in it and how it looks.
public struct Cell: Sendable, Hashable {
  /// A character, printable as it is; empty in the right half of a wide one.
  public var glyph: String
  /// Columns: 1, or 2; 0 for the right half of a wide glyph.
  public var width: UInt8
  /// Its look.
  public var style: Style

  /// A cell in a style.
  public init(_ glyph: String, width: Int = 1, style: Style = .plain) {
    self.glyph = glyph
    self.width = UInt8(width)
    self.style = style
  }

  /// An empty cell.
  public static let blank = Cell(" ")
}

/// A screenful of cells that views draw on. What is drawn outside it, or would straddle its edge, is not drawn;
/// a wide glyph that is half overwritten leaves a blank. So every row is always exactly as wide as the surface.
public struct Surface: Sendable, Equatable {
  /// Its size, which never changes.
  public let size: Size
  /// True if its terminal draws characters of ambiguous width over two columns; those who draw on it ask.
  public var hasWideAmbiguous = false
  /// A picture that lies over some of the cells.
  public var picture: Picture?
  private var cells: [Cell]

  /// A blank surface.
  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// All of it.
  public var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a place, which must lie on the surface.
  public subscript(_ column: Int, _ row: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of a row, from the left.
  public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// Draws a glyph.
  /// - Parameters:
  ///   - glyph: one printable character, already passed through the gate.
  ///   - width: its columns, 1 or 2.
  ///   - clip: the part of the surface that may be changed.
  public mutating func put(_ glyph: String, width: Int, column: Int, row: Int, style: Style, clip: Rect) {
    let clip = clip.intersection(bounds)
    guard row >= clip.row, row < clip.endRow, column >= clip.column, column + width <= clip.endColumn else { return }
    let index = row * size.columns + column
    blankHalves(of: index, in: row)
    if width == 2 { blankHalves(of: index + 1, in: row) }
    cells[index] = Cell(glyph, width: width, style: style)
    if width == 2 { cells[index + 1] = Cell("", width: 0, style: style) }
  }

  /// Fills a rectangle with blanks.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    let rect = rect.intersection(bounds)
    for row in rect.row..<rect.endRow {
      for column in rect.column..<rect.endColumn {
        put(" ", width: 1, column: column, row: row, style: style, clip: rect)
      }
    }
  }

  /// Changes how cells look and leaves what stands in them.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let rect = rect.intersection(bounds)
    for row in rect.row..<rect.endRow {
      for column in rect.column..<rect.endColumn { change(&cells[row * size.columns + column].style) }
    }
  }

  /// The rows as text, without styles and without blanks at their ends.
  public var text: String {
    (0..<size.rows).map { number in
      var line = row(number).map(\.glyph).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private mutating func blankHalves(of index: Int, in row: Int) {
    let cell = cells[index]
    if cell.width == 0, index > row * size.columns { cells[index - 1] = Cell(" ", style: cells[index - 1].style) }
    if cell.width == 2, index + 1 < (row + 1) * size.columns { cells[index + 1] = Cell(" ", style: cell.style) }
  }
}
