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

extension QueryMistake.ExpressionFault: Phrased {
  /// The fault and the remedy, in one line.
  public var phrase: Phrase {
    switch self {
    case .looksAround:
      Phrase(
        "regular expressions cannot look ahead or behind here; make that text part of the expression, or a word beside it"
      )
    case .refersBack: Phrase("regular expressions cannot refer back to a group here; write its text out")
    case .givesNothingBack: Phrase("repeats and groups that give nothing back do not exist here; write `*` or (?:…)")
    case .tooLarge: Phrase("the regular expression is too large; repeat less in it (a{9} counts as nine times a)")
    case .notClosed(let mark): Phrase("the regular expression lacks `{}`", String(mark))
    case .notOpened: Phrase("`)` closes no group; write \\) for the mark itself")
    case .nothingToRepeat: Phrase("there is nothing to repeat; write \\ before a mark that means itself")
    case .wrongSpan: Phrase("the span is wrong; write the smaller end first, as in [a-z] or {2,4}")
    case .emptyClass: Phrase("there is nothing in the brackets; write \\] for the mark itself")
    case .unknownEscape: Phrase("the escape has no meaning; \\\\ is the backslash itself")
    case .unknownProperty:
      Phrase("no such class; there are L, Lu, N, P, Alphabetic, {} and others", UnicodeScript.names)
    case .unknownGroup: Phrase("no such group; there are (…), (?:…), (?<name>…) and the options (?ims)")
    }
  }
}
