import Newspaper

/// An issue made ready for search: every block's text folded once, with the way back.
public struct IssueSearch: Sendable {
  /// A block that was folded.
  struct Entry: Sendable {
    /// Offset in the folded bytes.
    var folded: Int
    var article: Int
    /// Index in the article.
    var block: Int
    var role: Block.Role
    /// Its repaired text.
    var text: String
  }

  /// What is known of an article besides its text.
  struct Facts: Sendable {
    var kind: Article.Kind
    var people: [Person]
    var pages: Set<Int>
    /// Indices in `entries`.
    var entries: Range<Int>
  }

  /// The issue's day.
  let date: IssueDate?
  /// By article.
  let articles: [Facts]
  /// Ordered by `folded`.
  let entries: [Entry]
  private let text: FoldedText

  /// Folds an issue's text.
  /// - Complexity: O(n).
  public init(_ issue: Issue) {
    var folder = Folder()
    var entries: [Entry] = []
    var articles: [Facts] = []
    for (index, article) in issue.articles.enumerated() {
      let first = entries.count
      var previous: Block?
      for (number, block) in article.blocks.enumerated() {
        folder.startText(joined: previous.map { $0.breaksOff(before: block) } ?? false)
        entries.append(
          Entry(
            folded: folder.textStart, article: index, block: number, role: block.role, text: block.passage.text))
        folder.fold(block.passage.text)
        previous = block
      }
      articles.append(
        Facts(
          kind: article.kind, people: article.people, pages: Set(article.blocks.map(\.passage.page)),
          entries: first..<entries.count))
    }
    date = issue.date
    text = folder.result
    self.entries = entries
    self.articles = articles
  }

  /// Where a query was found, in reading order (`ranked` puts the best first); occurrences do not overlap.
  ///
  /// A query of several words is found where each of them stands, in the articles that have all of them.
  /// - Complexity: O(n) for each word; literal ones at the speed of `memmem`.
  public func matches(_ query: Query) -> [Match] {
    query.onlyTerm.map(matches) ?? answer(query.clauses)
  }

  /// Where a text stands in one way or another, in reading order.
  func matches(_ needles: [Needle]) -> [Match] {
    needles.map(occurrences).united
  }

  /// Every occurrence, in reading order.
  private func occurrences(of needle: Needle) -> [Match] {
    var matches: [Match] = []
    var place = (entry: 0, run: 0)
    text.bytes.withUnsafeBufferPointer { bytes in
      needle.forEachOccurrence(in: bytes) { range in
        guard let match = match(range, needle.kind, &place) else { return false }
        matches.append(match)
        return true
      }
    }
    return matches
  }

  /// The match that folded bytes stand for; nil if they start or end inside what one character became.
  /// - Parameter place: the entry and run of an earlier match, from which its own are looked for.
  private func match(_ range: Range<Int>, _ kind: Match.Kind, _ place: inout (entry: Int, run: Int)) -> Match? {
    place.run = text.run(at: range.lowerBound, from: place.run)
    guard let start = text.sourceStart(at: range.lowerBound, in: place.run) else { return nil }
    place.run = text.run(at: range.upperBound - 1, from: place.run)
    guard let end = text.sourceEnd(at: range.upperBound, in: place.run) else { return nil }
    place.entry = entries.lastIndex(from: place.entry) { $0.folded <= range.lowerBound }
    let entry = entries[place.entry]
    if range.upperBound <= foldedEnd(ofEntry: place.entry) {
      return Match(article: entry.article, pieces: [.init(block: entry.block, range: start..<end)], kind: kind)
    }
    return Match(article: entry.article, pieces: pieces(of: range, place.entry, start, end), kind: kind)
  }

  /// The pieces of a match that goes across entries.
  private func pieces(of range: Range<Int>, _ entry: Int, _ start: Int, _ end: Int) -> [Match.Piece] {
    var pieces: [Match.Piece] = []
    var (index, from) = (entry, start)
    while foldedEnd(ofEntry: index) < range.upperBound {
      let (this, next) = (entries[index], entries[index + 1])
      index += 1
      // A block that folds to nothing has no part in a match that goes across it.
      guard this.folded < next.folded, let end = text.sourceEnd(at: next.folded) else { continue }
      pieces.append(Match.Piece(block: this.block, range: from..<end))
      from = text.sourceStart(at: next.folded) ?? 0
    }
    return pieces + [Match.Piece(block: entries[index].block, range: from..<end)]
  }

  private func foldedEnd(ofEntry index: Int) -> Int {
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
