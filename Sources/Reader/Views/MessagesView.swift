import Newspaper
import Screen
import Typesetting

/// All that has been said, the oldest first, on as many lines as each message takes.
struct MessagesView {
  let reader: Reader
  let page: MessagesPage

  private struct Line {
    var words: Substring
    var role: Theme.Role
    var isFirst: Bool
  }

  private var lines: [Line] {
    reader.log.entries.flatMap { entry in
      // What the gate would change as it is written is measured as it will be seen.
      let text = legible(entry.text)
      let measure = max(4, reader.layout.panes.columns - 4)
      return setLines(text, LineSetting(measure: measure, ambiguous: reader.ambiguous)).enumerated().map {
        Line(words: text.slice($1.range), role: entry.isNotice ? .error : .plain, isFirst: $0 == 0)
      }
    }
  }

  /// The number of the first line at which the screen is still full.
  var lastTop: Int { max(0, lines.count - reader.layout.panes.rows) }

  func draw(on surface: inout Surface) {
    let rect = reader.layout.panes
    for (number, line) in lines.dropFirst(page.top).prefix(rect.rows).enumerated() {
      let row = rect.row + number
      if line.isFirst { surface.write("·", column: 1, row: row, style: reader.theme[.quiet], clip: rect) }
      surface.write(line.words, column: 3, row: row, style: reader.theme[line.role], clip: rect)
    }
  }
}
