import Screen

/// The places of the boxes of a printed page: the lead at the top left, as wide as several columns, other articles in
/// columns to its right and in a row below it.
///
/// Boxes share the rules between them: the rectangle of a box has them on all its sides, so neighbours overlap by one.
struct FrontLayout {
  /// A box and the article in it.
  struct Box: Equatable {
    /// Index of the article in the issue.
    var article: Int
    /// With the rules around it.
    var frame: Rect
    var isLead = false

    /// The room that is left for text: without the rules, and a column of air beside them.
    var text: Rect {
      Rect(column: frame.column + 2, row: frame.row + 1, columns: frame.columns - 4, rows: frame.rows - 2)
    }
  }

  /// In reading order; the lead first.
  var boxes: [Box]
  /// Its faults: blank cells, and less so text that is not shown. Less is better.
  var cost: Double

  /// Columns from rule to rule that a box has at least.
  static let narrowest = 30
  private static let widestColumn = 50

  /// The best arrangement; nil where some article would not show enough, or the lead would not be the largest.
  /// - Parameters:
  ///   - lead: stands first and largest.
  ///   - others: in reading order.
  static func best(_ lead: BoxNeed, _ others: [BoxNeed], size: Size) -> FrontLayout? {
    let tries = plans(columns: size.columns, count: others.count).compactMap { plan in
      FrontLayout(lead: lead, others: others, plan: plan, size: size)
    }
    return tries.min { $0.cost < $1.cost }
  }

  /// A choice: the lead's width from rule to rule, the columns beside it, the boxes below it.
  fileprivate struct Plan {
    var leadSpan: Int
    var columns: Int
    var below: Int
  }

  private static func plans(columns: Int, count: Int) -> [Plan] {
    let span = columns - 1
    guard count > 0 else { return [Plan(leadSpan: span, columns: 0, below: 0)] }
    var plans: [Plan] = []
    for tenths in [34, 40, 46, 50, 55, 60, 66, 100] {
      let lead = (span * tenths + 99) / 100
      let rest = span - lead
      let most = rest / narrowest
      for columns in (tenths == 100 ? 0...0 : 1...max(1, most)) {
        if columns > 0, rest / columns < narrowest || (rest / columns > widestColumn && columns < most) { continue }
        for below in 0...min(count, max(0, lead / narrowest)) where columns > 0 || below == count {
          plans.append(Plan(leadSpan: lead, columns: columns, below: below))
        }
      }
    }
    return plans
  }
}

extension FrontLayout {
  fileprivate init?(lead: BoxNeed, others: [BoxNeed], plan: Plan, size: Size) {
    let below = Array(others.suffix(plan.below))
    let beside = Array(others.dropLast(plan.below))
    guard plan.columns > 0 || beside.isEmpty else { return nil }
    let rows = size.rows - 1
    guard let left = LeadColumn(lead, below: below, span: plan.leadSpan, rows: rows) else { return nil }
    var boxes = left.boxes
    var cost = left.cost
    if plan.columns > 0 {
      let edges = (0...plan.columns).map {
        plan.leadSpan + (size.columns - 1 - plan.leadSpan) * $0 / plan.columns
      }
      guard let right = FrontColumns(beside, edges: edges, rows: rows) else { return nil }
      boxes += right.boxes
      cost += right.cost
    }
    let largest = boxes.dropFirst().map { $0.frame.columns * $0.frame.rows }.max() ?? 0
    guard largest <= boxes[0].frame.columns * boxes[0].frame.rows else { return nil }
    self.boxes = boxes
    self.cost = cost
  }
}
