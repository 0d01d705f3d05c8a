import Newspaper
import Screen
import Searching
import Typesetting

/// The whole application without a terminal: events in, effects out, and a screenful of cells at any time.
///
/// It does no input or output. What it wants from the world it asks for with effects; an issue comes back by `receive`.
public struct Reader: Sendable {
  let corpusName: String
  let keymap: Keymap
  let language: Language
  var theme: Theme
  /// What can be chosen with `:theme`.
  let themes: ThemeCatalog
  var phrases: Phrases { Phrases(language) }

  /// The size of the screen that it draws on.
  public internal(set) var size: Size
  /// Newest first.
  var issues: any IssueShelf
  var totalArticles: Int
  /// How many issues have been read of those that must be, while that goes on.
  var reading: (done: Int, total: Int)?
  /// The same, from 0 to 1.
  var readingShare: Double? { reading.map { Double($0.done) / Double(max(1, $0.total)) } }

  /// The pane with the focus.
  var pane = Pane.issues
  /// What lies over the panes, the uppermost last.
  var layers: [Layer] = []
  /// Index in `issues`.
  var selectedIssue = 0
  /// Indices of the first entries shown.
  var issuesTop = 0
  var contentsTop = 0
  var opened: OpenIssue?
  var unreadable: Unreadable?
  /// The issue that has been asked for and has not come.
  var requested: String?
  /// By the issue's id.
  var visits: [String: Visit] = [:]
  /// The issues in which something may have changed since that was last asked.
  var touched: Set<String> = []
  /// The article that one has gone to, and that was marked as read then.
  var goneTo: GoneTo?
  /// Whether the scan's own lines are shown.
  var isRaw = false
  /// What has been chosen of how things look.
  public internal(set) var choices: Choices
  /// What the terminal said of ambiguous characters.
  var measuredAmbiguous: AmbiguousWidth?
  var galley: SetArticle?
  /// The article that is being set beside the keys; nil where `galley` has what is to be shown.
  var awaitedText: AwaitedText?
  /// How many articles have been set beside the keys.
  var settings = 0
  var front: FrontPages?

  /// What was last searched for; it is looked for in every issue that is opened.
  var query: Query?
  var found: Found?
  var searches = LineHistory()
  var commands = LineHistory()
  /// The search of the whole corpus; kept until the next one.
  var results: Results?
  /// How many questions have been asked of the whole corpus, and whether answers to the last one are awaited.
  var questions = 0
  var awaitsAnswers = false
  /// The hit that is to be shown when its issue has come.
  var awaitedHit: CorpusHit?
  /// What was found before the search of the whole corpus, until the issue has come again in which that was.
  var awaitedFound: Results.Origin?
  /// Kept under a name, in the order in which they are listed.
  var savedQueries: [SavedQuery] = []

  var keying = Keying()
  var message: Message? {
    didSet { if let message { log.add(message.text) } }
  }
  /// All that has been said.
  var log = MessageLog()

  /// A reader at its list of issues.
  /// - Parameters:
  ///   - corpusName: what the title line calls the corpus.
  ///   - issues: newest first.
  ///   - choices: what was chosen before; a theme that is not among `themes` is the standard one.
  ///   - themes: those that can be chosen.
  ///   - size: of the terminal.
  ///   - notices: what went wrong before, a line each: unreadable files, mistakes in the keymap.
  public init(
    corpusName: String, issues: any IssueShelf, keymap: Keymap, language: Language, choices: Choices = Choices(),
    themes: ThemeCatalog = ThemeCatalog(), size: Size, notices: [String] = []
  ) {
    self.corpusName = corpusName
    self.issues = issues
    self.keymap = keymap
    self.language = language
    self.choices = choices
    theme = themes.theme(named: choices.theme)?.theme ?? .standard
    self.themes = themes
    self.size = size
    log.add(notices: notices)
    totalArticles = issues.articleCount
  }

  /// What is wanted at the start.
  public mutating func start() -> [Effect] { askAmbiguousWidth() + settle() }

  /// Takes an event.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): press(key) + settle()
    case .paste(let text): paste(text) + settle()
    case .resize(let size): resize(to: size)
    case .ambiguousColumns(let columns): learn(ambiguous: columns == 2 ? .wide : .narrow)
    case .news: []
    case .hangUp: [.quit]
    }
  }

  /// Takes an issue that was asked for with `Effect.open`.
  public mutating func receive(_ issue: Issue) -> [Effect] { receive(OpenIssue(issue)) }

  /// Takes an issue that was asked for with `Effect.open`, made ready elsewhere.
  public mutating func receive(_ new: OpenIssue) -> [Effect] {
    guard new.issue.id == wantedIssue else { return [] }
    opened = new
    unreadable = nil
    requested = nil
    galley = nil
    awaitedText = nil
    front = nil
    settleVisit()
    findAgain()
    showAwaitedFound()
    showAwaitedHit()
    return settle()
  }

  /// Takes the list of issues anew: some have come, changed or gone. What is selected stays so where it is still there.
  /// - Parameter changed: the ids of those whose text is another than before.
  public mutating func receive(_ issues: any IssueShelf, changed: Set<String> = []) -> [Effect] {
    let selected = selectedID
    self.issues = issues
    totalArticles = issues.articleCount
    if let index = selected.flatMap(issues.index(ofIssue:)) { selectedIssue = index }
    if let selected, changed.contains(selected) { (opened, requested) = (nil, nil) }
    searchAgain()
    return settle()
  }

  /// Learns how many issues of the corpus have been read of those that must be; nothing is said once all are.
  public mutating func receive(progress done: Int, of total: Int) {
    reading = done < total ? (done, total) : nil
  }

  /// Learns that the issues have yet to be read, and that nobody knows how many there are.
  public mutating func awaitIssues() { reading = (0, 0) }

  /// Takes what went wrong while the corpus was read, a line each.
  public mutating func receive(notices new: [String]) { log.add(notices: new) }

  /// Learns that an issue cannot be had.
  /// - Parameter reason: a line that names the file and says what to do.
  public mutating func receive(failure reason: String, issue id: String) -> [Effect] {
    guard id == wantedIssue else { return [] }
    unreadable = Unreadable(id: id, reason: reason)
    message = Message(text: reason, isError: true)
    if pane != .issues { pane = .issues }
    if awaitedHit?.issue == id { returnToResults() }
    return settle()
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    return settle()
  }
}

// What follows from the facts.
extension Reader {
  var layout: Layout { Layout(size: size, focus: pane, isFull: isFront || (isPaged && why == nil)) }

  /// Where a key is pressed now.
  var context: Context {
    if case .results = layers.last, results?.focus == .chart { return .chart }
    return layers.last?.context ?? contextBelow
  }

  /// The same where nothing lies over the panes.
  var contextBelow: Context { isFront ? .front : pane.context }

  /// Whether the printed page has the place of the contents now.
  var isFront: Bool { choices.showsFront && pane == .contents }

  /// Whether the article has the screen to itself.
  private var isPaged: Bool { pane == .article && choices.view != .one }

  /// How the article lies in its pane. Beside the lists it is one column always, and so is what is explained.
  var articleGeometry: PageGeometry {
    let room = Size(columns: layout.panes.columns, rows: layout.panes.rows)
    switch isPaged && !isRaw && why == nil ? choices.view : .one {
    case .columns: return .columns(in: room, composition)
    case .vertical: return .vertical(in: room, composition)
    case .one, .front:
      return .one(measure: layout.measure, hasMargin: layout.hasMargin, rows: room.rows, composition)
    }
  }

  var selectedID: String? { issues.indices.contains(selectedIssue) ? issues[selectedIssue].id : nil }

  /// The issue whose articles are needed now.
  var wantedIssue: String? { pane != .issues || !layers.isEmpty || layout.isWide ? selectedID : nil }

  /// The selected issue, once it is there.
  var issue: Issue? { opened?.issue.id == selectedID ? opened?.issue : nil }

  var articles: [Article] { issue?.articles ?? [] }

  /// Where the turns and pointers of the selected issue lead.
  var turns: Jumps? { issue == nil ? nil : opened?.turns }

  /// What is remembered of the selected issue.
  var visit: Visit {
    get { selectedID.flatMap { visits[$0] } ?? Visit() }
    set { if let id = selectedID { visits[id] = newValue } }
  }

  /// The selected article.
  var article: Article? { articles.indices.contains(visit.article) ? articles[visit.article] : nil }

  /// What the selected article goes on with on other pages.
  var continuations: [Article] { turns?.continuation(of: visit.article).map { [articles[$0]] } ?? [] }

  /// Where one is in the selected article.
  var place: Place {
    get { visit.places[visit.article] ?? Place() }
    set { visit.places[visit.article] = newValue }
  }

  /// Whether the text of the article is on the screen.
  var showsArticle: Bool { layout.rect(of: .article) != nil }
}
