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
    let column = surface.write(placeWords(to: end), column: 1, row: rect.row, style: theme[.footer], clip: rect)
    for hint in hints(behind: column, to: end) {
      let next = surface.write(hint.key, column: hint.column, row: rect.row, style: theme[.key], clip: rect)
      surface.write(" " + hint.label, column: next, row: rect.row, style: theme[.footer], clip: rect)
    }
  }

  private func placeWords(to end: Int) -> String {
    var parts = place
    while parts.count > 1, environment.width(parts.joined(separator: " · ")) > end - 1 { parts.removeFirst() }
    return environment.cut(parts.joined(separator: " · "), to: end - 1)
  }

  /// A key and what it does.
  private typealias Hint = (key: String, label: String, command: Command)

  /// The keys and their columns.
  private func hints(
    behind place: Int, to end: Int
  ) -> [(column: Int, key: String, label: String, command: Command)] {
    var column = max(place + 3, min(28, end / 3))
    // A figure more in the place does not move all keys, which would all be sent again.
    if end > 60 { column = (column + 3) & ~3 }
    return keys(in: end - column).map { hint in
      defer { column += width(hint) }
      return (column, hint.key, hint.label, hint.command)
    }
  }

  private func width(_ hint: Hint) -> Int { environment.width(hint.key) + 1 + environment.width(hint.label) + 3 }

  /// The command of the key whose hint stands at a place.
  func command(at place: Point) -> Command? {
    guard rect.contains(place), message == nil, notices.isEmpty, keys.isEmpty else { return nil }
    let end = rect.endColumn - 1
    return hints(behind: 1 + environment.width(placeWords(to: end)), to: end).first {
      ($0.column..<$0.column + width(($0.key, $0.label, $0.command)) - 3).contains(place.column)
    }?.command
  }

  /// As many keys as fit, the last before all others.
  private func keys(in columns: Int) -> [Hint] {
    let all = keys.chord.isEmpty ? usefulKeys : continuations
    let widths = all.map(width)
    var room = columns + 3 - (widths.last ?? 0)
    guard room >= 0, let last = all.last else { return [] }
    let fitting = zip(all, widths).dropLast().prefix {
      room -= $0.1
      return room >= 0
    }
    return fitting.map(\.0) + [last]
  }

  private var usefulKeys: [Hint] {
    commands.compactMap { command in
      environment.keymap.label(for: command, in: context).map { ($0, command.label(in: environment.language), command) }
    }
  }

  /// The chords that go on from the keys pressed.
  private var continuations: [Hint] {
    environment.keymap.bindings.filter { $0.context == context && $0.chord.starts(with: keys.chord) }
      .map { (Keymap.label($0.chord), $0.command.label(in: environment.language), $0.command) }
  }
}
