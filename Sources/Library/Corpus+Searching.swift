import Newspaper
import Searching
import System

extension Corpus {
  /// The folded text of all issues in the order of the list, from the catalogue or made in memory.
  public func searchedIssues() -> SearchedIssues {
    var folded = catalogue?.foldedText() ?? FoldedList(shelf)
    // The text that was folded as it was read is not what is searched.
    for id in revision?.ids ?? [] { shelf.index(ofIssue: id).map { folded.places[$0] = nil } }
    var corpus = self
    let missing = folded.places.indices.filter { folded.places[$0] == nil }
    folded.write(missing) { place in
      // An issue that cannot be read any more has no text.
      let id = corpus.shelf[place].id
      return (try? corpus.issue(id)) ?? Issue(id: id, pages: [], articles: [])
    }
    for entry in revisedEntries(isQuick: true) {
      guard let place = shelf.index(ofIssue: entry.id) else { continue }
      folded.places[place]?.day = DayNumber(withoutYear: entry.date)
    }
    return SearchedIssues(segments: folded.segments, places: folded.places.compactMap(\.self))
  }

  /// A search of all issues, by their places in the list.
  /// - Parameters:
  ///   - only: the place of the only issue that is searched, which is 0 in the hits; nil for all.
  ///   - tell: called, in any thread, for an issue with hits that cannot be read any more: these are left out.
  public func search(only: Int? = nil, tell: @escaping @Sendable (Problem) -> Void = { _ in }) -> CorpusSearch {
    let all = searchedIssues()
    let places = only.map { [all.places[$0]] } ?? all.places
    return CorpusSearch(SearchedIssues(segments: all.segments, places: places), threads: .all) {
      [corpus = self, shelf] place in
      do throws(Problem) {
        return try corpus.readIssue(shelf[only ?? place].id)
      } catch {
        tell(error)
        return nil
      }
    }
  }
}

extension SearchThreads {
  /// As many as there are processors.
  package static var all: SearchThreads {
    SearchThreads(count: processorCount, start: runDetached) {
      parallelForEach($0, threads: processorCount, $1)
    }
  }
}

/// Segments, and the places in them of the issues of a list.
private struct FoldedList {
  var segments: [FoldedSegment] = []
  /// By the issue's place in the list; nil for an issue in no segment.
  var places: [SearchedIssues.Place?]
  /// The day of an issue.
  let day: (Int) -> DayNumber

  /// Bytes of folded text that a segment is made of.
  private static let segmentLength = 32 << 20

  init(count: Int, day: @escaping (Int) -> DayNumber) {
    places = [SearchedIssues.Place?](repeating: nil, count: count)
    self.day = day
  }

  init(_ shelf: any IssueShelf) { self.init(count: shelf.count) { DayNumber(withoutYear: shelf[$0].date) } }

  /// Records the place of an issue in a segment, if it has one there.
  mutating func put(_ issue: Int, at index: Int, in segment: Int) {
    guard places.indices.contains(issue), index < segments[segment].issueCount else { return }
    places[issue] = SearchedIssues.Place(segment: segment, index: index, day: day(issue))
  }

  /// Folds issues into segments.
  mutating func write(_ issues: [Int], read: (Int) -> Issue) {
    var rest = issues[...]
    while !rest.isEmpty {
      var (writer, some) = (FoldedSegmentWriter(), [Int]())
      while writer.textLength < Self.segmentLength, let issue = rest.popFirst() {
        writer.add(read(issue))
        some.append(issue)
      }
      guard let segment = FoldedSegment(writer.finish()) else { return }
      segments.append(segment)
      for (index, issue) in some.enumerated() { put(issue, at: index, in: segments.count - 1) }
    }
  }
}

extension Catalogue {
  /// Bytes of segments that are looked at for damage before they are searched.
  private static let mostCheckedAtOnce = 128 << 20

  /// The folded text of the catalogue.
  fileprivate func foldedText() -> FoldedList {
    var folded = FoldedList(count: count) { [self] in DayNumber(withoutYear: self[$0].date) }
    var numbers: [Int: Int] = [:]
    let isLarge = segments.reduce(0) { $0 + $1.bytes.bytes.count } > Self.mostCheckedAtOnce
    for number in segments.indices {
      // Text that is damaged is folded anew. To look at all of a large archive would take longer than to search it.
      guard isLarge && segments[number].isIndexed || segments[number].isSound, let segment = segments[number].folded
      else { continue }
      numbers[number] = folded.segments.count
      folded.segments.append(segment.indexed(by: indexPath(number).flatMap(segments[number].index)))
    }
    for run in order.runs {
      guard let number = numbers[run.segment] else { continue }
      for (place, issue) in zip(run.start..., run.issues) {
        let member = segments[run.segment].issues[issue]?.member ?? IssueRecord.none
        guard Int(member) < folded.segments[number].issueCount else { continue }
        folded.places[place] = SearchedIssues.Place(
          segment: number, index: Int(member), day: segments[run.segment].day(issue))
      }
    }
    return folded
  }
}
