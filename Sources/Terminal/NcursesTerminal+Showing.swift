import CNcurses
import Screen

// Drawing and sending.
extension NcursesTerminal {
  /// Shows a surface; only the cells that differ from what is shown are drawn, and sent in one write.
  public func present(_ surface: Surface, cursor: Point?) {
    guard isOpen else { return }
    removePicture(for: surface)
    // The glyphs stand elsewhere than was thought.
    if let shown, shown.hasWideAmbiguous != surface.hasWideAmbiguous { redraw() }
    var before = shown.flatMap { $0.size == surface.size ? $0 : nil }
    if before == nil { bl_erase() }
    let modes = keys.modes
    bl_use_sync(modes.contains(Self.synchronized) ? 1 : 0)
    let hasMargins = modes.contains(Self.margins)
    if let old = before, bl_can_scroll() != 0,
      let scroll = surface.scroll(from: old, within: known, hasMargins: hasMargins)
    {
      move(scroll)
      before = old.scrolled(scroll)
    }
    surface.forEachChange(from: before, within: known) { draw($0) }
    if surface.picture != nil { bl_scroll_all() }
    let place = cursor.map { clamp($0, to: known) }
    bl_refresh(Int32(place?.row ?? -1), Int32(place?.column ?? -1))
    showPicture(of: surface)
    shown = surface
  }

  /// DECLRMM, and the mode in which a terminal holds back what it shows.
  private static let margins = 69
  private static let synchronized = 2026

  private func move(_ scroll: Scroll) {
    let (first, end, count) = (Int32(scroll.rows.lowerBound), Int32(scroll.rows.upperBound), Int32(scroll.count))
    if let columns = scroll.columns {
      bl_scroll_columns(first, end, Int32(columns.lowerBound), Int32(columns.upperBound), count)
    } else {
      bl_scroll(first, end, count)
    }
  }

  private func draw(_ change: Surface.Change) {
    let look = look(of: change.cell.style)
    let (row, column, bits) = (Int32(change.place.row), Int32(change.place.column), UInt32(look.attributes.rawValue))
    if change.count > 1 {
      return bl_put_blanks(row, column, Int32(change.count), bits, look.foreground, look.background)
    }
    var glyph = change.cell.glyph
    glyph.withUTF8 {
      bl_put(row, column, $0.baseAddress, $0.count, Int32(change.cell.width), bits, look.foreground, look.background)
    }
  }

  private static let mostLooks = 64

  private func look(of style: Style) -> Look {
    if let known = looks.last, known.style == style { return known.look }
    if let index = looks.firstIndex(where: { $0.style == style }) {
      looks.swapAt(index, looks.count - 1)
    } else {
      if looks.count >= Self.mostLooks { looks.removeAll() }
      looks.append((style, Look(style, depth: depth)))
    }
    return looks[looks.count - 1].look
  }
}

private func clamp(_ point: Point, to size: Size) -> Point {
  Point(column: max(0, min(point.column, size.columns - 1)), row: max(0, min(point.row, size.rows - 1)))
}
