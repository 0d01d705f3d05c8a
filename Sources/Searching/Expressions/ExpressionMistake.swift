import Newspaper

/// A fault of a regular expression.
struct ExpressionMistake: Error, Equatable {
  var kind: QueryMistake.ExpressionFault
  /// UTF-8 offsets in the expression; nil where the fault is of the expression as a whole.
  var range: Range<Int>?
}

extension QueryMistake {
  /// The ways in which a regular expression can be at fault.
  public enum ExpressionFault: Sendable, Equatable {
    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`: no engine that reads a text once can follow these.
    case looksAround
    /// `\1`, `\k<name>`: the same holds.
    case refersBack
    /// `*+`, `(?>…)`: repeats and groups that give nothing back.
    case givesNothingBack
    /// The expression has too many steps; a counted repeat has the steps of all its times.
    case tooLarge
    /// The mark that closes a group or a class is missing.
    case notClosed(Character)
    /// `)` without a group.
    case notOpened
    /// A repeat stands behind nothing that can be repeated.
    case nothingToRepeat
    /// The upper bound of a repeat or a span is below the lower one, or is not a character.
    case wrongSpan
    /// A class without characters.
    case emptyClass
    /// An escape that has no meaning.
    case unknownEscape
    /// A property or class name that does not exist, or a script that is not in the program's table.
    case unknownProperty
    /// A kind of group or an option that does not exist.
    case unknownGroup
  }
}

extension QueryMistake.ExpressionFault: Bilingual {
  /// The fault and the remedy, in one line of English.
  public var english: String {
    switch self {
    case .looksAround:
      "regular expressions cannot look ahead or behind here; make that text part of the expression, or a word beside it"
    case .refersBack: "regular expressions cannot refer back to a group here; write its text out"
    case .givesNothingBack: "repeats and groups that give nothing back do not exist here; write `*` or (?:…)"
    case .tooLarge: "the regular expression is too large; repeat less in it (a{9} counts as nine times a)"
    case .notClosed(let mark): "the regular expression lacks `\(mark)`"
    case .notOpened: "`)` closes no group; write \\) for the mark itself"
    case .nothingToRepeat: "there is nothing to repeat; write \\ before a mark that means itself"
    case .wrongSpan: "the span is wrong; write the smaller end first, as in [a-z] or {2,4}"
    case .emptyClass: "there is nothing in the brackets; write \\] for the mark itself"
    case .unknownEscape: "the escape has no meaning; \\\\ is the backslash itself"
    case .unknownProperty: "no such class; there are L, Lu, N, P, Alphabetic, \(UnicodeScript.names) and others"
    case .unknownGroup: "no such group; there are (…), (?:…), (?<name>…) and the options (?ims)"
    }
  }

  /// The fault and the remedy, in one line of Chinese.
  public var chinese: String {
    switch self {
    case .looksAround: "正则表达式不能前后查看；请把那段文字写进表达式，或另作一词"
    case .refersBack: "正则表达式不能引用前面的组；请写出其文字"
    case .givesNothingBack: "没有不回退的重复与组；请写 * 或 (?:…)"
    case .tooLarge: "正则表达式过大；请减少重复（a{9} 相当于九个 a）"
    case .notClosed(let mark): "正则表达式缺少“\(mark)”"
    case .notOpened: "“)”没有对应的“(”；若是文字请写 \\)"
    case .nothingToRepeat: "没有可重复的内容；若是文字请在前面加 \\"
    case .wrongSpan: "范围有误；请先写较小的一端，如 [a-z]、{2,4}"
    case .emptyClass: "方括号内没有内容；若是文字请写 \\]"
    case .unknownEscape: "没有这种转义；反斜杠本身写作 \\\\"
    case .unknownProperty: "没有这种字符类；可用 L、Lu、N、P、Alphabetic、\(UnicodeScript.names) 等"
    case .unknownGroup: "没有这种组；可用 (…)、(?:…)、(?<name>…) 及选项 (?ims)"
    }
  }
}
