import Newspaper

extension CorpusTally.Group {
  /// Its hits as lines of results, from the issue itself; fewer where the issue has changed since.
  public func read(from issue: Issue, _ question: CorpusQuestion) -> [CorpusHit] {
    let search = IssueSearch(issue)
    let matches = search.matches(question.query)
    let ranked = question.order == .best ? matches.filter { search.rank(of: $0) == rank } : matches
    return ranked[hits.clamped(to: ranked.indices)].map { match in
      CorpusHit(
        issue: issue.id, date: issue.date, hitsInIssue: matches.count, run: run,
        headline: issue.articles[match.article].title,
        match: match, context: context(of: match, in: issue, characters: CorpusHit.contextLength))
    }
  }
}
