/// The best path over a page: the roles of all its lines that the evidence, added up, speaks for most (Viterbi 1967).
struct RolePath {
  private static let roleCount = LineRole.allCases.count
  private static let never: Float = -1e9

  private let turns: [Float]
  private let opening: [Float]
  private let plain: [Float]
  private let line: [[Float]]
  private let afterBody: [[Float]]
  private let afterHead: [[Float]]

  init(_ weights: Weights) {
    var turns = [Float](repeating: weights.rareTurn, count: Self.roleCount * Self.roleCount)
    for turn in weights.turns { turns[turn.from.rawValue * Self.roleCount + turn.to.rawValue] = turn.weight }
    for turn in weights.impossibleTurns { turns[turn.from.rawValue * Self.roleCount + turn.to.rawValue] = Self.never }
    self.turns = turns
    opening = Self.row(weights.opening)
    plain = Self.row(weights.plain)
    line = Self.rows(weights.line.map { ($0.evidence.rawValue, $0.role, $0.weight) }, count: 64)
    afterBody = Self.rows(weights.afterBody.map { (UInt64($0.evidence.rawValue), $0.role, $0.weight) }, count: 32)
    afterHead = Self.rows(weights.afterHead.map { (UInt64($0.evidence.rawValue), $0.role, $0.weight) }, count: 32)
  }

  /// The roles of a page's lines.
  func roles(_ facts: [LineFacts], _ context: LineContext) -> [LineRole] {
    guard !facts.isEmpty else { return [] }
    var score = (0..<Self.roleCount).map { opening[$0] + plain[$0] }
    add(line, facts[0].evidence.rawValue, to: &score)
    var origins: [[Int8]] = []
    for index in facts.indices.dropFirst() {
      let step = self.step(score, facts, index, context)
      score = step.score
      origins.append(step.origins)
    }
    return trace(score, origins)
  }

  private func step(
    _ before: [Float], _ facts: [LineFacts], _ index: Int, _ context: LineContext
  ) -> (score: [Float], origins: [Int8]) {
    var own = plain
    add(line, facts[index].evidence.rawValue, to: &own)
    let meeting = context.meeting(facts[index - 1], facts[index])
    let body = sum(afterBody, UInt64(meeting.rawValue))
    let head = sum(afterHead, UInt64(meeting.rawValue))
    let around =
      index < 2 ? body : sum(afterBody, UInt64(context.meeting(facts[index - 2], facts[index]).rawValue))
    var score = own
    var origins = [Int8](repeating: 0, count: Self.roleCount)
    for to in 0..<Self.roleCount {
      var best = Self.never * 2
      for from in LineRole.allCases {
        let turn = turns[from.rawValue * Self.roleCount + to]
        let meets = from.isBody ? body[to] : from == .caption || from == .furniture ? around[to] : head[to]
        let sum = before[from.rawValue] + turn + meets
        if sum > best {
          best = sum
          origins[to] = Int8(from.rawValue)
        }
      }
      score[to] += best
    }
    return (score, origins)
  }

  private func trace(_ score: [Float], _ origins: [[Int8]]) -> [LineRole] {
    var role = score.indices.max { score[$0] < score[$1] } ?? 0
    var path = [LineRole(rawValue: role) ?? .start]
    for step in origins.reversed() {
      role = Int(step[role])
      path.append(LineRole(rawValue: role) ?? .start)
    }
    return path.reversed()
  }

  private func sum(_ rows: [[Float]], _ evidence: UInt64) -> [Float] {
    var result = [Float](repeating: 0, count: Self.roleCount)
    add(rows, evidence, to: &result)
    return result
  }

  private func add(_ rows: [[Float]], _ evidence: UInt64, to sum: inout [Float]) {
    var bits = evidence
    while bits != 0 {
      let row = rows[bits.trailingZeroBitCount]
      for role in 0..<Self.roleCount { sum[role] += row[role] }
      bits &= bits - 1
    }
  }

  private static func row(_ weights: [(role: LineRole, weight: Float)]) -> [Float] {
    weights.reduce(into: Array(repeating: 0, count: roleCount)) { $0[$1.role.rawValue] += $1.weight }
  }

  private static func rows(_ weights: [(UInt64, LineRole, Float)], count: Int) -> [[Float]] {
    weights.reduce(into: Array(repeating: Array(repeating: 0, count: roleCount), count: count)) {
      $0[$1.0.trailingZeroBitCount][$1.1.rawValue] += $1.2
    }
  }
}
