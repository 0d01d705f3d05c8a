import Newspaper
import Screen
import Typesetting

/// The list of issues.
struct IssueListScreen: PaneScreen {
  /// All issues as they were read, the newest first.
  private(set) var asRead: any IssueShelf
  /// The entries of those that people corrected, by the issue's id.
  private(set) var corrected: [String: IssueSummary] = [:]
  /// All issues as people corrected them, the newest first.
  private(set) var all: any IssueShelf
  /// Those that are listed.
  private(set) var issues: any IssueShelf
  private(set) var articleCount: Int
  private(set) var filter = IssueFilter("")
  var isOldestFirst = false
  /// True if papers have different names.
  private(set) var namesPapers = false
  /// The issues that have been read and those that must be, while that goes on.
  var progress: (done: Int, total: Int)?
  /// True if the room below a short list is used.
  var previews = false
  /// True if the list has lines below it that teach.
  var teaches = false
  /// Index of the selected issue.
  var selected = 0
  /// Index of the first issue shown.
  var top = 0

  init(_ issues: any IssueShelf) {
    (asRead, all, self.issues) = (issues, issues, issues)
    articleCount = issues.articleCount
    namesPapers = Self.namesDiffer(issues)
  }

  private static let mostCompared = 500

  private static func namesDiffer(_ issues: any IssueShelf) -> Bool {
    let names = issues.indices.prefix(mostCompared).lazy.compactMap { issues[$0].title }
    return names.first.map { first in names.contains { $0 != first } } ?? false
  }

  /// Lists the issues for which a filter holds.
  /// - Parameter read: the number of articles read of an issue by its id.
  mutating func list(filter: IssueFilter, read: (String) -> Int) {
    self.filter = filter
    if filter.isEmpty, !isOldestFirst {
      issues = all
    } else if filter.isEmpty {
      issues = ListedIssues(all, isReversed: true)
    } else {
      let places = all.indices.filter { filter.holds(for: all[$0], read: read(all[$0].id)) }
      issues = ListedIssues(all, isReversed: isOldestFirst, places: places)
    }
    articleCount = issues.articleCount
  }

  /// Takes the issues anew; the selected one stays so if it is still there.
  mutating func replace(with issues: any IssueShelf, read: (String) -> Int) {
    asRead = issues
    listAnew(read: read)
  }

  /// Takes the entries of the issues that people corrected; the selected issue stays so.
  mutating func correct(by entries: [String: IssueSummary], read: (String) -> Int) {
    guard entries != corrected else { return }
    corrected = entries
    listAnew(read: read)
  }

  private mutating func listAnew(read: (String) -> Int) {
    let id = self.issues.indices.contains(selected) ? self.issues[selected].id : nil
    let issues: any IssueShelf = corrected.isEmpty ? asRead : RevisedShelf(asRead, corrected.values)
    all = issues
    namesPapers = Self.namesDiffer(issues)
    list(filter: filter, read: read)
    if let index = id.flatMap(self.issues.index(ofIssue:)) { selected = index }
  }

  /// The share of the issues that have been read, from 0 to 1, while that goes on.
  var readShare: Double? { progress.map { Double($0.done) / Double(max(1, $0.total)) } }

  // MARK: Update

  func context(in reader: Reader) -> Context { .issues }

  func move(_ movement: Movement, in reader: inout Reader) {
    reader.selectIssue(layout(in: reader).list.target(movement, from: selected))
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .open: reader.openIssue()
    case .filter: FilterPrompt.open(in: &reader)
    case .toggleOrder: reader.toggleIssueOrder()
    case .back where !filter.isEmpty: reader.filterIssues(by: IssueFilter(""))
    case .back: reader.sayHowToQuit()
    default: return nil
    }
    return []
  }

  func settle(in reader: inout Reader) -> [Effect] {
    reader.issueList.top = layout(in: reader).list.top(from: top, showing: selected)
    return []
  }

  func selectEntry(at place: Point, in reader: inout Reader) -> Pointed {
    let layout = layout(in: reader)
    guard let index = layout.list.entry(atRow: place.row - layout.rect.row, from: top) else {
      return reader.selectBelowList(at: place)
    }
    defer { reader.selectIssue(index) }
    return index == selected ? .selectedBefore : .selected
  }

  // MARK: View

  private func layout(in reader: Reader) -> IssueListLayout {
    layout(in: reader.layout.rect(of: .issues) ?? reader.layout.panes, reader.environment)
  }

  private func layout(in rect: Rect, _ environment: Environment) -> IssueListLayout {
    IssueListLayout(
      issues: issues, rect: rect, ambiguous: environment.ambiguous, script: environment.settings.script,
      namesPapers: namesPapers)
  }

  /// Rows that a list of few issues takes of a pane.
  func rows(in rect: Rect, _ environment: Environment) -> Int {
    layout(in: rect, environment).list.rows(upTo: rect.rows)
  }

  func view(in rect: Rect, of reader: Reader) -> IssueListView {
    IssueListView(
      environment: reader.environment, layout: layout(in: rect, reader.environment), top: top, selected: selected,
      hasFocus: reader.hasFocus(.issues), visits: reader.visits.byIssue, matches: reader.found?.matches.count ?? 0,
      leadTitle: leadTitle(in: reader), emptyWords: reader.noIssuesWords)
  }

  /// The title of the open issue's lead and what was found in it; nil where nothing was looked for.
  private func leadTitle(in reader: Reader) -> (title: String, spans: [Span])? {
    let articles = reader.articles
    guard reader.found != nil, let lead = articles.firstIndex(where: { $0.kind == .article }) ?? articles.indices.first
    else { return nil }
    let title = reader.settings.script.written(articles[lead].title)
    return (title, reader.highlights.titleSpans(of: articles[lead], at: lead))
  }

  func place(in reader: Reader) -> [String] {
    guard issues.indices.contains(selected) else { return [] }
    return [reader.phrases.date(of: issues[selected]), "\(selected + 1)/\(issues.count)"]
      + (filter.isEmpty ? [] : ["&" + filter.line])
      + searchPlace(in: reader)
  }

  func placeInWords(in reader: Reader) -> [String] {
    guard issues.indices.contains(selected) else { return [] }
    let issue = issues[selected]
    let read = min(issue.articleCount, reader.visits.byIssue[issue.id]?.readCount ?? 0)
    return [
      reader.phrases.say("issue {} of {}", selected + 1, issues.count),
      reader.phrases.say("{} of {} articles read", read, issue.articleCount),
    ]
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    [.open] + matchCommands(in: reader) + [.search, .commandLine, .quit, .help]
  }
}
