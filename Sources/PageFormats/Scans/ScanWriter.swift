import Newspaper

/// Collects the lines of a page as a reader meets them in a file.
///
/// Boxes are taken in the file's own units and become shares of the page's width when the page ends. Words of a line
/// are parted by one space, but for hanzi, which have none between them in print.
struct ScanWriter {
  /// The pages that have ended.
  private(set) var pages: [ScannedPage] = []
  /// The size of the page in the file's units; 0 where it is not known.
  var pageSize: (width: Float, height: Float) = (0, 0)
  /// Ranks of blocks in the order that the file states; empty where it states none.
  var blockRanks: [Int: Int] = [:]
  /// The page in the making.
  var page = ScannedPage()

  private(set) var isInLine = false
  /// The offset of the line in the page's text.
  private(set) var lineStart = 0
  private var line = PageLayout.Line()
  private var wordStart = 0
  private var wordBox: PageBox?
  private var needsSpace = false
  private var confidence: (sum: Float, count: Float) = (0, 0)

  /// The number that the next line will have, or that the open one has.
  var lineNumber: Int { page.layout.lines.count + 1 }

  /// The text of the open line has letters.
  var hasText: Bool { page.text.count > lineStart }

  /// Begins a block.
  /// - Returns: its index.
  @discardableResult
  mutating func addBlock(_ box: PageBox?, role: PageLayout.Role? = nil) -> Int {
    page.layout.blocks.append(PageLayout.Block(box: box, role: role))
    return page.layout.blocks.count - 1
  }

  /// Begins a line; one that is open ends.
  mutating func beginLine(_ box: PageBox?, block: Int? = nil, role: PageLayout.Role? = nil) {
    endLine()
    isInLine = true
    lineStart = page.text.count
    line = PageLayout.Line(box: box, block: Int32(block ?? -1), role: role)
    line.words = Int32(page.layout.words.count)..<Int32(page.layout.words.count)
    confidence = (0, 0)
    needsSpace = false
  }

  /// The words that come are parted by a space from those before.
  mutating func space() { needsSpace = needsSpace || hasText }

  /// Begins a word of the open line; without one, a line of its own.
  mutating func beginWord(_ box: PageBox?) {
    if !isInLine { beginLine(nil) }
    if needsSpace, hasText, page.text.last != 0x20 { page.text.append(0x20) }
    needsSpace = false
    wordStart = page.text.count
    wordBox = box
  }

  /// The open word has this place.
  mutating func setWordBox(_ box: PageBox?) { wordBox = box }

  /// Ends the word.
  mutating func endWord(confidence sure: Float? = nil) {
    // In broken markup a word may begin on one line and end on another.
    guard isInLine else { return }
    wordStart = max(wordStart, lineStart)
    while page.text.count > wordStart, page.text.last == 0x20 {
      page.text.removeLast()
      needsSpace = true
    }
    guard page.text.count > wordStart else { return }
    if meetsHanzi(at: wordStart) {
      page.text.remove(at: wordStart - 1)
      wordStart -= 1
    }
    if let sure { confidence = (confidence.sum + sure, confidence.count + 1) }
    guard let wordBox else { return }
    let word = PageLayout.Word(
      offset: Int32(wordStart - lineStart), length: Int32(page.text.count - wordStart), box: wordBox)
    page.layout.words.append(word)
  }

  /// The open line has this place.
  mutating func setLineBox(_ box: PageBox?) { line.box = box }

  /// True if the size of the open line's type is known.
  var hasTypeSize: Bool { line.typeSize != nil }

  /// The open line's type has this size, in points.
  mutating func setTypeSize(_ size: Float) { line.typeSize = line.typeSize ?? size }

  /// The open line's confidence as a whole, from 0 to 1.
  mutating func setConfidence(_ sure: Float) { confidence = (sure, 1) }

  /// Ends the open line.
  /// - Parameter divides: the file says that the last word goes on in the next line; with a hyphen that is its own or
  ///   only the line's.
  mutating func endLine(divides: Division = .no) {
    guard isInLine else { return }
    isInLine = false
    while page.text.count > lineStart, page.text.last == 0x20 { page.text.removeLast() }
    line.words = line.words.lowerBound..<Int32(page.layout.words.count)
    if line.box == nil { line.box = wordsBox }
    if confidence.count > 0 { line.confidence = confidence.sum / confidence.count }
    line.end = lineEnd(divides)
    trimWords()
    page.text.append(0x0A)
    page.layout.lines.append(line)
  }

  /// Ends the open line's words with its text, of which spaces and a hyphen may have been taken off.
  private mutating func trimWords() {
    let length = Int32(page.text.count - lineStart)
    let words = Int(line.words.lowerBound)..<Int(line.words.upperBound)
    page.layout.words[words].removeAll { $0.offset >= length }
    line.words = line.words.lowerBound..<Int32(page.layout.words.count)
    for index in Int(line.words.lowerBound)..<Int(line.words.upperBound) {
      page.layout.words[index].length = min(page.layout.words[index].length, length - page.layout.words[index].offset)
    }
  }

  /// The statement of a file that a word is divided at a line's end.
  enum Division {
    case no
    /// A hyphen at the end, if there is one, is no part of the word.
    case atHyphen
    /// The hyphen belongs to the word.
    case withinCompound
  }

  private var wordsBox: PageBox? {
    page.layout.words[Int(line.words.lowerBound)...].reduce(nil) { $0?.union($1.box) ?? $1.box }
  }

  /// A soft hyphen at the end is printed as a hyphen.
  private mutating func lineEnd(_ divides: Division) -> PageLayout.LineEnd {
    guard hasText else { return .whole }
    let text = page.text[lineStart...]
    if text.suffix(2) == [0xC2, 0xAD] {
      page.text.removeLast(2)
      if page.text.last != UInt8(ascii: "-") || page.text.count == lineStart { page.text.append(UInt8(ascii: "-")) }
      return .divided(hyphenLength: 1)
    }
    let length = LineHyphen.length(text)
    if text.suffix(2) == [0xC2, 0xAC], text.count > 2 { return .divided(hyphenLength: 2) }
    switch divides {
    case .no: return .whole
    case .atHyphen: return .divided(hyphenLength: UInt8(length))
    case .withinCompound: return .divided(hyphenLength: 0)
    }
  }

  /// The characters on both sides of the space before a word stand in full squares.
  private func meetsHanzi(at start: Int) -> Bool {
    guard start > lineStart + 3, page.text[start - 1] == 0x20 else { return false }
    return WideLetter.ends(page.text[lineStart..<start - 1]) && WideLetter.begins(page.text[start...])
  }
}

extension ScanWriter {
  /// Ends the page: its boxes become shares of its width, and what is the same for all of it says nothing.
  mutating func endPage() {
    endLine()
    let extent = page.layout.lines.lazy.compactMap { $0.box?.right }.max() ?? 0
    let isStated = pageSize.width > 0 && extent <= pageSize.width * Self.mostBeyond
    let width = isStated ? pageSize.width : extent
    page.unitWidth = width
    page.layout.scale(by: width > 0 ? 1 / width : 0)
    // A block that a broken file opened on the page before is none of this one.
    let blockCount = Int32(page.layout.blocks.count)
    for index in page.layout.lines.indices where page.layout.lines[index].block >= blockCount {
      page.layout.lines[index].block = -1
    }
    page.layout.height = width > 0 && pageSize.height > 0 ? scaledShare(pageSize.height, by: 1 / width) : 0
    page.layout.dropConstants()
    page.layout.arrange(by: blockRanks)
    ReadingOrder.correct(&page.layout)
    pages.append(page)
    page = ScannedPage()
    pageSize = (0, 0)
    blockRanks = [:]
    lineStart = 0
  }

  /// A page is as wide as the file says, unless lines stand out by more than this.
  private static let mostBeyond: Float = 1.3
}

/// Hyphens at the end of a line.
enum LineHyphen {
  /// The bytes of the hyphen that a line ends with: `-`, `‐`, `⸗` (of black-letter type), `¬`; 0 for none.
  static func length(_ text: ArraySlice<UInt8>) -> Int {
    guard text.count > 1 else { return 0 }
    if text.last == UInt8(ascii: "-") { return 1 }
    if text.suffix(2) == [0xC2, 0xAC] { return 2 }
    return [[0xE2, 0x80, 0x90], [0xE2, 0xB8, 0x97]].contains(Array(text.suffix(3))) ? 3 : 0
  }
}

/// Characters that are set in full squares, between which no space is printed.
enum WideLetter {
  static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 3 else { return false }
    return isWide(text[text.startIndex], text[text.startIndex + 1])
  }

  static func ends(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 3 else { return false }
    return isWide(text[text.endIndex - 3], text[text.endIndex - 2])
  }

  /// By the first two bytes: CJK marks, kana, hanzi and full-width forms; Hangul has spaces.
  private static func isWide(_ lead: UInt8, _ second: UInt8) -> Bool {
    switch lead {
    case 0xE2: second >= 0xBA && second <= 0xBF
    case 0xE3...0xE9: true
    case 0xEF: second >= 0xBC && second <= 0xBE
    default: false
    }
  }
}

extension PageLayout {
  fileprivate mutating func scale(by share: Float) {
    for index in lines.indices { lines[index].box = lines[index].box?.scaled(by: share) }
    for index in words.indices { words[index].box = words[index].box.scaled(by: share) }
    for index in blocks.indices { blocks[index].box = blocks[index].box?.scaled(by: share) }
    for index in rules.indices { rules[index] = rules[index].scaled(by: share) }
  }

  /// Type is not larger on paper, in points.
  private static let largestType: Float = 120

  fileprivate mutating func dropConstants() {
    for index in lines.indices {
      if let size = lines[index].typeSize, size <= 0 || size > Self.largestType { lines[index].typeSize = nil }
    }
    if Set(lines.lazy.compactMap(\.typeSize)).count < 2 { for index in lines.indices { lines[index].typeSize = nil } }
    if Set(lines.lazy.compactMap(\.confidence)).count < 2 {
      for index in lines.indices { lines[index].confidence = nil }
    }
  }

  /// Puts the lines in the order that the file states of their blocks; a block that it does not name stays behind the
  /// one that stands before it in the file.
  fileprivate mutating func arrange(by ranks: [Int: Int]) {
    order = (0..<Int32(lines.count)).map { $0 + 1 }
    guard !ranks.isEmpty else { return }
    isOrderStated = true
    var rank = -1
    var keys: [Int] = []
    for line in lines {
      rank = ranks[Int(line.block)] ?? rank
      keys.append(rank)
    }
    order.sort { (keys[Int($0) - 1], $0) < (keys[Int($1) - 1], $1) }
  }
}

/// A length as a share of the page's width. Damaged files state any width and any place: 0 stands for what is no
/// number, and nothing is further away than a hundred pages.
private func scaledShare(_ length: Float, by share: Float) -> Float {
  let scaled = length * share
  return scaled.isNaN ? 0 : min(max(scaled, -100), 100)
}

extension PageBox {
  fileprivate func scaled(by share: Float) -> PageBox {
    PageBox(
      x: scaledShare(x, by: share), y: scaledShare(y, by: share), width: scaledShare(width, by: share),
      height: scaledShare(height, by: share))
  }
}
