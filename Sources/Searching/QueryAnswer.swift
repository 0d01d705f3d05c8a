import Newspaper

extension IssueSearch {
  /// The articles for which a condition holds, and where one can see it.
  private struct Holding {
    var articles: [Bool]
    var matches: [Match] = []

    init(articles: [Bool]) { self.articles = articles }

    init(_ matches: [Match], of count: Int) {
      articles = [Bool](repeating: false, count: count)
      for match in matches { articles[match.article] = true }
      self.matches = matches
    }
  }

  /// Where the terms of a query stand in the articles for which all of it holds; the titles of these, where it has no
  /// terms that one could see.
  func answer(_ clauses: [Clause]) -> [Match] {
    var isAnswer = [Bool](repeating: true, count: articles.count)
    var found: [[Match]] = []
    for clause in clauses {
      let holdings = clause.conditions.map(holding)
      for article in articles.indices {
        let holds = holdings.contains { $0.articles[article] }
        isAnswer[article] = isAnswer[article] && holds != clause.isExcluded
      }
      if !clause.isExcluded { found += holdings.map(\.matches) }
    }
    let isSeen = clauses.contains { !$0.isExcluded && $0.conditions.contains(where: \.hasText) }
    guard isSeen else { return articles.indices.filter { isAnswer[$0] }.compactMap(title) }
    return found.map { $0.filter { isAnswer[$0.article] } }.united
  }

  private func holding(_ condition: Condition) -> Holding {
    switch condition {
    case .term(let term): return Holding(matches(term), of: articles.count)
    case .near(let one, let other, let distance):
      return Holding(matches(one, near: other, distance), of: articles.count)
    case .filter(.date(let span)):
      return Holding(articles: [Bool](repeating: date.map(span.contains) ?? false, count: articles.count))
    case .filter(.page(let pages)): return Holding(articles: articles.map { $0.pages.contains(where: pages.contains) })
    case .filter(.kind(let kind)): return Holding(articles: articles.map { $0.kind == kind })
    }
  }

  /// The whole of an article's headline, or of the first text that it has.
  private func title(of article: Int) -> Match? {
    let entries = entries[articles[article].entries].filter { !$0.text.isEmpty }
    let title = entries.first { $0.role == .headline } ?? entries.first
    return title.map { Match(article: article, pieces: [.init(block: $0.block, range: 0..<$0.text.utf8.count)]) }
  }

  // MARK: Terms

  /// Where a term stands, in reading order.
  func matches(_ term: Term) -> [Match] {
    let everywhere =
      switch term.pattern {
      case .text(let needles): matches(needles)
      case .regex(let pattern): matches(ofExpression: pattern)
      }
    switch term.scope {
    case .anywhere: return everywhere
    case .title: return everywhere.filter { stands($0, in: [.kicker, .headline, .deck]) }
    case .caption: return everywhere.filter { stands($0, in: [.caption]) }
    case .byline:
      let places = Set(everywhere.map(\.article)).reduce(into: [:]) { $0[$1] = names(in: $1) }
      return everywhere.filter { match in
        places[match.article, default: []].contains { $0.start <= match.start && match.end <= $0.end }
      }
    }
  }

  private func stands(_ match: Match, in roles: Set<Block.Role>) -> Bool {
    let first = articles[match.article].entries.lowerBound
    return match.pieces.allSatisfy { roles.contains(entries[first + $0.block].role) }
  }

  /// Where an article says who wrote it: its bylines; for people that these do not have, the first place that names
  /// them, in what the dateline says of them.
  private func names(in article: Int) -> [Match] {
    let facts = articles[article]
    var names = entries[facts.entries].filter { $0.role == .byline }.map {
      Match(article: article, pieces: [.init(block: $0.block, range: 0..<$0.text.utf8.count)])
    }
    for person in facts.people {
      let ways = [person.role + person.name, person.name].compactMap { Term($0, isTolerant: false, pinyin: .off) }
      let places = ways.lazy.compactMap { self.matches($0).first { $0.article == article } }
      if let place = places.first { names.append(place) }
    }
    return names
  }

  private func matches(ofExpression pattern: String) -> [Match] {
    guard var expression = try? Expression(pattern) else { return [] }
    return entries.flatMap { entry in
      expression.ranges(in: entry.text).map { range in
        Match(article: entry.article, pieces: [.init(block: entry.block, range: range)])
      }
    }
  }

  // MARK: Nearness

  /// Where each of two terms stands with the other one near, in any order.
  private func matches(_ one: Term, near other: Term, _ distance: Int) -> [Match] {
    let (ones, others) = (matches(one), matches(other))
    return [ones.filter { isNear($0, others, distance) }, others.filter { isNear($0, ones, distance) }].united
  }

  /// Whether one of some matches, in reading order, is near a match without overlapping it.
  private func isNear(_ match: Match, _ others: [Match], _ distance: Int) -> Bool {
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle].start < match.end { low = middle + 1 } else { high = middle }
    }
    if low < others.count, isClose(match, others[low], distance) { return true }
    let before = others[..<low].last { $0.end <= match.start }
    return before.map { isClose($0, match, distance) } ?? false
  }

  /// Whether there are at most so many characters from the end of a match to the start of a later one.
  private func isClose(_ first: Match, _ second: Match, _ distance: Int) -> Bool {
    guard first.article == second.article else { return false }
    let (from, to) = (first.end, second.start)
    let base = articles[first.article].entries.lowerBound
    var left = distance
    for block in from.block...to.block {
      let text = entries[base + block].text.utf8
      let start = block == from.block ? from.offset : 0
      let end = block == to.block ? to.offset : text.count
      let between = text.dropFirst(start).prefix(end - start)
      // Bytes that do not start a scalar count for nothing; where there are four times too many it is certain.
      if between.count > left * 4 { return false }
      left -= between.count { $0 & 0xC0 != 0x80 }
      if left < 0 { return false }
    }
    return true
  }
}

extension Condition {
  /// Whether it is about text that can be shown where it stands.
  fileprivate var hasText: Bool {
    if case .filter = self { false } else { true }
  }
}
