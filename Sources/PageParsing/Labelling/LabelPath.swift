/// The scores of a page's lines under a model: all that its path and its explanation are read from.
struct PageScores {
  private static let sides = LineLabel.Side.allCases
  private static let sideCount = sides.count

  private let model: LabelModel
  /// For each line, the sum of its own features.
  private var lines: [LabelScores] = []
  /// For each line and each side, the sum of what it shows with the line before.
  private var joints: [LabelScores] = []
  /// The lanes of the labels that the model uses, furniture last: of labels with the same score the first is taken.
  private let lanes: [Int]

  /// Scores a page by the facts of its lines.
  /// - Parameters:
  ///   - meetings: for each line, what it shows with the line before and with the one before that.
  init(_ model: LabelModel, _ facts: [LineFacts], _ meetings: [LineMeetings]) {
    self.model = model
    lanes = Self.lanes(model)
    lines.reserveCapacity(facts.count)
    joints.reserveCapacity(facts.count * Self.sideCount)
    for (line, meeting) in zip(facts, meetings) {
      var sum = LabelScores.zero
      model.rows.withUnsafeBufferPointer { rows in line.evidence.forEach { sum += rows[$0] } }
      lines.append(model.bias + sum)
      addJoints(meeting)
    }
  }

  /// Scores a page by its features.
  /// - Parameter additions: for each line, scores that are added to its own, such as the cost of a label in training.
  init(_ model: LabelModel, _ problem: LabelProblem, adding additions: [LabelScores]? = nil) {
    self.model = model
    lanes = Self.lanes(model)
    let near = LineLabel.Side.caption.rawValue
    joints = Array(repeating: .zero, count: problem.lines.count * Self.sideCount)
    lines.reserveCapacity(problem.lines.count)
    for place in problem.lines.indices {
      var sum = model.bias
      if let additions { sum += additions[place] }
      model.rows.withUnsafeBufferPointer { rows in
        for row in problem.rows(of: place) { sum += rows[Int(row)] }
      }
      lines.append(sum)
      add(problem.joints(of: place), 0..<near, at: place)
      add(problem.farJoints(of: place), near..<Self.sideCount, at: place)
    }
  }

  private mutating func add(_ features: ArraySlice<UInt16>, _ sides: Range<Int>, at place: Int) {
    let first = place * Self.sideCount
    joints.withUnsafeMutableBufferPointer { sums in
      model.joints.withUnsafeBufferPointer { rows in
        for feature in features {
          for side in sides { sums[first + side] += rows[Int(feature) * Self.sideCount + side] }
        }
      }
    }
  }

  private static func lanes(_ model: LabelModel) -> [Int] {
    let labels = LineLabel.allCases.filter { $0 != .furniture } + [.furniture]
    return labels.map(\.rawValue).filter { model.bias[$0] > LabelModel.never }
  }

  private mutating func addJoints(_ meeting: LineMeetings) {
    let first = joints.count
    for _ in Self.sides { joints.append(.zero) }
    joints.withUnsafeMutableBufferPointer { sums in
      model.joints.withUnsafeBufferPointer { rows in
        let near = LineLabel.Side.caption.rawValue
        meeting.near.forEach { feature in
          for side in 0..<near { sums[first + side] += rows[feature * Self.sideCount + side] }
        }
        meeting.far.forEach { feature in
          for side in near..<Self.sideCount { sums[first + side] += rows[feature * Self.sideCount + side] }
        }
      }
    }
  }

  /// The score of a label at a place of a path, its neighbours being what they are.
  func score(_ label: LineLabel, at place: Int, in path: [LineLabel]) -> Float {
    var score = lines[place][label.rawValue]
    score += place == 0 ? model.opening[label.rawValue] : turn(path[place - 1], label, at: place)
    if place + 1 < path.count { score += turn(label, path[place + 1], at: place + 1) }
    return score
  }

  private func turn(_ before: LineLabel, _ label: LineLabel, at place: Int) -> Float {
    model.turns[before.rawValue][label.rawValue]
      + joints[place * Self.sideCount + before.side.rawValue][label.rawValue]
  }

  /// The best of some other labels at a place of a path, and by how much the path's own is ahead of it.
  func rival(at place: Int, in path: [LineLabel], where isRival: (LineLabel) -> Bool) -> (
    label: LineLabel, lead: Float
  )? {
    let own = score(path[place], at: place, in: path)
    return lanes.compactMap(LineLabel.init).filter(isRival)
      .map { (label: $0, lead: own - score($0, at: place, in: path)) }
      .min { $0.lead < $1.lead }
  }

  /// The best path: the labels that all scores, added up, speak for most (Viterbi 1967).
  func path() -> [LineLabel] {
    guard let first = lines.first else { return [] }
    var score = first + model.opening
    var origins = [SIMD16<Int32>](repeating: .zero, count: lines.count)
    let sides = LineLabel.allCases.map { $0.side.rawValue }
    for place in lines.indices.dropFirst() {
      var best = LabelScores(repeating: -.infinity)
      var origin = SIMD16<Int32>.zero
      for lane in lanes {
        let sums = score[lane] + model.turns[lane] + joints[place * Self.sideCount + sides[lane]]
        let isBetter = sums .> best
        best.replace(with: sums, where: isBetter)
        origin.replace(with: Int32(truncatingIfNeeded: lane), where: isBetter)
      }
      origins[place] = origin
      score = lines[place] + best
    }
    return trace(score, origins)
  }

  private func trace(_ score: LabelScores, _ origins: [SIMD16<Int32>]) -> [LineLabel] {
    var lane = lanes.max { score[$0] < score[$1] } ?? 0
    var path = [LineLabel](repeating: .start, count: lines.count)
    for place in lines.indices.reversed() {
      path[place] = LineLabel(rawValue: lane) ?? .start
      lane = Int(origins[place][lane])
    }
    return path
  }
}

extension LabelModel {
  /// The labels of a page's lines that all weights, added up, speak for most.
  /// - Parameter additions: for each line, scores that are added to its own.
  package func path(_ problem: LabelProblem, adding additions: [LabelScores]? = nil) -> [LineLabel] {
    PageScores(self, problem, adding: additions).path()
  }

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
