import Newspaper
import Text

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
    folder.reserve(issue.articles.reduce(0) { $0 + $1.textLength })
    for (index, article) in issue.articles.enumerated() {
      for number in article.blocks.indices {
        folder.startText(joined: number > 0 && article.breaksOff(before: number))
        let entry = Entry(article, index, block: number, folded: folder.textStart)
        folder.fold(entry.text)
        entries.append(entry)
      }
    }
    text = folder.result
    self.entries = entries
  }

  /// The end of an entry in the folded bytes, the separator before the next included.
  func foldedEnd(ofEntry index: Int) -> Int {
    index + 1 < entries.count ? entries[index + 1].folded : text.bytes.count
  }
}

extension FoldedIssue.Entry {
  fileprivate init(_ article: Article, _ index: Int, block number: Int, folded: Int) {
    self.init(
      folded: folded, article: index, block: number, role: article.blocks[number].role,
      page: article.blocks[number].passage.page, text: article.blocks[number].passage.text)
  }
}

extension Article {
  /// Bytes of its blocks, and one to part each from the next.
  fileprivate var textLength: Int { blocks.indices.reduce(0) { $0 + blocks[$1].passage.text.utf8.count + 1 } }

  /// True if a block seems to go on with the one before it, which stops without a mark that could close it: both are
  /// body text, and a column may have ended inside a word, or both are lines of a headline stack that follow closely.
  fileprivate func breaksOff(before number: Int) -> Bool {
    // A copy of a block would count references to all of its texts.
    let (before, role) = (blocks[number - 1].role, blocks[number].role)
    let isText = before == .paragraph && role == .paragraph
    return
      (isText || before.isHead && role.isHead && blocks[number - 1].passage.isAbove(blocks[number].passage))
      && !blocks[number - 1].passage.text.endsClosed
  }
}

extension Block.Role {
  fileprivate var isHead: Bool { self == .kicker || self == .headline || self == .deck }
}

extension Passage {
  /// True if another one stands on the next line, or on the one behind a blank line.
  fileprivate func isAbove(_ other: Passage) -> Bool {
    guard page == other.page, let last = lines.last, let first = other.lines.first else { return false }
    return first > last && first - last <= 2
  }
}

extension String {
  /// True if the last character that is not white space can close a sentence, and for a text without any.
  fileprivate var endsClosed: Bool {
    // Telling characters apart takes as long as folding all of the text.
    if let last = lastAlone { return closingMarks.unicodeScalars.contains { $0.value == last } }
    guard let last = last(where: { !$0.isWhitespace }) else { return true }
    return closingMarks.contains(last)
  }

  /// The last scalar, if it is no white space, and a character by itself as the one before it is.
  private var lastAlone: UInt32? {
    var scalars = unicodeScalars.reversed().makeIterator()
    guard let last = scalars.next(), !last.properties.isWhitespace, Folder.standsAlone(last.value),
      let before = scalars.next(), Folder.standsAlone(before.value)
    else { return nil }
    return last.value
  }
}

private let closingMarks = "。！？：；…”’」』）】》〉〕.!?:;\")]"
