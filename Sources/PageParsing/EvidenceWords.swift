import Newspaper

/// The evidence in words.
extension LineEvidence {
  /// Every piece of evidence with what a reader is told of it.
  static let words: [(evidence: LineEvidence, words: Phrase)] = [
    (.tiny, Phrase("a few characters only")),
    (.short, Phrase("short, as subheads are")),
    (.headLength, Phrase("as long as headlines are")),
    (.wide, Phrase("long for a headline")),
    (.long, Phrase("longer than headlines are")),
    (.veryLong, Phrase("as long as a paragraph")),
    (.fillsMeasure, Phrase("fills the printed column")),
    (.exceedsMeasure, Phrase("wider than the printed column")),
    (.fallsShortOfMeasure, Phrase("shorter than the printed column")),
    (.endsSentence, Phrase("ends with a full stop")),
    (.endsAskingOrCalling, Phrase("ends with a question or exclamation mark")),
    (.endsClosed, Phrase("ends with a closing quotation mark or bracket")),
    (.endsPausing, Phrase("ends with a comma")),
    (.endsWithColon, Phrase("ends with a colon")),
    (.endsWithDash, Phrase("ends with a dash")),
    (.leavesOpen, Phrase("leaves a bracket or quotation open")),
    (.endsLeadingOn, Phrase("ends as kickers do, with a verb of saying")),
    (.sentenceInside, Phrase("holds a whole sentence")),
    (.onePause, Phrase("holds a comma")),
    (.manyPauses, Phrase("holds several commas")),
    (.parts, Phrase("falls into parts, with spaces between")),
    (.dateline, Phrase("opens with a dateline")),
    (.byline, Phrase("names who wrote, and nothing else")),
    (.bareName, Phrase("looks like a bare name")),
    (.signOff, Phrase("is a name in brackets")),
    (.credit, Phrase("ends by naming the photographer")),
    (.pointer, Phrase("names the page where more is to be read")),
    (.jumpOnly, Phrase("is only a turn to another page")),
    (.turnFrom, Phrase("says that it goes on from another page")),
    (.item, Phrase("opens with a sign or number, as items do")),
    (.startsWithDash, Phrase("opens with a dash, as decks do")),
    (.startsInside, Phrase("starts inside a sentence or quotation")),
    (.headingMark, Phrase("is marked as a heading")),
    (.deeperHeadingMark, Phrase("is marked as a heading of a lower level")),
    (.inStanza, Phrase("one of several short lines that follow closely, as in verse")),
    (.capitals, Phrase("is all in capitals")),
    (.raisedWords, Phrase("has capitals at the start of its words")),
    (.signature, Phrase("signs the text above")),
    (.speech, Phrase("opens with who speaks")),
    (.numberedHead, Phrase("is a number and a few words")),
    (.noticeHead, Phrase("says what kind of notice follows")),
    (
      .goesOnBelow,
      Phrase("the text goes on right below with a small letter")
    ),
    (.row, Phrase("one of several lines whose parts stand in columns")),
    (.label, Phrase("opens with a label in brackets")),
    (.noLetters, Phrase("has no letters")),
    (.folio, Phrase("names the paper, the day, the issue or the page")),
    (.interrupts, Phrase("the lines around it go on with each other")),
    (.callInside, Phrase("holds an exclamation or question")),
    (.perhapsNames, Phrase("may be names")),
    (
      .opensNothing,
      Phrase("no byline or dateline follows, as the page's headlines have")
    ),
    (.inLongRun, Phrase("stands among many short lines, as in a list")),
    (.bylineSoon, Phrase("a byline stands behind the first paragraph")),
    (.bracketed, Phrase("stands in brackets altogether")),
    (.opensNothingHere, Phrase("no byline or dateline follows")),
    (.textChanges, Phrase("the text behind speaks of other things")),
    (.textChangesSomewhat, Phrase("the text behind speaks mostly of other things")),
    (.textGoesOnSomewhat, Phrase("the text behind seems to go on with the one before")),
    (.textGoesOn, Phrase("the text behind goes on with the one before")),
    (.standsAlone, Phrase("stands alone among close lines")),
    (.wordsComeAgain, Phrase("its words come again in the text behind")),
    (.wordsCameBefore, Phrase("its words came in the text before")),
    (
      .storyOpensNext,
      Phrase("a byline, a dateline or a turn from another page follows")
    ),
    (.itemsFollow, Phrase("items follow")),
    (.manyBlankLines, Phrase("several blank lines stand before it")),
  ]
}

extension MeetingEvidence {
  /// Every piece of evidence with what a reader is told of it.
  static let words: [(evidence: MeetingEvidence, words: Phrase)] = [
    (.finished, Phrase("the line before ends a sentence")),
    (.closed, Phrase("the line before ends with a closing mark")),
    (.unfinished, Phrase("the line before has no closing mark")),
    (.pausing, Phrase("the line before ends with a comma")),
    (.open, Phrase("the line before leaves a bracket or quotation open")),
    (
      .meetsElsewhere,
      Phrase("the characters that meet are a pair elsewhere on the page")
    ),
    (
      .meetsNowhere,
      Phrase("the characters that meet are no pair elsewhere on the page")
    ),
    (.colon, Phrase("the line before ends with a colon")),
    (.opensUnlikeOthers, Phrase("it does not open as the page's stories do")),
    (.earlierFills, Phrase("the line before fills the column")),
    (.earlierShort, Phrase("the line before falls short of the column")),
    (.laterIndented, Phrase("it is shorter by the two characters of an indent")),
    (.apart, Phrase("a blank line stands between")),
    (.opensStory, Phrase("a story opens here")),
    (.paragraphsAreWhole, Phrase("paragraphs of this page stand whole on a line")),
    (.clausesMeet, Phrase("one clause seems to end and another to begin here")),
    (.behindRow, Phrase("the line before is a row of a table")),
    (.startsTall, Phrase("it starts with a capital, the line before is short")),
    (.startsSmall, Phrase("it starts with a small letter")),
    (.laterSetIn, Phrase("it is set in")),
    (.laterNotSetIn, Phrase("it is not set in, as first lines of this page are")),
    (
      .finishedAtMeasure,
      Phrase("the line before ends a sentence just at the column's edge")
    ),
  ]
}

extension LineRole {
  /// The role in words.
  var words: Phrase {
    switch self {
    case .head: Phrase("a line of a headline stack")
    case .byline: Phrase("a byline")
    case .start: Phrase("the start of a paragraph")
    case .next: Phrase("more of the paragraph before")
    case .item: Phrase("a line of a list or of verse")
    case .subhead: Phrase("a subhead")
    case .caption: Phrase("a caption")
    case .pointer: Phrase("a pointer to another page")
    case .furniture: Phrase("no part of an article")
    }
  }
}
