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
  private let account: LabelAccount
  /// Where a line stands in the reading's facts, by its number.
  private let indices: [Int: Int]
  /// Where the facts that are no repeats stand among those, by their indices.
  private let places: [Int: Int]

  /// Judges a page.
  /// - Complexity: linear in the page.
  public init(_ page: Page) {
    self.page = page
    reading = PageReading(page, .handSet)
    account = LabelAccount(reading: reading, model: .handSet)
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
    line: reading.facts[index].line.number, role: Phrase("a repeat, folded away"), rival: nil, lead: 0,
    facts: [Explanation.Fact(fact, weight: 0)])
}

/// The scores of single lines in words, their neighbours' labels being what they are.
private struct LabelAccount {
  let reading: PageReading
  let model: LabelModel

  func explanation(at place: Int) -> Explanation {
    let label = reading.labels[place].role
    let rivals = Set(LineLabel.allCases.map(\.role)).subtracting([label])
    let own = score(label, at: place)
    let rival = LineLabel.allCases.filter(rivals.contains).map { (label: $0, score: score($0, at: place)) }
      .max { $0.score < $1.score }
    return Explanation(
      line: reading.judged[place].line.number, role: label.words, rival: rival?.label.words,
      lead: Double(own - (rival?.score ?? own)), facts: said(of: label, at: place))
  }

  /// The weights that speak of a label at a line, the weightiest first.
  private func said(of label: LineLabel, at place: Int) -> [Explanation.Fact] {
    var found: [Explanation.Fact] = []
    for row in LineFeature.table where reading.judged[place].evidence.contains(row.feature) {
      add(row.words, model.rows[Int(row.feature.rawValue)][label.rawValue], to: &found)
    }
    if let side = before(place)?.side {
      let meeting = side.isBetween ? reading.meetings[place].far : reading.meetings[place].near
      for row in JointFeature.afterText where meeting.contains(row.feature) {
        let weights = model.joints[LabelModel.joint(Int(row.feature.rawValue), after: side)]
        add(row.words, weights[label.rawValue], to: &found)
      }
    }
    return found.sorted { abs($0.weight) > abs($1.weight) }
  }

  private func add(_ words: Phrase, _ weight: Float, to found: inout [Explanation.Fact]) {
    if weight != 0 { found.append(Explanation.Fact(words, weight: Double(weight))) }
  }

  private func before(_ place: Int) -> LineLabel? { place > 0 ? reading.labels[place - 1].role : nil }

  private func score(_ label: LineLabel, at place: Int) -> Float {
    let score = reading.scores.score(label, at: place, after: before(place))
    return place + 1 < reading.labels.count
      ? score + reading.scores.turn(label, reading.labels[place + 1].role) : score
  }
}
