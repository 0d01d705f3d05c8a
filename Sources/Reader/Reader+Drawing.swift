import Newspaper
import Screen
import Typesetting

// The whole screen: the title, the uppermost screen that is no prompt, the rules, and the last line.
extension Reader {
  /// Draws the whole screen over anything that stood on the surface.
  /// - Returns: the place of the cursor; nil if it is to be hidden.
  public func draw(on surface: inout Surface) -> Point? {
    let cursor = drawSeen(on: &surface)
    tour?.draw(on: &surface, environment, saysHint: goesOnBySpace)
    guard settings.isReadAloud, !layout.isTooSmall else { return cursor }
    let sign = surface.readAloud(theme: environment.theme)
    return cursor ?? screen.selectedCell(in: self) ?? sign ?? surface.firstText(in: layout.panes)
  }

  /// Draws the screen for eyes.
  private func drawSeen(on surface: inout Surface) -> Point? {
    surface.ambiguous = environment.ambiguous
    surface.fill(surface.bounds)
    let layout = layout
    guard !layout.isTooSmall else {
      let smallest = Layout.smallest
      let words = phrases.tooSmall(columns: smallest.columns, rows: smallest.rows)
      let fitting = words.first { environment.width($0) <= size.columns } ?? words.last ?? ""
      surface.write(fitting, column: 0, row: 0, style: .plain, clip: surface.bounds)
      return nil
    }
    let main = layers.last { !($0 is any LinePrompt) } ?? paneScreen
    main.drawTitle(on: &surface, of: self)
    drawRules(layout, main.frame(in: self), on: &surface)
    main.draw(on: &surface, of: self)
    drawLessons(on: &surface)
    if let prompt = screen.promptLine(in: self) {
      screen.draw(on: &surface, of: self)
      return prompt.draw(on: &surface)
    }
    statusLine(layout).draw(on: &surface)
    return nil
  }

  func statusLine(_ layout: Layout) -> StatusLine {
    StatusLine(
      environment: environment, rect: layout.status, keys: keys, message: message, notices: log.unseen.map(\.text),
      place: settings.isReadAloud
        ? [screen.placeInWords(in: self).joined(separator: phrases.say(", "))] : screen.place(in: self),
      context: context, commands: settings.isReadAloud ? [] : screen.usefulCommands(in: self))
  }

  /// Draws quiet rules; the one above the pane with the focus is heavier.
  private func drawRules(_ layout: Layout, _ frame: ScreenFrame, on surface: inout Surface) {
    guard !settings.isReadAloud else { return }
    let theme = environment.theme
    let (quiet, heavy) = (theme[.rule], theme[.plain])
    if let row = layout.topRule {
      let focus = frame.focus.map { $0.column..<$0.endColumn } ?? 0..<0
      for column in 0..<size.columns {
        let isHeavy = focus.contains(column)
        let glyph: Unicode.Scalar = frame.separators.contains(column) ? "┬" : (isHeavy ? "━" : "─")
        surface.put(rule: glyph, column: column, row: row, style: isHeavy ? heavy : quiet, clip: surface.bounds)
      }
    }
    if let row = layout.bottomRule { drawLowerRule(at: row, frame, on: &surface) }
    let edges = [-1] + frame.separators + [size.columns]
    surface.parts = frame.separators.isEmpty ? [] : zip(edges, edges.dropFirst()).map { $0 + 1..<$1 }
    for column in frame.separators {
      for row in layout.panes.row..<layout.panes.endRow {
        surface.put(rule: "│", column: column, row: row, style: quiet, clip: surface.bounds)
      }
    }
  }

  /// Draws the rule below the screen in force, higher than it stands by itself.
  func drawLowerRule(at row: Int, on surface: inout Surface) {
    let main = layers.last { !($0 is any LinePrompt) } ?? paneScreen
    drawLowerRule(at: row, main.frame(in: self), on: &surface)
  }

  private func drawLowerRule(at row: Int, _ frame: ScreenFrame, on surface: inout Surface) {
    for column in 0..<size.columns {
      let glyph: Unicode.Scalar = frame.separators.contains(column) ? "┴" : "─"
      surface.put(rule: glyph, column: column, row: row, style: environment.theme[.rule], clip: surface.bounds)
    }
  }
}
