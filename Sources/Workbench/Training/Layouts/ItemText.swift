import Newspaper

/// The text of an item, freed from the layout of its page.
struct ItemText: Sendable {
  var heads: [String]
  var bylines: [String]
  var paragraphs: [String]
  var captions: [String]
  /// True for a photo with its text.
  var isPhoto: Bool
  /// The name below the text, in Latin letters.
  var signature: String?
  /// True for text in Latin letters.
  let isLatin: Bool

  /// Characters of a paragraph that is made of printed lines, at least.
  private static let leastParagraph = 300
  /// Paragraphs of a photo's text at most.
  private static let mostOfPhoto = 2

  /// An item in hanzi.
  init(head: String, paragraphs: [String]) {
    (heads, bylines, captions, self.paragraphs) = ([head], [], [], paragraphs)
    (isPhoto, isLatin) = (false, false)
  }

  /// Nil for an item without text.
  init?(_ item: GoldItem, of page: LearningPage) {
    func text(_ line: Int) -> String { page.page.text.line(line).trimmed }
    func texts(_ lines: [Int]) -> [String] { lines.map(text).filter { !$0.isEmpty } }
    guard item.pointer.isEmpty, item.kind != "pointer" else { return nil }
    heads = texts(item.heads)
    bylines = texts(item.byline)
    captions = texts(item.caption)
    let body = item.paragraphs.map { texts($0.filter { !item.heads.contains($0) }) }.filter { !$0.isEmpty }
    let isLatin = (heads + body.joined() + captions).joined().unicodeScalars.allSatisfy { $0.value < 0x2E80 }
    let paragraphs =
      item.isWrapped ? Self.paragraphs(of: body.flatMap { $0 }) : body.map { $0.joined(separator: isLatin ? " " : "") }
    if paragraphs.isEmpty, captions.isEmpty { return nil }
    isPhoto =
      item.kind == "photo" || paragraphs.isEmpty
      || paragraphs.count <= Self.mostOfPhoto && item.byline.isEmpty && paragraphs.last?.endsWithCredit == true
    (self.isLatin, self.paragraphs) = (isLatin, paragraphs)
  }

  /// Printed lines as paragraphs of some length, which end with a sentence.
  private static func paragraphs(of lines: [String]) -> [String] {
    var paragraphs = [""]
    for line in lines {
      var last = paragraphs[paragraphs.count - 1]
      if last.hasSuffix("-") || last.hasSuffix("¬") {
        last.removeLast()
        last += line
      } else {
        last += last.isEmpty ? line : " " + line
      }
      paragraphs[paragraphs.count - 1] = last
      if last.utf8.count > leastParagraph, last.hasSuffix(".") { paragraphs.append("") }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  /// Stretches between two marks of the text that may stand above it as a deck or a kicker.
  var clauses: [String] {
    paragraphs.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != " " } }
      .filter { (6...22).contains($0.count) }.map(String.init)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  fileprivate var endsWithCredit: Bool {
    var text = self[...]
    while let last = text.last, "）)。 ".contains(last) { text.removeLast() }
    return text.hasSuffix("摄")
  }
}
