/// Why something was inferred or repaired, as a case that has words in every language.
public enum Reason: Sendable, Equatable {
  /// The line before ends without a closing mark.
  case lineUnfinished(line: Int)
  /// The line before ends without a closing mark, on a page whose lines go across its columns.
  case lineAcrossColumns(line: Int)
  /// The line before ends inside a bracket or quotation.
  case bracketOpen(line: Int)
  /// The line starts in the middle of a sentence.
  case startsInsideSentence
  /// Two lines form one paragraph around a caption or another thing that landed between them.
  case around(line: Int)
  /// A count of spaces stood between hanzi.
  case spacesBetweenHanzi(count: Int)
  /// Marks made the line a heading and are no text.
  case headingMarks
  /// UTF-8 was read as Windows-1252 and saved so.
  case readAsWindows1252
  /// A count of characters were marks of Markdown.
  case markup(count: Int)
  /// A count of half-width marks stood between hanzi.
  case halfWidthMarks(count: Int)
  /// A count of letters and digits were full-width.
  case fullWidthLetters(count: Int)
  /// The sentence goes on over a page turn, without a line that says so.
  case overPageTurn(line: Int)
  /// The page has the same text at another line.
  case sameTextAs(line: Int)
  /// The text starts abruptly: the text before is missing.
  case startsAbruptly
  /// The text stops without a closing mark and nothing continues it.
  case stopsAbruptly
  /// The lines stood among those of another article.
  case belongsToOtherArticle
  /// A word was divided at the line's end.
  case dividedWord(line: Int)
  /// A person corrected it.
  case byAPerson
}

extension Reason: Phrased {
  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .lineUnfinished(let line): Phrase("line {} ends without a closing mark", line)
    case .lineAcrossColumns(let line):
      Phrase("line {} ends without a closing mark; but the lines of this page seem to go across its columns", line)
    case .bracketOpen(let line): Phrase("line {} leaves a bracket or quotation open", line)
    case .startsInsideSentence: Phrase("the line starts inside a sentence")
    case .around(let line): Phrase("the paragraph goes on after line {}, which is no part of it", line)
    case .spacesBetweenHanzi(1): Phrase("{} space stood inside the text", 1)
    case .spacesBetweenHanzi(let count): Phrase("{} spaces stood inside the text", count)
    case .headingMarks: Phrase("marks made the line a heading")
    case .readAsWindows1252: Phrase("UTF-8 was read as windows-1252 and saved so")
    case .markup(let count): Phrase("{} characters were marks of Markdown", count)
    case .halfWidthMarks(let count): Phrase("{} half-width marks stood between hanzi", count)
    case .fullWidthLetters(let count): Phrase("{} letters and digits were full-width", count)
    case .overPageTurn(let line): Phrase("the sentence of line {} goes on behind the page turn", line)
    case .sameTextAs(let line): Phrase("the page has the same text at line {}", line)
    case .startsAbruptly:
      Phrase("it opens with words that stand only inside sentences elsewhere; what stood before seems lost")
    case .stopsAbruptly: Phrase("the text stops without a closing mark and nothing continues it")
    case .belongsToOtherArticle: Phrase("the lines stood among those of another article")
    case .dividedWord(let line): Phrase("a word is divided at the end of line {}", line)
    case .byAPerson: Phrase("a person corrected it")
    }
  }
}
