import Newspaper
import Notes
import Searching

@testable import Reader

/// Searches a handful of issues at once, as the program searches a corpus: what a view of its answers is tried with.
struct FakeEngine {
  /// Hands something to the reader.
  typealias Letter = (inout Reader) -> [Effect]

  private struct Place {
    var issue: Newspaper.Issue
    var match: Match
    var run = 0..<0
    var hitsInIssue = 0
  }

  private let issues: [Newspaper.Issue]
  private let searches: [IssueSearch]
  private var question: CorpusQuestion?
  private var places: [Place] = []
  private var saved: [SavedQuery] = []
  /// The stored clippings.
  var clippings: [Clipping] = []

  init(_ issues: [Newspaper.Issue]) {
    self.issues = issues
    searches = issues.map(IssueSearch.init)
  }

  /// The answer to an effect; nil for one that is none of its business.
  mutating func answer(_ effect: Effect) -> [Letter]? {
    switch effect {
    case .searchCorpus(let question):
      let answer = search(question)
      return [{ $0.receive(answer) }]
    case .hits(let number, let range):
      guard number == question?.number else { return [] }
      let hits = hits(range)
      return [{ $0.receive(hits: hits, question: number, from: range.lowerBound) }]
    case .firstHit(let number, let days):
      let place = places.firstIndex { days.contains(DayNumber($0.issue.date)) }
      return [{ $0.receive(firstHit: place, question: number) }]
    case .endCorpusSearch: question = nil
    case .saveQuery(let query): saved = saved.filter { $0.name != query.name } + [query]
    case .searchClippings(let query, let number):
      let found = clippings.indices.filter { query.holds(for: clippings[$0]) }
      return [{ $0.receive(clippings: found, of: number) }]
    case .deleteQuery(let name): saved.removeAll { $0.name == name }
    default: return nil
    }
    if case .endCorpusSearch = effect { return [] }
    return [{ [saved] in $0.receive(savedQueries: saved) }]
  }

  private mutating func search(_ question: CorpusQuestion) -> CorpusAnswer {
    self.question = question
    places = []
    var days: [DayNumber: Int] = [:]
    for (issue, search) in zip(issues, searches) {
      let matches = search.matches(question.query)
      let day = DayNumber(issue.date)
      if !matches.isEmpty { days[day, default: 0] += matches.count }
      guard question.days?.contains(day) ?? true else { continue }
      places += matches.map { Place(issue: issue, match: $0, hitsInIssue: matches.count) }
    }
    if question.order == .best { places = ranked(places) }
    findRuns()
    return CorpusAnswer(
      number: question.number, total: places.count, issues: Set(places.map(\.issue.id)).count,
      days: days.map { .init(day: $0.key, hits: $0.value) }.sorted { $0.day < $1.day }, progress: 1, isComplete: true)
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
    for end in places.indices.dropFirst() + [places.count] where end > 0 {
      if end < places.count, places[end].issue.id == places[start].issue.id { continue }
      for place in start..<end { places[place].run = start..<end }
      start = end
    }
  }

  private func hits(_ range: Range<Int>) -> [CorpusHit] {
    places[range.clamped(to: places.indices)].map { place in
      CorpusHit(
        issue: place.issue.id, date: place.issue.date, hitsInIssue: place.hitsInIssue, run: place.run,
        headline: place.issue.articles[place.match.article].title, match: place.match,
        context: context(of: place.match, in: place.issue, characters: CorpusHit.contextLength))
    }
  }
}
