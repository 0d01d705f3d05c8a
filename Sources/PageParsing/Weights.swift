/// How much each piece of evidence speaks for each role, and how roles follow one another: all the parser's judgement
/// in one place.
///
/// The figures are added up, in the sense of logarithms of odds: 1 makes a role some three times as likely, and what is
/// not listed says nothing. `RolePath` looks for the roles of a whole page with the greatest sum.
struct Weights: Sendable {
  /// What a line's own evidence says of its role.
  var line: [(evidence: LineEvidence, role: LineRole, weight: Float)] = [
    (.tiny, .head, -0.5), (.tiny, .start, -1), (.tiny, .next, -0.5), (.tiny, .subhead, 0.5), (.tiny, .byline, 0),
    (.short, .head, 0.5), (.short, .start, -0.5), (.short, .subhead, 1), (.short, .item, 0.5),
    (.headLength, .head, 1.2), (.headLength, .start, -0.3), (.headLength, .subhead, -0.5),
    (.wide, .head, 0.3), (.wide, .subhead, -2.5), (.wide, .item, -1),
    (.long, .head, -2), (.long, .subhead, -6), (.long, .item, -4), (.long, .start, 0.5), (.long, .caption, -0.5),
    (.veryLong, .head, -7), (.veryLong, .subhead, -9), (.veryLong, .item, -7), (.veryLong, .start, 1),
    (.veryLong, .next, 1), (.veryLong, .caption, -1.5),
    (.fillsMeasure, .next, 1), (.fillsMeasure, .start, 0.3), (.fillsMeasure, .head, -0.8), (.fillsMeasure, .item, -2.5),
    (.fillsMeasure, .subhead, -2.5),
    (.fallsShortOfMeasure, .next, -0.3), (.fallsShortOfMeasure, .subhead, 0.5), (.fallsShortOfMeasure, .head, -0.5),
    (.fallsShortOfMeasure, .item, -1.5),
    (.exceedsMeasure, .head, 3), (.exceedsMeasure, .next, -2), (.exceedsMeasure, .start, -1),
    (.exceedsMeasure, .subhead, -2), (.exceedsMeasure, .item, 0.5),

    (.endsSentence, .head, -4), (.endsSentence, .subhead, -4), (.endsSentence, .start, 1.5),
    (.endsSentence, .next, 1.5),
    (.endsSentence, .item, -1.5), (.endsSentence, .byline, -4),
    (.endsAskingOrCalling, .head, -0.3), (.endsAskingOrCalling, .start, 0.5), (.endsAskingOrCalling, .item, -1),
    (.endsAskingOrCalling, .next, 0.5),
    (.endsPausing, .head, -3), (.endsPausing, .subhead, -4), (.endsPausing, .start, 1), (.endsPausing, .next, 1),
    (.endsWithColon, .head, -1), (.endsWithColon, .start, 1), (.endsWithColon, .subhead, 0.5),
    (.endsWithDash, .head, 2), (.endsLeadingOn, .head, 1.5),
    (.leavesOpen, .head, -2), (.leavesOpen, .subhead, -2), (.leavesOpen, .start, 0.7), (.leavesOpen, .next, 0.7),
    (.sentenceInside, .head, -4), (.sentenceInside, .subhead, -5), (.sentenceInside, .item, -2),
    (.onePause, .head, -0.7), (.onePause, .subhead, -1),
    (.manyPauses, .head, -2.5), (.manyPauses, .subhead, -3), (.manyPauses, .item, -1),
    (.parts, .head, 1), (.parts, .start, -0.3), (.parts, .subhead, -1),

    (.dateline, .start, 5), (.dateline, .head, -6), (.dateline, .next, -3), (.dateline, .subhead, -6),
    (.byline, .byline, 6), (.byline, .head, -3), (.byline, .start, -2), (.byline, .subhead, -3),
    (.bareName, .byline, 3), (.perhapsNames, .byline, 1), (.signOff, .byline, 6), (.signOff, .next, 0.5),
    (.signOff, .head, -2),
    (.credit, .caption, 7), (.credit, .head, -2), (.credit, .start, -1), (.credit, .next, -3), (.credit, .subhead, -3),
    (.pointer, .pointer, 8), (.jumpOnly, .next, 4), (.item, .start, 1), (.item, .head, -1.5), (.item, .next, -1),
    (.item, .item, 0.5), (.item, .subhead, -0.5),
    (.startsWithDash, .head, 1), (.startsInside, .next, 3), (.startsInside, .head, -2),
    (.headingMark, .head, 3), (.headingMark, .subhead, 2), (.headingMark, .start, -2), (.headingMark, .next, -4),
    (.label, .head, 1), (.noLetters, .furniture, 8),

    (.wordsComeAgain, .head, 1.2), (.wordsCameBefore, .head, -0.5), (.wordsCameBefore, .subhead, 0.5),
    (.storyOpensNext, .head, 2), (.storyOpensNext, .subhead, -1), (.storyOpensNext, .next, -1.5),
    (.storyOpensNext, .start, -1),
    (.itemsFollow, .head, 1.5), (.itemsFollow, .start, -1),
    (.bylineSoon, .head, 1.5), (.opensNothing, .head, -2.5), (.opensNothingHere, .head, -1),
    (.opensNothingHere, .start, -1),
    (.textChanges, .head, 1.5), (.textChanges, .subhead, -1.5), (.textChangesSomewhat, .head, 0.7),
    (.textChangesSomewhat, .subhead, -0.7), (.textGoesOnSomewhat, .head, -0.7), (.textGoesOnSomewhat, .subhead, 0.5),
    (.textGoesOn, .head, -1.5), (.textGoesOn, .subhead, 1), (.opensNothing, .subhead, 1),
    (.opensNothing, .start, -1.5), (.inLongRun, .head, -2.5), (.inLongRun, .item, 3),
    (.interrupts, .caption, 3), (.interrupts, .next, -1.5), (.callInside, .head, -0.5), (.callInside, .subhead, -1),
    (.standsAlone, .head, 1.5), (.standsAlone, .subhead, 1), (.standsAlone, .next, -1.5), (.standsAlone, .start, -1),
    (.bracketed, .head, -3), (.bracketed, .caption, 2.5), (.bracketed, .subhead, -1),
    (.manyBlankLines, .head, 0.4), (.manyBlankLines, .caption, 3), (.manyBlankLines, .next, -1.5),
  ]

  /// What the meeting of two lines says of the later one's role, after a line of running text.
  var afterBody: [(evidence: MeetingEvidence, role: LineRole, weight: Float)] = [
    (.finished, .next, -4), (.finished, .start, 1.5), (.finished, .head, 1), (.finished, .subhead, 0.5),
    (.closed, .next, -0.5), (.closed, .start, 0.5), (.closed, .head, 0.5),
    (.unfinished, .next, 2.5), (.unfinished, .start, -2.5), (.unfinished, .head, -1.5), (.unfinished, .subhead, -2.5),
    (.pausing, .next, 3), (.pausing, .start, -3), (.pausing, .head, -2), (.pausing, .subhead, -3),
    (.open, .next, 1.5), (.open, .start, -1), (.open, .head, -0.5), (.open, .subhead, -1),
    (.colon, .next, -1), (.colon, .start, 1.5), (.colon, .item, 2), (.colon, .head, -2),
    (.meetsElsewhere, .next, 2), (.meetsNowhere, .next, -0.7),
    (.earlierFills, .next, 1), (.finishedAtMeasure, .next, 2.5), (.finishedAtMeasure, .head, -0.5),
    (.earlierShort, .next, -0.5),
    (.clausesMeet, .next, -3), (.clausesMeet, .start, 2),
    (.opensStory, .start, -1.5), (.paragraphsAreWhole, .next, -4), (.paragraphsAreWhole, .start, 1.5),
    (.paragraphsAreWhole, .head, 1), (.paragraphsAreWhole, .subhead, 1.5), (.paragraphsAreWhole, .item, 1),
    (.laterSetIn, .start, 2), (.laterSetIn, .next, -4), (.laterNotSetIn, .next, 2), (.laterNotSetIn, .start, -1),
    (.laterIndented, .start, 0.5), (.apart, .next, -0.5), (.apart, .head, 0.5),
  ]

  /// The same after a line of a headline stack, a byline or a pointer.
  var afterHead: [(evidence: MeetingEvidence, role: LineRole, weight: Float)] = [
    (.opensUnlikeOthers, .start, -2.5), (.pausing, .start, -0.5),
  ]

  /// How one role follows another; pairs that are not listed do not occur.
  var turns: [(from: LineRole, to: LineRole, weight: Float)] = [
    (.head, .head, -0.3), (.head, .byline, 1), (.head, .start, 0), (.head, .pointer, 0), (.head, .caption, -2),
    (.head, .furniture, -1), (.head, .item, -1.5), (.head, .subhead, -3),
    (.byline, .byline, 0.3), (.byline, .start, 1), (.byline, .head, -2), (.byline, .caption, -1.5),
    (.byline, .subhead, 0),
    (.byline, .furniture, -1), (.byline, .item, -2), (.byline, .pointer, -2),
    (.start, .start, 0), (.start, .next, 0), (.start, .head, 0), (.start, .byline, -2), (.start, .subhead, -1.2),
    (.start, .caption, -1.5), (.start, .pointer, -0.5), (.start, .furniture, -1), (.start, .item, -1),
    (.next, .start, 0), (.next, .next, 0), (.next, .head, 0), (.next, .byline, -2), (.next, .subhead, -1.2),
    (.next, .caption, -1.5), (.next, .pointer, -0.5), (.next, .furniture, -1), (.next, .item, -1),
    (.item, .item, 0.8), (.item, .start, -0.5), (.item, .head, -0.5), (.item, .subhead, -1), (.item, .caption, -1),
    (.item, .byline, -3), (.item, .furniture, -1), (.item, .pointer, -1), (.item, .next, -3),
    (.subhead, .start, 0.5), (.subhead, .item, 0), (.subhead, .subhead, -2), (.subhead, .caption, -1),
    (.subhead, .byline, -1),
    (.caption, .start, 0), (.caption, .next, 1), (.caption, .head, 0), (.caption, .caption, -1),
    (.caption, .byline, -2),
    (.caption, .subhead, -1.5), (.caption, .pointer, -1), (.caption, .furniture, -1), (.caption, .item, -1.5),
    (.pointer, .head, 0.5), (.pointer, .start, -0.5), (.pointer, .pointer, -1), (.pointer, .byline, -3),
    (.pointer, .caption, -1), (.pointer, .furniture, -1),
    (.furniture, .head, 0), (.furniture, .start, -0.5), (.furniture, .next, -0.5), (.furniture, .furniture, 0),
    (.furniture, .byline, -2), (.furniture, .subhead, -1), (.furniture, .caption, -1), (.furniture, .item, -1),
    (.furniture, .pointer, -1),
  ]

  /// What a page likes to begin with.
  var opening: [(role: LineRole, weight: Float)] = [
    (.head, 1.5), (.start, -1), (.byline, -2), (.caption, -1), (.pointer, -1), (.furniture, 0), (.item, -2),
    (.subhead, -4), (.next, -8),
  ]

  /// The share of running text without any evidence: what a line costs that is a caption or furniture for no reason.
  var plain: [(role: LineRole, weight: Float)] = [
    (.caption, -2), (.furniture, -4), (.byline, -3.5), (.pointer, -2), (.item, -1),
  ]
}
