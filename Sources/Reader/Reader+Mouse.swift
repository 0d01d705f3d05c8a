import Screen

/// The thing that a press of the mouse was on.
enum Pointed {
  /// Something that is not selected by presses.
  case nothing
  /// Something that is selected now.
  case selected
  /// Something that was selected before.
  case selectedBefore
}

// The mouse: a press selects, a press on what is selected opens it, the wheel scrolls what it is over, and what is
// dragged over in an article is a selection. There is no clock in it: a double press is a press and another one.
extension Reader {
  /// Takes something that is done with the mouse.
  mutating func point(_ mouse: Mouse) -> [Effect] {
    // A line that is being typed keeps the keys; nothing below it moves.
    guard settings.usesMouse, !layout.isTooSmall, !(screen is any LinePrompt) else { return [] }
    switch mouse.deed {
    case .press where mouse.place.row >= size.rows: return goOnWithTour()
    case .press: return press(at: mouse.place)
    case .drag: drag(to: mouse.place)
    case .release: text.pressedBlock = nil
    case .wheelUp: turnWheel(by: -1, at: mouse.place)
    case .wheelDown: turnWheel(by: 1, at: mouse.place)
    }
    return []
  }

  private mutating func press(at place: Point) -> [Effect] {
    let command = statusLine(layout).command(at: place)
    let pending = keys
    keys = PendingKeys()
    dismissMessage()
    text.pressedBlock = nil
    if let command { return pending.isEmpty ? perform(command, count: nil) : [] }
    switch screen.select(at: place, in: &self) {
    case .selectedBefore: return perform(.open, count: nil)
    case .selected, .nothing: return []
    }
  }

  // MARK: The wheel

  /// Scrolls what is below the mouse; the keys stay where they are.
  private mutating func turnWheel(by step: Int, at place: Point) {
    guard layers.isEmpty, let below = layout.pane(at: place), mayEnter(below) else {
      return screen.move(.lines(step * screen.wheelStep(in: self)), in: &self)
    }
    let before = pane
    pane = below
    paneScreen.move(.lines(step * paneScreen.wheelStep(in: self)), in: &self)
    pane = before
  }

  /// True if a pane may take the keys.
  func mayEnter(_ pane: Pane) -> Bool {
    pane == .issues || (issue != nil && loaded.unreadable?.id != selectedID && !issues.isEmpty)
  }

  // MARK: Dragging

  /// Index of the passage of the article that stands in a row of its pane, or next to it.
  func block(atRow row: Int) -> Int? {
    guard let rect = layout.rect(of: .article), let galley = galley?.galley, text.set?.pages.flow == nil else {
      return nil
    }
    let line = max(0, min(place.top + row - rect.row, galley.lines.count - 1))
    return (line..<galley.lines.count).lazy.compactMap { galley.lines[$0].block }.first
  }

  /// Selects from the passage that was pressed on to the one that the mouse is at. Beside the pane it is the one in the
  /// same row, above and below it the text scrolls.
  private mutating func drag(to place: Point) {
    guard let start = text.pressedBlock, let rect = layout.rect(of: .article) else { return }
    let row = max(rect.row, min(place.row, rect.endRow - 1))
    guard let block = block(atRow: row) else { return }
    let beyond = place.row < rect.row ? -1 : place.row >= rect.endRow ? 1 : 0
    guard layers.last is SelectionScreen || block != start || beyond != 0 else { return }
    if !(layers.last is SelectionScreen) { layers.append(SelectionScreen(start: start, end: start)) }
    SelectionScreen(start: start, end: block + beyond).show(in: &self)
  }
}

extension Layout {
  /// The pane that a place is in.
  func pane(at place: Point) -> Pane? { Pane.allCases.first { rect(of: $0)?.contains(place) == true } }
}
