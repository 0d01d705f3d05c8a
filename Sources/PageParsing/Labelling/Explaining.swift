import Newspaper

/// A page the roles of whose lines have been judged, so that any number of them can be explained.
public struct JudgedPage: Sendable {
  /// The page that was judged.
  public let page: Page
  private let reading: PageReading
  private let account: LabelAccount
  /// The index of a line in the reading's facts, by its number.
  private let indices: [Int: Int]
  /// The places of the facts that are no repeats among those, by their indices.
  private let places: [Int: Int]

  /// Judges a page.
  /// - Parameter table: learned weights that go before the built-in ones.
  /// - Complexity: linear in the page.
  public init(_ page: Page, by table: LabelTable? = nil) {
    self.page = page
    reading = PageReading(page, .handSet, learned: table?.model ?? .learned)
    account = LabelAccount(reading: reading, model: .handSet)
    indices = Dictionary(reading.facts.indices.map { [reading] in (reading.facts[$0].line.number, $0) }) { $1 }
    places = Dictionary(zip(reading.order, reading.order.indices)) { first, _ in first }
  }

  /// Explains the roles of some of its lines: the evidence that decided, the role that came next, and the lead.
  ///
  /// No other lines than these and their neighbours are looked at.
  /// - Parameter lines: numbers of source lines, from 1; blank lines and numbers that the page lacks are passed over.
  /// - Returns: an explanation for each line, in the order of the page.
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
    let label = reading.labels[place]
    let scores = reading.learned?.scores ?? reading.scores
    let path = reading.learned == nil ? reading.labels.map(\.role) : reading.labels
    let rival = scores.rival(at: place, in: path) { $0.role != label.role }
    var facts = said(of: label.role, at: place)
    if let rival, let learned = reading.learned {
      facts += said(learned.model, learned.features, of: label, against: rival.label, at: place)
    }
    return Explanation(
      line: reading.judged[place].line.number, role: label.words, rival: rival?.label.words,
      lead: Double(rival?.lead ?? 0), facts: facts.sorted { abs($0.weight) > abs($1.weight) })
  }

  /// The hand-set weights that speak of a label at a line.
  private func said(of label: LineLabel, at place: Int) -> [Explanation.Fact] {
    var found: [Explanation.Fact] = []
    for row in LineFeature.table where reading.judged[place].evidence.contains(row.feature) {
      add(row.words, model.rows[Int(row.feature.rawValue)][label.rawValue], to: &found)
    }
    if place > 0 {
      let side = reading.labels[place - 1].side
      let meeting = side.isBetween ? reading.meetings[place].far : reading.meetings[place].near
      for row in JointFeature.afterText where meeting.contains(row.feature) {
        let weights = model.joints[LabelModel.joint(Int(row.feature.rawValue), after: side)]
        add(row.words, weights[label.rawValue], to: &found)
      }
    }
    return found
  }

  /// The learned weights that speak for a label against another, gathered by what they are about: the weightiest.
  private func said(
    _ model: PackedModel, _ features: PageFeatures, of label: LineLabel, against rival: LineLabel, at place: Int
  ) -> [Explanation.Fact] {
    var sums = [Float](repeating: 0, count: FeatureTopic.allCases.count)
    var template = -reading.judged[place].evidence.count
    features.forEachRow(of: place) { row in
      let weights = model.weights(ofRow: row)
      sums[FeatureTopic(row: row, template: template).rawValue] += weights[label.rawValue] - weights[rival.rawValue]
      template += 1
    }
    return zip(FeatureTopic.allCases, sums).filter { abs($0.1) >= Self.leastTopic }
      .sorted { abs($0.1) > abs($1.1) }
      .prefix(Self.mostTopics)
      .map { Explanation.Fact($0.0.words, weight: Double($0.1)) }
  }

  /// Topics that are said at most, and from which weight on.
  private static let mostTopics = 4
  private static let leastTopic: Float = 0.3

  private func add(_ words: Phrase, _ weight: Float, to found: inout [Explanation.Fact]) {
    if weight != 0 { found.append(Explanation.Fact(words, weight: Double(weight))) }
  }
}
