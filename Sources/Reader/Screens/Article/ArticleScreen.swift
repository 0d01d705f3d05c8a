import Newspaper
import Screen
import Typesetting

/// The text of an article. The place in it is part of the visit.
struct ArticleScreen: PaneScreen {
  /// True while the scan's own lines are shown.
  var isRaw = false
  /// True while repaired text is shown without the corrections of people.
  var isUncorrected = false
  /// The article as it was set last.
  var set: SetArticle?
  /// The article that is being typeset in the background; nil where `set` has the text that is to be shown.
  var awaited: AwaitedText?
  /// Index of the passage on which the button of the mouse was pressed, while it is held.
  var pressedBlock: Int?
  /// Number of background typesetting jobs started.
  private(set) var typesettingJobs = 0

  // MARK: Update

  func context(in reader: Reader) -> Context { .article }

  func move(_ movement: Movement, in reader: inout Reader) { reader.scrollArticle(movement) }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .open: if reader.article?.kind == .pointer { reader.follow() } else { reader.scrollArticle(.pages(1)) }
    case .back: goBack(to: .contents, in: &reader)
    default: return nil
    }
    return []
  }

  func wheelStep(in reader: Reader) -> Int { set?.pages.flow == nil ? 3 : 1 }

  /// Has an article typeset in the background. Requests that wait for the same article in another shape wait for this
  /// one.
  mutating func typesetInBackground(_ job: TypesettingJob) {
    set = nil
    typesettingJobs += 1
    var new = AwaitedText(job: job)
    new.job.number = typesettingJobs
    if let before = awaited, before.job.key.isSameText(as: job.key) {
      (new.moves, new.match, new.asksWhy) = (before.moves, before.match, before.asksWhy)
    }
    awaited = new
  }

  /// Asks once for the article that is awaited.
  mutating func request() -> [Effect] {
    guard let awaited, !awaited.isAskedFor else { return [] }
    self.awaited?.isAskedFor = true
    return [.set(awaited.job)]
  }

  // MARK: View

  func draw(in rect: Rect, on surface: inout Surface, of reader: Reader) {
    if let set, set.pages.flow != nil {
      PagesView(highlights: reader.highlights, rect: rect).draw(set.pages, page: reader.place.top, on: &surface)
    } else if let view = view(in: rect, top: reader.place.top, of: reader) {
      view.draw(on: &surface)
    } else if awaited != nil, let column = reader.layout.textColumn {
      surface.write(
        reader.environment.cut(reader.phrases.settingText, to: column.columns), column: column.column, row: rect.row,
        style: reader.environment.theme[.quiet], clip: rect)
    }
  }

  /// The view of the text in one column; nil where there is no text.
  func view(in rect: Rect, top: Int, of reader: Reader) -> ArticleView? {
    guard let galley = set?.galley, reader.article != nil, let column = reader.layout.textColumn else { return nil }
    return ArticleView(
      highlights: reader.highlights, galley: galley, top: top, rect: rect, column: column,
      clipped: reader.notebook.signs)
  }

  /// The share of the article above the first line in percent, or the page that is shown; 100 % as soon as the end is
  /// in sight, and only then.
  func progress(in reader: Reader) -> [String] {
    guard let pages = set?.pages else { return [] }
    if let flow = pages.flow { return [reader.phrases.sheet(reader.place.top + 1, of: max(1, flow.pages.count))] }
    let lines = pages.galley.lines.count
    guard lines > 0 else { return [] }
    return ["\(reader.place.top >= reader.lastTop ? 100 : min(99, reader.place.top * 100 / lines))%"]
  }

  func place(in reader: Reader) -> [String] {
    placeInIssue(reader.showsArticle ? progress(in: reader) : [], in: reader)
  }

  func usefulCommands(in reader: Reader) -> [Command] {
    let jumps = reader.article?.jump != nil || reader.article?.pointsTo != nil
    // One who came from the hits of the whole corpus goes back there before all.
    let isAway = reader.results?.isAway == true
    return (isAway ? [.back] : []) + matchCommands(in: reader) + (jumps ? [.follow] : [])
      + [.nextView, .search, .toggleRaw, .nextArticle] + (isAway ? [] : [.back]) + [.why, .nextIssue, .help]
  }
}
