import Newspaper
import Screen
import Typesetting

/// Draws the last line: the place and the most useful keys, or a message.
struct StatusLine {
  let environment: Environment
  let rect: Rect
  /// Keys that are not yet a command.
  let keys: PendingKeys
  let message: Message?
  /// Notices that no screen has shown yet.
  let notices: [String]
  /// The place in parts; the first parts are left out where there is no room.
  let place: [String]
  /// The screen that takes the keys, and its commands, the most useful first.
  let context: Context
  let commands: [Command]

  private var theme: Theme { environment.theme }

  func draw(on surface: inout Surface) {
    let end = drawPending(on: &surface)
    if let message {
      let isCut = environment.width(message.text) > end - 1
      drawMessage(isCut ? message.short ?? message.text : message.text, message.isError, to: end, on: &surface)
    } else if !notices.isEmpty {
      drawMessage(environment.phrases.notices(notices), true, to: end, on: &surface)
    } else {
      drawPlace(to: end, on: &surface)
    }
  }

  // MARK: Messages

  private func drawPending(on surface: inout Surface) -> Int {
    guard !keys.isEmpty else { return rect.endColumn - 1 }
    surface.write(keys.text, endingAt: rect.endColumn - 1, row: rect.row, style: theme[.key], clip: rect)
    return rect.endColumn - environment.width(keys.text) - 3
  }

  private func drawMessage(_ text: String, _ isError: Bool, to end: Int, on surface: inout Surface) {
    let style = theme[isError ? .error : .message]
    surface.write(environment.cut(text, to: end - 1), column: 1, row: rect.row, style: style, clip: rect)
  }

  // MARK: Place and keys

  private func drawPlace(to end: Int, on surface: inout Surface) {
    var parts = place
    while parts.count > 1, environment.width(parts.joined(separator: " · ")) > end - 1 { parts.removeFirst() }
    let words = environment.cut(parts.joined(separator: " · "), to: end - 1)
    let column = surface.write(words, column: 1, row: rect.row, style: theme[.footer], clip: rect)
    drawKeys(from: max(column + 3, min(28, end / 3)), to: end, on: &surface)
  }

  private func drawKeys(from start: Int, to end: Int, on surface: inout Surface) {
    var column = start
    for (key, label) in keys(in: end - start) {
      column = surface.write(key, column: column, row: rect.row, style: theme[.key], clip: rect)
      column = surface.write(" " + label, column: column, row: rect.row, style: theme[.footer], clip: rect) + 3
    }
  }

  /// As many keys as fit, the last before all others.
  private func keys(in columns: Int) -> [(key: String, label: String)] {
    let all = keys.chord.isEmpty ? usefulKeys : continuations
    let widths = all.map { environment.width($0.key) + 1 + environment.width($0.label) + 3 }
    var room = columns + 3 - (widths.last ?? 0)
    guard room >= 0, let last = all.last else { return [] }
    let fitting = zip(all, widths).dropLast().prefix {
      room -= $0.1
      return room >= 0
    }
    return fitting.map(\.0) + [last]
  }

  private var usefulKeys: [(key: String, label: String)] {
    commands.compactMap { command in
      environment.keymap.label(for: command, in: context).map { ($0, command.label(in: environment.language)) }
    }
  }

  /// The chords that go on from the keys pressed.
  private var continuations: [(key: String, label: String)] {
    environment.keymap.bindings.filter { $0.context == context && $0.chord.starts(with: keys.chord) }
      .map { (Keymap.label($0.chord), $0.command.label(in: environment.language)) }
  }
}
