import Newspaper
import Screen
import Searching
import Typesetting

// The text of the selected article: its shape, the lines in sight, and bringing a place into sight.
extension Reader {
  var galley: SetArticle? { text.set }

  /// The shape of the article in its pane. Beside the lists it is one column always, and so is a passage that is
  /// explained.
  var articleGeometry: PageGeometry {
    let (layout, composition) = (layout, environment.composition)
    let room = Size(columns: layout.panes.columns, rows: layout.panes.rows)
    let isOne = !showsPages || text.isRaw || showsPassages
    switch isOne ? .one : settings.view {
    case .columns: return .columns(in: room, composition)
    case .vertical: return .vertical(in: room, composition)
    case .one, .front:
      return .one(measure: layout.measure, hasMargin: layout.hasMargin, rows: room.rows, composition)
    }
  }

  /// Sets the selected article unless that is done, and finds the place again. A long one is awaited.
  mutating func setArticle() {
    guard let issue, let article else { return (text.set, text.awaited) = (nil, nil) }
    let key = SetArticle.Key(
      issue: issue.id, article: visit.article, geometry: articleGeometry, isRaw: text.isRaw)
    if galley?.key != key {
      if text.awaited?.job.key == key { return }
      let job = TypesettingJob(
        key: key, article: article, continuations: continuations, issue: issue, language: environment.language)
      if job.isLong { return text.typesetInBackground(job) }
      text.set = job.set()
    }
    text.awaited = nil
    guard let galley, place.galley != key else { return }
    place.top = min(place.anchor.map { top(showing: galley.galley.line(at: $0)) } ?? 0, lastTop)
    place.galley = key
  }

  /// The first line when a line is in sight: the line itself, or the page that it stands on.
  private func top(showing line: Int) -> Int { galley?.pages.flow?.page(ofLine: line) ?? line }

  /// The largest number of a first line at which the pane is still full; the last page where pages are turned.
  var lastTop: Int {
    guard let pages = galley?.pages else { return 0 }
    return max(0, pages.flow.map { $0.pages.count - 1 } ?? (pages.galley.lines.count - layout.panes.rows))
  }

  /// Index in the galley of the first block in sight.
  var blockInSight: Int? {
    let first = galley?.pages.flow?.firstLine(ofPage: place.top) ?? place.top
    return galley?.galley.block(readFrom: first, rows: layout.panes.rows)
  }

  /// Scrolls the article, or turns its pages; one that is awaited will be scrolled once it has come.
  mutating func scrollArticle(_ movement: Movement) {
    setArticle()
    if let awaited = text.awaited {
      if awaited.moves.count < AwaitedText.mostMoves { text.awaited?.moves.append(movement) }
      return
    }
    let new =
      galley?.pages.flow == nil
      ? movement.line(from: place.top, last: lastTop, page: layout.panes.rows)
      : movement.page(from: place.top, last: lastTop)
    if new > lastTop, place.top == lastTop {
      say(phrases.endOfArticle(keymap.label(for: .nextArticle, in: .article)))
    }
    scroll(to: new)
  }

  /// Shows a line of the article as the first, as far as the article is long enough; where pages are turned, a page.
  mutating func scroll(to line: Int) {
    let top = max(0, min(line, lastTop))
    guard top != place.top else { return }
    let first = galley?.pages.flow?.firstLine(ofPage: top) ?? top
    place = Place(top: top, galley: galley?.key, anchor: top == 0 ? nil : galley?.galley.anchor(ofLine: first))
  }

  // MARK: Matches in it

  /// Brings a match into sight, a third down the pane unless it is in sight already.
  /// - Parameter index: among the matches of the search.
  mutating func show(match index: Int) {
    guard let match = found?.matches[index] else { return }
    // A continuation is read where it goes on with its opening, unless one has gone to it alone.
    if isFront { return visit.article = match.article }
    if match.article != visit.article { visit.article = jumps?.opening(of: match.article) ?? match.article }
    if !layout.isWide { pane = .article }
    setArticle()
    text.awaited?.match = index
    guard !isVisible(match), let line = line(of: match), let set = galley else { return }
    guard let flow = set.pages.flow else { return scroll(to: line - layout.panes.rows / 3) }
    // The match itself is the place, so that another view shows it, too.
    place = Place(top: flow.page(ofLine: line), galley: set.key, anchor: set.galley.anchor(ofLine: line))
  }

  /// True if all of a match is in sight, as far as there is room.
  func isVisible(_ match: Match) -> Bool {
    guard let line = line(of: match) else { return false }
    if let flow = galley?.pages.flow { return flow.page(ofLine: line) == place.top }
    let shown = place.top..<place.top + layout.panes.rows
    let last = self.line(of: match, atEnd: true) ?? line
    return shown.contains(line) && (shown.contains(last) || last - line >= layout.panes.rows)
  }

  /// The line of the selected article's galley that shows the start of a match, or its end.
  private func line(of match: Match, atEnd: Bool = false) -> Int? {
    let piece = atEnd ? match.last : match.first
    guard let galley, galley.key.article == visit.article, galley.key.issue == selectedID,
      let block = galley.galley.block(ofArticle: match.article, index: piece.block)
    else { return nil }
    let offset = atEnd ? piece.range.upperBound - 1 : piece.range.lowerBound
    return galley.galley.line(ofBlock: block, offset: offset)
  }
}
