import Newspaper

/// A fact about one line that speaks for or against its labels.
///
/// A fact is a case here, a row of `table` and the code that finds it; what a person is told of it in other languages
/// than English stands in `Strings`.
enum LineFeature: UInt8, CaseIterable, Sendable {
  // MARK: Length: in hanzi where a line of the file is a paragraph, else against the printed measure.
  case tiny
  case short
  case headLength
  case wide
  case long
  case veryLong
  case fillsMeasure
  case exceedsMeasure
  case fallsShortOfMeasure

  // MARK: The end.
  case endsSentence
  case endsAskingOrCalling
  case endsClosed
  case endsPausing
  case endsWithColon
  case endsWithDash
  case leavesOpen
  case endsLeadingOn

  // MARK: Inside.
  case sentenceInside
  case onePause
  case manyPauses
  case parts

  // MARK: Forms of newspapers.
  case dateline
  case byline
  case bareName
  case signOff
  case credit
  case pointer
  case jumpOnly
  case item
  case startsWithDash
  case startsInside
  case headingMark
  case label
  case noLetters

  // MARK: Surroundings.
  case wordsComeAgain
  case wordsCameBefore
  case storyOpensNext
  case itemsFollow
  case manyBlankLines
  case interrupts

  // MARK: Facts of several kinds.
  /// ！ or ？ inside.
  case callInside
  case perhapsNames
  /// Other stories of the page open with a dateline or a byline, and nothing of that kind comes next.
  case opensNothing
  /// One of more short lines than a headline stack has.
  case inLongRun
  /// A byline stands behind the first paragraph.
  case bylineSoon
  /// The whole line stands in brackets.
  case bracketed
  /// Stories of some of the page's heads open with a dateline or a byline, and not the one here.
  case opensNothingHere
  /// The text behind has next to nothing of the text before.
  case textChanges
  case textChangesSomewhat
  case textGoesOnSomewhat
  /// The text behind has much of the text before.
  case textGoesOn
  /// Blank lines stand before and behind, on a page whose printed lines stand close.
  case standsAlone
  /// Marked as a heading below the page's first level.
  case deeperHeadingMark
  /// One of several short lines that follow closely, none of which holds a mark: verse, a table.
  case inStanza
  /// Says that it goes on from another page.
  case turnFrom
  /// Says what the page is, with the lines beside it: the paper's name, the day, the numbers of issue and page.
  case folio
  /// One of several lines whose parts stand in columns.
  case row
  /// All of its letters are capitals.
  case capitals
  /// All of its longer words have a capital.
  case raisedWords
  /// ———编者, or a few words far to the right: who signs the text above.
  case signature
  /// 问：, 记者：: who speaks.
  case speech
  /// 一、报销比例: a number and a few words without a closing mark.
  case numberedHead
  /// 启事, 廣告: what kind of notice follows.
  case noticeHead
  /// Running text goes on with a small letter on the line right below.
  case goesOnBelow
  /// WANTED, TO BE LET: opens as advertisements in English do.
  case advertises
}

extension LineFeature {
  /// Every fact with its words and its weights.
  static let table: [Evidence<LineFeature>] = [
    .init(.tiny, Phrase("a few characters only"), [.head: -0.5, .start: -1, .subhead: 0.5]),
    .init(.short, Phrase("short, as subheads are"), [.head: 0.5, .start: -0.5, .subhead: 1]),
    .init(.headLength, Phrase("as long as headlines are"), [.head: 1.2, .start: -0.3]),
    .init(.wide, Phrase("long for a headline"), [:]),
    .init(.long, Phrase("longer than headlines are"), [.start: 0.5]),
    .init(.veryLong, Phrase("as long as a paragraph"), [.start: 1, .next: 1, .caption: -1.5]),
    .init(.fillsMeasure, Phrase("fills the printed column"), [.next: 1, .start: 0.3]),
    .init(.exceedsMeasure, Phrase("wider than the printed column"), [.head: 3]),
    .init(.fallsShortOfMeasure, Phrase("shorter than the printed column"), [.next: -0.3, .head: -0.5]),
    .init(.endsSentence, Phrase("ends with a full stop"), [.head: -4, .start: 1.5, .next: 1.5]),
    .init(.endsAskingOrCalling, Phrase("ends with a question or exclamation mark"), [:]),
    .init(.endsClosed, Phrase("ends with a closing quotation mark or bracket"), [:]),
    .init(.endsPausing, Phrase("ends with a comma"), [.start: 1, .next: 1]),
    .init(.endsWithColon, Phrase("ends with a colon"), [:]),
    .init(.endsWithDash, Phrase("ends with a dash"), [.head: 2]),
    .init(.leavesOpen, Phrase("leaves a bracket or quotation open"), [.head: -2]),
    .init(.endsLeadingOn, Phrase("ends as kickers do, with a verb of saying"), [:]),
    .init(.sentenceInside, Phrase("holds a whole sentence"), [.head: -4]),
    .init(.onePause, Phrase("holds a comma"), [.head: -0.7, .subhead: -1]),
    .init(.manyPauses, Phrase("holds several commas"), [.head: -2.5, .subhead: -3]),
    .init(.parts, Phrase("falls into parts, with spaces between"), [.head: 1]),
    .init(.dateline, Phrase("opens with a dateline"), [.start: 5, .next: -3]),
    .init(.byline, Phrase("names who wrote, and nothing else"), [.byline: 6, .head: -3, .start: -2, .subhead: -3]),
    .init(.bareName, Phrase("looks like a bare name"), [.byline: 3.6]),
    .init(.signOff, Phrase("is a name in brackets"), [.byline: 6]),
    .init(.credit, Phrase("ends by naming the photographer"), [.caption: 7, .next: -3]),
    .init(.pointer, Phrase("names the page where more is to be read"), [.pointer: 8]),
    .init(.jumpOnly, Phrase("is only a turn to another page"), [.next: 4, .head: -9, .caption: -6]),
    .init(.item, Phrase("opens with a sign or number, as items do"), [.head: -1.5]),
    .init(.startsWithDash, Phrase("opens with a dash, as decks do"), [:]),
    .init(.startsInside, Phrase("starts inside a sentence or quotation"), [.next: 3, .head: -2]),
    .init(.headingMark, Phrase("is marked as a heading"), [.head: 3]),
    .init(.label, Phrase("opens with a label in brackets"), [.head: 1]),
    .init(.noLetters, Phrase("has no letters"), [.furniture: 8]),
    .init(.wordsComeAgain, Phrase("its words come again in the text behind"), [.head: 1.2]),
    .init(.wordsCameBefore, Phrase("its words came in the text before"), [.head: -0.5, .subhead: 0.5]),
    .init(
      .storyOpensNext, Phrase("a byline, a dateline or a turn from another page follows"),
      [.head: 2, .next: -1.5, .start: -1]),
    .init(.itemsFollow, Phrase("items follow"), [.head: 1.5]),
    .init(.manyBlankLines, Phrase("several blank lines stand before it"), [.caption: 3, .next: -1.5]),
    .init(.interrupts, Phrase("the lines around it go on with each other"), [.caption: 3]),
    .init(.callInside, Phrase("holds an exclamation or question"), [:]),
    .init(.perhapsNames, Phrase("may be names"), [.byline: 1]),
    .init(
      .opensNothing, Phrase("no byline or dateline follows, as the page's headlines have"),
      [.head: -2.5, .subhead: 1, .start: -1.5]),
    .init(.inLongRun, Phrase("stands among many short lines, as in a list"), [.item: 3]),
    .init(.bylineSoon, Phrase("a byline stands behind the first paragraph"), [.head: 1.5]),
    .init(.bracketed, Phrase("stands in brackets altogether"), [.head: -5, .caption: 2.5, .subhead: -1]),
    .init(.opensNothingHere, Phrase("no byline or dateline follows"), [.head: -1.6, .start: -1]),
    .init(.textChanges, Phrase("the text behind speaks of other things"), [.head: 1.5, .subhead: -1.5]),
    .init(.textChangesSomewhat, Phrase("the text behind speaks mostly of other things"), [.head: 0.7]),
    .init(.textGoesOnSomewhat, Phrase("the text behind seems to go on with the one before"), [.head: -0.7]),
    .init(.textGoesOn, Phrase("the text behind goes on with the one before"), [.head: -1.5, .subhead: 1]),
    .init(.standsAlone, Phrase("stands alone among close lines"), [.head: 1.5, .next: -1.5, .start: -1]),
    .init(.deeperHeadingMark, Phrase("is marked as a heading of a lower level"), [.head: -3, .subhead: 4]),
    .init(.inStanza, Phrase("one of several short lines that follow closely, as in verse"), [.item: 6]),
    .init(.turnFrom, Phrase("says that it goes on from another page"), [.start: 5]),
    .init(.folio, Phrase("names the paper, the day, the issue or the page"), [.furniture: 14]),
    .init(.row, Phrase("one of several lines whose parts stand in columns"), [.item: 8]),
    .init(.capitals, Phrase("is all in capitals"), [.head: 3]),
    .init(.raisedWords, Phrase("has capitals at the start of its words"), [.head: 2.5]),
    .init(.signature, Phrase("signs the text above"), [.byline: 8, .head: -5]),
    .init(.speech, Phrase("opens with who speaks"), [.head: -4]),
    .init(.numberedHead, Phrase("is a number and a few words"), [.subhead: 5]),
    .init(.noticeHead, Phrase("says what kind of notice follows"), [.head: 7]),
    .init(.goesOnBelow, Phrase("the text goes on right below with a small letter"), [.caption: -4]),
    .init(.advertises, Phrase("opens as advertisements do, with words in capitals"), [:]),
  ]
}
