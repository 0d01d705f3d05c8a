import Newspaper
import Searching

/// A place in an issue's repaired text; places are ordered as one reads.
struct TextPlace: Comparable {
  /// Index of the article, or of the one that it goes on with.
  var article: Int
  /// 1 in a continuation.
  var part = 0
  /// Index of the block.
  var block = 0
  /// UTF-8 bytes in the block's text.
  var offset = 0

  init(article: Int, part: Int) {
    self.article = article
    self.part = part
  }

  /// - Parameter article: index of the article that has the block.
  init(article: Int, block: Int = 0, offset: Int = 0, _ jumps: Jumps?) {
    let opening = jumps?.opening(of: article)
    self.article = opening ?? article
    part = opening == nil ? 0 : 1
    self.block = block
    self.offset = offset
  }

  /// The start of a match.
  init(_ match: Match, _ jumps: Jumps) {
    self.init(article: match.article, block: match.first.block, offset: match.first.range.lowerBound, jumps)
  }

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.article, left.part, left.block, left.offset) < (right.article, right.part, right.block, right.offset)
  }
}
