import Newspaper

/// Text of one issue or of many that a query can be answered from. What is known of its articles stands in a segment.
protocol SearchedText {
  associatedtype Found: Occurrence

  /// The segment that describes the articles.
  var segment: FoldedSegment { get }
  /// Those of the segment that are searched.
  var articles: Range<Int> { get }

  /// The occurrences of some needles in some of the articles, in reading order.
  func occurrences(of needles: [Needle], in articles: Range<Int>) -> [Found]
  /// The matches of an expression in repaired text.
  func occurrences(ofExpression pattern: String) -> [Found]
  /// The whole of a block.
  func whole(entry: Int) -> Found
  /// The block that an occurrence starts in.
  func entry(of found: Found) -> Int
  /// By article: whether its issue is of one of some days.
  func areIn(_ span: DateSpan) -> [Bool]
  /// True if there are at most so many characters of repaired text from the end of an occurrence to the start of a
  /// later one in the same article.
  func isClose(_ first: Found, _ second: Found, _ distance: Int) -> Bool
}
