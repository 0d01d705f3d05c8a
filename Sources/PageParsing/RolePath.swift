/// The best path over a page: the roles of all its lines that the evidence, added up, speaks for most (Viterbi 1967).
struct RolePath {
  /// A figure for each role; the lanes past the last role stay empty.
  private typealias Scores = SIMD16<Float>
  /// For each role, the one before it.
  private typealias Origins = SIMD16<Int32>

  /// How a line meets with the one before.
  private enum Side {
    /// As text does.
    case text
    /// It may stand between two lines of text, so that the one before it counts.
    case between
    /// It is a head, a byline or the like.
    case head
  }

  private static let roleCount = LineRole.allCases.count
  private static let never: Float = -1e9

  /// For each role, what it costs each other one to come after it.
  private let turns: [Scores]
  /// For each role, how the line behind it meets with it.
  private let sides: [Side]
  private let opening: Scores
  private let plain: Scores
  private let line: [Scores]
  private let afterBody: [Scores]
  private let afterHead: [Scores]

  init(_ weights: Weights) {
    var turns = [Scores](repeating: Scores(repeating: weights.rareTurn), count: Self.roleCount)
    for turn in weights.turns { turns[turn.from.rawValue][turn.to.rawValue] = turn.weight }
    for turn in weights.impossibleTurns { turns[turn.from.rawValue][turn.to.rawValue] = Self.never }
    self.turns = turns
    sides = LineRole.allCases.map { $0.isBody ? .text : $0 == .caption || $0 == .furniture ? .between : .head }
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
    var origins = [Origins](repeating: .zero, count: facts.count)
    for index in facts.indices.dropFirst() {
      score = step(score, facts, index, context, &origins)
    }
    return trace(score, origins, count: facts.count)
  }

  /// The best sums up to a line, for each role that it may have, and which role before it each comes from.
  private func step(
    _ before: Scores, _ facts: [LineFacts], _ index: Int, _ context: LineContext, _ origins: inout [Origins]
  ) -> Scores {
    let meeting = context.meeting(facts[index - 1], facts[index])
    let body = sum(afterBody, UInt64(meeting.rawValue))
    let head = sum(afterHead, UInt64(meeting.rawValue))
    let around =
      index < 2 ? body : sum(afterBody, UInt64(context.meeting(facts[index - 2], facts[index]).rawValue))
    var best = before[0] + turns[0] + evidence(0, body, around, head)
    var origin = Origins.zero
    for from in 1..<Self.roleCount {
      let sums = before[from] + turns[from] + evidence(from, body, around, head)
      let isBetter = sums .> best
      best.replace(with: sums, where: isBetter)
      origin.replace(with: Int32(from), where: isBetter)
    }
    origins[index] = origin
    return plain + sum(line, facts[index].evidence.rawValue) + best
  }

  /// What the meeting says where a role is the one before.
  private func evidence(_ role: Int, _ body: Scores, _ around: Scores, _ head: Scores) -> Scores {
    switch sides[role] {
    case .text: body
    case .between: around
    case .head: head
    }
  }

  private func trace(_ score: Scores, _ origins: [Origins], count: Int) -> [LineRole] {
    var role = (0..<Self.roleCount).max { score[$0] < score[$1] } ?? 0
    var path = [LineRole](repeating: .start, count: count)
    for index in (0..<count).reversed() {
      path[index] = LineRole(rawValue: role) ?? .start
      role = Int(origins[index][role])
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
