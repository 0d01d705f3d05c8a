import Newspaper
import Screen
import Typesetting

/// The list of issues.
struct IssueListScreen: PaneScreen {
  /// Newest first.
  private(set) var issues: any IssueShelf
  private(set) var articleCount: Int
  /// The issues that have been read and those that must be, while that goes on.
  var progress: (done: Int, total: Int)?
  /// Index of the selected issue.
  var selected = 0
  /// Index of the first issue shown.
  var top = 0

  init(_ issues: any IssueShelf) {
    self.issues = issues
    articleCount = issues.articleCount
  }

  /// Takes the issues anew; the selected one stays so if it is still there.
  mutating func replace(with issues: any IssueShelf) {
    let id = self.issues.indices.contains(selected) ? self.issues[selected].id : nil
    self.issues = issues
    articleCount = issues.articleCount
    if let index = id.flatMap(issues.index(ofIssue:)) { selected = index }
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
    case .back: reader.sayHowToQuit()
    default: return nil
    }
    return []
  }

  func settle(in reader: inout Reader) -> [Effect] {
    reader.issueList.top = layout(in: reader).list.top(from: top, showing: selected)
    return []
  }

  // MARK: View

  private func layout(in reader: Reader) -> IssueListLayout {
    layout(in: reader.layout.rect(of: .issues) ?? reader.layout.panes, reader.environment)
  }

  private func layout(in rect: Rect, _ environment: Environment) -> IssueListLayout {
    IssueListLayout(issues: issues, rect: rect, ambiguous: environment.ambiguous)
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
    return (articles[lead].title, reader.highlights.titleSpans(of: articles[lead], at: lead))
  }

  func place(in reader: Reader) -> [String] {
    guard issues.indices.contains(selected) else { return [] }
    return [reader.phrases.date(of: issues[selected]), "\(selected + 1)/\(issues.count)"] + searchPlace(in: reader)
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    [.open] + matchCommands(in: reader) + [.search, .commandLine, .quit, .help]
  }
}
