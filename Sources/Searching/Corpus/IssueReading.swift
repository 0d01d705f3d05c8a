import Newspaper

extension Query {
  /// True if repaired text must be read: expressions do not match folded text.
  var needsRepairedText: Bool { clauses.contains(where: \.hasExpression) }

  /// The part that folded text can answer, which the whole query implies; nil if there is none.
  var foldedPart: Query? {
    let part = clauses.filter { !$0.hasExpression }
    return part.contains { !$0.isExcluded } ? Query(text: text, clauses: part) : nil
  }
}

extension Clause {
  /// True if one of its terms is an expression.
  var hasExpression: Bool {
    conditions.flatMap(\.terms).contains { if case .regex = $0.pattern { true } else { false } }
  }
}

extension CorpusTally.Group {
  /// The hits as lines of results, from the issue itself; fewer if the issue has changed since.
  /// - Parameters:
  ///   - search: the issue, made ready for search.
  ///   - question: the question of the search.
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
