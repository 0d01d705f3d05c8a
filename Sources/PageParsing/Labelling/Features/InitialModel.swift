extension LabelModel {
  /// The weights that learning starts from: those of the hand-set labels, which the learned model is told.
  package static var initial: LabelModel {
    var model = LabelModel(rowCount: LabelProblem.rowCount, jointCount: LabelProblem.jointCount)
    let hand = FeatureTemplate.line.firstIndex { $0.page == nil && $0.parts.count == 1 && $0.parts[0] == (.hand, 0) }
    if let hand {
      let first = FeatureRows.line.firsts[hand] + 1
      for label in LineLabel.allCases { model.rows[first + label.rawValue][label.rawValue] = 3 }
    }
    for label: LineLabel in [.head, .headStart, .byline, .pointer, .subhead] {
      model.turns[label.rawValue][LineLabel.next.rawValue] = -4
    }
    model.opening[LineLabel.next.rawValue] = -4
    return model
  }
}
