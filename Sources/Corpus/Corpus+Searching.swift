import Newspaper
import Searching

extension Corpus {
  /// The folded text of all issues, in the order of the list, made in memory.
  public func searchedIssues() -> SearchedIssues {
    var corpus = self
    var (writer, segments, places) = (FoldedSegmentWriter(), [FoldedSegment](), [SearchedIssues.Place]())
    for summary in summaries {
      // What cannot be read any more has no text.
      let issue = (try? corpus.issue(summary.id)) ?? Issue(id: summary.id, pages: [], articles: [])
      places.append(SearchedIssues.Place(segment: segments.count, index: writer.count, date: summary.date))
      writer.add(issue)
      if writer.textLength >= Self.segmentLength {
        segments += FoldedSegment(writer.finish()).map { [$0] } ?? []
        writer = FoldedSegmentWriter()
      }
    }
    segments += FoldedSegment(writer.finish()).map { [$0] } ?? []
    return SearchedIssues(segments: segments, places: places)
  }

  /// A search of all issues, by their places in the list.
  public func search() -> CorpusSearch {
    CorpusSearch(searchedIssues()) { [corpus = self] place in
      var corpus = corpus
      return try? corpus.issue(corpus.summaries[place].id)
    }
  }

  /// Bytes of folded text that a segment is made of.
  private static let segmentLength = 32 << 20
}
