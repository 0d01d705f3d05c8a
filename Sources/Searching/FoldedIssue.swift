import Newspaper

/// An issue whose text was folded, block behind block.
struct FoldedIssue: Sendable {
  /// A block that was folded.
  struct Entry: Sendable {
    /// Offset in the folded bytes.
    var folded: Int
    var article: Int
    /// Index in the article.
    var block: Int
    var role: Block.Role
    var page: Int
    /// Its repaired text.
    var text: String
  }

  /// The folded text of all blocks.
  let text: FoldedText
  /// Ordered by `folded`; by article.
  let entries: [Entry]

  /// Folds an issue's text.
  /// - Complexity: O(n).
  init(_ issue: Issue) {
    var folder = Folder()
    var entries: [Entry] = []
    entries.reserveCapacity(issue.articles.reduce(0) { $0 + $1.blocks.count })
    for (index, article) in issue.articles.enumerated() {
      var previous: Block?
      for (number, block) in article.blocks.enumerated() {
        folder.startText(joined: previous.map { $0.breaksOff(before: block) } ?? false)
        entries.append(
          Entry(
            folded: folder.textStart, article: index, block: number, role: block.role, page: block.passage.page,
            text: block.passage.text))
        folder.fold(block.passage.text)
        previous = block
      }
    }
    text = folder.result
    self.entries = entries
  }

  /// Where an entry ends in the folded bytes, with what separates it from the next.
  func foldedEnd(ofEntry index: Int) -> Int {
    index + 1 < entries.count ? entries[index + 1].folded : text.bytes.count
  }
}

extension Block {
  /// Whether the next block seems to go on with this one's sentence: both are body text, and this one stops without a
  /// mark that could close it. A column may have ended inside a word then.
  fileprivate func breaksOff(before next: Block) -> Bool {
    guard role == .paragraph, next.role == .paragraph else { return false }
    guard let last = passage.text.last(where: { !$0.isWhitespace }) else { return false }
    return !"。！？：；…”’」』）】》〉〕.!?:;\")]".contains(last)
  }
}
