/// The best path over a page: the roles of all its lines that the evidence, added up, speaks for most (Viterbi 1967).
struct RolePath {
  /// A figure for each role; the lanes past the last role stay empty.
  private typealias Scores = SIMD16<Float>

  private static let roleCount = LineRole.allCases.count
  private static let never: Float = -1e9

  /// For each role, what it costs to come after each other one.
  private let turns: [Scores]
  private let opening: Scores
  private let plain: Scores
  private let line: [Scores]
  private let afterBody: [Scores]
  private let afterHead: [Scores]

  init(_ weights: Weights) {
    var turns = [Scores](repeating: Scores(repeating: weights.rareTurn), count: Self.roleCount)
    for turn in weights.turns { turns[turn.to.rawValue][turn.from.rawValue] = turn.weight }
    for turn in weights.impossibleTurns { turns[turn.to.rawValue][turn.from.rawValue] = Self.never }
    for to in turns.indices {
      for lane in Self.roleCount..<16 { turns[to][lane] = 2 * Self.never }
    }
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
    var score = opening + plain + sum(line, facts[0].evidence.rawValue)
    var origins = [Int8](repeating: 0, count: facts.count * Self.roleCount)
    for index in facts.indices.dropFirst() {
      score = step(score, facts, index, context, &origins)
    }
    return trace(score, origins, count: facts.count)
  }

  /// The best sums up to a line, for each role that it may have, and which role before it each comes from.
  private func step(
    _ before: Scores, _ facts: [LineFacts], _ index: Int, _ context: LineContext, _ origins: inout [Int8]
  ) -> Scores {
    let meeting = context.meeting(facts[index - 1], facts[index])
    let body = sum(afterBody, UInt64(meeting.rawValue))
    let head = sum(afterHead, UInt64(meeting.rawValue))
    let around =
      index < 2 ? body : sum(afterBody, UInt64(context.meeting(facts[index - 2], facts[index]).rawValue))
    var score = plain + sum(line, facts[index].evidence.rawValue)
    for to in 0..<Self.roleCount {
      let meets = Self.isBody * body[to] + Self.isBetween * around[to] + Self.isHead * head[to]
      let sums = before + turns[to] + meets
      let best = sums.max()
      for from in 0..<Self.roleCount where sums[from] == best {
        origins[index * Self.roleCount + to] = Int8(from)
        break
      }
      score[to] += best
    }
    return score
  }

  /// 1 for the roles before a line with which it meets as text does.
  private static let isBody = lanes { $0.isBody }
  /// 1 for those that may stand between two lines of text, so that the one before them counts.
  private static let isBetween = lanes { $0 == .caption || $0 == .furniture }
  /// 1 for the others: heads, bylines and the like.
  private static let isHead = lanes { !$0.isBody && $0 != .caption && $0 != .furniture }

  private static func lanes(_ isSet: (LineRole) -> Bool) -> Scores {
    LineRole.allCases.reduce(into: Scores.zero) { if isSet($1) { $0[$1.rawValue] = 1 } }
  }

  private func trace(_ score: Scores, _ origins: [Int8], count: Int) -> [LineRole] {
    var role = (0..<Self.roleCount).max { score[$0] < score[$1] } ?? 0
    var path = [LineRole](repeating: .start, count: count)
    for index in (0..<count).reversed() {
      path[index] = LineRole(rawValue: role) ?? .start
      role = Int(origins[index * Self.roleCount + role])
    }
    return path
  }

  private func sum(_ rows: [Scores], _ evidence: UInt64) -> Scores {
    var sum = Scores.zero
    var bits = evidence
    while bits != 0 {
      sum += rows[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  private static func row(_ weights: [(role: LineRole, weight: Float)]) -> Scores {
    weights.reduce(into: Scores.zero) { $0[$1.role.rawValue] += $1.weight }
  }

  private static func rows(_ weights: [(UInt64, LineRole, Float)], count: Int) -> [Scores] {
    weights.reduce(into: Array(repeating: Scores.zero, count: count)) {
      $0[$1.0.trailingZeroBitCount][$1.1.rawValue] += $1.2
    }
  }
}
