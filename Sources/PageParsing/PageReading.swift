import Newspaper

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
  /// The learned weights, the page as features and its scores by them, if there are any.
  private(set) var learned: (model: PackedModel, features: PageFeatures, scores: PageScores)?

  /// Reads a page.
  /// - Parameters:
  ///   - model: the hand-set weights.
  ///   - learned: weights that were trained on features of which the labels by the hand-set ones are some.
  init(_ page: Page, _ model: LabelModel, learned: PackedModel? = .learned) {
    scan = PageScan(page)
    var facts = scan.lines.map { [scan] in LineFacts(scan, $0) }
    // The bare name of a page parts pages too, in a file that parts them by other lines.
    if facts.contains(where: \.isPageSeparator) {
      for index in facts.indices { facts[index].partPagesByName(scan) }
    }
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
    scores = PageScores(model, FactFeatures(facts: judged, meetings: meetings))
    handLabels = ItemStarts.labels(scores.path(), judged)
    labels = handLabels
    guard let learned else { return }
    let features = PageFeatures(self)
    let learnedScores = PageScores(learned, features, adding: certainties)
    let path = learnedScores.path()
    // A page of which nothing is left to read, such as one of a single short line, has been misread.
    guard !path.allSatisfy({ $0 == .furniture }) else { return }
    labels = path
    self.learned = (learned, features, learnedScores)
  }

  /// Scores that leave lines the labels that they have beyond doubt. Nil if there are none.
  var certainties: [LabelScores]? {
    let bounds = LineBounds(scan, context.habits, judged)
    var isBound = false
    let scores = judged.indices.map { place in
      var excluded = bounds.excluded(place)
      // Rules that contradict each other on a dirty line decide nothing. Were all labels of a line excluded, those of
      // all lines behind it would be lost in rounding.
      if excluded == .all { excluded = [] }
      let labels = certainLabels(place).subtracting(excluded)
      guard !labels.isEmpty || !excluded.isEmpty else { return LabelScores.zero }
      isBound = true
      var scores = LabelScores(repeating: labels.isEmpty ? 0 : LabelModel.never)
      labels.forEach { scores[$0.rawValue] = 0 }
      excluded.forEach { scores[$0.rawValue] = LabelModel.never }
      return scores
    }
    return isBound ? scores : nil
  }

  /// The labels of which a line has one beyond doubt: where a fact says so and the hand-set weights agree with it; none
  /// for all other lines. Learned weights have seen too few of such lines on pages with a paragraph a line to know
  /// better; of printed lines they have seen enough, and what looks like a table or verse there is mostly none. Lines
  /// with places on a scan are printed ones.
  func certainLabels(_ place: Int) -> LabelSet {
    let evidence = judged[place].evidence
    let isFurniture = handLabels[place] == .furniture && !evidence.isDisjoint(with: [.folio, .noLetters])
    if isFurniture || scan.layout != nil || context.habits.printedMeasure != nil {
      return isFurniture ? [.furniture] : []
    }
    if isCertainByline(place) { return [.byline] }
    switch handLabels[place] {
    case .item where !evidence.isDisjoint(with: [.row, .inStanza]),
      .itemStart where !evidence.isDisjoint(with: [.row, .inStanza]):
      return [.item, .itemStart]
    case .byline where !evidence.isDisjoint(with: [.signature, .signOff]): return [.byline]
    case .subhead where evidence.contains(.numberedHead): return [.subhead]
    case .next where evidence.contains(.jumpOnly): return [.next, .start]
    case .caption where evidence.contains(.credit): return [.caption, .captionStart]
    default: return []
    }
  }

  /// True for a byline in English that stands below a head or another such line, and for the last character of a name
  /// that a byline breaks.
  private func isCertainByline(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    let (before, line) = (judged[place - 1], judged[place])
    if line.letterCount == 1 {
      return before.evidence.contains(.byline) && line.evidence.contains(.bareName)
        && line.line.number == before.line.number + 1 && handLabels[place] != .furniture
    }
    guard line.isLatin, line.evidence.contains(.byline) else { return false }
    return handLabels[place] == .byline || handLabels[place - 1].role == .head || before.evidence.contains(.byline)
  }

  /// Marks the articles of which it is doubtful that an item begins there.
  func marked(_ articles: [Article]) -> [Article] {
    let doubtful = doubtfulStarts
    let isDoubtful = context.habits.goesAcrossColumns
    guard isDoubtful || !doubtful.isEmpty else { return articles }
    return articles.map { article in
      var article = article
      article.isDoubtful =
        isDoubtful || article.blocks.contains { !doubtful.isDisjoint(with: $0.passage.lines) }
      return article
    }
  }

  /// Numbers of the source lines with which an item begins, but hardly more likely so than not.
  private var doubtfulStarts: Set<Int> {
    guard let learned else { return [] }
    var found: Set<Int> = []
    for place in labels.indices.dropFirst() where labels[place].startsItem {
      let rival = learned.scores.rival(at: place, in: labels) { !$0.startsItem }
      if let rival, rival.lead < Thresholds.doubt { found.insert(judged[place].line.number) }
    }
    return found
  }

  /// The lines that say where a page begins within the file.
  var pageTurns: [PageTurn] {
    facts.filter(\.isPageSeparator).map {
      PageTurn(line: $0.line.number, number: Wording(scan, $0.line.range).firstNumber)
    }
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
