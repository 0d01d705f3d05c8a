import Newspaper
import Text

/// A row of a table, whose cells stand in columns with two spaces or more between, as the parser leaves them.
struct TableRow {
  private struct Cell {
    /// The columns before it.
    var start: Int
    var text: String
  }

  private var cells: [Cell] = []

  /// True for a text with several cells. Most paragraphs have no such space, which their bytes say.
  static func isRow(_ text: String) -> Bool {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      let isWide = byte == 0x80 && second == 0x80 && first == 0xE3
      if isWide || byte == 0x20 && second == 0x20 { return TableRow(text).cells.count > 1 }
      (first, second) = (second, byte)
    }
    return false
  }

  init(_ text: String) {
    var (column, spaces) = (0, 2)
    for scalar in text.unicodeScalars {
      let width = fixedPitchColumns(of: scalar.value)
      if scalar == " " || scalar == "\u{3000}" {
        spaces += width
      } else if spaces > 1 {
        cells.append(Cell(start: column, text: String(scalar)))
        spaces = 0
      } else {
        let space = spaces == 1 ? " " : ""
        cells[cells.count - 1].text += space + String(scalar)
        spaces = 0
      }
      column += width
    }
  }

  /// The cells of rows, each row with as many as the longest: a row that lacks some has the others below those that
  /// begin nearest.
  static func aligned(_ texts: [String]) -> [[String]] {
    let rows = texts.map(TableRow.init)
    let columns = rows.max { $0.cells.count < $1.cells.count }?.cells.map(\.start) ?? []
    return rows.map { row in
      var texts = [String](repeating: "", count: columns.count)
      var next = 0
      for (index, cell) in row.cells.enumerated() {
        let last = columns.count - row.cells.count + index
        let nearest = (next...last).min { abs(columns[$0] - cell.start) < abs(columns[$1] - cell.start) } ?? last
        texts[nearest] = cell.text
        next = nearest + 1
      }
      return texts
    }
  }
}

extension Article {
  /// The blocks of the body, the rows of a table together and each other one by itself.
  var bodyByTables: [ArraySlice<Block>] {
    var found: [ArraySlice<Block>] = []
    var rest = body[...]
    while !rest.isEmpty {
      let rows = rest.prefix { $0.role == .paragraph && TableRow.isRow($0.passage.text) }.count
      found.append(rest.prefix(max(1, rows)))
      rest = rest.dropFirst(max(1, rows))
    }
    return found
  }
}
