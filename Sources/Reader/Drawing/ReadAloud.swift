import Screen

extension Surface {
  /// Leaves what programs that read a screen aloud can say: no rules, boxes and signs, and no colours, so that only
  /// what is said anew is written anew.
  /// - Returns: the place of what is selected: the current match, else the entry with the sign, else the passage with
  ///   the bar; nil where there is none.
  mutating func readAloud(theme: Theme) -> Point? {
    let match = theme[.currentMatch]
    var places: [Int: Point] = [:]
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[column, row]
        let isMatch =
          cell.style.background == match.background && cell.style.attributes.isSuperset(of: match.attributes)
        let rank = isMatch ? 0 : cell.glyph == "▸" ? 1 : cell.glyph == "▌" ? 2 : nil
        if let rank, places[rank] == nil { places[rank] = Point(column: column, row: row) }
        if cell.isDrawing { put(" ", width: 1, column: column, row: row, style: .plain, clip: bounds) }
      }
    }
    restyle(bounds) { $0 = .plain }
    return places.min { $0.key < $1.key }?.value
  }
}

extension Surface {
  /// The first cell of a part that is not blank; its corner where all are.
  func firstText(in rect: Rect) -> Point {
    for row in rect.row..<rect.endRow {
      let cells = rect.column..<rect.endColumn
      if let column = cells.first(where: { self[$0, row].glyph != " " }) { return Point(column: column, row: row) }
    }
    return Point(column: rect.column, row: rect.row)
  }
}

extension Cell {
  /// True if it is part of a drawing: a rule, a block, the sign of what is selected.
  fileprivate var isDrawing: Bool {
    guard let scalar = glyph.unicodeScalars.first, width == 1 else { return false }
    return (0x2500...0x259F).contains(scalar.value) || scalar == "▸"
  }
}
