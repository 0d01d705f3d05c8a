import Newspaper

/// Reads Tesseract's table of words (`tesseract … tsv`): twelve columns parted by tabs, in which nothing is quoted.
struct TSVReader: ScanReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var writer = ScanWriter()
  private var block: Int?
  private var page: Float?
  /// The numbers of block, paragraph and line of the words that are read.
  private var place: [Float] = []
  private var faults: [ScanFault] = []
  private var faultCount = 0

  /// The columns before the text.
  private enum Column: Int { case level, page, block, paragraph, line, word, left, top, width, height, confidence }

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsNames: Bool) { self.bytes = bytes }

  /// Reads the file.
  mutating func read() -> ScannedDocument {
    var start = 0
    var number = 1
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let isBreak = end > start && bytes[end - 1] == 0x0D
      row(start..<(isBreak ? end - 1 : end), number: number)
      start = end + 1
      number += 1
    }
    writer.endLine()
    if page != nil { writer.endPage() }
    if faultCount > 1 { faults[0].message += ", and so are \(faultCount - 1) more" }
    return ScannedDocument(pages: writer.pages, faults: faults)
  }

  private mutating func row(_ range: Range<Int>, number: Int) {
    guard let row = TSVRow(bytes, range) else {
      if number > 1, range.contains(where: { bytes[$0] > 0x20 }) { note(number) }
      return
    }
    if row[Column.page.rawValue] != page { beginPage(row[Column.page.rawValue]) }
    switch row[Column.level.rawValue] {
    case 1: writer.pageSize = (row[Column.width.rawValue], row[Column.height.rawValue])
    case 2: block = writer.addBlock(row.box)
    case 3: if row[Column.paragraph.rawValue] > 1 { block = writer.addBlock(row.box) }
    case 4:
      place = row.place
      writer.beginLine(row.box, block: block)
    case 5:
      if row.place != place { beginPlace(row.place) }
      word(row)
    default: note(number)
    }
  }

  private mutating func beginPage(_ number: Float) {
    if page != nil { writer.endPage() }
    page = number
    (block, place) = (nil, [])
  }

  /// Begins the line of a word, and its block, where the table has words only.
  private mutating func beginPlace(_ numbers: [Float]) {
    if numbers.dropLast() != place.dropLast() { block = writer.addBlock(nil) }
    place = numbers
    writer.beginLine(nil, block: block)
  }

  private mutating func word(_ row: TSVRow) {
    writer.space()
    writer.beginWord(row.box)
    MarkupText.appendPlain(bytes, row.text, to: &writer.page.text)
    let sure = row[Column.confidence.rawValue]
    writer.endWord(confidence: sure >= 0 ? sure / 100 : nil)
  }

  private mutating func note(_ line: Int) {
    faultCount += 1
    if faults.isEmpty { faults.append(ScanFault(line: line, message: "no row of Tesseract's table; left out")) }
  }
}

/// A row of Tesseract's table.
struct TSVRow {
  private var numbers: [Float] = []
  /// The column of the text.
  private(set) var text: Range<Int>

  /// - Returns: nil for what is no such row, as the head is none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    numbers.reserveCapacity(11)
    while numbers.count < 11 {
      var end = start
      while end < range.upperBound, bytes[end] != 0x09 { end += 1 }
      guard end < range.upperBound || numbers.count == 10, Self.isNumber(bytes, start..<end),
        let number = MarkupNumber.first(bytes, start..<end)
      else { return nil }
      numbers.append(number)
      start = min(end + 1, range.upperBound)
    }
    text = start..<range.upperBound
    guard (1...5).contains(numbers[0]) else { return nil }
  }

  subscript(column: Int) -> Float { numbers[column] }

  /// The numbers of its block, paragraph and line.
  var place: [Float] { Array(numbers[2...4]) }

  /// Its place.
  var box: PageBox {
    PageBox(x: numbers[6], y: numbers[7], width: max(0, numbers[8]), height: max(0, numbers[9]))
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    !range.isEmpty
      && range.allSatisfy { (0x30...0x39).contains(bytes[$0]) || bytes[$0] == 0x2D || bytes[$0] == 0x2E }
  }
}
