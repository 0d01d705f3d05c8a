import CSystem
import Newspaper

/// An issue made ready for search: every block's text folded once, with the way back.
public struct IssueSearch: Sendable {
  private struct BlockStart: Sendable {
    /// Offset in the folded bytes.
    var folded: Int
    var article: Int
    var block: Int
  }

  private let text: FoldedText
  /// Ordered by `folded`.
  private let starts: [BlockStart]

  /// Folds an issue's text.
  /// - Complexity: O(n).
  public init(_ issue: Issue) {
    var folder = Folder()
    var starts: [BlockStart] = []
    for (articleIndex, article) in issue.articles.enumerated() {
      var previous: Block?
      for (blockIndex, block) in article.blocks.enumerated() {
        folder.startText(joined: previous.map { $0.breaksOff(before: block) } ?? false)
        starts.append(BlockStart(folded: folder.textStart, article: articleIndex, block: blockIndex))
        folder.fold(block.passage.text)
        previous = block
      }
    }
    text = folder.result
    self.starts = starts
  }

  /// Every occurrence, in reading order; occurrences do not overlap.
  /// - Complexity: O(n) at the speed of `memmem`, and O(log n) for each occurrence.
  public func matches(_ query: Query) -> [Match] {
    var matches: [Match] = []
    var from = 0
    while let place = place(of: query.folded, from: from) {
      let end = place + query.folded.count
      if let match = match(place..<end) {
        matches.append(match)
        from = end
      } else {
        from = place + 1
      }
    }
    return matches
  }

  private func place(of needle: [UInt8], from: Int) -> Int? {
    text.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, from < bytes.count else { return nil }
      guard let found = bl_memmem(base + from, bytes.count - from, needle, needle.count) else { return nil }
      return found - base
    }
  }

  /// The match that folded bytes stand for; nil if they start or end inside what one character became.
  private func match(_ range: Range<Int>) -> Match? {
    guard let start = text.sourceStart(at: range.lowerBound), let end = text.sourceEnd(at: range.upperBound) else {
      return nil
    }
    var index = startIndex(of: range.lowerBound)
    var match = Match(article: starts[index].article, pieces: [])
    var from = start
    while index + 1 < starts.count, starts[index + 1].folded < range.upperBound {
      let (this, next) = (starts[index], starts[index + 1])
      index += 1
      // A block that folds to nothing has no part in a match that goes across it.
      guard this.folded < next.folded, let end = text.sourceEnd(at: next.folded) else { continue }
      match.pieces.append(Match.Piece(block: this.block, range: from..<end))
      from = text.sourceStart(at: next.folded) ?? 0
    }
    match.pieces.append(Match.Piece(block: starts[index].block, range: from..<end))
    return match
  }

  private func startIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].folded <= offset { low = middle } else { high = middle }
    }
    return low
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
