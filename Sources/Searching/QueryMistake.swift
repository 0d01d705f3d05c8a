import Newspaper

/// What is wrong with a query, and where.
public struct QueryMistake: Error, Sendable, Equatable {
  /// What is wrong.
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
    /// What stands after `date:` is no day, month, year or span of them.
    case notADate(String)
    /// What stands after `page:` is no number or span of numbers.
    case notAPage(String)
    /// What stands after `kind:` is no kind of article.
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
  }

  /// What is wrong.
  public var kind: Kind
  /// UTF-8 offsets in the query's text; empty where something is missing.
  public var range: Range<Int>

  /// A mistake and its place.
  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension QueryMistake: Bilingual {
  /// What is wrong and what to do, in one line of English.
  public var english: String {
    switch kind {
    case .nothingToLookFor: "there is nothing to look for"
    case .quoteNotClosed: "the quotation has no end; close it with \""
    case .expressionNotClosed: "the regular expression has no end; close it with /, or quote it as text"
    case .expressionWrong(let fault): fault.english
    case .noSuchField(let name): "no field `\(name)`; there are \(QueryField.names), and quotation marks for text"
    case .fieldEmpty(let name): "what to look for must follow `\(name)` without a space"
    case .notADate(let text): "`\(text)` is no date; write 2021, 2021-06, 2021-06-22, 2021-06..2022 or --06-22"
    case .notAPage(let text): "`\(text)` is no page; write 2 or 2..4"
    case .notAKind(let text): "no kind `\(text)`; there are \(Self.kinds)"
    case .choiceIncomplete: "`|` needs something on both sides"
    case .choiceExcludes: "what is left out with `-` cannot be part of a choice"
    case .nearWithoutNumber: "`near/` needs a number of characters, as in near/20"
    case .nearIncomplete: "`near/` needs a word on both sides"
    case .onlyExcludes: "this says only what must not be there; add what must, or quote a text that starts with `-`"
    }
  }

  /// What is wrong and what to do, in one line of Chinese.
  public var chinese: String {
    switch kind {
    case .nothingToLookFor: "没有要查找的内容"
    case .quoteNotClosed: "引号未闭合，请用 \" 结束"
    case .expressionNotClosed: "正则表达式未以 / 结束；若是文字请加引号"
    case .expressionWrong(let fault): fault.chinese
    case .noSuchField(let name): "没有字段“\(name)”；可用 \(QueryField.names)，若是文字请加引号"
    case .fieldEmpty(let name): "“\(name)”后须紧跟要查找的内容"
    case .notADate(let text): "“\(text)”不是日期；可写 2021、2021-06、2021-06-22、2021-06..2022 或 --06-22"
    case .notAPage(let text): "“\(text)”不是版次；可写 2 或 2..4"
    case .notAKind(let text): "没有类别“\(text)”；可用 \(Self.kinds)"
    case .choiceIncomplete: "“|”两边都要有内容"
    case .choiceExcludes: "用“-”排除的内容不能作为选项之一"
    case .nearWithoutNumber: "“near/”后要写字数，如 near/20"
    case .nearIncomplete: "“near/”两边都要有词"
    case .onlyExcludes: "只说了不要什么；请加上要找的内容，若文字以“-”开头请加引号"
    }
  }

  private static var kinds: String { Article.Kind.allCases.map(\.rawValue).joined(separator: ", ") }
}
