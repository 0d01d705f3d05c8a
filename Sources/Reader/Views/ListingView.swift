import Newspaper
import Screen
import Typesetting

/// Help, or all that has been said: entries one below another, each on as many lines as it takes.
struct ListingView {
  let reader: Reader
  let listing: Listing

  /// A line of the screen.
  struct Line {
    /// What stands before the text: keys, or a dot.
    var mark = ""
    var markRole = Theme.Role.key
    var markColumn = 2
    /// What the entry says, of which the line shows a part.
    var text: String
    var range: Range<Int>
    var role = Theme.Role.plain
    var column: Int
    /// Whether the entry that starts here has what is looked for.
    var isMatch = false
  }

  var lines: [Line] {
    switch listing.content {
    case .keys(let table): keyLines(table)
    case .messages: messageLines
    }
  }

  /// The number of the first line at which the screen is still full.
  var lastTop: Int { max(0, lines.count - reader.layout.panes.rows) }

  /// The lines at which entries start that have what is looked for.
  var matches: [Int] {
    listing.sought.isEmpty ? [] : lines.enumerated().filter(\.element.isMatch).map(\.offset)
  }

  func draw(on surface: inout Surface) {
    let rect = reader.layout.panes
    let (lines, matches) = (lines, matches)
    let current = listing.current.flatMap { matches.indices.contains($0) ? matches[$0] : nil }
    for (number, line) in lines.enumerated().dropFirst(listing.top).prefix(rect.rows) {
      let row = rect.row + number - listing.top
      let match = reader.theme[number == current ? .currentMatch : .match]
      let clip = Rect(column: 0, row: row, columns: line.column - 1, rows: 1)
      surface.write(
        line.mark, 0..<line.mark.utf8.count, column: line.markColumn, row: row, style: reader.theme[line.markRole],
        spans: spans(in: line.mark, match), clip: clip)
      surface.write(
        line.text, line.range, column: line.column, row: row, style: reader.theme[line.role],
        spans: spans(in: line.text, match), clip: rect)
    }
  }

  private func spans(in text: String, _ style: Style) -> [Span] {
    places(of: listing.sought, in: text).map { Span(range: $0, style: style) }
  }

  /// A text set on lines from a column on.
  func set(_ text: String, column: Int) -> [Range<Int>] {
    let measure = max(4, reader.layout.panes.columns - column - 1)
    return setLines(text, LineSetting(measure: measure, ambiguous: reader.ambiguous)).map(\.range)
  }

  /// Whether an entry has what is looked for in one of its texts.
  func isMatch(_ texts: String...) -> Bool {
    texts.contains { !places(of: listing.sought, in: $0).isEmpty }
  }
}

/// Where words stand in a text, large letters counting as small ones.
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
