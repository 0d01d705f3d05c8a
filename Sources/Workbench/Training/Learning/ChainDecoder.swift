import PageParsing

/// Finds the best labels of a page under weights that are being learned, within what is allowed and with a cost added
/// to what is wrong.
struct ChainDecoder {
  private static let sides = LineLabel.Side.allCases.count
  private static let labels = LineLabel.allCases.count
  private static let sideOf = LineLabel.allCases.map { $0.side.rawValue }

  let problem: LabelProblem
  /// For each line, the sum of its own weights.
  private var lines: [LabelScores] = []
  /// For each line and each side of the one before, the sum of the weights of both together.
  private var joints: [LabelScores] = []
  private let turns: [LabelScores]
  private let opening: LabelScores

  init(_ problem: LabelProblem, _ weights: ChainWeights) {
    self.problem = problem
    let values = weights.values
    turns = Array(values[ChainWeights.turns..<ChainWeights.rows])
    opening = values[ChainWeights.opening]
    lines.reserveCapacity(problem.lines.count)
    joints = Array(repeating: .zero, count: problem.lines.count * Self.sides)
    values.withUnsafeBufferPointer { values in
      for place in problem.lines.indices {
        var sum = values[ChainWeights.bias]
        for row in problem.rows(of: place) {
          sum += values[ChainWeights.rows + Int(row)]
        }
        lines.append(sum)
        addJoints(values, place)
      }
    }
  }

  private mutating func addJoints(_ values: UnsafeBufferPointer<LabelScores>, _ place: Int) {
    let near = LineLabel.Side.caption.rawValue
    let first = place * Self.sides
    for joint in problem.joints(of: place) {
      let row = ChainWeights.joints + Int(joint) * Self.sides
      for side in 0..<near { joints[first + side] += values[row + side] }
    }
    for joint in problem.farJoints(of: place) {
      let row = ChainWeights.joints + Int(joint) * Self.sides
      for side in near..<Self.sides { joints[first + side] += values[row + side] }
    }
  }

  /// The probabilities of the labels.
  func marginals(allowed: [LabelSet]? = nil, costs: [LabelScores]? = nil, turns exponentials: [LabelScores])
    -> ChainMarginals
  {
    ChainMarginals(
      unary: lines.indices.map { unary($0, allowed, costs) }, joints: joints, turns: exponentials, opening: opening)
  }

  private static let isNoLabel = (labels..<16).reduce(into: LabelScores.zero) { $0[$1] = -1e6 }

  /// A line's scores with costs, those of labels that are not allowed far below.
  private func unary(_ place: Int, _ allowed: [LabelSet]?, _ costs: [LabelScores]?) -> LabelScores {
    var sum = lines[place] + Self.isNoLabel
    if let costs { sum += costs[place] }
    let possible = LabelSet(rawValue: problem.possible[place])
    let open = allowed.map { $0[place].intersection(possible) } ?? possible
    if open != .all {
      for label in 0..<Self.labels where open.rawValue & 1 << UInt16(label) == 0 { sum[label] -= 1e6 }
    }
    return sum
  }

  /// The best labels.
  /// - Parameters:
  ///   - allowed: for each line its labels; nil allows all.
  ///   - costs: for each line what is added to each label.
  func path(allowed: [LabelSet]? = nil, costs: [LabelScores]? = nil) -> [LineLabel] {
    guard !lines.isEmpty else { return [] }
    var score = unary(0, allowed, costs) + opening
    var origins = [SIMD16<Int32>](repeating: .zero, count: lines.count)
    for place in lines.indices.dropFirst() {
      var best = LabelScores(repeating: -.infinity)
      var origin = SIMD16<Int32>.zero
      for label in 0..<Self.labels {
        let sums = score[label] + turns[label] + joints[place * Self.sides + Self.sideOf[label]]
        let isBetter = sums .> best
        best.replace(with: sums, where: isBetter)
        origin.replace(with: Int32(truncatingIfNeeded: label), where: isBetter)
      }
      origins[place] = origin
      score = best + unary(place, allowed, costs)
    }
    var label = (0..<Self.labels).max { score[$0] < score[$1] } ?? 0
    var path = [LineLabel](repeating: .start, count: lines.count)
    for place in lines.indices.reversed() {
      path[place] = LineLabel(rawValue: label) ?? .start
      label = Int(origins[place][label])
    }
    return path
  }
}
