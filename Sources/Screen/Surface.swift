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
}

/// A screenful of cells that views draw on. What is drawn outside it, or would straddle its edge, is not drawn;
/// a wide glyph that is half overwritten leaves a blank. So every row is always exactly as wide as the surface.
public struct Surface: Sendable {
  /// Its size, which never changes.
  public let size: Size
  /// True if its terminal draws characters of ambiguous width over two columns; those who draw on it ask.
  public var hasWideAmbiguous = false
  /// A picture that lies over some of the cells.
  public var picture: Picture?
  /// The columns of parts that stand side by side and of which one may scroll by itself.
  public var parts: [Range<Int>] = []
  var cells: [PackedCell]
  /// The glyphs that are too long for a cell.
  private var longGlyphs: [String] = []

  /// A blank surface.
  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// All of it.
  public var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a place, which must lie on the surface.
  public subscript(_ column: Int, _ row: Int) -> Cell { cell(row * size.columns + column) }

  /// The cells of a row, from the left.
  public func row(_ row: Int) -> [Cell] { (row * size.columns..<(row + 1) * size.columns).map(cell) }

  private func cell(_ index: Int) -> Cell {
    let cell = cells[index]
    let glyph = cell.glyph.text ?? longGlyphs[cell.glyph.number]
    return Cell(glyph, width: Int(cell.width), style: cell.style)
  }

  /// Draws a glyph.
  /// - Parameters:
  ///   - glyph: one printable character, already passed through the gate.
  ///   - width: its columns, 1 or 2.
  ///   - clip: the part of the surface that may be changed.
  public mutating func put(_ glyph: String, width: Int, column: Int, row: Int, style: Style, clip: Rect) {
    guard let index = place(column, row, width, clip) else { return }
    put(packed(glyph), width, at: index, in: row, style)
  }

  /// Draws a glyph of one scalar.
  public mutating func put(_ glyph: Unicode.Scalar, width: Int, column: Int, row: Int, style: Style, clip: Rect) {
    guard let index = place(column, row, width, clip) else { return }
    put(PackedGlyph(glyph), width, at: index, in: row, style)
  }

  private func place(_ column: Int, _ row: Int, _ width: Int, _ clip: Rect) -> Int? {
    let isInside =
      row >= max(0, clip.row) && row < min(size.rows, clip.endRow)
      && column >= max(0, clip.column) && column + width <= min(size.columns, clip.endColumn)
    return isInside ? row * size.columns + column : nil
  }

  private mutating func put(_ glyph: PackedGlyph, _ width: Int, at index: Int, in row: Int, _ style: Style) {
    blankHalves(of: index, in: row)
    if width == 2 { blankHalves(of: index + 1, in: row) }
    cells[index] = PackedCell(glyph: glyph, width: UInt8(width), style: style)
    if width == 2 { cells[index + 1] = PackedCell(glyph: .none, width: 0, style: style) }
  }

  private mutating func packed(_ glyph: String) -> PackedGlyph {
    if let packed = PackedGlyph(glyph) { return packed }
    longGlyphs.append(glyph)
    return PackedGlyph(number: longGlyphs.count - 1)
  }

  /// Fills a rectangle with blanks.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let blank = PackedCell(glyph: .blank, width: 1, style: style)
    for row in rect.row..<rect.endRow {
      let start = row * size.columns
      blankHalves(of: start + rect.column, in: row)
      blankHalves(of: start + rect.endColumn - 1, in: row)
      for index in start + rect.column..<start + rect.endColumn { cells[index] = blank }
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
    if cell.width == 1 { return }
    if cell.width == 0, index > row * size.columns { blank(index - 1) }
    if cell.width == 2, index + 1 < (row + 1) * size.columns { blank(index + 1) }
  }

  private mutating func blank(_ index: Int) {
    cells[index] = PackedCell(glyph: .blank, width: 1, style: cells[index].style)
  }
}

extension Surface: Equatable {
  /// True if both show the same.
  public static func == (one: Surface, other: Surface) -> Bool {
    guard one.size == other.size, one.hasWideAmbiguous == other.hasWideAmbiguous, one.picture == other.picture else {
      return false
    }
    return one.cells.indices.allSatisfy { one.isSame($0, as: other) }
  }

  private func isSame(_ index: Int, as other: Surface) -> Bool { isSame(index, as: other, at: index) }

  /// True if a cell shows the same as one of another surface.
  func isSame(_ index: Int, as other: Surface, at place: Int) -> Bool {
    let (mine, its) = (cells[index], other.cells[place])
    if mine == its, !mine.glyph.isLong { return true }
    guard mine.glyph.isLong, its.glyph.isLong, mine.width == its.width, mine.look == its.look else { return false }
    return longGlyphs[mine.glyph.number] == other.longGlyphs[its.glyph.number]
  }

  /// The first place from a start on, before an end, at which two surfaces of one size differ; the end where none is.
  private func firstChange(from old: Surface, _ start: Int, _ end: Int) -> Int {
    let quick = cells.withUnsafeBufferPointer { cells in
      old.cells.withUnsafeBufferPointer { old in
        var index = start
        while index < end, cells[index] == old[index], !cells[index].glyph.isLong { index += 1 }
        return index
      }
    }
    return quick < end && isSame(quick, as: old) ? firstChange(from: old, quick + 1, end) : quick
  }
}

// The cells that are to be drawn anew.
extension Surface {
  /// A glyph that is drawn, or several blanks of one style side by side.
  public struct Change: Sendable, Equatable {
    /// Its place.
    public var place: Point
    /// The glyph; a blank for blanks.
    public var cell: Cell
    /// The number of blanks; 1 for a glyph.
    public var count: Int
  }

  /// Finds out how a screen that shows one surface comes to show another, row by row and from the left.
  /// - Parameters:
  ///   - old: is shown, and has the same size; nil stands for a blank screen.
  ///   - size: the part of the surface that is drawn.
  public func forEachChange(from old: Surface?, within size: Size, _ body: (Change) -> Void) {
    let old = old?.size == self.size ? old : nil
    for row in 0..<min(size.rows, self.size.rows) {
      let start = row * self.size.columns
      let end = start + min(size.columns, self.size.columns)
      // The place behind what was drawn last in the row.
      var (index, drawn) = (start, -1)
      while index < end {
        if let old {
          let next = firstChange(from: old, index, end)
          if next == end { break }
          if index == drawn, isSentAgain(index..<next) {
            for place in index..<next where cells[place].width > 0 {
              body(Change(place: Point(column: place - start, row: row), cell: cell(place), count: 1))
            }
          }
          index = next
        }
        let cell = cells[index]
        let place = Point(column: index - start, row: row)
        if cell.glyph == .blank {
          let (count, next) = blanks(from: index, in: start, to: end, over: old)
          if count > 0 { body(Change(place: place, cell: self.cell(index), count: count)) }
          drawn = index + count
          index = next
        } else {
          if cell.width > 0, index + Int(cell.width) <= end {
            body(Change(place: place, cell: self.cell(index), count: 1))
          }
          index += max(1, Int(cell.width))
          drawn = index
        }
      }
    }
  }

  /// True if a stretch between two changes, which is shown already, takes no more bytes than the place behind it, and
  /// has the look of what stands before it.
  private func isSentAgain(_ stretch: Range<Int>) -> Bool {
    guard !hasWideAmbiguous, (1...Self.fewBytes).contains(stretch.count) else { return false }
    let look = cells[stretch.lowerBound - 1].look
    let bytes = stretch.reduce(0) { $0 + cells[$1].glyph.length }
    return bytes <= Self.fewBytes && stretch.allSatisfy { cells[$0].look == look }
  }

  private static let fewBytes = 4
  private static let fewBlanks = 5

  /// Blanks of one style that stand side by side.
  /// - Returns: the number of those that are to be drawn, up to the last that is not shown already; all of them where
  ///   they reach the end of the row, which can be cleared at once. And the place behind all of them.
  private func blanks(
    from start: Int, in rowStart: Int, to end: Int, over old: Surface?
  ) -> (drawn: Int, next: Int) {
    let look = cells[start].look
    var (next, last) = (start, start)
    while next < end, cells[next].glyph == .blank, cells[next].look == look {
      if let old, !isSame(next, as: old) { last = next }
      next += 1
    }
    guard old != nil else {
      // They stand there already; but between two glyphs a few are sent in fewer bytes than the place behind them.
      let isShort = start > rowStart && next < end && next - start <= Self.fewBlanks
      return (look == PackedCell.blank.look && !isShort ? 0 : next - start, next)
    }
    return (next == end && last > start ? end - start : last + 1 - start, next)
  }
}

/// A cell in two words, without anything to count references to: there are thousands on a screen, and all of them are
/// made, compared and thrown away at every key.
struct PackedCell: Sendable, Equatable {
  var glyph: PackedGlyph
  /// The style and, in the highest bits, the width.
  private var rest: UInt64

  static let blank = PackedCell(glyph: .blank, width: 1, style: .plain)

  init(glyph: PackedGlyph, width: UInt8, style: Style) {
    self.glyph = glyph
    rest = UInt64(width) << 62 | style.packed
  }

  var width: UInt8 { UInt8(rest >> 62) }

  var style: Style {
    get { Style(packed: rest & (1 << 62 - 1)) }
    set { rest = rest & (3 << 62) | newValue.packed }
  }

  /// The style as it is compared.
  var look: UInt64 { rest & (1 << 62 - 1) }
}

extension Style {
  /// Two colours of 26 bits and the attributes.
  fileprivate var packed: UInt64 {
    foreground.packed | background.packed << 26 | UInt64(attributes.rawValue & 31) << 52
  }

  fileprivate init(packed: UInt64) {
    self.init(
      Color(packed: packed), on: Color(packed: packed >> 26), Attributes(rawValue: UInt8(packed >> 52 & 31)))
  }
}

extension Color {
  /// A colour in 26 bits, 0 for the terminal's own.
  fileprivate var packed: UInt64 {
    switch self {
    case .standard: 0
    case .palette(let number): 1 << 24 | UInt64(number)
    case .rgb(let value): 2 << 24 | UInt64(value & 0xFFFFFF)
    }
  }

  fileprivate init(packed: UInt64) {
    switch packed >> 24 & 3 {
    case 0: self = .standard
    case 1: self = .palette(UInt8(packed & 0xFF))
    default: self = .rgb(UInt32(packed & 0xFFFFFF))
    }
  }
}

/// A glyph of up to seven bytes, or the number of a longer one.
struct PackedGlyph: Sendable, Equatable {
  /// The bytes from the lowest on, and their number in the highest; 255 there says that the rest is a number.
  private var bits: UInt64

  static let none = PackedGlyph(bits: 0)
  static let blank = PackedGlyph(bits: 1 << 56 | 0x20)

  private init(bits: UInt64) { self.bits = bits }

  init(number: Int) { bits = 255 << 56 | UInt64(number) }

  /// Nil if the glyph is too long.
  init?(_ glyph: String) {
    guard glyph.utf8.count <= 7 else { return nil }
    bits = UInt64(glyph.utf8.count) << 56
    var shift: UInt64 = 0
    for byte in glyph.utf8 {
      bits |= UInt64(byte) << shift
      shift += 8
    }
  }

  init(_ scalar: Unicode.Scalar) {
    var (bytes, shift) = (UInt64(0), UInt64(0))
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes |= UInt64(byte) << shift
      shift += 8
    }
    bits = bytes | (shift / 8) << 56
  }

  var isLong: Bool { bits >> 56 == 255 }
  var number: Int { Int(bits & (1 << 56 - 1)) }
  /// The number of its bytes; 255 for one that stands elsewhere.
  var length: Int { Int(bits >> 56) }

  /// Nil if it stands elsewhere.
  var text: String? {
    if isLong { return nil }
    let count = Int(bits >> 56)
    return withUnsafeBytes(of: bits.littleEndian) { String(decoding: $0.prefix(count), as: UTF8.self) }
  }
}
