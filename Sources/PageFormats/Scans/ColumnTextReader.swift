import CSystem
import Newspaper
import Text

/// Reads plain text in which the printed columns stand side by side, as `pdftotext -layout` and some engines leave it:
/// the rows of such a stretch are parted at its gutters, and its columns are read one after the other.
///
/// A table looks alike, but its cells hold no running text: those of printed columns are long, of one measure, have
/// marks within them, and end inside of sentences.
struct ColumnTextReader {
  /// A piece of a row between gutters.
  private struct Cell {
    var bytes: Range<Int>
    /// The column of the screen that it begins in, and those that it takes.
    var start: Int
    var width: Int
  }

  private let file: [UInt8]
  /// By row of the file; blank rows have none.
  private var rows: [[Cell]] = []
  private var page = ScannedPage()
  private var firstStretch: Int?

  /// Rows of a stretch, at least.
  private static let leastRows = 5
  /// Lines of a column in it, at least.
  private static let leastCells = 4
  /// Printed columns of a page, at most: a row with more cells is one of a table.
  private static let mostColumns = 12
  /// Columns of the screen of running text in a column, at least.
  private static let leastWidth = 12

  /// The same for lines that nothing but their length shows to be text.
  private static let leastUniform = 16
  /// The rule between two columns, as engines read it.
  private static let bars: Set<Unicode.Scalar> = ["|", "¦", "│", "┃", "║", "｜"]

  /// Reads a file; nil where nothing in it stands side by side.
  static func read(_ file: [UInt8]) -> ScannedDocument? {
    guard mayHoldColumns(file) else { return nil }
    var reader = ColumnTextReader(file)
    return reader.document()
  }

  /// False where fewer than three rows in succession have white space within that could be a gutter, as nearly all
  /// pages: it is seen at a glance.
  private static func mayHoldColumns(_ file: [UInt8]) -> Bool {
    file.withUnsafeBufferPointer { bytes in
      var (run, blanks, hasText, hasGutter) = (0, 0, false, false)
      for byte in bytes {
        switch byte {
        case 0x0A:
          // Blank rows may stand between those of columns.
          if hasText { run = hasGutter ? run + 1 : 0 }
          if run == 3 { return true }
          (blanks, hasText, hasGutter) = (0, false, false)
        case 0x20: blanks += 3
        case 0x09: blanks += 6
        // The bytes of an ideographic space are those of many marks and letters, too: it is looked at again later.
        case 0xE3, 0x80: blanks += 1
        // A rule between columns: `|`, or one of three bytes.
        case 0x7C where blanks > 0, 0xE2 where blanks > 0, 0x94, 0x95: blanks += 3
        case 0x0D: break
        default:
          if hasText, blanks >= 6 { hasGutter = true }
          (blanks, hasText) = (0, true)
        }
      }
      return run == 2 && hasGutter
    }
  }

  private init(_ file: [UInt8]) {
    self.file = file
    let text = PageText(bytes: file)
    rows = text.lines.map { Self.cells(file, text.range(ofLine: $0)) }
  }

  private mutating func document() -> ScannedDocument? {
    var row = 0
    while row < rows.count {
      var first = row
      var stretch = row..<endOfStretch(from: row)
      var isColumns = holdsColumns(stretch)
      if !isColumns, let text = rowsBelowHeads(row) { (first, stretch, isColumns) = (text.lowerBound, text, true) }
      if isColumns {
        firstStretch = firstStretch ?? row + 1
        addColumns(row..<stretch.upperBound, columnStarts(first..<stretch.upperBound))
      } else {
        stretch.forEach { addRow($0) }
      }
      row = stretch.upperBound
    }
    guard let firstStretch else { return nil }
    page.layout.order = page.layout.lines.indices.map { Int32($0 + 1) }
    page.layout.isOrderStated = true
    let fault = ScanFault(line: firstStretch, message: "columns stand side by side from here on; read one by one")
    return ScannedDocument(pages: [page], faults: [fault])
  }

  // MARK: Writing

  private mutating func addRow(_ row: Int) {
    let cells = rows[row]
    let range = (cells.first?.bytes.lowerBound ?? 0)..<(cells.last?.bytes.upperBound ?? 0)
    add(range, block: -1)
  }

  /// Writes one column below the other, and a blank line where the next one begins another text, it seems.
  private mutating func addColumns(_ stretch: Range<Int>, _ starts: [Int]) {
    for column in starts.indices {
      let block = Int32(page.layout.blocks.count)
      page.layout.blocks.append(PageLayout.Block())
      var last: Cell?
      for row in stretch {
        let cells = cells(ofColumn: column, row, starts)
        if rows[row].isEmpty { add(0..<0, block: -1) }
        for cell in cells { add(cell.bytes, block: block) }
        last = cells.last ?? last
      }
      if let last, endsSentence(last) { add(0..<0, block: -1) }
    }
  }

  private mutating func add(_ range: Range<Int>, block: Int32) {
    page.text += file[range] + [0x0A]
    page.layout.lines.append(PageLayout.Line(block: block))
  }

  // MARK: Stretches

  /// The end of the rows, one at least, whose cells begin where those of the first row do.
  ///
  /// It ends before rows of one cell are too many for columns. No more than some rows are looked at beyond the end, so
  /// that all of it takes time in proportion to the rows.
  private func endOfStretch(from first: Int) -> Int {
    let starts = rows[first].map(\.start)
    guard (2...Self.mostColumns).contains(starts.count) else { return first + 1 }
    var (end, lead, lastGood) = (first, 0, first)
    while end < rows.count, end - lastGood <= Self.mostBeyond {
      // A blank row or two belong to the columns where these go on behind them.
      let next = rows[end...].prefix(3).firstIndex { !$0.isEmpty }
      guard let next, next == end || rows[next].count > 1,
        rows[next].count == starts.count
          || rows[next].allSatisfy({ cell in starts.contains { abs($0 - cell.start) <= 2 } })
      else { break }
      lead += rows[next].count > 1 ? -1 : 2
      end = next + 1
      if lead <= 0 { lastGood = end }
    }
    let count = (first..<lastGood).count { !rows[$0].isEmpty }
    return count >= Self.leastRows ? lastGood : first + 1
  }

  /// The rows of columns below one to three rows of heads, each of which stands over its column; nil for other rows.
  private func rowsBelowHeads(_ first: Int) -> Range<Int>? {
    let heads = rows[first...].prefix(3).prefix { $0.count > 1 && $0.count == rows[first].count }
    guard !heads.isEmpty, let start = rows[heads.endIndex...].prefix(3).firstIndex(where: { !$0.isEmpty }) else {
      return nil
    }
    let stretch = start..<endOfStretch(from: start)
    let starts = columnStarts(stretch)
    guard starts.count == rows[first].count, holdsColumns(stretch) else { return nil }
    let stand = heads.allSatisfy { cells in
      cells.indices.allSatisfy { column in
        let end = column + 1 < starts.count ? starts[column + 1] - 1 : .max
        return (starts[column] - 2..<end).contains(cells[column].start)
      }
    }
    return stand ? stretch : nil
  }

  /// Rows beyond the last one up to which two of three have more than one cell, at most.
  private static let mostBeyond = 40

  private func columnStarts(_ stretch: Range<Int>) -> [Int] { rows[stretch.lowerBound].map(\.start) }

  private static func column(of cell: Cell, _ starts: [Int]) -> Int {
    starts.lastIndex { $0 <= cell.start + 2 } ?? 0
  }

  private func holdsColumns(_ stretch: Range<Int>) -> Bool {
    guard stretch.count >= Self.leastRows else { return false }
    let starts = columnStarts(stretch)
    return starts.indices.allSatisfy { column in
      isRunningText(stretch.flatMap { cells(ofColumn: column, $0, starts) })
    }
  }

  /// The cells of a row that stand in a column. A row that has a cell for each column need not be aligned.
  private func cells(ofColumn column: Int, _ row: Int, _ starts: [Int]) -> [Cell] {
    if rows[row].count == starts.count { return [rows[row][column]] }
    return rows[row].filter { Self.column(of: $0, starts) == column }
  }

  /// True for the lines of a printed column: of one measure, with marks within many, and few that end a sentence.
  private func isRunningText(_ cells: [Cell]) -> Bool {
    guard cells.count >= Self.leastCells else { return false }
    let widths = cells.map(\.width).sorted()
    let measure = widths[widths.count / 2]
    guard measure >= Self.leastWidth,
      cells.count(where: { abs($0.width - measure) <= measure / 6 }) * 10 >= cells.count * 6
    else { return false }
    var (marked, ended, digits, letters) = (0, 0, 0, 0)
    for cell in cells {
      let text = String(decoding: file[cell.bytes], as: UTF8.self)
      digits += text.utf8.count { (0x30...0x39).contains($0) }
      letters += text.unicodeScalars.count
      let isMarked = text.contains { "，、；：,;".contains($0) } || text.dropLast().contains { "。.".contains($0) }
      if isMarked || text.count(where: { $0 == " " }) > 2 { marked += 1 }
      if endsSentence(cell) { ended += 1 }
    }
    return (marked * 4 >= cells.count || fills(cells, measure)) && ended * 2 <= cells.count && digits * 5 <= letters
  }

  /// True for the lines of a column without marks, as old papers have them: all but the last ones of paragraphs are of
  /// one length, and they begin and end with other characters, which those of a list do not.
  private func fills(_ cells: [Cell], _ measure: Int) -> Bool {
    guard measure >= Self.leastUniform, cells.count(where: { $0.width == measure }) * 5 >= cells.count * 4 else {
      return false
    }
    let texts = cells.map { String(decoding: file[$0.bytes], as: UTF8.self) }
    return Set(texts.map(\.first)).count * 4 >= cells.count * 3 && Set(texts.map(\.last)).count * 4 >= cells.count * 3
  }

  private func endsSentence(_ cell: Cell) -> Bool {
    "。！？.!?”」》".contains(String(decoding: file[cell.bytes], as: UTF8.self).last ?? " ")
  }

  // MARK: Cells

  /// Parts a row at tabs, rules, two spaces or more, and two ideographic spaces or more; those at its ends are none of
  /// it.
  private static func cells(_ file: [UInt8], _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var (column, gap, hasTab) = (0, 2, true)
    var at = range.lowerBound
    // A row of a table of Markdown.
    let isBarred = file[range].first == 0x7C
    while at < range.upperBound {
      let (value, length) = file.withUnsafeBufferPointer { UTF8.decode($0, at: at) }
      let (scalar, end) = (Unicode.Scalar(value) ?? " ", at + length)
      if !isBarred, gap > 0, !cells.isEmpty, end < range.upperBound, [0x20, 0x09].contains(file[end]),
        bars.contains(scalar)
      {
        column += 1
        gap += 1
      } else if scalar == " " || scalar == "\u{3000}" || scalar == "\t" {
        // Cells between tabs stand in the same place of every row, however wide those before are.
        hasTab = hasTab || scalar == "\t"
        column = scalar == "\t" ? (column / tabStop + 1) * tabStop : column + (scalar == " " ? 1 : 2)
        gap += 1
      } else {
        let width = max(0, Int(bl_wcwidth(scalar.value)))
        if gap >= 2 || hasTab || cells.isEmpty {
          cells.append(Cell(bytes: at..<end, start: column, width: width))
        } else {
          let last = cells.count - 1
          cells[last].bytes = cells[last].bytes.lowerBound..<end
          cells[last].width = column + width - cells[last].start
        }
        column += width
        (gap, hasTab) = (0, false)
      }
      at = end
    }
    return cells
  }

  /// Farther than any row of text goes.
  private static let tabStop = 1 << 20
}
