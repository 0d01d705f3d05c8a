import Newspaper
import Screen

/// The screen that takes the keys, as keymap files name it.
public enum Context: String, Sendable, CaseIterable {
  /// The list of issues.
  case issues
  /// The list of an issue's articles.
  case contents
  /// The text of an article.
  case article
  /// The issue as a printed page, which has the place of the list of its articles.
  case front
  /// A line that is being typed: a search or a command.
  case prompt
  /// Help, and the list of messages.
  case help
  /// The reasons for what a passage is.
  case why
  /// The scan of a passage.
  case scan
  /// The hits of a search of the whole corpus.
  case results
  /// The chart of these hits by day, month or year.
  case chart
  /// The list of saved queries.
  case queries
  /// A selection in the text of an article.
  case selection
  /// The list of clippings.
  case clippings
  /// The lists of marks and of corrections.
  case lists
  /// The issues by day.
  case calendar

  /// The three panes and the printed page.
  public static let reading: [Context] = [.issues, .contents, .article, .front]

  /// The heading of its keys in help.
  var title: Phrase {
    switch self {
    case .issues: Phrase("Issue list")
    case .contents: Phrase("Contents")
    case .article: Phrase("Article")
    case .front: Phrase("Front page")
    case .prompt: Phrase("While typing")
    case .help: Phrase("Help")
    case .why: Phrase("Why?")
    case .scan: Phrase("Scan")
    case .results: Phrase("Hits")
    case .chart: Phrase("Chart")
    case .queries: Phrase("Kept queries##context")
    case .selection: Phrase("Selection")
    case .clippings: Phrase("Clippings")
    case .lists: Phrase("Marks, corrections, macros")
    case .calendar: Phrase("Calendar")
    }
  }
}

/// A screen of the reader: its state, its commands and its view. A pane is one, and so is anything that lies over the
/// panes.
///
/// A screen is a value. To change its own state it puts a changed copy in its place, which a pane does in the reader's
/// property for it and an overlay by `Reader.update`.
protocol ReaderScreen: Sendable {
  /// The context of keys while this screen takes them.
  func context(in reader: Reader) -> Context

  /// Moves the selection, or scrolls.
  func move(_ movement: Movement, in reader: inout Reader)

  /// Carries out a command that has a meaning of its own on this screen.
  /// - Returns: nil where the command does what its row of the command table says.
  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]?

  /// Selects what is at a place that the mouse was pressed at.
  func select(at place: Point, in reader: inout Reader) -> Pointed

  /// Lines that a step of the mouse's wheel moves by.
  func wheelStep(in reader: Reader) -> Int

  /// Puts the state right after an event: selections that exist, tops within the text.
  func settle(in reader: inout Reader) -> [Effect]

  /// Draws everything between the title and the last line.
  func draw(on surface: inout Surface, of reader: Reader)

  /// Draws the first line.
  func drawTitle(on surface: inout Surface, of reader: Reader)

  /// The rules between parts that stand side by side, and the part that has the focus.
  func frame(in reader: Reader) -> ScreenFrame

  /// The current place in a few parts, for the last line; the first parts are left out where there is no room.
  func place(in reader: Reader) -> [String]

  /// The cell of what is selected, for a program that reads the screen aloud; nil where the view draws a sign there.
  func selectedCell(in reader: Reader) -> Point?

  /// The current place and its state as one says them aloud.
  func placeInWords(in reader: Reader) -> [String]

  /// Commands for the last line, the most useful first and help last, because one looks for it there.
  func usefulCommands(in reader: Reader) -> [Command]

  /// The line that is being typed, drawn in place of the last line; nil on a screen without one.
  func promptLine(in reader: Reader) -> PromptLine?
}

/// Columns of the rules between panes, and the rectangle below the heavier part of the upper rule.
struct ScreenFrame {
  var separators: [Int] = []
  var focus: Rect?
}

// Defaults for overlays.
extension ReaderScreen {
  func settle(in reader: inout Reader) -> [Effect] { [] }

  func select(at place: Point, in reader: inout Reader) -> Pointed { .nothing }

  func wheelStep(in reader: Reader) -> Int { 1 }

  func frame(in reader: Reader) -> ScreenFrame { ScreenFrame() }

  func selectedCell(in reader: Reader) -> Point? { nil }

  func placeInWords(in reader: Reader) -> [String] { place(in: reader) }

  func promptLine(in reader: Reader) -> PromptLine? { nil }

  func drawTitle(on surface: inout Surface, of reader: Reader) {
    TitleLine(
      environment: reader.environment, rect: reader.layout.title, issues: reader.issues.count,
      articles: reader.issueList.articleCount, progress: reader.issueList.progress
    ).draw(on: &surface)
  }
}

// The stack of overlays.
extension [any ReaderScreen] {
  /// The uppermost overlay of a type.
  func last<Overlay: ReaderScreen>(_ type: Overlay.Type) -> Overlay? { lazy.compactMap { $0 as? Overlay }.last }

  /// Puts a changed copy in the place of the uppermost overlay of its type.
  mutating func update<Overlay: ReaderScreen>(_ overlay: Overlay) {
    if let index = lastIndex(where: { $0 is Overlay }) { self[index] = overlay }
  }

  mutating func removeAll<Overlay: ReaderScreen>(_ type: Overlay.Type) { removeAll { $0 is Overlay } }
}
