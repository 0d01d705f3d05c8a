import Newspaper
import Screen
import Searching

// Answers of the program around the reader to its effects, and news that it has.
extension Reader {
  /// Takes an issue that was asked for with `Effect.open`.
  public mutating func receive(_ issue: Issue) -> [Effect] { receive(OpenIssue(issue)) }

  /// Takes an issue that was asked for with `Effect.open`, made ready elsewhere.
  public mutating func receive(_ new: OpenIssue) -> [Effect] {
    guard new.issue.id == wantedIssue else { return [] }
    loaded = LoadedIssue(issue: new, read: new.issue)
    correctIssue()
    forgetText()
    settleVisit()
    findAgain()
    showAwaitedFound()
    showAwaitedHit()
    showAwaitedPassage()
    showAwaitedUnread()
    return settle()
  }

  /// Learns that an issue cannot be read.
  /// - Parameter reason: a line that names the file and says what to do.
  public mutating func receive(failure reason: String, issue id: String) -> [Effect] {
    guard id == wantedIssue else { return [] }
    loaded.unreadable = LoadedIssue.Unreadable(id: id, reason: reason)
    say(reason, isError: true)
    pane = .issues
    if corpusSearch.awaitedHit?.issue == id { returnToResults() }
    return settle()
  }

  /// Takes the list of issues anew: some have come, changed or gone. The selected one stays so if it is still there.
  /// - Parameter changed: the ids of those whose text is another than before.
  public mutating func receive(_ issues: any IssueShelf, changed: Set<String> = []) -> [Effect] {
    let selected = selectedID
    let reads = visits.byIssue
    issueList.replace(with: issues) { reads[$0]?.readCount ?? 0 }
    if !notebook.corrections.isEmpty { correctList() }
    if let selected, changed.contains(selected) { (loaded.issue, loaded.requested) = (nil, nil) }
    results?.askAgain()
    return settle()
  }

  /// Learns how many issues of the corpus have been read of those that must be; nothing is said once all are.
  public mutating func receive(progress done: Int, of total: Int) {
    issueList.progress = done < total ? (done, total) : nil
  }

  /// Learns that the issues have yet to be read, and that their number is not known.
  public mutating func awaitIssues() { issueList.progress = (0, 0) }

  /// Takes problems met while the corpus was read, a line each.
  public mutating func receive(notices new: [String]) { log.add(notices: new) }

  /// Shows a notice in the last line, after those that it shows already.
  public mutating func tell(_ notice: String) { log.add(notices: [notice]) }

  /// Takes an article that was asked for with `Effect.set`, and does what was waiting for it; one that is not awaited
  /// any more is dropped.
  public mutating func receive(_ set: SetArticle) -> [Effect] {
    guard let awaited = text.awaited, awaited.job.number == set.number else { return [] }
    (text.set, text.awaited) = (set, nil)
    setArticle()
    if let match = awaited.match, found?.current == match { show(match: match) }
    if awaited.asksWhy { layers.last(WhyScreen.self)?.explainReadingPlace(in: &self) }
    for movement in awaited.moves where pane == .article && layers.isEmpty { scrollArticle(movement) }
    return settle()
  }

  /// Takes the answer to `Effect.explain`; one that comes too late is dropped.
  /// - Parameters:
  ///   - explanations: in any order; a line that is missing has none.
  ///   - issue: the question's, as are `page` and `lines`.
  public mutating func receive(
    explanations: [Explanation], issue: String, page: Int, lines: Set<Int>
  ) -> [Effect] {
    let question = WhyScreen.Question(issue: issue, page: page, lines: lines)
    guard var why = layers.last(WhyScreen.self), why.question == question else { return [] }
    why.explanations = explanations
    layers.update(why)
    return settle()
  }

  // MARK: The search of the whole corpus

  /// Takes the answer to `Effect.searchCorpus` as far as it is known; one to an older question is dropped.
  public mutating func receive(_ answer: CorpusAnswer) -> [Effect] {
    if answer.number == search.elsewhere?.number {
      search.elsewhere?.total = answer.total
      search.elsewhere?.isComplete = answer.isComplete
    }
    guard results?.asked?.number == answer.number else { return [] }
    results?.take(answer)
    return settle()
  }

  /// Takes hits that were asked for with `Effect.hits`; those of an older question are dropped.
  /// - Parameters:
  ///   - hits: in their order; fewer than asked for where there are no more.
  ///   - question: the question's number.
  ///   - start: the place of the first one in the list of all hits.
  public mutating func receive(hits: [CorpusHit], question: Int, from start: Int) -> [Effect] {
    guard let known = results?.summaries, results?.asked?.number == question else { return [] }
    results?.take(hits, of: question, from: start)
    var summaries: [String: IssueSummary] = [:]
    for hit in hits where summaries[hit.issue] == nil {
      summaries[hit.issue] = known[hit.issue] ?? issues.index(ofIssue: hit.issue).map { issues[$0] }
    }
    results?.summaries = summaries
    if results?.marksAll == true, start == 0 {
      results?.marksAll = false
      results?.marked = hits
      say(phrases.say("{} marked", hits.count))
    }
    openSelectedHit()
    return settle()
  }

  /// Goes to a hit that was asked for with `Effect.firstHit`; nil where there is none.
  public mutating func receive(firstHit place: Int?, question: Int) -> [Effect] {
    if let place, results?.shown?.question.number == question {
      results?.selected = place
      results?.top = place
    }
    return settle()
  }

  /// Takes the saved queries, in the order of their list.
  public mutating func receive(savedQueries: [SavedQuery]) -> [Effect] {
    corpusSearch.savedQueries = savedQueries
    return settle()
  }
}

/// The place that the reader opens with the next time.
public struct LastPosition: Sendable, Equatable {
  /// The selected issue's id.
  public var issue: String
  /// The pane with the focus: `issues`, `contents` or `article`.
  public var context: Context

  /// A place to go on from.
  public init(issue: String, context: Context) {
    self.issue = issue
    self.context = context
  }
}

// The state that outlives the reader. The program saves it.
extension Reader {
  /// Goes on from marks of the last time; before `start`, or before it again for issues that have come since. An issue
  /// that is not there any more is passed over.
  /// - Parameter marks: by the issue's id.
  public mutating func resume(_ marks: [String: IssueMarks], at last: LastPosition?) {
    for (id, marks) in marks { visits.byIssue[id] = Visit(visits.byIssue[id]?.marks.adding(marks) ?? marks) }
    guard let last, let index = issues.index(ofIssue: last.issue) else { return }
    issueList.selected = index
    pane = Pane.allCases.first { $0.context == last.context } ?? .contents
  }

  /// Goes on from the searches of the last time, the oldest first: for the arrows at the prompt.
  public mutating func resume(searches: [String]) { search.history = LineHistory(searches) }

  /// Goes on from the lines of the command prompt of the last time, the oldest first.
  public mutating func resume(commands: [String]) { notebook.commands = LineHistory(commands) }

  /// Takes the lines of the command prompt entered since they were last taken, the newest last.
  public mutating func takeCommands() -> [String] { notebook.commands.takeNew() }

  /// Takes the searches entered since they were last taken, the newest last.
  public mutating func takeSearches() -> [String] { search.history.takeNew() }

  /// The place where one is now; nil without issues.
  public var lastPosition: LastPosition? {
    selectedID.map { LastPosition(issue: $0, context: (standingBeforeSearch?.pane ?? pane).context) }
  }

  /// Takes the marks of the issues in which something may have changed since they were last taken, by the issue's id.
  public mutating func takeMarks() -> [String: IssueMarks] {
    defer { visits.touched = [] }
    let pairs = visits.touched.compactMap { id in
      let visit = id == selectedID ? standingBeforeSearch?.visit ?? visits.byIssue[id] : visits.byIssue[id]
      return visit.map { (id, $0.marks) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The state before the search that is being typed.
  private var standingBeforeSearch: Standing? { layers.last(SearchPrompt.self)?.before }
}
