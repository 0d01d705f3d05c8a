import CNcurses
import Screen

// Drawing and sending.
extension NcursesTerminal {
  /// Shows a surface; only the parts of rows that differ from what is shown are drawn, and sent in one write.
  public func present(_ surface: Surface, cursor: Point?) {
    guard isOpen else { return }
    removePicture(for: surface)
    // The glyphs stand elsewhere than was thought.
    if let shown, shown.surface.hasWideAmbiguous != surface.hasWideAmbiguous { redraw() }
    let before = shown.flatMap { $0.surface.size == surface.size ? $0 : nil }
    if let before, before.surface == surface, before.cursor == cursor { return }
    if before == nil { bl_erase() }
    for row in 0..<min(surface.size.rows, known.rows) {
      let isNew = draw(surface.row(row), over: before?.surface.row(row), row: row)
      if isNew, surface.hasWideAmbiguous { place(surface.row(row), row: row) }
    }
    let place = cursor.map { clamp($0, to: known) }
    bl_refresh(Int32(place?.row ?? -1), Int32(place?.column ?? -1))
    bl_place_now()
    showPicture(of: surface)
    shown = (surface, cursor)
  }

  /// - Returns: True if there was anything to draw.
  private func draw(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>?, row: Int) -> Bool {
    guard let span = changedSpan(cells, over: old) else { return false }
    var style = Style.plain
    var look = self.look(of: style)
    for index in span where cells[index].width > 0 {
      let cell = cells[index]
      let column = index - cells.startIndex
      guard column + Int(cell.width) <= known.columns else { break }
      if cell.style != style { (style, look) = (cell.style, self.look(of: cell.style)) }
      if cell.width == 1 || !isOddlyWide(cell) {
        bl_put(Int32(row), Int32(column), cell.glyph, look.attributes, look.pair)
      } else {
        putBlanks(cell, row: row, column: column, look)
      }
    }
    return true
  }

  private func look(of style: Style) -> (attributes: UInt32, pair: Int32) {
    let look = Look(style, depth: depth)
    return (UInt32(look.attributes.rawValue), pairs.number(look.foreground, look.background))
  }
}

// Glyphs that the terminal draws over two columns and ncurses counts as one.
extension NcursesTerminal {
  /// Stand-in that ncurses gets for such a glyph: as wide, and nothing else that is ever drawn.
  private static let placeholder = "\u{3000}"

  private func isOddlyWide(_ cell: Cell) -> Bool { cell.glyph == Self.placeholder || bl_is_narrow(cell.glyph) != 0 }

  /// Has ncurses draw a placeholder; an ideographic space, which would look like one to it, as two spaces.
  private func putBlanks(_ cell: Cell, row: Int, column: Int, _ look: (attributes: UInt32, pair: Int32)) {
    guard cell.glyph == Self.placeholder else {
      return bl_put(Int32(row), Int32(column), Self.placeholder, look.attributes, look.pair)
    }
    for column in column...column + 1 { bl_put(Int32(row), Int32(column), " ", look.attributes, look.pair) }
  }

  /// Puts the glyphs of a row over their placeholders, each in its column. All of them: nobody knows which placeholders
  /// ncurses sends again.
  private func place(_ cells: ArraySlice<Cell>, row: Int) {
    for index in cells.indices where cells[index].width == 2 && cells[index].glyph != Self.placeholder {
      let (cell, column) = (cells[index], index - cells.startIndex)
      guard column + 2 <= known.columns, bl_is_narrow(cell.glyph) != 0 else { continue }
      let look = Look(cell.style, depth: depth)
      bl_place(
        Int32(row), Int32(column), cell.glyph, UInt32(look.attributes.rawValue), look.foreground, look.background)
    }
  }
}

/// From the first cell that differs to the last, widened to whole glyphs of both rows; nil when none differs.
func changedSpan(_ cells: ArraySlice<Cell>, over old: ArraySlice<Cell>?) -> Range<Int>? {
  guard let old else { return cells.indices }
  let shift = old.startIndex - cells.startIndex
  guard var first = cells.indices.first(where: { cells[$0] != old[$0 + shift] }),
    var last = cells.indices.last(where: { cells[$0] != old[$0 + shift] })
  else { return nil }
  func isHalf(_ index: Int) -> Bool { cells[index].width == 0 || old[index + shift].width == 0 }
  while first > cells.startIndex, isHalf(first) { first -= 1 }
  while last + 1 < cells.endIndex, isHalf(last + 1) { last += 1 }
  return first..<last + 1
}

private func clamp(_ point: Point, to size: Size) -> Point {
  Point(column: max(0, min(point.column, size.columns - 1)), row: max(0, min(point.row, size.rows - 1)))
}
