import Newspaper

/// Everything that the interface says, in both languages. What commands do stands in the table of commands.
struct Phrases: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  func say(_ english: String, _ chinese: String) -> String {
    Phrase(english: english, chinese: chinese).words(in: language)
  }

  // MARK: The frame

  var name: String { "报栏" }
  func totals(issues: Int, articles: Int) -> String {
    say(
      "\(issues) issue\(issues == 1 ? "" : "s") · \(articles) article\(articles == 1 ? "" : "s")",
      "\(issues) 期 · \(articles) 篇")
  }
  /// The longest first; each says the size.
  func tooSmall(columns: Int, rows: Int) -> [String] {
    let size = "\(columns)×\(rows)"
    return [
      say("too small: \(size) needed", "窗口太小：至少 \(size)"), say("too small: \(size)", "太小：至少 \(size)"),
      say("needs \(size)", "至少 \(size)"), size,
    ]
  }
  func needsValue(_ name: String, _ values: String) -> String {
    say(":\(name) takes one of: \(values)", ":\(name) 之后写其一：\(values)")
  }
  var noDate: String { say("no date", "日期不详") }
  func reading(_ done: Int, of total: Int) -> String {
    say("reading pages: \(done) of \(total)", "正在读版面：\(done)/\(total)")
  }
  var readingPages: String { say("Reading pages …", "正在读版面……") }
  var noIssues: String { say("No issues here.", "这里没有可读的报纸。") }
  /// Said where a long article will stand.
  var settingText: String { say("setting the text …", "正在排版……") }
  var noArticles: String { say("No articles in this issue.", "本期没有稿件。") }
  var raw: String { say("raw", "原文") }
  var helpTitle: String { say("Keys", "各键用处") }

  // MARK: Articles

  var gapBefore: String { say("[text missing before this]", "〔前文缺〕") }
  var cutAfter: String { say("[text breaks off here]", "〔后文缺〕") }
  func folded(_ count: Int) -> String {
    say("[\(count) repeated paragraph\(count == 1 ? "" : "s") folded]", "〔重复 \(count) 段，已折叠〕")
  }
  func pointer(to page: Int) -> String { say("→ p. \(page)", "→第\(Self.hanzi(page))版") }
  func jump(to page: Int) -> String { say("↴ p. \(page)", "↴\(Self.hanzi(page))版") }
  func turn(_ words: String, to page: Int) -> String { "↴ " + words + say(" · page \(page)", "") }
  func turnToPage(_ page: Int) -> String { say("↴ page \(page)", "↴ 第\(Self.hanzi(page))版") }
  func jump(from page: Int) -> String { say("↰ p. \(page)", "↰\(Self.hanzi(page))版") }

  // MARK: Pages

  func name(of view: PageView) -> String {
    switch view {
    case .one: say("one column", "单栏")
    case .columns: say("columns", "分栏")
    case .front: say("front page", "头版")
    case .vertical: say("vertical", "竖排")
    }
  }
  func noView(_ name: String, _ names: String) -> String {
    say("no view \"\(name)\"; there are: \(names)", "没有“\(name)”这种版面；可用的有：\(names)")
  }
  func noTheme(_ name: String, _ names: String) -> String {
    say("no theme \"\(name)\"; there are: \(names)", "没有“\(name)”这个主题；可用的有：\(names)")
  }
  /// Which of the pages that are turned.
  func sheet(_ number: Int, of count: Int) -> String { say("page \(number)/\(count)", "\(number)/\(count) 页") }
  /// The page of the paper.
  func page(_ number: Int) -> String { say("p. \(number)", "第\(Self.hanzi(number))版") }
  func weekday(_ number: Int) -> String {
    let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    return say(names[number % 7], "星期" + ["日", "一", "二", "三", "四", "五", "六"][number % 7])
  }
  func monthName(_ number: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names[(number + 11) % 12]
  }

  // MARK: Messages

  func notBound(_ keys: String, help: String?) -> String {
    say("\(keys) means nothing here", "\(keys) 在此没有用处") + (help.map { say(" · \($0) for help", " · \($0) 看帮助") } ?? "")
  }
  func howToQuit(_ keys: String?) -> String {
    keys.map { say("\($0) quits", "按 \($0) 退出") } ?? say(":quit quits", "输入 :quit 退出")
  }
  var matchesWrappedToFirst: String { say("on from the first match", "已到末处，回到第一处") }
  var matchesWrappedToLast: String { say("on from the last match", "已到首处，转到最后一处") }
  /// `3/17`; where letters stand for hanzi or characters look alike, in how many of them: `3/17 pinyin 5 ~2`.
  func count(of found: Found) -> String {
    let (pinyin, lookalikes) = (found.count(.pinyin), found.count(.lookalike))
    return found.count + (pinyin > 0 ? say(" pinyin \(pinyin)", " 拼音\(pinyin)") : "")
      + (lookalikes > 0 ? " ~\(lookalikes)" : "")
  }
  var nothingSearched: String { say("nothing has been searched for", "还没有搜索过") }
  func notFound(_ text: String) -> String { say("not in this issue: \(text)", "本期没有：\(text)") }
  func lastArticle(_ next: String?) -> String {
    say("this is the last article", "已是末篇") + (next.map { say(" · \($0) for the next issue", " · \($0) 下一期") } ?? "")
  }
  var firstArticle: String { say("this is the first article", "已是首篇") }
  var lastIssue: String { say("this is the last issue of the list", "已是列表中最后一期") }
  var firstIssue: String { say("this is the first issue of the list", "已是列表中第一期") }
  func endOfArticle(_ next: String?) -> String {
    say("end of the article", "文末") + (next.map { say(" · \($0) for the next", " · \($0) 下一篇") } ?? "")
  }
  var showingRaw: String { say("the scan's own lines", "扫描件原行") }
  var showingRepaired: String { say("the repaired text", "整理后的文字") }
  var markedRead: String { say("marked as read", "已标为已读") }
  var markedUnread: String { say("marked as unread", "已标为未读") }
  var nothingToFollow: String { say("this article turns to no other page", "本篇没有转版或导读") }
  func pageNotHere(_ page: Int) -> String {
    say("page \(page) is not among this issue's scans", "本期扫描件中没有第\(Self.hanzi(page))版")
  }
  func noOtherEnd(_ page: Int) -> String {
    say("page \(page) has no article with the other end of this turn", "第\(Self.hanzi(page))版上没有找到相接的稿件")
  }
  func noArticlePointedTo(_ page: Int) -> String {
    say("page \(page) has no article with such a headline", "第\(Self.hanzi(page))版上没有标题相近的稿件")
  }
  func meansNothing(_ name: String) -> String { say(":\(name) means nothing here", ":\(name) 在此没有用处") }
  func unknownCommand(_ name: String) -> String { say("no command \"\(name)\"", "没有“\(name)”这个命令") }
  func needsPrompt(_ name: String) -> String { say("\(name) works only while typing", "\(name) 只在输入时有用") }
  func noArticle(_ text: String) -> String { say("no article \(text)", "没有第 \(text) 篇") }
  func noIssue(_ text: String) -> String { say("no issue \"\(text)\"", "没有“\(text)”这一期") }
  var nothingToPaste: String { say("text can be pasted only while typing", "只有在输入时才能粘贴") }

  // MARK: Help

  func heading(_ contexts: [Context]) -> String {
    if contexts == Context.allCases { return say("Everywhere", "到处") }
    if contexts == Context.allCases.filter({ $0 != .prompt }) { return say("Everywhere but while typing", "除输入时外") }
    let others = contexts.filter { !Context.reading.contains($0) }.map(heading)
    let isInAllPanes = contexts.count == others.count + Context.reading.count
    let panes = isInAllPanes ? [say("All panes", "各栏")] : contexts.filter(Context.reading.contains).map(heading)
    return (panes + others).joined(separator: say(", ", "、"))
  }

  private func heading(_ context: Context) -> String {
    switch context {
    case .issues: say("Issue list", "期列表")
    case .contents: say("Contents", "目录")
    case .article: say("Article", "正文")
    case .prompt: say("While typing", "输入时")
    case .help: say("Help", "帮助")
    case .why: whyTitle
    case .front: say("Front page", "头版")
    case .results: say("Hits", "全库结果")
    case .chart: say("Chart", "图表")
    case .queries: say("Kept queries", "查询表")
    }
  }
  var keysColumn: String { say("keys", "键") }
  var helpColumn: String { say("what they do", "用处") }

  /// A page's number as the paper prints it; figures from 100 on.
  static func hanzi(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<100).contains(number) else { return String(number) }
    let tens = number < 10 ? "" : (number < 20 ? "十" : digits[number / 10] + "十")
    return tens + digits[number % 10]
  }
}
