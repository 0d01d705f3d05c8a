import Newspaper

extension Query {
  /// True if repaired text must be read: expressions do not match folded text.
  var needsRepairedText: Bool { clauses.contains(where: \.hasExpression) }

  /// The part that folded text can answer, which the whole query implies; nil if there is none.
  var foldedPart: Query? {
    let part = clauses.compactMap(\.foldedPart)
    return part.contains { !$0.isExcluded } ? Query(text: text, clauses: part) : nil
  }
}

extension Clause {
  /// True if one of its terms is an expression.
  var hasExpression: Bool {
    conditions.flatMap(\.terms).contains { if case .regex = $0.pattern { true } else { false } }
  }

  /// The part that folded text can answer, which the clause implies; nil if there is none.
  fileprivate var foldedPart: Clause? {
    guard hasExpression else { return self }
    let parts = conditions.compactMap(\.foldedPart)
    return isExcluded || parts.count < conditions.count ? nil : Clause(conditions: parts)
  }
}

extension Condition {
  fileprivate var foldedPart: Condition? {
    switch self {
    // An article for which a filter alone holds shows nothing of the clause.
    case .filter: nil
    case .term(let term): term.foldedPart.map(Condition.term)
    case .near(let one, let other, _): (one.foldedPart ?? other.foldedPart).map(Condition.term)
    }
  }
}

extension Term {
  /// The text itself; of an expression the hanzi that all its matches contain, nil if there are none.
  fileprivate var foldedPart: Term? {
    guard case .regex(let pattern) = pattern else { return self }
    return Term(Expression.certainHanzi(in: pattern), isTolerant: false, pinyin: .off)
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
