import Newspaper

/// Gives back the issue that its pages were printed from.
///
/// A chain of stages, each in a file of its own: characters and lines (`PageScan`), what each line shows (`LineFacts`,
/// `LineContext`), what the page has twice (`Repeats`), the best path of labels (`PageScores` by a `LabelModel`), stacks and
/// bodies (`Stories`, `Interleaving`, `HeadlineStack`), passages (`PassageSetter`), and the date (`IssueDating`).
/// - Parameters:
///   - id: the issue's.
///   - pages: its pages by number.
/// - Returns: the issue. Every line that is not blank stands in exactly one passage of it.
/// - Complexity: linear in the length of the pages.
public func parseIssue(id: String, pages: [Page]) -> Issue {
  parseIssue(id: id, pages: pages, model: .handSet)
}

/// The issue of one page whose labels are known, in the order of `LabelProblem.lines`: shows what assembly makes of them.
package func parsePage(_ page: Page, labels: [LineLabel]) -> Issue {
  var dating = IssueDating()
  let parsed = parse(PageReading(page, .handSet, learned: nil), labels: labels, &dating)
  return Issue(id: page.path, pages: [page], articles: parsed.articles, unplaced: parsed.unplaced)
}

func parseIssue(id: String, pages: [Page], model: LabelModel) -> Issue {
  var issue = Issue(id: id, pages: pages, articles: [])
  var dating = IssueDating()
  for page in pages {
    let reading = PageReading(page, model)
    let parsed = parse(reading, labels: reading.labels, &dating)
    issue.title = issue.title ?? parsed.title
    issue.articles += parsed.articles
    issue.unplaced += parsed.unplaced
  }
  for index in issue.articles.indices { issue.articles[index].number = index + 1 }
  issue.date = dating.date
  return issue
}

/// A page read as far as the labels of its lines.
struct PageReading {
  let scan: PageScan
  let facts: [LineFacts]
  let context: LineContext
  let repeats: Repeats
  /// The lines that are no repeats, as indices into `facts`, and their facts, what each shows with the lines before it,
  /// their scores and their labels in the same order.
  let order: [Int]
  let judged: [LineFacts]
  let meetings: [LineMeetings]
  let scores: PageScores
  /// The labels by the hand-set weights.
  let handLabels: [LineLabel]
  /// The labels that count: those by the learned weights, if there are any.
  private(set) var labels: [LineLabel]

  /// Reads a page.
  /// - Parameters:
  ///   - model: the hand-set weights.
  ///   - learned: weights that were trained on features of which the labels by the hand-set ones are some.
  init(_ page: Page, _ model: LabelModel, learned: LabelModel? = .learned) {
    scan = PageScan(page)
    var facts = scan.lines.map { [scan] in LineFacts(scan, $0) }
    repeats = Repeats(scan, facts)
    context = LineContext(scan: scan, habits: PageHabits(scan, facts))
    if repeats.original.isEmpty {
      order = Array(facts.indices)
      context.complete(&facts)
      judged = facts
    } else {
      order = facts.indices.filter { [repeats] in repeats.original[$0] == nil }
      var judged = order.map { facts[$0] }
      context.complete(&judged)
      for (place, index) in order.enumerated() { facts[index] = judged[place] }
      self.judged = judged
    }
    self.facts = facts
    meetings = context.meetings(judged)
    scores = PageScores(model, judged, meetings)
    handLabels = ItemStarts.labels(scores.path(), judged)
    labels = handLabels
    if let learned { labels = learned.path(LabelProblem(self), adding: certainties) }
  }

  /// Scores that leave lines what they are beyond doubt: folios, and lines without letters. Nil if there are none.
  private var certainties: [LabelScores]? {
    guard judged.indices.contains(where: isCertain) else { return nil }
    var only = LabelScores(repeating: LabelModel.never)
    only[LineLabel.furniture.rawValue] = 0
    return judged.indices.map { isCertain($0) ? only : .zero }
  }

  /// True for a line that is furniture beyond doubt.
  func isCertain(_ place: Int) -> Bool {
    handLabels[place] == .furniture && !judged[place].evidence.isDisjoint(with: [.folio, .noLetters])
  }

  /// The paper's name, if the page is printed with it.
  var masthead: String? {
    for line in judged where line.evidence.contains(.folio) {
      guard let name = line.forms?.folio?.name else { continue }
      return Wording(scan, name).string(name)
    }
    return nil
  }
}

private func parse(
  _ reading: PageReading, labels: [LineLabel], _ dating: inout IssueDating
) -> (title: String?, articles: [Article], unplaced: [Passage]) {
  let (scan, facts) = (reading.scan, reading.facts)
  var stories = Stories(scan, facts, order: reading.order, labels: labels)
  stories.add(reading.repeats)
  dating.read(scan, facts, openings: stories.found.compactMap { $0.parts.first?.lines.first })

  let words = PageWords(scan: scan, pairs: reading.context.habits.pairs)
  let setter = PassageSetter(scan: scan, facts: facts, words: words)
  let lostOpening = reading.context.habits.paragraphsAreWhole ? nil : LostOpening(scan: scan, words: words)
  let articles = ArticleSetter(
    scan: scan, facts: facts, setter: setter, context: reading.context, lostOpening: lostOpening,
    original: reading.repeats.original)
  return (
    reading.masthead, stories.found.map(articles.article), stories.furniture.map { setter.passage([$0]) }
  )
}
