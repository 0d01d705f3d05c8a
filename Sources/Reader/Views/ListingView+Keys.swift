import Newspaper
import Typesetting

// Every key of the keymap in force and what it does.
extension ListingView {
  /// Columns before what keys do; less in a narrow screen.
  private var wordsColumn: Int { reader.size.columns >= 50 ? 26 : max(8, reader.size.columns * 2 / 5) }

  /// The lines of help: sections with a heading each and air between them.
  func keyLines(_ table: KeyTable) -> [Line] {
    table.sections.enumerated().flatMap { number, section in
      (number == 0 ? [] : [Line(text: "", range: 0..<0, column: 1)])
        + [heading(reader.phrases.heading(section.contexts))] + section.rows.flatMap(rowLines)
    }
  }

  private func heading(_ words: String) -> Line {
    Line(text: words, range: 0..<words.utf8.count, role: .heading, column: 1, isMatch: isMatch(words))
  }

  /// A row of the table on as many lines as its keys or its words take.
  private func rowLines(_ row: KeyTable.Row) -> [Line] {
    let keys = filled(row.keys, wordsColumn - 3)
    let help = row.command.help(in: reader.language)
    let words = set(help, column: wordsColumn)
    let isMatch = isMatch(help, row.keys.joined(separator: "  "))
    return (0..<max(keys.count, words.count)).map { index in
      Line(
        mark: index < keys.count ? keys[index] : "", text: help, range: index < words.count ? words[index] : 0..<0,
        column: wordsColumn, isMatch: index == 0 && isMatch)
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
}
