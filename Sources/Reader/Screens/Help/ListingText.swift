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
    /// The row of the text that it stands in, from the first one.
    var row = 0
    /// The first column of the part of the screen that it stands in.
    var left = 0
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
    if case .keys = listing.content { return }
    for number in lines.indices { lines[number].row = number }
  }

  /// The number of the first line at which the screen is still full.
  var lastTop: Int { max(0, (lines.map(\.row).max() ?? 0) + 1 - rect.rows) }

  /// The lines at which entries start that have the words.
  var matches: [Int] { sought.isEmpty ? [] : lines.indices.filter { lines[$0].isMatch } }

  private func set(_ text: String, column: Int, room: Int? = nil) -> [Range<Int>] {
    let measure = max(4, (room ?? rect.columns) - column - 1)
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

  /// The sections one below another, or in two columns where there is room.
  private mutating func addKeys(_ table: HelpTable) {
    let isWide = rect.columns >= Self.twoColumns
    let room = isWide ? rect.columns / 2 : rect.columns
    let sections = table.sections.map { lines(of: $0, room: room) }
    let end = isWide ? Self.end(ofFirstColumn: sections.map(\.count)) : sections.count
    for (left, sections) in [(0, sections[..<end]), (room, sections[end...])] {
      var row = 0
      for section in sections {
        for line in section {
          var line = line
          (line.row, line.left) = (row, left)
          lines.append(line)
          row += 1
        }
        row += 1
      }
    }
  }

  /// Columns of a screen from which on help stands in two columns.
  private static let twoColumns = 100

  /// The number of sections that stand in the first of two columns, which are as nearly as long as can be.
  private static func end(ofFirstColumn counts: [Int]) -> Int {
    func height(_ counts: ArraySlice<Int>) -> Int { counts.reduce(0) { $0 + $1 + 1 } }
    return counts.indices.map { $0 + 1 }.min {
      max(height(counts[..<$0]), height(counts[$0...])) < max(height(counts[..<$1]), height(counts[$1...]))
    } ?? counts.count
  }

  private func lines(of section: HelpTable.Section, room: Int) -> [Line] {
    let isMatch = isMatch(section.title)
    let heading = set(section.title, column: 1, room: room).enumerated().map { number, range in
      Line(text: section.title, range: range, role: .heading, column: 1, isMatch: number == 0 && isMatch)
    }
    return heading + section.rows.flatMap { lines(of: $0, room: room) }
  }

  /// A row of the table, on as many lines as its keys or its words take.
  private func lines(of row: HelpTable.Row, room: Int) -> [Line] {
    let column = room >= 70 ? 26 : room >= 50 ? 22 : max(8, room * 2 / 5)
    let keys = filled(row.keys, column - 3)
    let words = set(row.text, column: column, room: room)
    let isMatch = isMatch(row.text, row.keys.joined(separator: "  "))
    return (0..<max(keys.count, words.count)).map { index in
      Line(
        mark: index < keys.count ? keys[index] : "", text: row.text,
        range: index < words.count ? words[index] : 0..<0, column: column, isMatch: index == 0 && isMatch)
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
