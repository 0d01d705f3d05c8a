import Newspaper
import Screen
import Typesetting

/// The help screen: every key of the keymap in force and what it does.
struct HelpView {
  let reader: Reader
  let page: HelpPage

  private enum Line {
    case air
    case heading(String)
    case row(keys: String, words: Substring)
  }

  /// Columns before what keys do; less in a narrow screen.
  private var wordsColumn: Int { reader.size.columns >= 50 ? 26 : max(8, reader.size.columns * 2 / 5) }

  private var lines: [Line] {
    page.table.sections.enumerated().flatMap { number, section -> [Line] in
      let rows = section.rows.flatMap(lines)
      return (number == 0 ? [] : [.air]) + [.heading(reader.phrases.heading(section.contexts))] + rows
    }
  }

  /// A row of the table on as many lines as its keys or its words take.
  private func lines(_ row: KeyTable.Row) -> [Line] {
    let keys = filled(row.keys, wordsColumn - 3)
    let help = row.command.help(in: reader.language)
    let words = setLines(
      help, LineSetting(measure: max(4, reader.size.columns - wordsColumn - 1), ambiguous: reader.ambiguous))
    return (0..<max(keys.count, words.count)).map { index in
      .row(
        keys: index < keys.count ? keys[index] : "", words: index < words.count ? help.slice(words[index].range) : "")
    }
  }

  private func filled(_ keys: [String], _ columns: Int) -> [String] {
    keys.reduce(into: [String]()) { lines, key in
      if let last = lines.last, reader.width(last) + 2 + reader.width(key) <= columns {
        lines[lines.count - 1] = last + "  " + key
      } else {
        lines.append(key)
      }
    }
  }

  /// The number of the first line at which the screen is still full.
  var lastTop: Int { max(0, lines.count - reader.layout.panes.rows) }

  func draw(on surface: inout Surface) {
    let rect = reader.layout.panes
    for (number, line) in lines.dropFirst(page.top).prefix(rect.rows).enumerated() {
      let row = rect.row + number
      switch line {
      case .air: break
      case .heading(let words):
        surface.write(words, column: 1, row: row, style: reader.theme[.heading], clip: rect)
      case .row(let keys, let words):
        let clip = Rect(column: 0, row: row, columns: wordsColumn - 1, rows: 1)
        surface.write(keys, column: 2, row: row, style: reader.theme[.key], clip: clip)
        surface.write(words, column: wordsColumn, row: row, style: .plain, clip: rect)
      }
    }
  }
}
