import Newspaper
import Text

/// An issue made ready for search: every block's text folded once, with the way back.
public struct IssueSearch: Sendable {
  private let folded: FoldedIssue
  /// The same text as a segment of one issue.
  private let slice: FoldedSlice

  /// Folds an issue's text.
  /// - Complexity: O(n).
  public init(_ issue: Issue) {
    folded = FoldedIssue(issue)
    var writer = FoldedSegmentWriter()
    writer.add(folded, of: issue)
    let day = DayNumber(withoutYear: issue.date)
    slice = FoldedSlice(of: FoldedSegment(writer), days: { _ in day })
  }

  /// The matches of a query, in reading order (`ranked` puts the best first); they do not overlap.
  ///
  /// A query of several words is found where each of them stands, in the articles that have all of them.
  /// - Complexity: O(n) for each word; literal ones at the speed of `memmem`.
  public func matches(_ query: Query) -> [Match] { answer(query) }
}

extension IssueSearch: SearchedText {
  var segment: FoldedSegment { slice.segment }
  var articles: Range<Int> { slice.articles }

  func occurrences(of needles: [Needle], in articles: Range<Int>) -> [Match] {
    var place = (entry: 0, run: 0)
    return slice.occurrences(of: needles, in: articles).map { match($0.range, $0.kind, &place) }
  }

  func occurrences(ofExpression pattern: String) -> [Match] {
    let matches = Expression.withExpression(pattern) { expression in
      folded.entries.flatMap { entry in
        expression.ranges(in: entry.text).map { range in
          Match(article: entry.article, first: .init(block: entry.block, range: range))
        }
      }
    }
    return matches ?? []
  }

  func whole(entry: Int) -> Match {
    let entry = folded.entries[entry]
    return Match(article: entry.article, first: .init(block: entry.block, range: 0..<entry.text.utf8.count))
  }

  func entry(of match: Match) -> Int {
    segment.entries(ofArticle: match.article).lowerBound + match.first.block
  }

  func areIn(_ span: DateSpan) -> [Bool] { slice.areIn(span) }

  func isClose(_ first: Match, _ second: Match, _ distance: Int) -> Bool {
    let (from, to) = (first.end, second.start)
    let base = segment.entries(ofArticle: first.article).lowerBound
    var left = distance
    for block in from.block...to.block {
      let text = folded.entries[base + block].text.utf8
      let start = block == from.block ? from.offset : 0
      let end = block == to.block ? to.offset : text.count
      let between = text.dropFirst(start).prefix(end - start)
      // Bytes that do not start a scalar count for nothing; where there are four times too many it is certain.
      if between.count / 4 > left { return false }
      left -= between.count { $0 & 0xC0 != 0x80 }
      if left < 0 { return false }
    }
    return true
  }

  // MARK: The way back

  /// The match that folded bytes stand for, which start and end with characters of the text.
  /// - Parameter place: the entry and run of an earlier match, from which its own are looked for.
  private func match(_ range: Range<Int>, _ kind: Match.Kind, _ place: inout (entry: Int, run: Int)) -> Match {
    let (text, entries) = (folded.text, folded.entries)
    place.run = text.run(at: range.lowerBound, from: place.run)
    let start = text.sourceStart(at: range.lowerBound, in: place.run) ?? 0
    place.run = text.run(at: range.upperBound - 1, from: place.run)
    let end = text.sourceEnd(at: range.upperBound, in: place.run) ?? start
    place.entry = entries.lastIndex(from: place.entry) { $0.folded <= range.lowerBound }
    let entry = entries[place.entry]
    if range.upperBound <= folded.foldedEnd(ofEntry: place.entry) {
      return Match(article: entry.article, first: .init(block: entry.block, range: start..<end), kind: kind)
    }
    var pieces = pieces(of: range, place.entry, start, end)
    return Match(article: entry.article, first: pieces.removeFirst(), others: pieces, kind: kind)
  }

  /// The pieces of a match that goes across entries.
  private func pieces(of range: Range<Int>, _ entry: Int, _ start: Int, _ end: Int) -> [Match.Piece] {
    let (text, entries) = (folded.text, folded.entries)
    var pieces: [Match.Piece] = []
    var (index, from) = (entry, start)
    while folded.foldedEnd(ofEntry: index) < range.upperBound {
      let (this, next) = (entries[index], entries[index + 1])
      index += 1
      // A block that folds to nothing has no part in a match that goes across it.
      guard this.folded < next.folded, let end = text.sourceEnd(at: next.folded) else { continue }
      pieces.append(Match.Piece(block: this.block, range: from..<end))
      from = text.sourceStart(at: next.folded) ?? 0
    }
    return pieces + [Match.Piece(block: entries[index].block, range: from..<end)]
  }
}
