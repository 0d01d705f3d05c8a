import Newspaper

/// The blocks of an article and of its continuations on other pages, in reading order, joined at the jumps.
struct JoinedParts {
  /// The article and its continuations.
  let parts: [Article]
  let blocks: [Galley.PlacedBlock]
  /// The blocks between the jump to a continuation and its text: mostly the first part's head again.
  private(set) var jumpHeads: Set<Int> = []
  private let outlines: [Outline]

  /// The blocks of a part, and its text among them.
  private struct Outline {
    var blocks: Range<Int>
    var firstParagraph: Int?
    var lastParagraph: Int?
    var firstCaption: Int?

    init(_ part: Article, from start: Int) {
      blocks = start..<start + part.blocks.count
      firstParagraph = part.blocks.firstIndex { $0.role == .paragraph }.map { start + $0 }
      lastParagraph = part.blocks.lastIndex { $0.role == .paragraph }.map { start + $0 }
      firstCaption = part.blocks.firstIndex { $0.role == .caption }.map { start + $0 }
    }
  }

  init(_ parts: [Article]) {
    self.parts = parts
    blocks = parts.flatMap { part in
      part.blocks.enumerated().map { Galley.PlacedBlock(content: $1, article: part.number - 1, index: $0) }
    }
    outlines = parts.reduce(into: []) { $0.append(Outline($1, from: $0.last?.blocks.upperBound ?? 0)) }
    for index in blocks.indices where blocks[index].article != blocks[0].article {
      let isHead = [.kicker, .headline, .deck, .byline].contains(blocks[index].content.role) || isJump(index)
      if isHead, startsPart(index) || jumpHeads.contains(index - 1) { jumpHeads.insert(index) }
    }
  }

  private func text(_ index: Int) -> String { blocks[index].content.passage.text }

  /// The article that a block belongs to.
  private func article(of index: Int) -> Article? { parts.first { $0.number - 1 == blocks[index].article } }

  /// True if a block is the first of a continuation.
  func startsPart(_ index: Int) -> Bool { index > 0 && blocks[index].article != blocks[index - 1].article }

  /// The words with which the part before a continuation's first block jumps to its page, without brackets.
  func jumpWords(before index: Int) -> String? {
    let words = article(of: index - 1)?.jump.map { String(JumpWords($0.text).words) }
    // A sentence that a page turn breaks goes on without any.
    return words?.isEmpty ?? true ? nil : words
  }

  /// The range of the words of its article's jump in a block, in UTF-8 offsets.
  func jumpRange(in index: Int) -> Range<Int>? {
    article(of: index)?.jump.flatMap { JumpWords($0.text).range(in: text(index)) }
  }

  /// True if a block is nothing but the words of its article's jump.
  func isJump(_ index: Int) -> Bool {
    blocks[index].content.role == .paragraph && jumpRange(in: index) == 0..<text(index).utf8.count
  }

  /// The last block before the jump that a block's text stands behind; nil for other blocks.
  func endBeforeJump(_ index: Int) -> Int? {
    guard blocks[index].article != blocks[0].article, let start = outline(of: index)?.blocks.lowerBound else {
      return nil
    }
    return (start..<index).allSatisfy(jumpHeads.contains) ? start - 1 : nil
  }

  /// True if a paragraph goes on with a sentence that the jump to its page broke.
  func continuesSentence(_ index: Int) -> Bool {
    guard let end = endBeforeJump(index) else { return false }
    let last = (0...end).last { blocks[$0].content.role == .paragraph && !isJump($0) }
    guard let last else { return false }
    let words = text(last).slice(0..<(jumpRange(in: last)?.lowerBound ?? text(last).utf8.count))
    return words.last { !$0.isWhitespace }.map { !"。！？：；…—”’」』）】》〉〕.!?:;\")]".contains($0) } ?? false
  }

  /// True if a byline stands within the text or below it.
  func isWithinText(_ index: Int) -> Bool {
    guard let outline = outline(of: index) else { return false }
    if let first = outline.firstParagraph, first < index { return true }
    return outline.firstCaption.map { $0 < index } ?? false && outline.lastParagraph.map { $0 < index } ?? true
  }

  private func outline(of index: Int) -> Outline? { outlines.first { $0.blocks.contains(index) } }
}
