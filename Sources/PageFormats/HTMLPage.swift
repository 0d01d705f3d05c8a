/// Reads a page in HTML as lines of text, as a browser would show them.
///
/// Paragraphs, headings and `<br>` end lines; headings, items of lists, pictures and the rows of tables are marked as
/// in Markdown (cells of tables that only arrange the page end lines); text that a browser does not show is left out. A
/// line break within a closed paragraph is white space, as in HTML; elsewhere it ends a line as in plain text.
/// - Returns: nil for a page that is no HTML.
func textOfHTML(_ content: [UInt8]) -> [UInt8]? {
  guard has(UInt8(ascii: "<"), content) else { return nil }
  return content.withUnsafeBufferPointer { bytes in
    let survey = HTMLSurvey(bytes)
    guard survey.isHTML else { return nil }
    var writer = HTMLWriter(ends: survey.ends, tables: survey.tables, escapes: survey.isDeclared)
    var scanner = MarkupScanner(bytes, known: HTMLNames.all)
    while let token = scanner.next() {
      if case .start("img", _) = token { writer.writePicture(scanner.string("alt") ?? "") }
      if case .start("td", _) = token { writer.seeSpan(&scanner) }
      if case .start("th", _) = token { writer.seeSpan(&scanner) }
      writer.write(token, of: bytes, scanner.text)
    }
    return writer.finished
  }
}

/// Facts about a page by which HTML is recognised.
private struct HTMLSurvey {
  /// The number of end tags, by element.
  private(set) var ends: [MarkupName: Int] = [:]
  /// True if the page begins as HTML does, or has several tags, most of which end lines.
  private(set) var isHTML = false
  /// True if it begins as HTML does.
  private(set) var isDeclared = false
  /// For each table, in the order of their beginnings, whether its cells hold data: short texts, several in a row.
  private(set) var tables: [Bool] = []
  private var open: [OpenTable] = []

  private struct OpenTable {
    var number: Int
    var cells = 0
    var columns = 0
    var length = 0
    var isData = true
  }

  /// The most bytes of text in a cell of data.
  private static let longestCell = 360

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.drop { $0 <= 0x20 }.prefix(9)
    isHTML = start.elementsEqual("<!doctype".utf8) { $0 == $1 || $0 | 0x20 == $1 }
    var scanner = MarkupScanner(bytes, known: HTMLNames.all)
    var (tags, blocks) = (0, 0)
    while let token = scanner.next() {
      let name: MarkupName
      switch token {
      case .text:
        seeText(scanner.text.count)
        continue
      case .start(let start, _):
        name = start
        seeStart(name)
      case .end(let end):
        name = end
        ends[end, default: 0] += 1
        if name == "table" { endTable() }
      }
      tags += 1
      if HTMLNames.blocks.contains(name) { blocks += 1 }
      if tags == 1, name == "html" { isHTML = true }
    }
    while !open.isEmpty { endTable() }
    isDeclared = isHTML
    isHTML = isHTML || tags >= 4 && blocks >= 3
  }

  private mutating func seeText(_ length: Int) {
    guard let last = open.indices.last else { return }
    open[last].length += length
    if open[last].length > Self.longestCell { open[last].isData = false }
  }

  private mutating func seeStart(_ name: MarkupName) {
    if name == "table" {
      // Those that this one stands in had others in them already.
      if let last = open.indices.last { open[last].isData = false }
      tables.append(false)
      return open.append(OpenTable(number: tables.count - 1))
    }
    guard let last = open.indices.last else { return }
    if name == "tr" { open[last].cells = 0 }
    if name == "td" || name == "th" {
      open[last].cells += 1
      open[last].length = 0
      open[last].columns = max(open[last].columns, open[last].cells)
    }
    if HTMLNames.headings.contains(name) || HTMLNames.partsOfPages.contains(name) { open[last].isData = false }
  }

  private mutating func endTable() {
    guard let table = open.popLast() else { return }
    tables[table.number] = table.isData && table.columns > 1
  }
}

/// Writes lines of text.
private struct HTMLWriter {
  private var text: [UInt8] = []
  /// The elements open now within which a line break is white space.
  private var open: [MarkupName] = []
  /// The elements that have an end tag anywhere, and the number of end tags to come.
  private let closed: Set<MarkupName>
  private var ends: [MarkupName: Int]
  private var isPreformatted = false
  /// The element whose content is skipped.
  private var unseen: MarkupName?
  /// For each table, in their order, whether it holds data, and the number of those that have begun.
  private let tables: [Bool]
  private var tableCount = 0
  /// True before the text of an item of a list.
  private var beginsItem = false
  /// True within a table of data; then whether a row and a cell are open.
  private var isInTable = false
  private var isInRow = false
  private var isInCell = false
  /// The columns of the cell that begins next, and the rows that it takes.
  private var span = (columns: 1, rows: 1)
  /// For each column how many rows to come are taken by a cell above, and the column that comes next.
  private var taken: [Int] = []
  private var column = 0
  /// Empty cells behind the one that is written.
  private var emptyCells = 0
  /// True if signs that mean something in Markdown are escaped.
  private let escapes: Bool

  init(ends: [MarkupName: Int], tables: [Bool], escapes: Bool) {
    closed = Set(ends.keys)
    (self.ends, self.tables, self.escapes) = (ends, tables, escapes)
  }

  var finished: [UInt8] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(trimmed)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    var result: [ArraySlice<UInt8>] = []
    for line in lines where !(line.isEmpty && result.last?.isEmpty ?? true) { result.append(line) }
    return Array(result.joined(separator: [0x0A])) + [0x0A]
  }

  mutating func write(_ token: MarkupScanner.Token, of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    switch token {
    case .text: if unseen == nil { write(decoded(bytes, range)) }
    case .start(let name, _) where unseen == nil:
      if HTMLNames.unseen.contains(name), ends[name, default: 0] > 0 { unseen = name } else { tag(name, isEnd: false) }
    case .start: break
    case .end(let name):
      ends[name, default: 0] -= 1
      if unseen == nil { tag(name, isEnd: true) } else if unseen == name { unseen = nil }
    }
  }

  private mutating func tag(_ name: MarkupName, isEnd: Bool) {
    if name == "table", !isEnd {
      isInTable = tableCount < tables.count && tables[tableCount]
      tableCount += 1
    }
    if isInTable { return tableTag(name, isEnd: isEnd) }
    if name == "br" { return text.append(0x0A) }
    guard HTMLNames.blocks.contains(name) else { return }
    if name == "pre" { isPreformatted = !isEnd }
    endParagraph()
    if name == "li" { beginsItem = !isEnd } else if HTMLNames.withoutItemSign.contains(name) { beginsItem = false }
    // A paragraph never stands in another one, whether it is closed or not.
    let holdsText = HTMLNames.holdingText.contains(name)
    if holdsText { open.removeAll { $0 == name } }
    guard !isEnd else { return }
    if holdsText, closed.contains(name) { open.append(name) }
    if let level = HTMLNames.headings.firstIndex(of: name) {
      text += String(repeating: "#", count: level + 1).utf8 + [0x20]
    }
  }

  /// Writes the rows of a table of data: `| cell | cell |`.
  private mutating func tableTag(_ name: MarkupName, isEnd: Bool) {
    switch name {
    case "table":
      endRow()
      endParagraph()
      isInTable = !isEnd
      taken = []
    case "tr":
      endRow()
    case "td", "th":
      guard !isEnd else { return isInCell = false }
      passTaken()
      beginCell()
      (isInCell, column) = (true, column + span.columns)
      for _ in taken.count..<max(taken.count, column) { taken.append(0) }
      for index in column - span.columns..<column { taken[index] = span.rows - 1 }
      emptyCells = span.columns - 1
    case "caption" where !isEnd: endParagraph()
    case "caption": text.append(0x0A)
    case _ where HTMLNames.blocks.contains(name): if isInCell { text.append(0x20) }
    default: break
    }
  }

  /// Begins the text of a cell, behind the empty ones that the cell before takes.
  private mutating func beginCell() {
    for _ in 0..<emptyCells { text += Array(" |".utf8) }
    text += Array((isInRow ? " | " : "| ").utf8)
    (isInRow, emptyCells) = (true, 0)
  }

  /// Leaves columns empty that a cell of a row above takes.
  private mutating func passTaken() {
    while column < taken.count, taken[column] > 0 {
      beginCell()
      taken[column] -= 1
      column += 1
    }
  }

  /// The columns and rows that a cell may take, at most.
  private static let mostSpanned = 24

  /// Reads how many columns and rows the cell takes that a tag begins.
  mutating func seeSpan(_ scanner: inout MarkupScanner) {
    func number(_ name: MarkupName) -> Int {
      min(Self.mostSpanned, max(1, scanner.string(name).flatMap { Int($0) } ?? 1))
    }
    span = (number("colspan"), number("rowspan"))
  }

  private mutating func endRow() {
    if isInRow {
      passTaken()
      for _ in 0..<emptyCells { text += Array(" |".utf8) }
      text += Array(" |\n".utf8)
    }
    (isInRow, isInCell, emptyCells, column) = (false, false, 0, 0)
  }

  /// Writes the description of a picture as a line of its own.
  mutating func writePicture(_ description: String) {
    let words = description.filter { !"[]()\n\r".contains($0) }
    guard unseen == nil, !words.allSatisfy(\.isWhitespace), !isInTable else { return }
    endParagraph()
    text += Array("![\(words)]()".utf8)
    endParagraph()
  }

  /// A blank line stands between paragraphs, as in the pages that come as plain text.
  private mutating func endParagraph() {
    guard let last = text.last else { return }
    if last != 0x0A { text += [0x0A, 0x0A] } else if text.dropLast().last != 0x0A { text.append(0x0A) }
  }

  /// Signs that mean something in Markdown.
  private static let signs = "*`\\&".utf8

  /// Beginnings of references as Markdown has them, behind `&`.
  private static let references = ["amp;", "lt;", "gt;", "quot;", "apos;", "nbsp;", "#"].map { Array($0.utf8) }

  private func isSign(_ text: [UInt8], _ index: Int) -> Bool {
    guard Self.signs.contains(text[index]) else { return false }
    return text[index] != UInt8(ascii: "&") || Self.references.contains { text[(index + 1)...].starts(with: $0) }
  }

  private mutating func write(_ source: [UInt8]) {
    var piece = source
    if escapes, piece.contains(where: Self.signs.contains) {
      piece = piece.indices.flatMap { isSign(piece, $0) ? [UInt8(ascii: "\\"), piece[$0]] : [piece[$0]] }
    }
    if isInTable {
      // Text that stands in no cell is not lost.
      if !isInCell, piece.allSatisfy({ $0 <= 0x20 }) { return }
      for byte in piece {
        if byte == UInt8(ascii: "|") { text.append(UInt8(ascii: "\\")) }
        text.append(byte == 0x0A || byte == 0x0D || byte == 0x09 ? 0x20 : byte)
      }
      return
    }
    if beginsItem {
      piece.removeFirst(piece.prefix { $0 <= 0x20 }.count)
      if piece.isEmpty { return }
      text += Array("- ".utf8)
      beginsItem = false
    }
    guard !isPreformatted, !open.isEmpty else {
      text += piece.filter { $0 != 0x0D }
      return
    }
    var isSpace = false
    for byte in piece {
      if byte == 0x0A || byte == 0x0D {
        isSpace = true
      } else if !isSpace || byte != 0x20 && byte != 0x09 {
        if isSpace { joinLines(before: byte) }
        isSpace = false
        text.append(byte)
      }
    }
    if isSpace { joinLines(before: 0) }
  }

  /// Between hanzi a line break is nothing, between words it is a space.
  private mutating func joinLines(before byte: UInt8) {
    while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
    if let last = text.last, last < 0x80, last > 0x20, byte < 0x80 { text.append(0x20) }
  }

  private func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    return line.allSatisfy { $0 == UInt8(ascii: "#") } ? [] : line
  }
}

/// Text with its references as the characters that they stand for; a no-break space is a space.
private func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
  guard bytes[range].contains(UInt8(ascii: "&")) else { return Array(bytes[range]) }
  var text: [UInt8] = []
  var place = range.lowerBound
  while place < range.upperBound {
    if bytes[place] == UInt8(ascii: "&"), let (scalar, end) = MarkupText.reference(bytes, place, range.upperBound) {
      text += String(scalar == "\u{A0}" ? " " : scalar).utf8
      place = end
    } else {
      text.append(bytes[place])
      place += 1
    }
  }
  return text
}

private enum HTMLNames {
  /// Elements whose content is not shown.
  static let unseen: Set<MarkupName> = ["script", "style", "title", "noscript", "template"]
  /// In the order of their levels.
  static let headings: [MarkupName] = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Elements that begin and end lines.
  static let blocks = holdingText.union([
    "address", "article", "aside", "blockquote", "body", "br", "center", "div", "dl", "figure", "footer", "head",
    "header", "hr", "html", "main", "nav", "ol", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ])
  /// Elements that the cells of a table of data do not have.
  static let partsOfPages: Set<MarkupName> = ["article", "section", "ul", "ol", "dl", "blockquote", "pre", "form"]
  /// Lists, and headings within items, which have a sign of their own.
  static let withoutItemSign: Set<MarkupName> = Set(headings).union(["ul", "ol"])
  /// Of the blocks, the elements whose text runs on from line to line.
  static let holdingText: Set<MarkupName> = Set(headings).union(["dd", "dt", "figcaption", "li", "p", "td", "th"])
  static let all = blocks.union(unseen).union([
    "a", "abbr", "b", "big", "caption", "cite", "code", "del", "em", "font", "form", "i", "img", "ins", "link", "mark",
    "meta", "ruby",
    "rp", "rt", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
  ])
}
