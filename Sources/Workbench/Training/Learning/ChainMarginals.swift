import PageParsing

/// The probabilities of labels and of pairs of labels on a page (forward–backward, Rabiner 1989).
struct ChainMarginals {
  /// For each line, the probability of each label.
  private(set) var lines: [LabelScores]
  /// For each line and each label of the line before, the probability of both together with each label.
  private(set) var pairs: [LabelScores]

  private static let labels = LineLabel.allCases.count
  private static let sides = LineLabel.Side.allCases.count
  private static let sideOf = LineLabel.allCases.map { $0.side.rawValue }

  /// - Parameters:
  ///   - unary: for each line the scores of its labels; what is not allowed lies far below.
  ///   - joints: for each line and side of the one before, what is added.
  ///   - turns: for each label the exponentials of the scores of those behind it.
  ///   - opening: scores of the first line.
  init(unary: [LabelScores], joints: [LabelScores], turns: [LabelScores], opening: LabelScores) {
    let count = unary.count
    lines = Array(repeating: .zero, count: count)
    pairs = Array(repeating: .zero, count: count * Self.labels)
    guard count > 0 else { return }
    var factors = [LabelScores](repeating: .zero, count: count)
    for place in 0..<count {
      let scores = place == 0 ? unary[0] + opening : unary[place]
      factors[place] = exponential(scores - Self.highest(scores))
    }
    let bonds = joints.map(exponential)
    var forward = factors
    forward[0] /= max(forward[0].sum(), 1e-30)
    for place in 1..<max(1, count) {
      var sum = LabelScores.zero
      for label in 0..<Self.labels {
        sum += forward[place - 1][label] * turns[label] * bonds[place * Self.sides + Self.sideOf[label]]
      }
      sum *= factors[place]
      forward[place] = sum / max(sum.sum(), 1e-30)
    }
    var backward = LabelScores(repeating: 1)
    for place in (0..<count).reversed() {
      let product = forward[place] * backward
      lines[place] = product / max(product.sum(), 1e-30)
      guard place > 0 else { break }
      let behind = factors[place] * backward
      var before = LabelScores.zero
      var total: Float = 0
      for label in 0..<Self.labels {
        let both = turns[label] * bonds[place * Self.sides + Self.sideOf[label]] * behind
        before[label] = both.sum()
        let joint = forward[place - 1][label] * both
        pairs[place * Self.labels + label] = joint
        total += forward[place - 1][label] * before[label]
      }
      for label in 0..<Self.labels { pairs[place * Self.labels + label] /= max(total, 1e-30) }
      backward = before / max(before.max(), 1e-30)
    }
  }

  private static func highest(_ scores: LabelScores) -> Float {
    (0..<labels).reduce(-Float.infinity) { max($0, scores[$1]) }
  }
}
