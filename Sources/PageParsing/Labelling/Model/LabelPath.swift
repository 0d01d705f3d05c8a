/// The scores of a page's lines under a model: all that its path and its explanation are read from.
struct PageScores {
  private static let sideCount = LineLabel.Side.allCases.count
  /// By label, the side that a line behind it meets.
  private static let sides = LineLabel.allCases.map(\.side.rawValue)

  /// Weights of the first line's labels and, for each label, of those that may follow it.
  private let opening: LabelScores
  private let turns: [LabelScores]
  /// For each line, the sum of its own features.
  private let lines: [LabelScores]
  /// For each line and each side, the sum of the features that it has with the line before.
  private let joints: [LabelScores]
  /// The lanes of the labels that the model uses, furniture last: of labels with the same score the first is taken.
  private let lanes: [Int]

  /// Scores a page by its features.
  init(_ model: some LineModel, _ features: some ChainFeatures) {
    let (lines, joints) = withUnsafeTemporaryAllocation(of: UInt16.self, capacity: LabelProblem.mostRows) { rows in
      (Self.lines(model, features, rows), Self.joints(model, features, rows))
    }
    self.init(model, lines, joints)
  }

  /// Scores a page by its features under a model in its file, which is the same and faster.
  /// - Parameter additions: for each line, scores that are added to its own.
  init(_ model: PackedModel, _ features: PageFeatures, adding additions: [LabelScores]? = nil) {
    var lines = model.lineSums(features)
    for line in lines.indices {
      lines[line] = (additions.map { model.bias + $0[line] } ?? model.bias) + lines[line]
    }
    self.init(model, lines, model.jointSums(features))
  }

  private init(_ model: some LineModel, _ lines: [LabelScores], _ joints: [LabelScores]) {
    (opening, turns) = (model.opening, model.turns)
    (self.lines, self.joints) = (lines, joints)
    let labels = LineLabel.allCases.filter { $0 != .furniture } + [.furniture]
    lanes = labels.map(\.rawValue).filter { model.bias[$0] > LabelModel.never }
  }

  /// - Parameter rows: room for the features of a line.
  private static func lines(
    _ model: some LineModel, _ features: some ChainFeatures, _ rows: UnsafeMutableBufferPointer<UInt16>
  ) -> [LabelScores] {
    (0..<features.count).map { line in
      var count = 0
      features.forEachRow(of: line) { (rows[count], count) = (UInt16(truncatingIfNeeded: $0), count + 1) }
      return model.bias + model.sum(ofRows: UnsafeBufferPointer(rebasing: rows[..<count]))
    }
  }

  private static func joints(
    _ model: some LineModel, _ features: some ChainFeatures, _ rows: UnsafeMutableBufferPointer<UInt16>
  ) -> [LabelScores] {
    let near = 0..<LineLabel.Side.caption.rawValue
    let far = near.upperBound..<sideCount
    var sums: [LabelScores] = []
    sums.reserveCapacity(features.count * sideCount)
    func row(_ feature: Int) -> UInt16 { UInt16(truncatingIfNeeded: feature * sideCount) }
    for line in 0..<features.count {
      var count = 0
      features.forEachJoint(of: line) { (rows[count], count) = (row($0), count + 1) }
      let found = UnsafeBufferPointer(rebasing: rows[..<count])
      for side in near { sums.append(model.sum(ofJoints: found, after: side)) }
      count = 0
      features.forEachFarJoint(of: line) { (rows[count], count) = (row($0), count + 1) }
      let foundFar = UnsafeBufferPointer(rebasing: rows[..<count])
      for side in far { sums.append(model.sum(ofJoints: foundFar, after: side)) }
    }
    return sums
  }

  /// The best path: the labels that all scores, added up, speak for most (Viterbi 1967).
  func path() -> [LineLabel] {
    guard let first = lines.first else { return [] }
    let (lanes, sides, sideCount) = (lanes, Self.sides, Self.sideCount)
    var before = first + opening
    var scores = [before]
    scores.reserveCapacity(lines.count)
    turns.withUnsafeBufferPointer { turns in
      joints.withUnsafeBufferPointer { joints in
        for place in lines.indices.dropFirst() {
          var best = LabelScores(repeating: -.infinity)
          for lane in lanes {
            let sums = before[lane] + turns[lane] + joints[place * sideCount + sides[lane]]
            best.replace(with: sums, where: sums .> best)
          }
          before = lines[place] + best
          scores.append(before)
        }
      }
    }
    return trace(scores)
  }

  /// The path back from the best label of the last line.
  private func trace(_ scores: [LabelScores]) -> [LineLabel] {
    let (sides, sideCount) = (Self.sides, Self.sideCount)
    var path = [LineLabel](repeating: .start, count: scores.count)
    var lane = best { scores[scores.count - 1][$0] }
    for place in path.indices.reversed() {
      path[place] = LineLabel(rawValue: lane) ?? .start
      guard place > 0 else { break }
      let (before, label) = (scores[place - 1], lane)
      lane = best { before[$0] + turns[$0][label] + joints[place * sideCount + sides[$0]][label] }
    }
    return path
  }

  /// The first lane with the highest score.
  private func best(_ score: (Int) -> Float) -> Int {
    var best = (lane: 0, score: -Float.infinity)
    for lane in lanes {
      let score = score(lane)
      if score > best.score { best = (lane, score) }
    }
    return best.lane
  }

  /// The score of a label at a place of a path, its neighbours being what they are.
  func score(_ label: LineLabel, at place: Int, in path: [LineLabel]) -> Float {
    var score = lines[place][label.rawValue]
    score += place == 0 ? opening[label.rawValue] : turn(path[place - 1], label, at: place)
    if place + 1 < path.count { score += turn(label, path[place + 1], at: place + 1) }
    return score
  }

  private func turn(_ before: LineLabel, _ label: LineLabel, at place: Int) -> Float {
    turns[before.rawValue][label.rawValue]
      + joints[place * Self.sideCount + before.side.rawValue][label.rawValue]
  }

  /// The best of some other labels at a place of a path, and by how much the path's own is ahead of it.
  func rival(at place: Int, in path: [LineLabel], where isRival: (LineLabel) -> Bool) -> (
    label: LineLabel, lead: Float
  )? {
    let own = score(path[place], at: place, in: path)
    var best: (label: LineLabel, lead: Float)?
    for label in lanes.lazy.compactMap(LineLabel.init) where isRival(label) {
      let lead = own - score(label, at: place, in: path)
      if lead < best?.lead ?? .infinity { best = (label, lead) }
    }
    return best
  }
}

extension LabelModel {
  /// For each line with which a path has an item begin, the lead of its label over the best with which none does; nil
  /// for the first line and all others.
  package func startLeads(_ problem: LabelProblem, _ path: [LineLabel]) -> [Float?] {
    let scores = PageScores(self, problem)
    return path.indices.map { place in
      guard place > 0, path[place].startsItem else { return nil }
      return scores.rival(at: place, in: path) { !$0.startsItem }?.lead
    }
  }
}

/// The facts that a line shows with the line before it, and with the one before that, where the line between stands
/// within running text.
struct LineMeetings {
  var near: MeetingEvidence = []
  var far: MeetingEvidence = []
}
