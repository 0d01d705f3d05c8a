import Newspaper

/// A query of a person.
public struct Query: Sendable, Equatable {
  /// Which readings of hanzi letters stand for.
  public enum Pinyin: String, Sendable, CaseIterable {
    /// Letters stand for letters only.
    case off
    /// The readings that dictionaries of today's language have.
    case common
    /// Those of the great dictionaries, too.
    case all
  }

  /// As it was typed.
  public let text: String
  /// All of them must hold in an article; never empty, and not all of them excluded.
  let clauses: [Clause]

  init(text: String, clauses: [Clause]) {
    self.text = text
    self.clauses = clauses
  }

  /// The term that it consists of, where it has just one.
  var onlyTerm: Term? {
    guard clauses.count == 1, clauses[0].conditions.count == 1, case .term(let term) = clauses[0].conditions[0] else {
      return nil
    }
    return term
  }
}

/// Conditions of which one must hold, or, where they are excluded, none.
struct Clause: Sendable, Equatable {
  var isExcluded = false
  var conditions: [Condition]
}

/// A condition on an article.
enum Condition: Sendable, Equatable {
  case term(Term)
  /// Both stand in the article, with at most so many characters between them.
  case near(Term, Term, Int)
  case filter(Filter)
}

/// A text or an expression, and where it must stand.
struct Term: Sendable, Equatable {
  enum Pattern: Sendable, Equatable {
    /// Ways to look for one text, the best first.
    case text([Needle])
    /// A regular expression.
    case regex(String)
  }

  var pattern: Pattern
  var scope = Scope.anywhere
}

/// A part of the paper.
enum Scope: Sendable, Equatable {
  case anywhere, title, byline, caption
}

/// A condition that is not looked for in the text.
enum Filter: Sendable, Equatable {
  case date(DateSpan)
  case page(ClosedRange<Int>)
  case kind(Article.Kind)
}

extension Term {
  /// A text to look for; nil where folding leaves nothing of it.
  /// - Parameters:
  ///   - open: the ends at which a longer word may go on; nil if it may lie anywhere within words.
  ///   - isQuoted: true if letters are only letters, unless they are syllables set apart, which are pinyin.
  init?(_ text: String, isTolerant: Bool, pinyin: Query.Pinyin, open: WordEdges? = nil, isQuoted: Bool = false) {
    let folded = FoldedText(text).bytes
    guard !folded.isEmpty else { return nil }
    let edges = open.map { WordEdges(of: folded).without($0) } ?? .none
    var needles = [edges == .none ? Needle.literal(folded) : .word(folded, edges)]
    if pinyin != .off {
      let patterns = PinyinPattern.patterns(of: text, rare: pinyin == .all)
      needles += patterns.filter { !isQuoted || $0.isSpelledOut }.map(Needle.pinyin)
    }
    if isTolerant { needles.append(.lookalike(LookalikePattern(folded), edges)) }
    pattern = .text(needles)
  }
}
