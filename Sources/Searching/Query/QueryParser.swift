import Newspaper

extension Query {
  /// A query in the language of queries.
  ///
  /// Words that spaces divide must all be in an article; those of letters are found as whole words, `mill*` and `*mill`
  /// also as parts of longer ones; spaces between single hanzi are taken for the scan's.
  /// `"a phrase"`, whose letters are pinyin only as syllables set apart, `"xi an"`; `-without`, `a | b`,
  /// `a near/20 b`, `/a regular expression/` (over repaired text as it is), `~text` with one look-alike for each four
  /// characters; `title:` `by:` `caption:` before any of these; `date:2021-06..2022`, `page:2..4`, `kind:photo`.
  /// `near` binds closest, then `|`. Where only fields without text are asked for, the articles themselves are found.
  /// - Parameter pinyin: which readings small letters stand for besides letters.
  public static func parse(_ text: String, pinyin: Pinyin = .common) throws(QueryMistake) -> Query {
    let length = text.utf8.count
    if let end = text.index(text.startIndex, offsetBy: mostCharacters, limitedBy: text.endIndex), end < text.endIndex {
      let place = text.utf8.distance(from: text.startIndex, to: end)
      throw QueryMistake(.tooLong(most: mostCharacters), at: place..<length)
    }
    let tokens = try QueryLexer.tokens(of: text)
    let parts = tokens.filter { if case .part = $0.kind { true } else { false } }
    if parts.count > mostParts {
      throw QueryMistake(.tooManyParts(most: mostParts), at: parts[mostParts].range.lowerBound..<length)
    }
    var parser = QueryParser(tokens: tokens[...], end: length, pinyin: pinyin)
    return Query(text: text, clauses: try parser.clauses())
  }
}

extension Query {
  /// Limits of what people type. A list that was pasted by mistake would keep the program busy for long.
  private static let mostCharacters = 2000
  private static let mostParts = 64
}

private struct QueryParser {
  /// Those that are left.
  var tokens: ArraySlice<QueryToken>
  /// Length of the text.
  let end: Int
  let pinyin: Query.Pinyin

  mutating func clauses() throws(QueryMistake) -> [Clause] {
    guard !tokens.isEmpty else { throw QueryMistake(.nothingToLookFor, at: 0..<end) }
    var clauses: [Clause] = []
    while !tokens.isEmpty { clauses.append(try clause()) }
    guard clauses.contains(where: { !$0.isExcluded }) else { throw QueryMistake(.onlyExcludes, at: 0..<end) }
    return clauses
  }

  private mutating func clause() throws(QueryMistake) -> Clause {
    if let bar = take(.bar) { throw QueryMistake(.choiceIncomplete, at: bar.range) }
    var clause = try alternative()
    while let bar = take(.bar) {
      guard let next = tokens.first, next.kind != .bar else { throw QueryMistake(.choiceIncomplete, at: bar.range) }
      let other = try alternative()
      if clause.isExcluded || other.isExcluded { throw QueryMistake(.choiceExcludes, at: bar.range) }
      clause.conditions += other.conditions
    }
    return clause
  }

  /// A condition, or two terms near each other.
  private mutating func alternative() throws(QueryMistake) -> Clause {
    let first = tokens.first
    let left = try part()
    guard let near = tokens.first, case .near(let distance) = near.kind else {
      return Clause(isExcluded: first?.isExcluded ?? false, conditions: [left])
    }
    tokens.removeFirst()
    guard let distance else { throw QueryMistake(.nearWithoutNumber, at: near.range) }
    guard let second = tokens.first, case .part = second.kind, case .term(let one) = left,
      case .term(let other) = try part(), first?.isExcluded == false, !second.isExcluded
    else { throw QueryMistake(.nearIncomplete, at: near.range) }
    return Clause(conditions: [.near(one, other, distance)])
  }

  private mutating func part() throws(QueryMistake) -> Condition {
    let token = tokens.removeFirst()
    switch token.kind {
    case .bar: throw QueryMistake(.choiceIncomplete, at: token.range)
    case .near(nil): throw QueryMistake(.nearWithoutNumber, at: token.range)
    case .near: throw QueryMistake(.nearIncomplete, at: token.range)
    case .part(let part):
      if let field = part.field, field.scope == nil { return .filter(try filter(field, part.text, token.range)) }
      var term = try term(part, token.range)
      term.scope = part.field?.scope ?? .anywhere
      return .term(term)
    }
  }

  private func term(_ part: QueryToken.Part, _ range: Range<Int>) throws(QueryMistake) -> Term {
    if part.form == .expression {
      if part.text.isEmpty { throw QueryMistake(.nothingToLookFor, at: range) }
      do throws(ExpressionMistake) { _ = try Expression(part.text) } catch {
        let start = range.upperBound - 1 - part.text.utf8.count
        let place = error.range.map { start + $0.lowerBound..<start + $0.upperBound }
        throw QueryMistake(.expressionWrong(error.kind), at: place ?? range)
      }
      return Term(pattern: .regex(part.text))
    }
    let isQuoted = part.form == .phrase
    let word = isQuoted ? StarredWord(phrase: part.text) : StarredWord(part.text)
    let term = Term(
      word.text, isTolerant: part.isTolerant, pinyin: pinyin, open: word.open, isQuoted: isQuoted)
    guard let term else { throw QueryMistake(.nothingToLookFor, at: range) }
    return term
  }

  private func filter(_ field: QueryField, _ text: String, _ range: Range<Int>) throws(QueryMistake) -> Filter {
    // Digits and hyphens of any width.
    let value = String(decoding: FoldedText(text).bytes, as: UTF8.self)
    switch field {
    case .date:
      guard let span = DateSpan(value) ?? DateSpan(text) else { throw QueryMistake(.notADate(text), at: range) }
      return .date(span)
    case .page:
      guard let pages = pageSpan(value) else { throw QueryMistake(.notAPage(text), at: range) }
      return .page(pages)
    default:
      guard let kind = Article.Kind(rawValue: value) else { throw QueryMistake(.notAKind(text), at: range) }
      return .kind(kind)
    }
  }

  private mutating func take(_ kind: QueryToken.Kind) -> QueryToken? {
    tokens.first?.kind == kind ? tokens.removeFirst() : nil
  }
}

/// A word that is looked for, and its ends that had a star: there a longer word may go on.
private struct StarredWord {
  let text: String
  let open: WordEdges

  init(phrase text: String) { (self.text, open) = (text, .none) }

  init(_ word: String) {
    func isStar(_ character: Character) -> Bool { character == "*" || character == "＊" }
    let rest = word.drop(while: isStar)
    let text = String(rest.reversed().drop(while: isStar).reversed())
    var open = WordEdges.none
    if !text.isEmpty { (open.start, open.end) = (word.first.map(isStar) ?? false, word.last.map(isStar) ?? false) }
    (self.text, self.open) = (text.isEmpty ? word : text, open)
  }
}

/// The pages that `2` or `2..4` names; nil for anything else.
func pageSpan(_ text: String) -> ClosedRange<Int>? {
  let dots = text.firstRange(of: "..")
  let ends = dots.map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...]]
  guard let first = wholeNumber(ends[0]), let last = wholeNumber(ends[ends.count - 1]), first <= last else {
    return nil
  }
  return first...last
}

extension QueryToken {
  fileprivate var isExcluded: Bool {
    if case .part(let part) = kind { part.isExcluded } else { false }
  }
}
