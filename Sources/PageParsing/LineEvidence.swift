/// What a line shows of the role it plays, each a fact that one can see on it.
///
/// The facts add up: `Weights` says how much each speaks for a role, and `RolePath` finds the roles of a whole page
/// that all facts together speak for most.
struct LineEvidence: OptionSet, Hashable {
  var rawValue: UInt64

  private static func bit(_ number: UInt64) -> LineEvidence { LineEvidence(rawValue: 1 << number) }

  // How long it is, in hanzi (paragraphs a line) or against the page's printed measure (printed lines).
  static let tiny = bit(0)
  static let short = bit(1)
  static let headLength = bit(2)
  static let wide = bit(3)
  static let long = bit(4)
  static let veryLong = bit(5)
  static let fillsMeasure = bit(6)
  static let exceedsMeasure = bit(7)
  static let fallsShortOfMeasure = bit(8)

  // How it ends.
  static let endsSentence = bit(9)
  static let endsAskingOrCalling = bit(10)
  static let endsClosed = bit(11)
  static let endsPausing = bit(12)
  static let endsWithColon = bit(13)
  static let endsWithDash = bit(14)
  static let leavesOpen = bit(15)
  static let endsLeadingOn = bit(16)

  // What is in it.
  static let sentenceInside = bit(17)
  static let onePause = bit(18)
  static let manyPauses = bit(19)
  static let parts = bit(20)

  // The forms of newspapers.
  static let dateline = bit(21)
  static let byline = bit(22)
  static let bareName = bit(23)
  static let signOff = bit(24)
  static let credit = bit(25)
  static let pointer = bit(26)
  static let jumpOnly = bit(27)
  static let item = bit(28)
  static let startsWithDash = bit(29)
  static let startsInside = bit(30)
  static let headingMark = bit(31)
  static let label = bit(32)
  static let noLetters = bit(33)

  // What stands around it.
  static let wordsComeAgain = bit(34)
  static let wordsCameBefore = bit(35)
  static let storyOpensNext = bit(36)
  static let itemsFollow = bit(37)
  static let manyBlankLines = bit(38)
  static let interrupts = bit(39)

  /// ！ or ？ inside.
  static let callInside = bit(40)
  static let perhapsNames = bit(41)
  /// Other stories of the page open with a dateline or a byline, and nothing of that kind comes next.
  static let opensNothing = bit(42)
  /// One of more short lines than a headline stack has.
  static let inLongRun = bit(43)
  /// A byline stands behind the first paragraph.
  static let bylineSoon = bit(44)
  /// The whole line stands in brackets.
  static let bracketed = bit(45)
  /// What opens a story comes next on some of the page's heads only, and not here.
  static let opensNothingHere = bit(46)
  /// The text behind has next to nothing of the text before.
  static let textChanges = bit(47)
  static let textChangesSomewhat = bit(48)
  static let textGoesOnSomewhat = bit(49)
  /// The text behind has much of the text before.
  static let textGoesOn = bit(50)
  /// Blank lines stand before and behind, on a page whose printed lines stand close.
  static let standsAlone = bit(51)
  /// Marked as a heading below the page's first level.
  static let deeperHeadingMark = bit(52)
  /// One of several short lines that follow closely, none of which holds a mark: verse, a table.
  static let inStanza = bit(53)
  /// Says that it goes on from another page.
  static let turnFrom = bit(54)
  /// Says what the page is, with the lines beside it: the paper's name, the day, the numbers of issue and page.
  static let folio = bit(55)
  /// One of several lines whose parts stand in columns.
  static let row = bit(56)
  /// All of its letters are capitals.
  static let capitals = bit(57)
  /// All of its longer words have a capital.
  static let raisedWords = bit(58)
  /// ———编者, or a few words far to the right: who signs the text above.
  static let signature = bit(59)
  /// 问：, 记者：: who speaks.
  static let speech = bit(60)
  /// 一、报销比例: a number and a few words without a closing mark.
  static let numberedHead = bit(61)
  /// 启事, 廣告: what kind of notice follows.
  static let noticeHead = bit(62)
  /// Running text goes on with a small letter on the line right below.
  static let goesOnBelow = bit(63)
}

/// What two lines show together of whether the later one goes on with the earlier.
struct MeetingEvidence: OptionSet, Hashable {
  var rawValue: UInt32

  private static func bit(_ number: UInt32) -> MeetingEvidence { MeetingEvidence(rawValue: 1 << number) }

  /// The earlier line ends a sentence.
  static let finished = bit(0)
  /// The earlier line ends with a quotation or bracket closed: it may or may not end a sentence.
  static let closed = bit(1)
  /// The earlier line ends without any closing mark.
  static let unfinished = bit(2)
  /// The earlier line ends with a pause mark.
  static let pausing = bit(3)
  /// The earlier line leaves a bracket or quotation open.
  static let open = bit(4)
  /// The two characters that meet stand side by side elsewhere on the page.
  static let meetsElsewhere = bit(5)
  /// They do not.
  static let meetsNowhere = bit(6)
  /// The earlier line ends with a colon.
  static let colon = bit(7)
  /// The later line opens no story, on a page whose stories open with a dateline.
  static let opensUnlikeOthers = bit(8)
  /// The earlier line fills the printed measure.
  static let earlierFills = bit(9)
  /// The earlier line falls short of the printed measure.
  static let earlierShort = bit(10)
  /// The later line is indented, or two characters shorter than the measure: a paragraph starts.
  static let laterIndented = bit(11)
  /// A blank line stands between, on a page of printed lines.
  static let apart = bit(12)
  /// The later line opens with a dateline.
  static let opensStory = bit(13)
  /// On this page no line but a short one ends inside a sentence: its paragraphs are whole.
  static let paragraphsAreWhole = bit(14)
  /// The earlier line ends as clauses of the page end, and the later begins as they begin: a mark was lost between
  /// them.
  static let clausesMeet = bit(15)
  /// The later line is set in, as this page's paragraphs are.
  static let laterSetIn = bit(16)
  /// It is not, though this page's paragraphs are.
  static let laterNotSetIn = bit(17)
  /// The earlier line ends a sentence just where the measure ends, as it may in the middle of a paragraph.
  static let finishedAtMeasure = bit(18)
  /// The later line starts with a small letter, as no sentence does.
  static let startsSmall = bit(19)
  /// The earlier line is a row of a table.
  static let behindRow = bit(20)
  /// The later line starts with a Latin capital, and the earlier is short.
  static let startsTall = bit(21)
}
