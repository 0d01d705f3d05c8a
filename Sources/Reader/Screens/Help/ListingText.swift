import Newspaper
import Screen
import Typesetting

/// A listing set into lines: entries one below another, each on as many lines as it takes.
struct ListingText {
  /// A line of the screen.
  struct Line {
    /// Keys, or a dot, before the text.
    var mark = ""
    var markRole = Theme.Role.key
    var markColumn = 2
    /// The text of the entry, of which the line shows a part.
    var text: String
    var range: Range<Int>
    var role = Theme.Role.plain
    var column: Int
    /// True if the entry that starts here has the words that are looked for.
    var isMatch = false
  }

  let rect: Rect
  let sought: String
  private let environment: Environment
  private(set) var lines: [Line] = []

  init(_ listing: ListingScreen, log: MessageLog, rect: Rect, environment: Environment) {
    self.rect = rect
    self.environment = environment
    sought = listing.sought
    switch listing.content {
    case .keys(let table): addKeys(table)
    case .messages: log.entries.forEach { addMessage($0) }
    case .output(let lines): lines.forEach { addOutput($0) }
    }
  }

  /// The number of the first line at which the screen is still full.
  var lastTop: Int { max(0, lines.count - rect.rows) }

  /// The lines at which entries start that have the words.
  var matches: [Int] { sought.isEmpty ? [] : lines.indices.filter { lines[$0].isMatch } }

  private func set(_ text: String, column: Int) -> [Range<Int>] {
    let measure = max(4, rect.columns - column - 1)
    return setLines(text, LineSetting(measure: measure, ambiguous: environment.ambiguous)).map(\.range)
  }

  private func isMatch(_ texts: String...) -> Bool { texts.contains { !places(of: sought, in: $0).isEmpty } }

  // MARK: Messages

  private mutating func addMessage(_ entry: MessageLog.Entry) {
    // Characters that the gate changes as they are written are measured as they will be seen.
    let text = legible(entry.text)
    let isMatch = isMatch(text)
    lines += set(text, column: 3).enumerated().map { number, range in
      Line(
        mark: number == 0 ? "·" : "", markRole: .quiet, markColumn: 1, text: text, range: range,
        role: entry.isNotice ? .error : .plain, column: 3, isMatch: number == 0 && isMatch)
    }
  }

  // MARK: Output

  private mutating func addOutput(_ line: String) {
    // Nothing in it steers the terminal: it goes through the gate like all else.
    let text = legible(line.reduce(into: "") { $0 += $1 == "\t" ? "    " : String($1) })
    let isMatch = isMatch(text)
    let ranges = text.isEmpty ? [0..<0] : set(text, column: 1)
    lines += ranges.enumerated().map { number, range in
      Line(text: text, range: range, column: 1, isMatch: number == 0 && isMatch)
    }
  }

  // MARK: Keys

  /// Sections with a heading each and air between them.
  private mutating func addKeys(_ table: KeyTable) {
    for section in table.sections {
      if !lines.isEmpty { lines.append(Line(text: "", range: 0..<0, column: 1)) }
      addHeading(environment.phrases.heading(section.contexts))
      section.rows.forEach { addRow($0) }
    }
  }

  private mutating func addHeading(_ words: String) {
    let isMatch = isMatch(words)
    lines += set(words, column: 1).enumerated().map { number, range in
      Line(text: words, range: range, role: .heading, column: 1, isMatch: number == 0 && isMatch)
    }
  }

  /// Adds a row of the table on as many lines as its keys or its words take.
  private mutating func addRow(_ row: KeyTable.Row) {
    let columns = environment.size.columns
    let column = columns >= 50 ? 26 : max(8, columns * 2 / 5)
    let keys = filled(row.keys, column - 3)
    let help = row.help(in: environment.language)
    let words = set(help, column: column)
    let isMatch = isMatch(help, row.keys.joined(separator: "  "))
    lines += (0..<max(keys.count, words.count)).map { index in
      Line(
        mark: index < keys.count ? keys[index] : "", text: help, range: index < words.count ? words[index] : 0..<0,
        column: column, isMatch: index == 0 && isMatch)
    }
  }

  private func filled(_ keys: [String], _ columns: Int) -> [String] {
    keys.reduce(into: [String]()) { lines, key in
      if let last = lines.last, environment.width(last) + 2 + environment.width(key) <= columns {
        lines[lines.count - 1] = last + "  " + key
      } else {
        lines.append(key)
      }
    }
  }
}

/// The places of words in a text, large letters counting as small ones.
/// - Returns: UTF-8 offsets, in order; none for no words.
func places(of words: String, in text: String) -> [Range<Int>] {
  let words = words.map { $0.lowercased() }
  guard !words.isEmpty else { return [] }
  let characters = text.map { (small: $0.lowercased(), bytes: $0.utf8.count) }
  var places: [Range<Int>] = []
  var (index, offset) = (0, 0)
  while index + words.count <= characters.count {
    let run = characters[index..<(index + words.count)]
    let isMatch = zip(run, words).allSatisfy { $0.small == $1 }
    let taken = isMatch ? run : run.prefix(1)
    let end = taken.reduce(offset) { $0 + $1.bytes }
    if isMatch { places.append(offset..<end) }
    (index, offset) = (index + taken.count, end)
  }
  return places
}
