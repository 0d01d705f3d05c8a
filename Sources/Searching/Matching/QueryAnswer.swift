import Newspaper
import Text

/// The articles for which a condition holds, and where one can see it.
private struct Holding<Found: Occurrence> {
  var articles: [Bool]
  var found: [Found] = []
}

extension SearchedText {
  /// The occurrences of a query, in reading order; they do not overlap.
  func answer(_ query: Query) -> [Found] {
    query.onlyTerm.map { occurrences(of: $0, in: articles) } ?? answer(query.clauses)
  }

  /// The occurrences of a query's terms in the articles for which all of it holds; the titles of these, where it has no
  /// terms that one could see.
  private func answer(_ clauses: [Clause]) -> [Found] {
    var isAnswer = [Bool](repeating: true, count: articles.count)
    var found: [[Found]] = []
    // Cheap conditions first: they may leave nothing to look for.
    for clause in clauses.filter({ !$0.hasText }) + clauses.filter(\.hasText) {
      let holdings = clause.conditions.map(holding)
      for article in isAnswer.indices {
        let holds = holdings.contains { $0.articles[article] }
        isAnswer[article] = isAnswer[article] && holds != clause.isExcluded
      }
      guard isAnswer.contains(true) else { return [] }
      if !clause.isExcluded { found += holdings.map(\.found) }
    }
    let isSeen = clauses.contains { !$0.isExcluded && $0.hasText }
    guard isSeen else { return articles.filter { isAnswer[$0 - articles.lowerBound] }.compactMap(title) }
    return found.map { $0.filter { isAnswer[$0.article - articles.lowerBound] } }.united()
  }

  private func holding(_ condition: Condition) -> Holding<Found> {
    switch condition {
    case .term(let term): return holding(occurrences(of: term, in: articles))
    case .near(let one, let other, let distance): return holding(occurrences(of: one, near: other, distance))
    case .filter(.date(let span)): return Holding(articles: areIn(span))
    case .filter(.page(let pages)):
      return Holding(
        articles: articles.map { article in
          segment.entries(ofArticle: article).contains { pages.contains(segment.page(ofEntry: $0)) }
        })
    case .filter(.kind(let kind)): return Holding(articles: articles.map { segment.kind(ofArticle: $0) == kind })
    }
  }

  private func holding(_ found: [Found]) -> Holding<Found> {
    var holds = [Bool](repeating: false, count: articles.count)
    for one in found { holds[one.article - articles.lowerBound] = true }
    return Holding(articles: holds, found: found)
  }

  /// The whole of an article's headline, or of the first text that it has.
  private func title(of article: Int) -> Found? {
    let entries = segment.entries(ofArticle: article).filter { !segment.isEmpty(entry: $0) }
    return (entries.first { segment.role(ofEntry: $0) == .headline } ?? entries.first).map(whole)
  }

  // MARK: Terms

  /// The occurrences of a term, in reading order.
  private func occurrences(of term: Term, in articles: Range<Int>) -> [Found] {
    let everywhere =
      switch term.pattern {
      case .text(let needles): occurrences(of: needles, in: articles)
      case .regex(let pattern): occurrences(ofExpression: pattern)
      }
    switch term.scope {
    case .anywhere: return everywhere
    case .title: return everywhere.filter(isInTitle)
    case .caption: return everywhere.filter { role(of: $0) == .caption }
    case .byline:
      let places = Set(everywhere.map(\.article)).reduce(into: [:]) { $0[$1] = names(in: $1) }
      return everywhere.filter { found in
        places[found.article, default: []].contains { $0.start <= found.start && found.end <= $0.end }
      }
    }
  }

  /// The role of the text that was found. What goes across blocks is body text in all of them.
  private func role(of found: Found) -> Block.Role { segment.role(ofEntry: entry(of: found)) }

  /// True if an occurrence stands in a headline or beside it.
  func isInTitle(_ found: Found) -> Bool { [.kicker, .headline, .deck].contains(role(of: found)) }

  /// The places that name an article's authors: its bylines; for people that these do not have, the first place that
  /// names them as the dateline does.
  private func names(in article: Int) -> [Found] {
    var names = segment.entries(ofArticle: article).filter { segment.role(ofEntry: $0) == .byline }.map(whole)
    for person in segment.people(ofArticle: article).map(segment.person) {
      let ways = [person.role + person.name, person.name].compactMap { Term($0, isTolerant: false, pinyin: .off) }
      let places = ways.lazy.compactMap { self.occurrences(of: $0, in: article..<article + 1).first }
      if let place = places.first { names.append(place) }
    }
    return names
  }

  // MARK: Nearness

  /// The occurrences of two terms that have one of the other near, in any order.
  private func occurrences(of one: Term, near other: Term, _ distance: Int) -> [Found] {
    let (ones, others) = (occurrences(of: one, in: articles), occurrences(of: other, in: articles))
    return [ones.filter { isNear($0, others, distance) }, others.filter { isNear($0, ones, distance) }].united()
  }

  /// True if one of some occurrences, in reading order, is near another without overlapping it.
  private func isNear(_ found: Found, _ others: [Found], _ distance: Int) -> Bool {
    func isNear(_ first: Found, _ second: Found) -> Bool {
      first.article == second.article && isClose(first, second, distance)
    }
    let next = others.partitioningIndex(where: { $0.start >= found.end })
    if next < others.count, isNear(found, others[next]) { return true }
    return others[..<next].last { $0.end <= found.start }.map { isNear($0, found) } ?? false
  }
}

extension Clause {
  /// True if it is about text that can be shown where it stands.
  fileprivate var hasText: Bool {
    conditions.contains { if case .filter = $0 { false } else { true } }
  }
}
