import Newspaper

/// A mistake in a query, and its place.
public struct QueryMistake: Error, Sendable, Equatable {
  /// The kind of mistake.
  public enum Kind: Sendable, Equatable {
    /// There is nothing to look for: no text at all, or what a sign belongs to is missing.
    case nothingToLookFor
    /// A quotation mark without the one that closes it.
    case quoteNotClosed
    /// A regular expression without the slash that closes it.
    case expressionNotClosed
    /// A regular expression with a fault.
    case expressionWrong(ExpressionFault)
    /// A field that does not exist.
    case noSuchField(String)
    /// A field with nothing after it.
    case fieldEmpty(String)
    /// The value of `date:` is no day, month, year or span of them.
    case notADate(String)
    /// The value of `page:` is no number or span of numbers.
    case notAPage(String)
    /// The value of `kind:` is no kind of article.
    case notAKind(String)
    /// `|` without something on both sides.
    case choiceIncomplete
    /// `-` in a choice.
    case choiceExcludes
    /// `near/` without a number.
    case nearWithoutNumber
    /// `near/20` without a word on both sides.
    case nearIncomplete
    /// It says only what must not be there.
    case onlyExcludes
    /// It has more characters than are looked for.
    case tooLong(most: Int)
    /// It has more parts than are looked for.
    case tooManyParts(most: Int)
  }

  /// The kind of mistake.
  public var kind: Kind
  /// UTF-8 offsets in the query's text; empty where something is missing.
  public var range: Range<Int>

  /// A mistake and its place.
  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension QueryMistake: Phrased {
  /// The mistake and the remedy, in one line.
  public var phrase: Phrase {
    switch kind {
    case .nothingToLookFor: Phrase("there is nothing to look for")
    case .quoteNotClosed: Phrase("the quotation has no end; close it with \"")
    case .expressionNotClosed: Phrase("the regular expression has no end; close it with /, or quote it as text")
    case .expressionWrong(let fault): fault.phrase
    case .noSuchField(let name):
      Phrase("no field `{}`; there are {}, and quotation marks for text", name, QueryField.names)
    case .fieldEmpty(let name): Phrase("what to look for must follow `{}` without a space", name)
    case .notADate(let text): Phrase("`{}` is no date; write 2021, 2021-06, 2021-06-22, 2021-06..2022 or --06-22", text)
    case .notAPage(let text): Phrase("`{}` is no page; write 2 or 2..4", text)
    case .notAKind(let text): Phrase("no kind `{}`; there are {}", text, Self.kinds)
    case .choiceIncomplete: Phrase("`|` needs something on both sides")
    case .choiceExcludes: Phrase("what is left out with `-` cannot be part of a choice")
    case .nearWithoutNumber: Phrase("`near/` needs a number of characters, as in near/20")
    case .nearIncomplete: Phrase("`near/` needs a word on both sides")
    case .tooLong(let most): Phrase("longer than the {} characters that are looked for at once", most)
    case .tooManyParts(let most): Phrase("more than the {} parts that are looked for at once", most)
    case .onlyExcludes:
      Phrase("this says only what must not be there; add what must, or quote a text that starts with `-`")
    }
  }

  private static var kinds: String { Article.Kind.allCases.map(\.rawValue).joined(separator: ", ") }
}
