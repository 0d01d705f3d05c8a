/// Figures for all labels at once, a lane each; lanes past the last label stay empty.
package typealias LabelScores = SIMD16<Float>

/// Weights of labels, of which those of a line's features are added up.
protocol LineModel {
  /// Weights of the labels by themselves.
  var bias: LabelScores { get }
  /// Weights of the first line's labels.
  var opening: LabelScores { get }
  /// For each label, the weights of those that may follow it.
  var turns: [LabelScores] { get }
  /// The sum of the weights of some features of a line.
  func sum(ofRows rows: UnsafeBufferPointer<UInt16>) -> LabelScores
  /// The sum of the weights of some features of two lines.
  /// - Parameters:
  ///   - rows: the place of each feature's weights behind the first side, as `LabelModel.joint` gives it.
  ///   - side: the raw value of the earlier line's side.
  func sum(ofJoints rows: UnsafeBufferPointer<UInt16>, after side: Int) -> LabelScores
}

/// Rows of weights by which the labels of a page's lines are scored.
///
/// A linear chain: the score of a page's labels is the sum of the rows of every line's features, of what each line
/// shows with the one before, and of each label behind another (Lafferty, McCallum and Pereira 2001).
package struct LabelModel: Sendable {
  /// A score that nothing outweighs.
  package static let never: Float = -1e9

  /// Weights of the labels by themselves.
  package var bias = LabelScores.zero
  /// Weights of the first line's labels.
  package var opening = LabelScores.zero
  /// For each label, the weights of those that may follow it.
  package var turns: [LabelScores]
  /// For each feature of a line, its weights.
  package var rows: [LabelScores]
  /// For each feature of two lines and each side of the earlier one, the weights of the later.
  package var joints: [LabelScores]

  /// A model without weights.
  /// - Parameters:
  ///   - rowCount: the number of features of a line.
  ///   - jointCount: the number of features of two lines together.
  package init(rowCount: Int, jointCount: Int) {
    turns = Array(repeating: .zero, count: LineLabel.allCases.count)
    rows = Array(repeating: .zero, count: rowCount)
    joints = Array(repeating: .zero, count: jointCount * LineLabel.Side.allCases.count)
  }

  /// The place of a joint feature's weights in `joints`.
  package static func joint(_ feature: Int, after side: LineLabel.Side) -> Int {
    feature * LineLabel.Side.allCases.count + side.rawValue
  }
}

extension LabelModel: LineModel {
  func sum(ofRows rows: UnsafeBufferPointer<UInt16>) -> LabelScores {
    rows.reduce(.zero) { $0 + self.rows[Int($1)] }
  }

  func sum(ofJoints rows: UnsafeBufferPointer<UInt16>, after side: Int) -> LabelScores {
    rows.reduce(.zero) { $0 + joints[Int($1) + side] }
  }
}

extension LabelModel {
  /// The model of the hand-set weights.
  static let handSet = LabelModel(Weights())

  /// The hand-set weights as a model.
  init(_ weights: Weights) {
    self.init(rowCount: LineFeature.allCases.count, jointCount: JointFeature.allCases.count)
    turns = turns.map { _ in LabelScores(repeating: weights.rareTurn) }
    for turn in weights.turns { turns[turn.from.rawValue][turn.to.rawValue] = turn.weight }
    for turn in weights.impossibleTurns { turns[turn.from.rawValue][turn.to.rawValue] = Self.never }
    for label in LineLabel.allCases where label.startsItem { bias[label.rawValue] = Self.never }
    for (label, weight) in weights.plain { bias[label.rawValue] += weight }
    for (label, weight) in weights.opening { opening[label.rawValue] += weight }
    for (feature, label, weight) in weights.line { rows[Int(feature.rawValue)][label.rawValue] += weight }
    for side in LineLabel.Side.allCases {
      let table = side == .head || side == .byline || side == .subhead ? weights.afterHead : weights.afterBody
      for (feature, label, weight) in table {
        joints[Self.joint(Int(feature.rawValue), after: side)][label.rawValue] += weight
      }
    }
  }
}
