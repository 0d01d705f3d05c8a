import Newspaper
import Searching

/// A query and where it was found in the open issue.
struct Found: Sendable, Equatable {
  /// A piece of a match, in the order in which they are looked up.
  struct Mark: Sendable, Equatable {
    var article: Int
    var block: Int
    var range: Range<Int>
    /// Index of its match.
    var match: Int
  }

  let query: Query
  let matches: [Match]
  /// Index of the match that one is at.
  var current: Int?
  /// By article, block and offset.
  private let marks: [Mark]

  init(_ query: Query, _ matches: [Match]) {
    self.query = query
    self.matches = matches
    marks = matches.enumerated().flatMap { index, match in
      match.pieces.map { Mark(article: match.article, block: $0.block, range: $0.range, match: index) }
    }.sorted { ($0.article, $0.block, $0.range.lowerBound) < ($1.article, $1.block, $1.range.lowerBound) }
  }

  /// `3/17`, or `0/0`.
  var count: String { "\(current.map { $0 + 1 } ?? 0)/\(matches.count)" }

  /// The marks in a block.
  func marks(article: Int, block: Int) -> ArraySlice<Mark> {
    let start = marks.firstIndex(onwards: { ($0.article, $0.block) >= (article, block) })
    let end = marks.firstIndex(onwards: { ($0.article, $0.block) > (article, block) })
    return marks[start..<end]
  }

  /// How many matches an article has.
  func count(inArticle article: Int) -> Int {
    matches.firstIndex(onwards: { $0.article > article }) - matches.firstIndex(onwards: { $0.article >= article })
  }

  /// The first match at or after a place.
  func first(from place: TextPlace) -> Int? {
    let index = matches.firstIndex(onwards: { TextPlace($0) >= place })
    return index < matches.count ? index : nil
  }
}

/// A place in an issue's repaired text.
struct TextPlace: Comparable {
  /// Index of the article.
  var article: Int
  /// Index of the block.
  var block = 0
  /// UTF-8 bytes in the block's text.
  var offset = 0

  init(article: Int, block: Int = 0, offset: Int = 0) {
    self.article = article
    self.block = block
    self.offset = offset
  }

  /// Where a match starts.
  init(_ match: Match) {
    self.init(
      article: match.article, block: match.pieces.first?.block ?? 0, offset: match.pieces.first?.range.lowerBound ?? 0)
  }

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.article, left.block, left.offset) < (right.article, right.block, right.offset)
  }
}

extension Array {
  /// The first index whose element satisfies a condition that holds for all elements after it, too; else `count`.
  /// - Complexity: O(log count).
  fileprivate func firstIndex(onwards condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
