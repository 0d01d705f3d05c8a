import Newspaper
import Screen
import Searching
import Typesetting

/// The whole application without a terminal: events in, effects out, and a screenful of cells at any time.
///
/// It does no input or output. It asks the program around it for what it needs by effects, and the program answers with
/// `receive`.
public struct Reader: Sendable {
  var environment: Environment
  var keys = PendingKeys()
  var log = MessageLog()

  /// The pane that takes the keys where nothing lies over the panes.
  var pane = Pane.issues
  /// Screens over the panes, the uppermost last.
  var layers: [any ReaderScreen] = []

  var issueList: IssueListScreen
  var contents = ContentsScreen()
  var text = ArticleScreen()
  var frontPage = FrontScreen()

  var loaded = LoadedIssue()
  var visits = Visits()
  var search = SearchState()
  var corpusSearch = CorpusSearch()
  var notebook = Notebook()
  /// The tour that goes through the issues; nil as a rule.
  var tour: Tour?

  /// A reader at its list of issues.
  /// - Parameters:
  ///   - corpusName: name of the corpus in the title line.
  ///   - issues: newest first.
  ///   - settings: those of the last time; a theme that is not among `themes` is the standard one.
  ///   - themes: the values of the setting `theme`.
  ///   - size: of the terminal.
  ///   - notices: problems met before, a line each: unreadable files, mistakes in the keymap.
  public init(
    corpusName: String, issues: any IssueShelf, keymap: Keymap, language: Language, settings: Settings = Settings(),
    themes: ThemeCatalog = ThemeCatalog(), size: Size, notices: [String] = []
  ) {
    environment = Environment(
      corpusName: corpusName, keymap: keymap, language: language, themes: themes,
      theme: themes.theme(named: settings.theme)?.theme ?? .standard, size: size, settings: settings)
    issueList = IssueListScreen(issues)
    log.add(notices: notices)
  }

  /// True if the list of issues has the articles of an issue beside it on a screen of so many columns.
  public static func showsIssueAtOnce(columns: Int) -> Bool { columns >= Layout.wideColumns }

  /// The size of the screen that its views share.
  public var size: Size { environment.size }

  /// The settings in force.
  public var settings: Settings { environment.settings }

  /// Asks for what the first screen needs.
  public mutating func start() -> [Effect] { [.askAmbiguousWidth] + settle() }

  /// Takes an event.
  public mutating func handle(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key): effects = goOnWithTour(by: key) ?? press(key)
    case .mouse(let mouse): effects = point(mouse)
    case .paste(let text): paste(text)
    case .resize(let size): takeSize(size)
    case .ambiguousColumns(let columns): environment.measuredAmbiguous = columns == 2 ? .wide : .narrow
    case .ground(let isLight): environment.take(ground: isLight ? "light" : "dark")
    case .news, .pictures: return []
    case .hangUp: return [.quit]
    }
    return effects + settle()
  }

  // MARK: The uppermost screen

  /// The screen that takes the keys.
  var screen: any ReaderScreen { layers.last ?? paneScreen }

  /// The screen that takes the keys where nothing lies over the panes.
  var paneScreen: any ReaderScreen {
    switch pane {
    case .issues: issueList
    case .contents: isFront ? frontPage : contents
    case .article: text
    }
  }

  /// The context of the next key.
  var context: Context { screen.context(in: self) }

  /// The message in the last line.
  var message: Message? {
    get { log.message }
    set { log.message = newValue }
  }

  /// Shows a message in the last line until the next key.
  mutating func say(_ text: String, isError: Bool = false) { message = Message(text: text, isError: isError) }

  // MARK: After an event

  /// Puts right all that follows from the facts: selections that exist, a galley of the right measure, lists scrolled
  /// to their selections.
  /// - Returns: requests for the issue, the article and the answers that are needed now.
  mutating func settle() -> [Effect] {
    issueList.selected = max(0, min(issueList.selected, issues.count - 1))
    settleVisit()
    if showsArticle { setArticle() }
    _ = frontPage.settle(in: &self)
    _ = issueList.settle(in: &self)
    _ = contents.settle(in: &self)
    markRead()
    findSigns()
    settleTour()
    defer { notebook.waiting = [] }
    let requests = settleOverlays() + settleCorpusSearch() + askForIssue() + text.request()
    // The requests of a key come first: they may end the search of the question before, and would end that of a new one.
    return notebook.waiting + requests
  }

  /// Settles the uppermost overlay of each type.
  private mutating func settleOverlays() -> [Effect] {
    let overlays = layers
    return overlays.indices.flatMap { index in
      let isCovered = overlays[(index + 1)...].contains { type(of: $0) == type(of: overlays[index]) }
      return isCovered ? [] : overlays[index].settle(in: &self)
    }
  }
}
