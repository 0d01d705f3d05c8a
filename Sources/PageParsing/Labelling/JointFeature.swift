import Newspaper

/// A fact about two lines together: what they show of whether the later one goes on with the earlier.
enum JointFeature: UInt8, CaseIterable, Sendable {
  /// The earlier line ends a sentence.
  case finished
  /// The earlier line ends with a quotation or bracket closed: it may or may not end a sentence.
  case closed
  /// The earlier line ends without any closing mark.
  case unfinished
  /// The earlier line ends with a pause mark.
  case pausing
  /// The earlier line leaves a bracket or quotation open.
  case open
  /// The two characters that meet stand side by side elsewhere on the page.
  case meetsElsewhere
  /// They do not.
  case meetsNowhere
  /// The earlier line ends with a colon.
  case colon
  /// The later line opens no story, on a page whose stories open with a dateline.
  case opensUnlikeOthers
  /// The earlier line fills the printed measure.
  case earlierFills
  /// The earlier line falls short of the printed measure.
  case earlierShort
  /// The later line is indented, or two characters shorter than the measure: a paragraph starts.
  case laterIndented
  /// A blank line stands between, on a page of printed lines.
  case apart
  /// The later line opens with a dateline.
  case opensStory
  /// On this page no line but a short one ends inside a sentence: its paragraphs are whole.
  case paragraphsAreWhole
  /// The earlier line ends as clauses of the page end, and the later begins as they begin: a mark was lost between
  /// them.
  case clausesMeet
  /// The later line is set in, as this page's paragraphs are.
  case laterSetIn
  /// It is not, though this page's paragraphs are.
  case laterNotSetIn
  /// The earlier line ends a sentence just where the measure ends, as it may in the middle of a paragraph.
  case finishedAtMeasure
  /// The later line starts with a small letter, as no sentence does.
  case startsSmall
  /// The earlier line is a row of a table.
  case behindRow
  /// The later line starts with a Latin capital, and the earlier is short.
  case startsTall
}

extension JointFeature {
  /// Every fact with its words and its weights for the later line, where the earlier is running text.
  static let afterText: [Evidence<JointFeature>] = [
    .init(.finished, Phrase("the line before ends a sentence"), [.next: -4, .start: 1.5, .head: 1, .subhead: 0.5]),
    .init(.closed, Phrase("the line before ends with a closing mark"), [.next: -0.5, .start: 0.5, .head: 0.5]),
    .init(.unfinished, Phrase("the line before has no closing mark"), [.next: 2.5, .start: -2.5, .head: -1.5]),
    .init(.pausing, Phrase("the line before ends with a comma"), [.next: 3, .start: -3]),
    .init(.open, Phrase("the line before leaves a bracket or quotation open"), [.next: 1.5]),
    .init(.meetsElsewhere, Phrase("the characters that meet are a pair elsewhere on the page"), [.next: 2]),
    .init(.meetsNowhere, Phrase("the characters that meet are no pair elsewhere on the page"), [.next: -0.7]),
    .init(.colon, Phrase("the line before ends with a colon"), [.next: -1, .start: 1.5, .item: 2, .head: -2]),
    .init(.opensUnlikeOthers, Phrase("it does not open as the page's stories do"), [:]),
    .init(.earlierFills, Phrase("the line before fills the column"), [.next: 1]),
    .init(.earlierShort, Phrase("the line before falls short of the column"), [.next: -0.5]),
    .init(.laterIndented, Phrase("it is shorter by the two characters of an indent"), [.start: 0.5]),
    .init(.apart, Phrase("a blank line stands between"), [.next: -0.5, .head: 0.5]),
    .init(.opensStory, Phrase("a story opens here"), [.start: -1.5]),
    .init(
      .paragraphsAreWhole, Phrase("paragraphs of this page stand whole on a line"),
      [.next: -4, .start: 1.5, .head: 1, .subhead: 1.5, .item: 1]),
    .init(.clausesMeet, Phrase("one clause seems to end and another to begin here"), [.next: -3, .start: 2]),
    .init(.laterSetIn, Phrase("it is set in"), [.start: 2, .next: -4]),
    .init(.laterNotSetIn, Phrase("it is not set in, as first lines of this page are"), [.next: 2, .start: -1]),
    .init(.finishedAtMeasure, Phrase("the line before ends a sentence just at the column's edge"), [.next: 2.5]),
    .init(.startsSmall, Phrase("it starts with a small letter"), [.next: 4, .head: -3]),
    .init(.behindRow, Phrase("the line before is a row of a table"), [.next: -8]),
    .init(.startsTall, Phrase("it starts with a capital, the line before is short"), [.next: -3]),
  ]

  /// The same where the earlier line is of a headline stack, a byline or a pointer.
  static let afterHead: [Evidence<JointFeature>] = [
    .init(.opensUnlikeOthers, Phrase("it does not open as the page's stories do"), [.start: -2.5])
  ]
}
