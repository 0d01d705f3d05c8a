import Newspaper
import Screen
import Searching

/// The hits of a search of the whole corpus, and a chart of them. The results outlive the screen, for the way back from
/// a hit that was opened.
struct CorpusSearchScreen: ReaderScreen {
  /// The chart, while it has the focus.
  private func chart(in reader: Reader) -> ChartScreen? { reader.results?.focus == .chart ? ChartScreen() : nil }

  // MARK: Update

  func context(in reader: Reader) -> Context { chart(in: reader)?.context(in: reader) ?? .results }

  func move(_ movement: Movement, in reader: inout Reader) {
    if let chart = chart(in: reader) { return chart.move(movement, in: &reader) }
    let list = reader.resultsLayout.list
    guard let results = reader.results, list.count > 0 else { return }
    reader.results?.selected = list.target(movement, from: results.selected)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    if let effects = chart(in: reader)?.perform(command, count: count, in: &reader) { return effects }
    let count = count ?? 1
    switch command {
    case .open: reader.openHit()
    case .back, .interrupt: reader.leaveResults()
    case .search: changeQuery(in: &reader)
    case .nextPane, .previousPane: ChartScreen().takeFocus(in: &reader)
    case .nextMatch: move(.lines(count), in: &reader)
    case .previousMatch: move(.lines(-count), in: &reader)
    case .nextArticle: changeArticle(by: count, in: &reader)
    case .previousArticle: changeArticle(by: -count, in: &reader)
    case .nextIssue: changeIssue(by: count, in: &reader)
    case .previousIssue: changeIssue(by: -count, in: &reader)
    case .toggleOrder: toggleOrder(in: &reader)
    case .markHit:
      if let hit = reader.results?.hit { reader.results?.toggleMark(hit) }
      move(.lines(1), in: &reader)
    case .markAllHits: return markAll(in: &reader)
    case .widen:
      if reader.results?.narrowings.popLast() == nil { reader.say(reader.phrases.nothingToWiden) }
    default: return nil
    }
    return []
  }

  /// Selects a hit, or a bar of the chart above.
  func select(at place: Point, in reader: inout Reader) -> Pointed {
    let layout = reader.resultsLayout
    if layout.chartRect.contains(place) { return ChartScreen().select(at: place, in: &reader) }
    guard let results = reader.results, let shown = results.shown, layout.listRect.contains(place) else {
      return .nothing
    }
    reader.results?.focus = .list
    // The heading of the first one shown has a row of its own above the list.
    let first = shown.isFirstOfRun(results.top) ? 0 : 1
    let row = max(0, place.row - layout.listRect.row - first)
    guard let entry = layout.list.entry(atRow: row, from: results.top) else { return .nothing }
    reader.results?.selected = entry
    return entry == results.selected && results.focus == .list ? .selectedBefore : .selected
  }

  /// Goes on with the query whose hits are on the screen, in the days that these were narrowed to.
  private func changeQuery(in reader: inout Reader) {
    let text = reader.results?.query?.text ?? ""
    var prompt = CorpusPrompt(input: PromptInput(text), before: reader.results, opensView: false, keepsDays: true)
    prompt.typed = TypedQuery(text, pinyin: reader.settings.pinyin)
    reader.layers.append(prompt)
  }

  /// Goes so many articles on or back.
  private func changeArticle(by steps: Int, in reader: inout Reader) {
    guard let shown = reader.results?.shown, var place = reader.results?.selected else { return }
    for _ in 0..<abs(steps) {
      guard let start = shown[place] else { break }
      while let hit = shown[place], hit.issue == start.issue, hit.match.article == start.match.article {
        place += steps.signum()
      }
    }
    reader.results?.selected = max(0, min(place, shown.answer.total - 1))
  }

  /// Goes so many issues on or back; from the middle of an issue's hits back to the first of them.
  private func changeIssue(by steps: Int, in reader: inout Reader) {
    guard let shown = reader.results?.shown, var place = reader.results?.selected else { return }
    for _ in 0..<abs(steps) {
      guard let hit = shown[place] else { break }
      let other = steps > 0 ? hit.run.upperBound : place - 1
      guard (0..<shown.answer.total).contains(other) else {
        reader.say(steps > 0 ? reader.phrases.lastIssueFound : reader.phrases.firstIssueFound)
        break
      }
      place = steps > 0 ? other : shown[other]?.run.lowerBound ?? other
    }
    reader.results?.selected = place
    if let run = shown[place]?.run, !isWholeInSight(run, in: reader) { reader.results?.top = place }
  }

  private func isWholeInSight(_ run: Range<Int>, in reader: Reader) -> Bool {
    guard let top = reader.results?.top else { return false }
    return top <= run.lowerBound && reader.resultsLayout.list.top(from: top, showing: run.upperBound - 1) == top
  }

  /// More hits than so many are not marked at once.
  private static let mostMarked = 10_000

  /// Marks all hits, or takes all marks away.
  private func markAll(in reader: inout Reader) -> [Effect] {
    guard let shown = reader.results?.shown, shown.answer.total > 0 else { return [] }
    if reader.results?.marked.isEmpty == false {
      reader.results?.marked = []
      reader.say(reader.phrases.say("no hit is marked"))
      return []
    }
    reader.results?.marksAll = true
    return [.hits(question: shown.question.number, range: 0..<min(shown.answer.total, Self.mostMarked))]
  }

  private func toggleOrder(in reader: inout Reader) {
    guard let order = reader.results?.order else { return }
    let new: CorpusQuestion.Order = order == .newest ? .best : .newest
    reader.results?.order = new
    reader.say(reader.phrases.name(of: new))
  }

  // MARK: View

  func drawTitle(on surface: inout Surface, of reader: Reader) {
    ResultsTitle(
      environment: reader.environment, rect: reader.layout.title, results: reader.results,
      readShare: reader.issueList.readShare
    ).draw(on: &surface)
  }

  func draw(on surface: inout Surface, of reader: Reader) {
    let isTop = reader.layers.last is Self
    if let rect = reader.resultsLayout.previewRect, let hit = reader.results?.hit {
      HitPreview(environment: reader.environment, rect: rect, summary: reader.results?.summaries[hit.issue])
        .draw(hit, on: &surface)
    }
    ResultsView(
      environment: reader.environment, layout: reader.resultsLayout,
      listHasFocus: isTop && reader.results?.focus == .list, chartHasFocus: reader.context == .chart,
      readShare: reader.issueList.readShare, emptyWords: reader.issues.isEmpty ? reader.noIssuesWords : nil
    ).draw(on: &surface)
  }

  func frame(in reader: Reader) -> ScreenFrame {
    ScreenFrame(separators: reader.resultsLayout.previewRect.map { [$0.column - 1] } ?? [])
  }

  func place(in reader: Reader) -> [String] {
    guard let results = reader.results, let shown = results.shown, shown.answer.total > 0 else { return [] }
    if let place = chart(in: reader)?.place(in: reader), !place.isEmpty { return place }
    let phrases = reader.phrases
    var place = phrases.grouped(results.selected + 1) + "/" + phrases.grouped(shown.answer.total)
    if !results.marked.isEmpty { place += " · " + phrases.say("{} marked", results.marked.count) }
    guard let hit = results.hit else { return [place] }
    return [place, phrases.article(hit.match.article + 1), phrases.page(hit.context.page)]
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    if let chart = chart(in: reader) { return chart.usefulCommands(in: reader) }
    let widen: [Command] = reader.results?.days == nil ? [] : [.widen]
    guard let shown = reader.results?.shown, shown.answer.total > 0 else { return [.search] + widen + [.back, .help] }
    return [.open, .search] + widen + [.nextPane, .nextIssue, .toggleOrder, .back, .help]
  }
}
