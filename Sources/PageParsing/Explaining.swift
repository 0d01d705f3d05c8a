import Newspaper

/// Explains the roles of some of a page's lines: the evidence that decided, the role that came next, and the lead.
/// - Parameter lines: numbers of source lines, from 1; blank lines and numbers that the page lacks are passed over.
/// - Returns: an explanation for each line, in the order of the page.
/// - Complexity: linear in the page, which is judged anew; where more will be asked of it, ask `JudgedPage`.
public func explainRoles(on page: Page, lines: Set<Int>) -> [Explanation] {
  JudgedPage(page).explainRoles(lines: lines)
}

/// A page the roles of whose lines have been judged, so that any number of them can be explained.
public struct JudgedPage: Sendable {
  /// What was judged.
  public let page: Page
  private let reading: PageReading
  private let account: RoleAccount
  /// Where a line stands in the reading's facts, by its number.
  private let indices: [Int: Int]
  /// Where the facts that are no repeats stand among those, by their indices.
  private let places: [Int: Int]

  /// Judges a page.
  /// - Complexity: linear in the page.
  public init(_ page: Page) {
    self.page = page
    reading = PageReading(page, RolePath(Weights()))
    account = RoleAccount(weights: Weights(), context: reading.context, facts: reading.judged, roles: reading.roles)
    indices = Dictionary(reading.facts.indices.map { [reading] in (reading.facts[$0].line.number, $0) }) { $1 }
    places = Dictionary(zip(reading.order, reading.order.indices)) { first, _ in first }
  }

  /// The same as the function of this name, and looks at no other lines than these and their neighbours.
  public func explainRoles(lines: Set<Int>) -> [Explanation] {
    lines.compactMap { indices[$0] }.sorted().compactMap { index in
      if let original = reading.repeats.original[index] { return repeated(reading, index, original) }
      return places[index].map(account.explanation)
    }
  }
}

private func repeated(_ reading: PageReading, _ index: Int, _ original: Int) -> Explanation {
  let line = reading.facts[original].line.number
  let fact = Phrase("it says what line {} says", line)
  return Explanation(
    line: reading.facts[index].line.number, role: Phrase("a repeat, folded away"),
    rival: nil,
    lead: 0, facts: [Explanation.Fact(fact, weight: 0)])
}

/// What the weights say of one line, its neighbours' roles being what they are.
private struct RoleAccount {
  let weights: Weights
  let context: LineContext
  let facts: [LineFacts]
  let roles: [LineRole]

  func explanation(at place: Int) -> Explanation {
    let role = roles[place]
    let scores = LineRole.allCases.map { (role: $0, score: score($0, at: place)) }
    let own = scores.first { $0.role == role }?.score ?? 0
    let rival = scores.filter { $0.role != role }.max { $0.score < $1.score }
    return Explanation(
      line: facts[place].line.number, role: role.words, rival: rival?.role.words,
      lead: Double(own - (rival?.score ?? own)), facts: said(of: role, at: place))
  }

  /// The weights that speak of a role at a line, the weightiest first.
  private func said(of role: LineRole, at place: Int) -> [Explanation.Fact] {
    var found: [Explanation.Fact] = []
    for (evidence, words) in LineEvidence.words where facts[place].evidence.contains(evidence) {
      let weight = weights.line.filter { $0.evidence == evidence && $0.role == role }.reduce(0) { $0 + $1.weight }
      if weight != 0 { found.append(Explanation.Fact(words, weight: Double(weight))) }
    }
    let (meeting, table) = meeting(at: place)
    for (evidence, words) in MeetingEvidence.words where meeting.contains(evidence) {
      let weight = table.filter { $0.evidence == evidence && $0.role == role }.reduce(0) { $0 + $1.weight }
      if weight != 0 { found.append(Explanation.Fact(words, weight: Double(weight))) }
    }
    return found.sorted { abs($0.weight) > abs($1.weight) }
  }

  private func score(_ role: LineRole, at place: Int) -> Float {
    let (meeting, table) = meeting(at: place)
    var score = weights.plain.filter { $0.role == role }.reduce(0) { $0 + $1.weight }
    score += weights.line.filter { $0.role == role && facts[place].evidence.contains($0.evidence) }
      .reduce(0) { $0 + $1.weight }
    score += table.filter { $0.role == role && meeting.contains($0.evidence) }.reduce(0) { $0 + $1.weight }
    score += place > 0 ? turn(roles[place - 1], role) : weights.opening.first { $0.role == role }?.weight ?? 0
    return score + (place + 1 < roles.count ? turn(role, roles[place + 1]) : 0)
  }

  private func turn(_ from: LineRole, _ to: LineRole) -> Float {
    if weights.impossibleTurns.contains(where: { $0.from == from && $0.to == to }) { return -100 }
    return weights.turns.first { $0.from == from && $0.to == to }?.weight ?? weights.rareTurn
  }

  /// What the line shows together with the one before it, and the table that weighs that.
  private func meeting(at place: Int) -> (MeetingEvidence, [(evidence: MeetingEvidence, role: LineRole, weight: Float)])
  {
    guard place > 0 else { return ([], []) }
    let before = roles[place - 1]
    if before == .caption || before == .furniture {
      return (context.meeting(facts[max(0, place - 2)], facts[place]), weights.afterBody)
    }
    let table = before.isBody ? weights.afterBody : weights.afterHead
    return (context.meeting(facts[place - 1], facts[place]), table)
  }
}
