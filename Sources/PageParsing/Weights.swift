/// How much each piece of evidence speaks for each role, and how roles follow one another: all the parser's judgement
/// in one place.
///
/// The figures are added up, in the sense of logarithms of odds: 1 makes a role some three times as likely, and what is
/// not listed says nothing. `RolePath` looks for the roles of a whole page with the greatest sum.
struct Weights: Sendable {
  /// What a line's own evidence says of its role.
  var line: [(evidence: LineEvidence, role: LineRole, weight: Float)] = [
    (.tiny, .head, -0.5), (.tiny, .start, -1), (.tiny, .subhead, 0.5), (.short, .head, 0.5), (.short, .start, -0.5),
    (.short, .subhead, 1), (.headLength, .head, 1.2), (.headLength, .start, -0.3),
    (.long, .start, 0.5), (.veryLong, .start, 1),
    (.veryLong, .next, 1), (.veryLong, .caption, -1.5),
    (.fillsMeasure, .next, 1), (.fillsMeasure, .start, 0.3), (.fallsShortOfMeasure, .next, -0.3),
    (.fallsShortOfMeasure, .head, -0.5),
    (.exceedsMeasure, .head, 3),
    (.endsSentence, .head, -4), (.endsSentence, .start, 1.5),
    (.endsSentence, .next, 1.5),
    (.endsPausing, .start, 1), (.endsPausing, .next, 1),
    (.endsWithDash, .head, 2), (.leavesOpen, .head, -2), (.sentenceInside, .head, -4),
    (.onePause, .head, -0.7), (.onePause, .subhead, -1),
    (.manyPauses, .head, -2.5), (.manyPauses, .subhead, -3), (.parts, .head, 1),
    (.dateline, .start, 5), (.dateline, .head, -6), (.dateline, .next, -3), (.byline, .byline, 6), (.byline, .head, -3),
    (.byline, .start, -2), (.byline, .subhead, -3),
    (.bareName, .byline, 3.6), (.perhapsNames, .byline, 1), (.signOff, .byline, 6), (.credit, .caption, 7),
    (.credit, .next, -3), (.pointer, .pointer, 8), (.jumpOnly, .next, 4), (.turnFrom, .start, 5), (.item, .head, -1.5),
    (.startsInside, .next, 3), (.startsInside, .head, -2),
    (.headingMark, .head, 3), (.deeperHeadingMark, .head, -3), (.deeperHeadingMark, .subhead, 4), (.label, .head, 1),
    (.noLetters, .furniture, 8), (.folio, .furniture, 14),

    (.wordsComeAgain, .head, 1.2), (.wordsCameBefore, .head, -0.5), (.wordsCameBefore, .subhead, 0.5),
    (.storyOpensNext, .head, 2), (.storyOpensNext, .next, -1.5),
    (.storyOpensNext, .start, -1),
    (.itemsFollow, .head, 1.5), (.bylineSoon, .head, 1.5), (.opensNothing, .head, -2.5),
    (.opensNothingHere, .head, -1.6),
    (.opensNothingHere, .start, -1),
    (.textChanges, .head, 1.5), (.textChanges, .subhead, -1.5), (.textChangesSomewhat, .head, 0.7),
    (.textGoesOnSomewhat, .head, -0.7), (.textGoesOn, .head, -1.5),
    (.textGoesOn, .subhead, 1), (.opensNothing, .subhead, 1),
    (.opensNothing, .start, -1.5), (.inLongRun, .item, 3), (.inStanza, .item, 6),
    (.capitals, .head, 3), (.raisedWords, .head, 2.5), (.goesOnBelow, .caption, -4),
    (.jumpOnly, .head, -9), (.jumpOnly, .caption, -6),
    (.signature, .byline, 8), (.signature, .head, -5), (.speech, .head, -4),
    (.numberedHead, .subhead, 5), (.noticeHead, .head, 7),
    (.row, .item, 8),
    (.standsAlone, .head, 1.5), (.standsAlone, .next, -1.5),
    (.standsAlone, .start, -1),
    (.interrupts, .caption, 3), (.bracketed, .head, -5), (.bracketed, .caption, 2.5), (.bracketed, .subhead, -1),
    (.manyBlankLines, .caption, 3), (.manyBlankLines, .next, -1.5),
  ]

  /// What the meeting of two lines says of the later one's role, after a line of running text.
  var afterBody: [(evidence: MeetingEvidence, role: LineRole, weight: Float)] = [
    (.finished, .next, -4), (.finished, .start, 1.5), (.finished, .head, 1), (.finished, .subhead, 0.5),
    (.closed, .next, -0.5), (.closed, .start, 0.5), (.closed, .head, 0.5),
    (.unfinished, .next, 2.5), (.unfinished, .start, -2.5), (.unfinished, .head, -1.5), (.pausing, .next, 3),
    (.pausing, .start, -3), (.open, .next, 1.5), (.colon, .next, -1), (.colon, .start, 1.5), (.colon, .item, 2),
    (.colon, .head, -2),
    (.meetsElsewhere, .next, 2), (.meetsNowhere, .next, -0.7),
    (.earlierFills, .next, 1), (.finishedAtMeasure, .next, 2.5), (.earlierShort, .next, -0.5),
    (.clausesMeet, .next, -3), (.clausesMeet, .start, 2),
    (.opensStory, .start, -1.5), (.paragraphsAreWhole, .next, -4), (.paragraphsAreWhole, .start, 1.5),
    (.paragraphsAreWhole, .head, 1), (.paragraphsAreWhole, .subhead, 1.5), (.paragraphsAreWhole, .item, 1),
    (.laterSetIn, .start, 2), (.laterSetIn, .next, -4), (.laterNotSetIn, .next, 2), (.laterNotSetIn, .start, -1),
    (.laterIndented, .start, 0.5), (.startsSmall, .next, 4), (.startsSmall, .head, -3), (.behindRow, .next, -8),
    (.startsTall, .next, -3),
    (.apart, .next, -0.5), (.apart, .head, 0.5),
  ]

  /// The same after a line of a headline stack, a byline or a pointer.
  var afterHead: [(evidence: MeetingEvidence, role: LineRole, weight: Float)] = [
    (.opensUnlikeOthers, .start, -2.5)
  ]

  /// How one role follows another, where that is more or less usual than `rareTurn`.
  var turns: [(from: LineRole, to: LineRole, weight: Float)] = [
    (.head, .head, -0.3), (.head, .byline, 1), (.head, .start, 0), (.head, .caption, -2),
    (.head, .subhead, -3),
    (.byline, .byline, 0.3), (.byline, .start, 1), (.byline, .subhead, 0),
    (.start, .start, 0), (.start, .next, 0), (.start, .head, 0), (.start, .byline, -2), (.next, .start, 0),
    (.next, .next, 0), (.next, .head, 0), (.next, .byline, -2), (.item, .item, 0.8), (.item, .start, -0.5),
    (.item, .next, -3),
    (.subhead, .start, 0.5), (.caption, .start, 0), (.caption, .next, 1), (.caption, .head, 0),
  ]

  /// What every other turn costs.
  var rareTurn: Float = -1.2

  /// What cannot be: text goes on only with text.
  var impossibleTurns: [(from: LineRole, to: LineRole)] = [
    (.head, .next), (.byline, .next), (.pointer, .next), (.subhead, .next),
  ]

  /// What a page likes to begin with.
  var opening: [(role: LineRole, weight: Float)] = [
    (.head, 1.5), (.start, -1), (.byline, -2), (.caption, -1), (.item, -2), (.subhead, -4), (.next, -8),
  ]

  /// The share of running text without any evidence: what a line costs that is a caption or furniture for no reason.
  var plain: [(role: LineRole, weight: Float)] = [
    (.caption, -2), (.furniture, -4), (.byline, -3.5), (.pointer, -2), (.item, -1),
  ]
}
