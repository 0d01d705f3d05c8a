import Newspaper
import Screen
import Typesetting

/// A direction on the printed page.
enum Heading {
  case up, down, left, right
}

extension [FrontPages.Box] {
  /// The nearest box in a direction that shares some rows or columns with a frame.
  func nearest(to frame: Rect, _ heading: Heading) -> FrontPages.Box? {
    filter { frame.isBefore($0.frame, heading) && frame.shares($0.frame, heading) }.min {
      let (one, other) = (frame.distance($0.frame, heading), frame.distance($1.frame, heading))
      return one != other ? one < other : frame.offset($0.frame, heading) < frame.offset($1.frame, heading)
    }
  }
}

extension Rect {
  // Neighbours share a rule, so that edges overlap by one.
  fileprivate func isBefore(_ other: Rect, _ heading: Heading) -> Bool {
    switch heading {
    case .up: other.endRow - 1 <= row
    case .down: other.row >= endRow - 1
    case .left: other.endColumn - 1 <= column
    case .right: other.column >= endColumn - 1
    }
  }

  fileprivate func shares(_ other: Rect, _ heading: Heading) -> Bool {
    switch heading {
    case .up, .down: min(endColumn, other.endColumn) - max(column, other.column) > 1
    case .left, .right: min(endRow, other.endRow) - max(row, other.row) > 1
    }
  }

  fileprivate func distance(_ other: Rect, _ heading: Heading) -> Int {
    switch heading {
    case .up: row - other.endRow
    case .down: other.row - endRow
    case .left: column - other.endColumn
    case .right: other.column - endColumn
    }
  }

  fileprivate func offset(_ other: Rect, _ heading: Heading) -> Int {
    switch heading {
    case .up, .down: abs(other.column - column)
    case .left, .right: abs(other.row - row)
    }
  }
}
