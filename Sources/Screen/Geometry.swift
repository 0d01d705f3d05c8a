/// A size in cells.
public struct Size: Sendable, Hashable {
  /// Width in cells.
  public var columns: Int
  /// Height in cells.
  public var rows: Int

  /// A size of so many cells.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, from the top left, from 0.
public struct Point: Sendable, Hashable {
  /// From the left, from 0.
  public var column: Int
  /// From the top, from 0.
  public var row: Int

  /// A place, from 0.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells. Its sides are never negative.
public struct Rect: Sendable, Hashable {
  /// From the left, from 0.
  public var column: Int
  /// From the top, from 0.
  public var row: Int
  /// Width in cells.
  public var columns: Int
  /// Height in cells.
  public var rows: Int

  /// A rectangle; a negative side counts as none.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The first column to the right of it.
  public var endColumn: Int { column + columns }
  /// The first row below it.
  public var endRow: Int { row + rows }
  /// True if it holds no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// True if a cell is in it.
  public func contains(_ point: Point) -> Bool {
    (column..<endColumn).contains(point.column) && (row..<endRow).contains(point.row)
  }

  /// The part that both have.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }
}
