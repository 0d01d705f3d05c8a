import Text

/// Plain text of vertical lines as some engines leave it: a character a line, or row by row across all lines of a page.
///
/// Words (`HanziWords`) show the direction of reading: in such rows they stand one below the other, and hardly ever
/// side by side.
enum VerticalText {
  /// The printed lines of a file, each from top to bottom, the rightmost first; nil where it has none that run so.
  static func lines(_ file: [UInt8]) -> [UInt8]? {
    let rows = file.split(separator: 0x0A, omittingEmptySubsequences: false).map { row($0) }
    var lines: [[UInt32]] = []
    var (at, vertical) = (0, 0)
    while at < rows.count {
      let singles = rows[at...].prefix { $0.count <= 1 }
      let block = rows[at...].prefix { $0.count > 1 }
      if let joined = joined(singles) ?? turned(block) {
        vertical += joined.reduce(0) { $0 + $1.count }
        lines += joined
      } else {
        lines += singles + block
      }
      at += singles.count + block.count
    }
    // Single characters within other text are pieces of a table, or of words that an engine broke.
    guard vertical > 0, vertical * 2 >= lines.reduce(0, { $0 + $1.count }) else { return nil }
    return Array(lines.map(text).joined(separator: "\n").utf8)
  }

  /// True if rows of a file stand below each other that are of one character, or of as many bytes and hardly of words:
  /// all vertical text has some.
  static func isPossible(_ opening: ArraySlice<UInt8>) -> Bool {
    opening.withUnsafeBufferPointer { bytes in
      var (singles, alike, last, start) = (0, 0, 0, 0)
      while let end = bytes.index(of: 0x0A, from: start) {
        let length = end - start
        if length > 0 {
          singles = length <= 6 ? singles + 1 : 0
          alike = length == last && length >= 6 && bytes[start] >= 0xE3 ? alike + 1 : 0
          if singles >= leastSingles { return true }
          if alike == leastRows - 2 {
            let rows = (0...alike).map { row(bytes[start - $0 * (length + 1)..<end - $0 * (length + 1)]) }
            if share(of: rows.flatMap { zip($0, $0.dropFirst()) }) < mostBeside { return true }
          }
        }
        last = length
        start = end + 1
      }
      return false
    }
  }

  private static let leastSingles = 8
  private static let leastRows = 5
  private static let blank: UInt32 = 0x3000
  private static let hanzi: ClosedRange<UInt32> = 0x3400...0x9FFF

  /// The characters of a row, without white space at its ends and single spaces between all of them.
  private static func row(_ bytes: some Collection<UInt8>) -> [UInt32] {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    let isBlank = { (scalar: UInt32) in scalar == 0x20 || scalar == 0x09 || scalar == 0x0D }
    let row = Array(scalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    let isSpaced =
      row.count > 2 && row.indices.allSatisfy { ($0 % 2 == 1) == (row[$0] == 0x20) }
    if isSpaced { return row.indices.filter { $0 % 2 == 0 }.map { row[$0] } }
    return row == [blank] ? [] : row
  }

  /// The characters of lines that have one each, as lines between blank ones; nil where these are no text.
  private static func joined(_ rows: ArraySlice<[UInt32]>) -> [[UInt32]]? {
    let characters = rows.flatMap { $0 }
    guard characters.count >= leastSingles, isChinese(characters),
      share(of: Array(zip(characters, characters.dropFirst()))) >= leastShare
    else { return nil }
    let parts = rows.split { $0.isEmpty }.map { $0.flatMap { $0 } }
    // Blank lines between all of them part nothing.
    let isAllParted = parts.count(where: { $0.count == 1 }) * 2 > parts.count
    let lines = isAllParted ? [characters] : Array(parts.flatMap { [$0, []] }.dropLast())
    return (rows.first?.isEmpty == true ? [[]] : []) + lines + (rows.last?.isEmpty == true ? [[]] : [])
  }

  /// The lines that rows go across, from right to left; nil where the rows are read as they are.
  private static func turned(_ rows: ArraySlice<[UInt32]>) -> [[UInt32]]? {
    let width = rows.first?.count ?? 0
    guard rows.count >= leastRows, (2...80).contains(width), rows.count * width >= 20,
      rows.allSatisfy({ $0.count <= width }),
      rows.count(where: { $0.count == width }) * 5 >= rows.count * 4
    else { return nil }
    // Few rows say that this is ordinary text.
    let beside = rows.prefix(40).flatMap { row in zip(row, row.dropFirst()) }
    guard share(of: beside) < mostBeside else { return nil }
    // The last lines of a page, at its left, may be shorter than the others.
    let lines = (0..<width).map { column in
      rows.compactMap { $0.count > column ? $0[$0.count - 1 - column] : nil }.filter { $0 != blank && $0 != 0x20 }
    }
    let below = share(of: lines.flatMap { line in zip(line, line.dropFirst()) })
    guard below >= leastShare, below > 2 * share(of: beside), isChinese(lines.flatMap { $0 }) else { return nil }
    // A line as long as the page is high goes on in the next one.
    var texts: [[UInt32]] = []
    for (index, line) in lines.enumerated() {
      if index > 0, lines[index - 1].count == rows.count { texts[texts.count - 1] += line } else { texts.append(line) }
    }
    return texts
  }

  /// Neighbours within a word among all neighbours of vertical text, at least: some third of them are, of others one in
  /// thirty.
  private static let leastShare = 0.15

  /// The same side by side in rows that go across, at most.
  private static let mostBeside = 0.25

  private static func share(of pairs: [(UInt32, UInt32)]) -> Double {
    let known = pairs.filter { hanzi.contains($0.0) && hanzi.contains($0.1) }
    return known.isEmpty ? 0 : Double(known.count { HanziWords.join($0.0, $0.1) }) / Double(known.count)
  }

  private static func isChinese(_ characters: [UInt32]) -> Bool {
    characters.count(where: { hanzi.contains($0) }) * 4 >= characters.count * 3
  }

  private static func text(_ row: [UInt32]) -> String {
    String(String.UnicodeScalarView(row.compactMap(Unicode.Scalar.init)))
  }
}
