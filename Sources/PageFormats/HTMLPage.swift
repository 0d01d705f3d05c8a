/// A page that is written in HTML as lines of text, as a browser would show them.
///
/// Paragraphs, headings, cells and `<br>` end lines; a heading is marked as one by `#`; what a browser does not show is
/// left out. A line break within a paragraph that is closed is white space, as HTML has it; elsewhere it ends a line as
/// in plain text.
/// - Returns: nil for a page that is no HTML.
func textOfHTML(_ bytes: [UInt8]) -> [UInt8]? {
  guard has(UInt8(ascii: "<"), bytes) else { return nil }
  var pieces = HTMLPieces(bytes)
  guard pieces.isHTML else { return nil }
  var writing = HTMLWriting(closed: pieces.closed)
  while let piece = pieces.next() { writing.take(piece) }
  return writing.finished
}

/// The tags and the text of a page, in their order.
private struct HTMLPieces: IteratorProtocol {
  enum Piece {
    case text(ArraySlice<UInt8>)
    case tag(name: String, isEnd: Bool)
  }

  /// The elements that have an end tag somewhere.
  private(set) var closed: Set<String> = []
  /// The page begins as HTML does, or has several tags, most of which end lines.
  private(set) var isHTML = false
  private var rest: ArraySlice<UInt8>
  /// What was looked for to the page's end in vain, so that it is not looked for again and again.
  private var missing: Set<String> = []

  /// No tag with its attributes is longer, in bytes.
  private static let longestTag = 4096

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
    var (tags, blocks, isDocument) = (0, 0, false)
    while let piece = next() {
      guard case .tag(let name, let isEnd) = piece else { continue }
      tags += 1
      if HTMLNames.blocks.contains(name) { blocks += 1 }
      if isEnd { closed.insert(name) }
      isDocument = isDocument || tags == 1 && (name == "html" || name == "!doctype")
    }
    isHTML = isDocument || tags >= 4 && blocks >= 3
    rest = bytes[...]
  }

  mutating func next() -> Piece? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "<"), let tag = takeTag() { return tag }
    let text = rest.dropFirst().prefix { $0 != UInt8(ascii: "<") }
    defer { rest = rest[text.endIndex...] }
    return .text(rest[..<text.endIndex])
  }

  /// What stands between `<` and `>`, if HTML knows it; `<` elsewhere is text.
  private mutating func takeTag() -> Piece? {
    let inside = rest.dropFirst()
    if inside.starts(with: "!--".utf8) { return takeComment(inside) }
    let isEnd = inside.first == UInt8(ascii: "/")
    let letters = inside.dropFirst(isEnd ? 1 : 0)
    let word = letters.prefix {
      ("a"..."z").contains(Unicode.Scalar($0 | 0x20)) || (0x30...0x39).contains($0) || $0 == 0x21
    }
    let name = String(decoding: word, as: UTF8.self).lowercased()
    guard HTMLNames.all.contains(name), let end = closing(letters[word.endIndex...]) else { return nil }
    rest = rest[(end + 1)...]
    if !isEnd, HTMLNames.unseen.contains(name) { skipContent(of: name) }
    return .tag(name: name, isEnd: isEnd)
  }

  private mutating func takeComment(_ inside: ArraySlice<UInt8>) -> Piece? {
    guard let end = place(of: "-->", in: inside.dropFirst(3)) else { return nil }
    rest = rest[(end + 3)...]
    return .tag(name: "!--", isEnd: false)
  }

  /// Where the `>` of a tag stands: none inside the quotes of its attributes counts.
  private func closing(_ attributes: ArraySlice<UInt8>) -> Int? {
    guard let first = attributes.first, " \t\r\n/>".utf8.contains(first) else { return nil }
    var quote: UInt8?
    for (place, byte) in zip(attributes.indices, attributes.prefix(Self.longestTag)) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }

  private mutating func skipContent(of name: String) {
    if let end = place(of: "</" + name, in: rest) { rest = rest[end...] }
  }

  /// - Parameter sign: in small letters; capitals of the page do not matter.
  private mutating func place(of sign: String, in bytes: ArraySlice<UInt8>) -> Int? {
    if missing.contains(sign) { return nil }
    let wanted = Array(sign.utf8)
    var left = bytes
    while let start = left.firstIndex(of: wanted[0]) {
      left = left[start...]
      if left.prefix(wanted.count).elementsEqual(wanted, by: { $0 == $1 || $0 | 0x20 == $1 }) { return start }
      left = left.dropFirst()
    }
    missing.insert(sign)
    return nil
  }
}

/// Lines in the making.
private struct HTMLWriting {
  private var text: [UInt8] = []
  /// The elements open now within which a line break is white space.
  private var open: [String] = []
  private let closed: Set<String>
  private var isPreformatted = false

  init(closed: Set<String>) { self.closed = closed }

  var finished: [UInt8] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(trimmed)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    var kept: [ArraySlice<UInt8>] = []
    for line in lines where !(line.isEmpty && kept.last?.isEmpty ?? true) { kept.append(line) }
    return Array(kept.joined(separator: [0x0A])) + [0x0A]
  }

  mutating func take(_ piece: HTMLPieces.Piece) {
    switch piece {
    case .text(let bytes): take(bytes)
    case .tag("pre", let isEnd):
      isPreformatted = !isEnd
      endParagraph()
    case .tag("br", _): text.append(0x0A)
    case .tag(let name, let isEnd) where HTMLNames.blocks.contains(name): block(name, isEnd: isEnd)
    case .tag: break
    }
  }

  private mutating func block(_ name: String, isEnd: Bool) {
    endParagraph()
    // One paragraph stands in no other, whether it is closed or not.
    if HTMLNames.holdingText.contains(name) { open.removeAll { $0 == name } }
    guard !isEnd else { return }
    if HTMLNames.holdingText.contains(name), closed.contains(name) { open.append(name) }
    if name.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue {
      text += String(repeating: "#", count: level).utf8 + [0x20]
    }
  }

  /// A blank line stands between paragraphs, as in the pages that come as plain text.
  private mutating func endParagraph() {
    guard let last = text.last else { return }
    if last != 0x0A { text += [0x0A, 0x0A] } else if text.dropLast().last != 0x0A { text.append(0x0A) }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    let piece = HTMLEntities.decoded(bytes)
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

private enum HTMLNames {
  /// Their content is not shown.
  static let unseen: Set<String> = ["script", "style", "title", "noscript", "template"]
  /// They begin and end lines.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "figcaption",
    "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  /// Of these, the ones whose text runs on from line to line.
  static let holdingText: Set<String> = [
    "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th",
  ]
  static let all = blocks.union(unseen).union([
    "!doctype", "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "link", "mark", "meta",
    "ruby", "rp", "rt", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr",
  ])
}
