import PageParsing

/// Weights that take smaller steps the more they were moved before (AdaGrad, Duchi, Hazan and Singer 2011).
struct AdaptiveWeights {
  private(set) var current: ChainWeights
  private var squares: ChainWeights
  private let rate: Float

  /// - Parameters:
  ///   - rate: the size of a first step.
  init(_ initial: ChainWeights, rate: Float) {
    current = initial
    self.rate = rate
    squares = ChainWeights(repeating: LabelScores(repeating: 0.1))
  }

  /// Moves the weights from the probabilities that a page has under them to those that it has where only what its truth
  /// allows is counted.
  mutating func update(_ problem: LabelProblem, from found: ChainMarginals, to right: ChainMarginals, scale: Float) {
    let labels = LineLabel.allCases.count
    // A page on which nearly all is wrong has less to teach than its lines would have it.
    let wrong = zip(right.lines, found.lines).reduce(Float(0)) { $0 + Self.size($1.0 - $1.1) } / 2
    let scale = scale / max(1, wrong).squareRoot()
    for place in problem.lines.indices {
      let change = (right.lines[place] - found.lines[place]) * scale
      if place > 0 {
        var sides = [LabelScores](repeating: .zero, count: ChainWeights.sides)
        for label in LineLabel.allCases {
          let index = place * labels + label.rawValue
          let change = (right.pairs[index] - found.pairs[index]) * scale
          guard Self.matters(change) else { continue }
          add(change, to: ChainWeights.turns + label.rawValue)
          sides[label.side.rawValue] += change
        }
        for side in LineLabel.Side.allCases where Self.matters(sides[side.rawValue]) {
          addJoints(problem, place, side, sides[side.rawValue])
        }
      }
      guard Self.matters(change) else { continue }
      add(change, to: place == 0 ? ChainWeights.opening : ChainWeights.bias)
      for row in problem.rows(of: place) { add(change, to: ChainWeights.rows + Int(row)) }
    }
  }

  private mutating func addJoints(
    _ problem: LabelProblem, _ place: Int, _ side: LineLabel.Side, _ change: LabelScores
  ) {
    let isFar = side.rawValue >= LineLabel.Side.caption.rawValue
    let joints = isFar ? problem.farJoints(of: place) : problem.joints(of: place)
    for joint in joints { add(change, to: ChainWeights.joints + LabelModel.joint(Int(joint), after: side)) }
  }

  private static func size(_ change: LabelScores) -> Float { change.replacing(with: -change, where: change .< 0).sum() }

  private static func matters(_ change: LabelScores) -> Bool { (change * change).sum() > 1e-7 }

  @inline(__always)
  private mutating func add(_ change: LabelScores, to row: Int) {
    squares.values[row] += change * change
    current.values[row] += rate * change / squares.values[row].squareRoot()
  }

  /// Takes the weights a part of the way back to others.
  mutating func decay(towards initial: ChainWeights, by part: Float) {
    for row in current.values.indices {
      current.values[row] += (initial.values[row] - current.values[row]) * part
    }
  }
}
