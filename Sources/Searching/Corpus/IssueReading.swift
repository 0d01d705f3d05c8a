import Newspaper

extension Query {
  /// Whether repaired text must be read for it: expressions do not look at folded text.
  var needsRepairedText: Bool { clauses.contains(where: \.hasExpression) }

  /// What of it folded text can tell, which holds wherever all of it holds; nil where that is nothing.
  var foldedPart: Query? {
    let part = clauses.filter { !$0.hasExpression }
    return part.contains { !$0.isExcluded } ? Query(text: text, clauses: part) : nil
  }
}

extension Clause {
  /// Whether an expression is one of what it is about.
  var hasExpression: Bool {
    conditions.flatMap(\.terms).contains { if case .regex = $0.pattern { true } else { false } }
  }
}

extension CorpusTally.Group {
  /// Its hits as lines of results, from the issue itself; fewer where the issue has changed since.
  /// - Parameters:
  ///   - search: the issue, made ready for search.
  ///   - question: the question that they answer.
  public func hits(in issue: Issue, _ search: IssueSearch, _ question: CorpusQuestion) -> [CorpusHit] {
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
