import Corpus
import Newspaper
import Searching

/// A search of a corpus that is small enough to be searched between two keys: every issue is read, and every hit kept.
struct SmallCorpusSearch {
  private struct Place {
    var issue: Issue
    var match: Match
    var run = 0..<0
    var hitsInIssue = 0
  }

  private(set) var answer: CorpusAnswer
  private var places: [Place] = []

  /// Searches at once.
  init(_ question: CorpusQuestion, in corpus: inout Corpus) {
    var days: [DayNumber: Int] = [:]
    for summary in corpus.summaries {
      guard let issue = try? corpus.issue(summary.id) else { continue }
      let matches = IssueSearch(issue).matches(question.query)
      let day = DayNumber(issue.date)
      if !matches.isEmpty { days[day, default: 0] += matches.count }
      guard question.days?.contains(day) ?? true else { continue }
      places += matches.map { Place(issue: issue, match: $0, hitsInIssue: matches.count) }
    }
    answer = CorpusAnswer(
      number: question.number, total: places.count, issues: Set(places.map(\.issue.id)).count,
      days: days.map { .init(day: $0.key, hits: $0.value) }.sorted { $0.day < $1.day }, progress: 1, isComplete: true)
    if question.order == .best { places = ranked(places) }
    findRuns()
  }

  private func ranked(_ places: [Place]) -> [Place] {
    Match.Kind.allCases.flatMap { kind in
      let same = places.filter { $0.match.kind == kind }
      return same.filter(isHeadline) + same.filter { !isHeadline($0) }
    }
  }

  private func isHeadline(_ place: Place) -> Bool {
    place.issue.articles[place.match.article].blocks[place.match.pieces[0].block].role == .headline
  }

  private mutating func findRuns() {
    var start = 0
    for end in 1..<(places.count + 1) where end == places.count || places[end].issue.id != places[start].issue.id {
      for place in start..<end { places[place].run = start..<end }
      start = end
    }
  }

  /// Some of the hits.
  func hits(_ range: Range<Int>) -> [CorpusHit] {
    places[range.clamped(to: places.indices)].map { place in
      CorpusHit(
        issue: place.issue.id, date: place.issue.date, hitsInIssue: place.hitsInIssue, run: place.run,
        headline: place.issue.articles[place.match.article].title, match: place.match,
        context: context(of: place.match, in: place.issue, characters: CorpusHit.contextLength))
    }
  }
}
