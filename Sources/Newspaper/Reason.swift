/// Why something was inferred or repaired, in a form that can be said in either language.
public enum Reason: Sendable, Equatable {
  /// The line before ends without a closing mark.
  case lineUnfinished(line: Int)
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
  /// A count of half-width marks stood between hanzi.
  case halfWidthMarks(count: Int)
  /// The page has the same text at another line.
  case sameTextAs(line: Int)
  /// The text starts abruptly: what stood before is missing.
  case startsAbruptly
  /// The text stops without a closing mark and nothing continues it.
  case stopsAbruptly
  /// The lines stood among those of another article.
  case belongsToOtherArticle
  /// A word was divided at the line's end.
  case dividedWord(line: Int)
}

extension Reason: Bilingual {
  /// The reason in English.
  public var english: String {
    switch self {
    case .lineUnfinished(let line): "line \(line) ends without a closing mark"
    case .bracketOpen(let line): "line \(line) leaves a bracket or quotation open"
    case .startsInsideSentence: "the line starts inside a sentence"
    case .around(let line): "the paragraph goes on after line \(line), which is no part of it"
    case .spacesBetweenHanzi(let count): "\(count) space\(count == 1 ? "" : "s") stood inside the text"
    case .headingMarks: "marks made the line a heading"
    case .halfWidthMarks(let count): "\(count) half-width marks stood between hanzi"
    case .sameTextAs(let line): "the page has the same text at line \(line)"
    case .startsAbruptly: "it opens with words that stand only inside sentences elsewhere; what stood before seems lost"
    case .stopsAbruptly: "the text stops without a closing mark and nothing continues it"
    case .belongsToOtherArticle: "the lines stood among those of another article"
    case .dividedWord(let line): "a word is divided at the end of line \(line)"
    }
  }

  /// The reason in Chinese.
  public var chinese: String {
    switch self {
    case .lineUnfinished(let line): "第\(line)行末无结句标点"
    case .bracketOpen(let line): "第\(line)行的括号或引号未闭合"
    case .startsInsideSentence: "本行从句中起"
    case .around(let line): "第\(line)行不属本段，段落在其后续接"
    case .spacesBetweenHanzi(let count): "文中有\(count)处空格"
    case .headingMarks: "行首尾有标题标记"
    case .halfWidthMarks(let count): "汉字间有\(count)个半角标点"
    case .sameTextAs(let line): "与第\(line)行文字相同"
    case .startsAbruptly: "起首的词在别处只见于句中，前文似已缺失"
    case .stopsAbruptly: "句未完而止，后文在扫描件中缺失"
    case .belongsToOtherArticle: "这些行夹在另一稿的行间"
    case .dividedWord(let line): "第\(line)行末有断开的词"
    }
  }
}
