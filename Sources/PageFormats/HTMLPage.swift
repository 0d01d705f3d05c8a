/// Reads a page in HTML as lines of text, as a browser would show them.
///
/// Paragraphs, headings, cells and `<br>` end lines; a heading is marked by `#`; text that a browser does not show is
/// left out. A line break within a closed paragraph is white space, as in HTML; elsewhere it ends a line as in plain
/// text.
/// - Returns: nil for a page that is no HTML.
func textOfHTML(_ content: [UInt8]) -> [UInt8]? {
  guard has(UInt8(ascii: "<"), content) else { return nil }
  return content.withUnsafeBufferPointer { bytes in
    let survey = HTMLSurvey(bytes)
    guard survey.isHTML else { return nil }
    var writer = HTMLWriter(ends: survey.ends)
    var scanner = MarkupScanner(bytes, known: HTMLNames.all)
    while let token = scanner.next() { writer.write(token, of: bytes, scanner.text) }
    return writer.finished
  }
}

/// Facts about a page by which HTML is recognised.
private struct HTMLSurvey {
  /// The number of end tags, by element.
  private(set) var ends: [MarkupName: Int] = [:]
  /// True if the page begins as HTML does, or has several tags, most of which end lines.
  private(set) var isHTML = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.drop { $0 <= 0x20 }.prefix(9)
    isHTML = start.elementsEqual("<!doctype".utf8) { $0 == $1 || $0 | 0x20 == $1 }
    var scanner = MarkupScanner(bytes, known: HTMLNames.all)
    var (tags, blocks) = (0, 0)
    while let token = scanner.next() {
      let name: MarkupName
      switch token {
      case .text: continue
      case .start(let start, _): name = start
      case .end(let end):
        name = end
        ends[end, default: 0] += 1
      }
      tags += 1
      if HTMLNames.blocks.contains(name) { blocks += 1 }
      if tags == 1, name == "html" { isHTML = true }
    }
    isHTML = isHTML || tags >= 4 && blocks >= 3
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

  init(ends: [MarkupName: Int]) {
    closed = Set(ends.keys)
    self.ends = ends
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
    if name == "br" { return text.append(0x0A) }
    guard HTMLNames.blocks.contains(name) else { return }
    if name == "pre" { isPreformatted = !isEnd }
    endParagraph()
    // A paragraph never stands in another one, whether it is closed or not.
    let holdsText = HTMLNames.holdingText.contains(name)
    if holdsText { open.removeAll { $0 == name } }
    guard !isEnd else { return }
    if holdsText, closed.contains(name) { open.append(name) }
    if let level = HTMLNames.headings.firstIndex(of: name) {
      text += String(repeating: "#", count: level + 1).utf8 + [0x20]
    }
  }

  /// A blank line stands between paragraphs, as in the pages that come as plain text.
  private mutating func endParagraph() {
    guard let last = text.last else { return }
    if last != 0x0A { text += [0x0A, 0x0A] } else if text.dropLast().last != 0x0A { text.append(0x0A) }
  }

  private mutating func write(_ piece: [UInt8]) {
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
  /// Of these, the elements whose text runs on from line to line.
  static let holdingText: Set<MarkupName> = Set(headings).union(["dd", "dt", "figcaption", "li", "p", "td", "th"])
  static let all = blocks.union(unseen).union([
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "link", "mark", "meta", "ruby",
    "rp", "rt", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
  ])
}
