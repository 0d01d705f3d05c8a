import Newspaper
import Screen
import Typesetting

/// A selection of passages in the article, which the next deed is about.
struct SelectionScreen: ReaderScreen {
  /// Index in the galley's blocks of the passage at which it began.
  var start: Int
  /// The passage that moves.
  var end: Int

  private var range: ClosedRange<Int> { min(start, end)...max(start, end) }

  /// Selects the passage at the reading place.
  static func open(in reader: inout Reader) {
    guard reader.article != nil else {
      return reader.say(reader.issue == nil ? reader.noIssuesWords : reader.phrases.noArticles)
    }
    reader.pane = .article
    reader.layers.append(SelectionScreen(start: 0, end: 0))
    reader.setArticle()
    guard reader.text.awaited == nil, let block = reader.blockInSight else {
      reader.layers.removeLast()
      return reader.say(reader.phrases.nothingToExplain)
    }
    reader.layers.update(SelectionScreen(start: block, end: block))
  }

  // MARK: Update

  func context(in reader: Reader) -> Context { .selection }

  func move(_ movement: Movement, in reader: inout Reader) {
    guard let galley = reader.galley?.galley else { return }
    let page = max(1, reader.layout.panes.rows / 4)
    var new = self
    new.end = max(0, min(movement.line(from: end, last: galley.blocks.count - 1, page: page), galley.blocks.count - 1))
    new.show(in: &reader)
  }

  func perform(_ command: Command, count: Int?, in reader: inout Reader) -> [Effect]? {
    switch command {
    case .swapEnds: SelectionScreen(start: end, end: start).show(in: &reader)
    case .select: reader.layers.removeAll(SelectionScreen.self)
    default: return nil
    }
    return []
  }

  /// A press begins another selection; beside the text it ends this one.
  func select(at place: Point, in reader: inout Reader) -> Pointed {
    reader.layers.removeAll(SelectionScreen.self)
    return reader.paneScreen.select(at: place, in: &reader)
  }

  /// Puts itself in place, with the passage that moves in sight.
  func show(in reader: inout Reader) {
    guard let galley = reader.galley?.galley, !galley.blocks.isEmpty else { return }
    let end = max(0, min(self.end, galley.blocks.count - 1))
    reader.layers.update(SelectionScreen(start: start, end: end))
    let lines = galley.lines(ofBlock: end)
    let shown = reader.place.top..<reader.place.top + reader.layout.panes.rows
    guard let first = lines.first, let last = lines.last else { return }
    if first < shown.lowerBound { reader.scroll(to: first) }
    if last >= shown.upperBound { reader.scroll(to: min(first, last - shown.count + 1)) }
  }

  /// Keeps to passages that there are; ends where the article has gone.
  func settle(in reader: inout Reader) -> [Effect] {
    guard let galley = reader.galley?.galley, !galley.blocks.isEmpty, reader.pane == .article else {
      if reader.text.awaited == nil { reader.layers.removeAll(SelectionScreen.self) }
      return []
    }
    var new = self
    (new.start, new.end) = (min(start, galley.blocks.count - 1), min(end, galley.blocks.count - 1))
    reader.layers.update(new)
    return []
  }

  /// The selected passages; nil where the article is not set.
  func blocks(in reader: Reader) -> [Galley.PlacedBlock]? {
    guard let galley = reader.galley?.galley, galley.blocks.indices.contains(range.upperBound) else { return nil }
    return Array(galley.blocks[range])
  }

  func excerpt(in reader: Reader) -> Excerpt? {
    guard let issue = reader.issue, let blocks = blocks(in: reader), let first = blocks.first else { return nil }
    return Excerpt(blocks.map(\.content), article: issue.articles[first.article], of: issue)
  }

  // MARK: View

  func draw(on surface: inout Surface, of reader: Reader) {
    reader.paneScreen.draw(on: &surface, of: reader)
    guard let rect = reader.layout.rect(of: .article),
      let view = reader.text.view(in: rect, top: reader.place.top, of: reader)
    else { return }
    for block in range where view.galley.blocks.indices.contains(block) {
      view.drawCursor(atBlock: block, on: &surface)
    }
  }

  func frame(in reader: Reader) -> ScreenFrame { reader.paneScreen.frame(in: reader) }

  /// The passage that moves.
  func selectedCell(in reader: Reader) -> Point? {
    guard let rect = reader.layout.rect(of: .article), let galley = reader.galley?.galley,
      galley.blocks.indices.contains(end),
      let line = galley.lines(ofBlock: end).first(where: { $0 >= reader.place.top })
    else { return nil }
    let row = rect.row + line - reader.place.top
    return row < rect.endRow ? Point(column: reader.layout.textColumn?.column ?? rect.column, row: row) : nil
  }

  func place(in reader: Reader) -> [String] {
    let letters = (blocks(in: reader) ?? []).reduce(0) { $0 + $1.content.passage.text.count }
    if range.count == 1 { return [reader.phrases.say("1 passage · {} characters", letters)] }
    return [reader.phrases.say("{} passages · {} characters", range.count, letters)]
  }

  func usefulCommands(in reader: Reader) -> [Command] { [.nextLine, .previousLine, .copy, .clip, .swapEnds, .back] }
}
