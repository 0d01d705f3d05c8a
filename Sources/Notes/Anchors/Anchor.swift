import Newspaper

/// A passage's place in the scan, with the text by which it is found again once its page has changed.
public struct Anchor: Sendable, Hashable {
  /// The first place of the passage.
  public var start: SourcePosition
  /// The place behind its last character.
  public var end: SourcePosition
  /// Letters of the scan around its ends, in the order of the scan's lines, without spaces and marks.
  public var before: String
  /// Letters from the start on.
  public var head: String
  /// Letters up to the end.
  public var tail: String
  /// Letters behind the end.
  public var after: String

  /// Letters inside the passage, and outside of it, that are kept at each end.
  static let inside = 48
  static let outside = 24

  /// An anchor by its parts.
  public init(
    start: SourcePosition, end: SourcePosition, before: String, head: String, tail: String, after: String
  ) {
    (self.start, self.end) = (start, end)
    (self.before, self.head, self.tail, self.after) = (before, head, tail, after)
  }

  /// An anchor of a stretch of a page.
  public init(_ start: SourcePosition, _ end: SourcePosition, in page: PageText) {
    let folded = FoldedPage(page)
    let (first, last) = (folded.index(of: start), folded.index(of: end))
    self.init(
      start: start, end: end, before: folded.text(first - Self.outside..<first),
      head: folded.text(first..<first + Self.inside), tail: folded.text(last - Self.inside..<last),
      after: folded.text(last..<last + Self.outside))
  }

  /// An anchor of passages of an issue that follow each other; nil where the first one's page is not there.
  public init?(_ passages: [Passage], in issue: Issue) {
    guard let first = passages.first, let page = issue.page(first.page) else { return nil }
    let ends = passages.filter { $0.page == first.page }.compactMap(\.sourceEnds)
    guard let start = ends.map(\.start).min(), let end = ends.map(\.end).max() else { return nil }
    self.init(start, end, in: page.text)
  }
}

extension Passage {
  /// The first place of its source and the one behind the last.
  var sourceEnds: (start: SourcePosition, end: SourcePosition)? {
    let ranges = sourceRanges(of: 0..<text.utf8.count)
    let places = ranges.map { (SourcePosition(page: page, line: $0.line, offset: $0.range.lowerBound), $0) }
    guard let first = places.min(by: { $0.0 < $1.0 }), let last = places.max(by: { $0.0 < $1.0 })?.1 else { return nil }
    return (first.0, SourcePosition(page: page, line: last.line, offset: last.range.upperBound))
  }
}

extension Anchor {
  /// An anchor of a text of which only the text around it is known.
  public init(start: SourcePosition, end: SourcePosition, before: String, around text: String, after: String) {
    let letters = { (text: String) in
      String(String.UnicodeScalarView(FoldedPage.letters(text).compactMap(Unicode.Scalar.init)))
    }
    self.init(
      start: start, end: end, before: String(letters(before).suffix(Self.outside)),
      head: String((letters(text) + letters(after)).prefix(Self.inside)),
      tail: String((letters(before) + letters(text)).suffix(Self.inside)),
      after: String(letters(after).prefix(Self.outside)))
  }
}
