import FoundationEssentials
import PageParsing

/// The weights of a model as one array, as the trainer changes them.
struct ChainWeights: Sendable {
  static let sides = LineLabel.Side.allCases.count
  static let bias = 0
  static let opening = 1
  static let turns = 2
  static let rows = turns + LineLabel.allCases.count
  static let joints = rows + LabelProblem.rowCount
  static let count = joints + LabelProblem.jointCount * sides

  var values: [LabelScores]

  init(repeating value: LabelScores) { values = Array(repeating: value, count: Self.count) }

  init(_ model: LabelModel) {
    values = [model.bias, model.opening] + model.turns + model.rows + model.joints
  }

  /// The weights of a file that `train` wrote.
  init(readingFrom path: String) throws {
    guard let model = LabelModel(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path)))) else {
      throw Misuse("\(path) holds no weights for the features of this program")
    }
    self.init(model)
  }

  var model: LabelModel {
    var model = LabelModel(rowCount: LabelProblem.rowCount, jointCount: LabelProblem.jointCount)
    model.bias = values[Self.bias]
    model.opening = values[Self.opening]
    model.turns = Array(values[Self.turns..<Self.rows])
    model.rows = Array(values[Self.rows..<Self.joints])
    model.joints = Array(values[Self.joints...])
    return model
  }
}
