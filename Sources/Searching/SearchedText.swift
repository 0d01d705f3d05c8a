import Newspaper

/// Text of one issue or of many that a query can be answered from. What is known of its articles stands in a segment.
protocol SearchedText {
  associatedtype Found: Occurrence

  /// What is known of the articles.
  var segment: FoldedSegment { get }
  /// Those of the segment that are searched.
  var articles: Range<Int> { get }

  /// Where a text stands in some of the articles in one way or another, in reading order.
  func occurrences(of needles: [Needle], in articles: Range<Int>) -> [Found]
  /// Where an expression matches repaired text.
  func occurrences(ofExpression pattern: String) -> [Found]
  /// The whole of a block.
  func whole(entry: Int) -> Found
  /// The block that an occurrence starts in.
  func entry(of found: Found) -> Int
  /// By article: whether its issue is of one of some days.
  func areIn(_ span: DateSpan) -> [Bool]
  /// Whether there are at most so many characters of repaired text from the end of an occurrence to the start of a
  /// later one in the same article.
  func isClose(_ first: Found, _ second: Found, _ distance: Int) -> Bool
}
