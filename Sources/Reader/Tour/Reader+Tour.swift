import Newspaper
import Screen

// The tour, which is a reader of its own: what one does in it changes nothing of the one that it was begun from.
extension Reader {
  /// A reader with the same keys, language and looks, at the beginning of the tour.
  /// - Parameter pages: the issues that the tour goes through.
  public func onTour(of pages: any IssueShelf) -> Reader {
    var settings = settings
    (settings.view, settings.showsFront) = (.one, false)
    var reader = Reader(
      corpusName: phrases.say("tour"), issues: pages, keymap: keymap, language: environment.language,
      settings: settings, themes: environment.themes, size: screenSize)
    reader.environment.measuredAmbiguous = environment.measuredAmbiguous
    reader.environment.theme = environment.theme
    reader.tour = Tour(in: reader)
    reader.takeSize(screenSize)
    return reader
  }

  /// The size of all that it draws on, the lines of the tour included.
  public var screenSize: Size { Size(columns: size.columns, rows: size.rows + (tour?.rows ?? 0)) }

  /// Takes the size of the screen; the tour's lines take theirs of it.
  mutating func takeSize(_ size: Size) {
    environment.size = size
    tour?.takeRows(of: size, environment)
    environment.size.rows -= tour?.rows ?? 0
  }

  /// Takes a key where there is a tour: the space bar and enter go on, unless one is typing or has to press them.
  /// - Returns: nil for a key that means what it always means.
  mutating func goOnWithTour(by key: Key) -> [Effect]? {
    guard let tour, [Key(" "), Key(.enter)].contains(key), goesOnBySpace else { return nil }
    if case .matched(let command) = keymap.match([key], in: context),
      tour.step.commands.contains(where: { $0 == (command, context) })
    {
      return nil
    }
    return goOnWithTour()
  }

  /// Begins the tour again.
  mutating func restartTour() {
    layers.removeAll()
    pane = .issues
    environment.settings.showsFront = false
    environment.settings.view = .one
    clearSearch()
    text.isRaw = false
    issueList.selected = 0
    let size = screenSize
    tour = Tour(in: self)
    takeSize(size)
  }

  /// Does what the step asks for, and goes on to the next one.
  mutating func goOnWithTour() -> [Effect] {
    guard var tour else { return [] }
    dismissMessage()
    let effects = tour.step.show(&self)
    tour.goOn(in: self)
    self.tour = tour
    return effects
  }

  /// True where the space bar goes on: outside of a line that is being typed.
  var goesOnBySpace: Bool { keys.isEmpty && !(screen is any LinePrompt) }

  /// Goes on where the step has been done; not while one is typing, because what is found then may be put back.
  mutating func settleTour() {
    guard var tour, !(screen is any LinePrompt), tour.step.isDone(tour.start, self) else { return }
    tour.goOn(in: self)
    self.tour = tour
  }
}
