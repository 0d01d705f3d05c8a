/// A property of a line as a small number; 0 says that there is no such line.
///
/// A property is a case here with the number of its values, and a line of `LineCodes` that finds it; templates combine
/// properties of a line and of its neighbours.
enum LineCode: Int, CaseIterable, Sendable {
  /// The length in hanzi, finely and coarsely.
  case length, size
  /// The share of the page's lines that are shorter.
  case rank
  /// The length against the printed measure.
  case fit
  /// The last character's kind, finely and coarsely.
  case end, close
  case begin
  /// The first words, as far as they say what begins there.
  case opening
  /// Pauses, sentences and calls inside.
  case pauses
  case spaces
  /// Brackets and quotations left open, or closed without an opening.
  case open
  /// The newspaper's form that the line has.
  case form
  /// The kind of words in brackets at the end.
  case tail
  case blanks
  /// The share of the line's pairs of hanzi that the text behind has, less that of the text before, and its rank.
  case overlap, overlapRank
  /// The same for single characters and the text next to the line.
  case kinship, kinshipRank
  /// The words in brackets behind the end of a paragraph, which sign it.
  case sign
  /// The number of lines since the last headline and up to the next, by the hand-set weights.
  case since, until
  case letterCase
  /// Repeats folded away around the line.
  case repeats
  /// The label by the hand-set weights.
  case hand

  /// The number of values, 0 for no line included.
  var count: Int {
    switch self {
    case .length: 24
    case .size: 9
    case .rank: 11
    case .fit: 5
    case .end: 18
    case .close: 7
    case .begin: 16
    case .opening: 12
    case .pauses: 13
    case .spaces: 4
    case .open: 5
    case .form: 25
    case .tail: 12
    case .blanks: 5
    case .overlap, .kinship: 9
    case .overlapRank, .kinshipRank: 8
    case .sign: 10
    case .since, .until: 8
    case .letterCase: 5
    case .repeats: 9
    case .hand: LineLabel.allCases.count + 1
    }
  }
}

/// A property of the whole page as a small number.
enum PageCode: Int, CaseIterable, Sendable {
  /// The shares of long lines, of lines that end a sentence, of short lines among which none does.
  case long, ended
  /// The median length of the lines.
  case median
  /// The shares of long lines that open with a dateline, and of bylines among all.
  case datelines, bylines
  /// Printed lines, whole paragraphs or broken ones.
  case setting
  /// Blank lines between lines: none, some, one before each.
  case air
  /// Hanzi in simplified or traditional form, Latin letters.
  case script
  /// The share of short lines that end in brackets.
  case tails
  /// Paragraphs behind each headline as the hand-set weights find them.
  case paragraphs
  /// The share of credits.
  case credits

  /// The number of values.
  var count: Int {
    switch self {
    case .long, .ended, .median: 6
    case .datelines, .bylines, .tails, .credits: 5
    case .setting: 4
    case .air: 4
    case .script: 4
    case .paragraphs: 7
    }
  }
}
