import Newspaper

/// The evidence in words.
extension LineEvidence {
  /// Every piece of evidence with what a reader is told of it.
  static let words: [(evidence: LineEvidence, words: Phrase)] = [
    (.tiny, .init(english: "a few characters only", chinese: "只有几个字")),
    (.short, .init(english: "short, as subheads are", chinese: "较短，像小标题")),
    (.headLength, .init(english: "as long as headlines are", chinese: "长短像标题")),
    (.wide, .init(english: "long for a headline", chinese: "作标题偏长")),
    (.long, .init(english: "longer than headlines are", chinese: "比标题长")),
    (.veryLong, .init(english: "as long as a paragraph", chinese: "长如一段")),
    (.fillsMeasure, .init(english: "fills the printed column", chinese: "占满一栏")),
    (.exceedsMeasure, .init(english: "wider than the printed column", chinese: "宽于一栏")),
    (.fallsShortOfMeasure, .init(english: "shorter than the printed column", chinese: "不满一栏")),
    (.endsSentence, .init(english: "ends with a full stop", chinese: "以句号结尾")),
    (.endsAskingOrCalling, .init(english: "ends with a question or exclamation mark", chinese: "以问号或叹号结尾")),
    (.endsClosed, .init(english: "ends with a closing quotation mark or bracket", chinese: "以后引号或后括号结尾")),
    (.endsPausing, .init(english: "ends with a comma", chinese: "以逗号类标点结尾")),
    (.endsWithColon, .init(english: "ends with a colon", chinese: "以冒号结尾")),
    (.endsWithDash, .init(english: "ends with a dash", chinese: "以破折号结尾")),
    (.leavesOpen, .init(english: "leaves a bracket or quotation open", chinese: "括号或引号未闭合")),
    (.endsLeadingOn, .init(english: "ends as kickers do, with a verb of saying", chinese: "以“强调”“指出”类词结尾，如引题")),
    (.sentenceInside, .init(english: "holds a whole sentence", chinese: "内有完整句子")),
    (.onePause, .init(english: "holds a comma", chinese: "内有一处逗号")),
    (.manyPauses, .init(english: "holds several commas", chinese: "内有多处逗号")),
    (.parts, .init(english: "falls into parts, with spaces between", chinese: "以空格分成几截")),
    (.dateline, .init(english: "opens with a dateline", chinese: "以电头开篇")),
    (.byline, .init(english: "names who wrote, and nothing else", chinese: "只有署名")),
    (.bareName, .init(english: "looks like a bare name", chinese: "像一个人名")),
    (.signOff, .init(english: "is a name in brackets", chinese: "括号里是人名")),
    (.credit, .init(english: "ends by naming the photographer", chinese: "末尾有摄影者")),
    (.pointer, .init(english: "names the page where more is to be read", chinese: "指明详见某版")),
    (.jumpOnly, .init(english: "is only a turn to another page", chinese: "只有转版字样")),
    (.turnFrom, .init(english: "says that it goes on from another page", chinese: "写明上接某版")),
    (.item, .init(english: "opens with a sign or number, as items do", chinese: "以符号或序号开头，如条目")),
    (.startsWithDash, .init(english: "opens with a dash, as decks do", chinese: "以破折号开头，如副题")),
    (.startsInside, .init(english: "starts inside a sentence or quotation", chinese: "从句中或引文中起")),
    (.headingMark, .init(english: "is marked as a heading", chinese: "有标题标记")),
    (.deeperHeadingMark, .init(english: "is marked as a heading of a lower level", chinese: "有次级标题标记")),
    (.inStanza, .init(english: "one of several short lines that follow closely, as in verse", chinese: "短行紧接成组，如诗行")),
    (.capitals, .init(english: "is all in capitals", chinese: "全用大写字母")),
    (.raisedWords, .init(english: "has capitals at the start of its words", chinese: "各词首字母大写")),
    (.signature, .init(english: "signs the text above", chinese: "为上文落款")),
    (.speech, .init(english: "opens with who speaks", chinese: "以说话人开头")),
    (.numberedHead, .init(english: "is a number and a few words", chinese: "序号加短语")),
    (.noticeHead, .init(english: "says what kind of notice follows", chinese: "写明启事、声明之类")),
    (
      .goesOnBelow,
      .init(english: "the text goes on right below with a small letter", chinese: "下一行以小写字母接着写")
    ),
    (.row, .init(english: "one of several lines whose parts stand in columns", chinese: "数行分栏对齐，如表格")),
    (.label, .init(english: "opens with a label in brackets", chinese: "以方头括号的栏目名开头")),
    (.noLetters, .init(english: "has no letters", chinese: "没有文字")),
    (.folio, .init(english: "names the paper, the day, the issue or the page", chinese: "写明报名、日期、期号或版次")),
    (.interrupts, .init(english: "the lines around it go on with each other", chinese: "前后两行自相衔接")),
    (.callInside, .init(english: "holds an exclamation or question", chinese: "内有问句或感叹句")),
    (.perhapsNames, .init(english: "may be names", chinese: "可能是人名")),
    (
      .opensNothing,
      .init(english: "no byline or dateline follows, as the page's headlines have", chinese: "后面没有本版标题所常有的署名或电头")
    ),
    (.inLongRun, .init(english: "stands among many short lines, as in a list", chinese: "处在许多短行之中，如名单")),
    (.bylineSoon, .init(english: "a byline stands behind the first paragraph", chinese: "首段之后有署名")),
    (.bracketed, .init(english: "stands in brackets altogether", chinese: "整行在括号内")),
    (.opensNothingHere, .init(english: "no byline or dateline follows", chinese: "后面没有署名或电头")),
    (.textChanges, .init(english: "the text behind speaks of other things", chinese: "后文与前文所谈不同")),
    (.textChangesSomewhat, .init(english: "the text behind speaks mostly of other things", chinese: "后文与前文所谈大多不同")),
    (.textGoesOnSomewhat, .init(english: "the text behind seems to go on with the one before", chinese: "后文似与前文相承")),
    (.textGoesOn, .init(english: "the text behind goes on with the one before", chinese: "后文与前文相承")),
    (.standsAlone, .init(english: "stands alone among close lines", chinese: "前后空行，独占一行")),
    (.wordsComeAgain, .init(english: "its words come again in the text behind", chinese: "用词在后文再现")),
    (.wordsCameBefore, .init(english: "its words came in the text before", chinese: "用词在前文已现")),
    (
      .storyOpensNext,
      .init(english: "a byline, a dateline or a turn from another page follows", chinese: "后面是署名、电头或上接字样")
    ),
    (.itemsFollow, .init(english: "items follow", chinese: "后面是条目")),
    (.manyBlankLines, .init(english: "several blank lines stand before it", chinese: "前面有多个空行")),
  ]
}

extension MeetingEvidence {
  /// Every piece of evidence with what a reader is told of it.
  static let words: [(evidence: MeetingEvidence, words: Phrase)] = [
    (.finished, .init(english: "the line before ends a sentence", chinese: "上一行句已完")),
    (.closed, .init(english: "the line before ends with a closing mark", chinese: "上一行以后引号或后括号结尾")),
    (.unfinished, .init(english: "the line before has no closing mark", chinese: "上一行末无标点")),
    (.pausing, .init(english: "the line before ends with a comma", chinese: "上一行以逗号类标点结尾")),
    (.open, .init(english: "the line before leaves a bracket or quotation open", chinese: "上一行括号或引号未闭合")),
    (
      .meetsElsewhere,
      .init(english: "the characters that meet are a pair elsewhere on the page", chinese: "相接的两字在别处连用")
    ),
    (
      .meetsNowhere,
      .init(english: "the characters that meet are no pair elsewhere on the page", chinese: "相接的两字在别处不连用")
    ),
    (.colon, .init(english: "the line before ends with a colon", chinese: "上一行以冒号结尾")),
    (.opensUnlikeOthers, .init(english: "it does not open as the page's stories do", chinese: "开头不像本版其他稿件")),
    (.earlierFills, .init(english: "the line before fills the column", chinese: "上一行占满一栏")),
    (.earlierShort, .init(english: "the line before falls short of the column", chinese: "上一行不满一栏")),
    (.laterIndented, .init(english: "it is shorter by the two characters of an indent", chinese: "恰比一栏少两字，如缩进")),
    (.apart, .init(english: "a blank line stands between", chinese: "中间有空行")),
    (.opensStory, .init(english: "a story opens here", chinese: "此处另起一稿")),
    (.paragraphsAreWhole, .init(english: "paragraphs of this page stand whole on a line", chinese: "本版一段一行")),
    (.clausesMeet, .init(english: "one clause seems to end and another to begin here", chinese: "此处似是两句之间")),
    (.behindRow, .init(english: "the line before is a row of a table", chinese: "上一行是表格的一行")),
    (.startsTall, .init(english: "it starts with a capital, the line before is short", chinese: "行首大写，上一行较短")),
    (.startsSmall, .init(english: "it starts with a small letter", chinese: "行首为小写字母")),
    (.laterSetIn, .init(english: "it is set in", chinese: "行首缩进")),
    (.laterNotSetIn, .init(english: "it is not set in, as first lines of this page are", chinese: "行首不缩进")),
    (
      .finishedAtMeasure,
      .init(english: "the line before ends a sentence just at the column's edge", chinese: "上一行句末恰在栏边")
    ),
  ]
}

extension LineRole {
  /// The role in words.
  var words: Phrase {
    switch self {
    case .head: .init(english: "a line of a headline stack", chinese: "标题")
    case .byline: .init(english: "a byline", chinese: "署名")
    case .start: .init(english: "the start of a paragraph", chinese: "段首")
    case .next: .init(english: "more of the paragraph before", chinese: "续上段")
    case .item: .init(english: "a line of a list or of verse", chinese: "条目或诗行")
    case .subhead: .init(english: "a subhead", chinese: "小标题")
    case .caption: .init(english: "a caption", chinese: "图片说明")
    case .pointer: .init(english: "a pointer to another page", chinese: "导读")
    case .furniture: .init(english: "no part of an article", chinese: "不属任何稿件")
    }
  }
}
