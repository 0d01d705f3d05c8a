import Newspaper
import Searching

// What is said of a search of the whole corpus.
extension Phrases {
  var everywhere: String { say("whole corpus", "全库搜索") }
  /// What stands before a query for the whole corpus.
  var everywhereSign: String { say("all/", "全库/") }
  var queriesTitle: String { say("Kept queries", "保存的查询") }

  func hits(_ count: Int) -> String { say("\(grouped(count)) hit\(count == 1 ? "" : "s")", "\(grouped(count)) 处") }

  func hits(_ hits: Int, inIssues issues: Int) -> String {
    say(
      "\(self.hits(hits)) in \(grouped(issues)) issue\(issues == 1 ? "" : "s")",
      "\(self.hits(hits)) · \(grouped(issues)) 期")
  }

  func name(of order: CorpusQuestion.Order) -> String {
    switch order {
    case .newest: say("newest first", "新的在前")
    case .best: say("best first", "最合的在前")
    }
  }

  /// How a hit was found, in two columns; nothing for what stands there as it was typed.
  func sign(of kind: Match.Kind) -> String {
    switch kind {
    case .literal: ""
    case .pinyin: say("py", "拼")
    case .lookalike: "~"
    }
  }

  /// Some days in one word: a year or several, a month, a day.
  func days(_ days: ClosedRange<DayNumber>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if last.value == 0 { return noDate }
    if first.month == last.month {
      let month = "\(first.year)-" + Self.twoDigits(first.monthOfYear)
      return first == last ? month + "-" + Self.twoDigits(first.dayOfMonth) : month
    }
    return first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
  }

  func article(_ number: Int) -> String { say("article \(number)", "第 \(number) 篇") }

  /// What is said where the corpus is read for the first time: nothing of it can be searched before its end.
  func searchesOnceRead(_ progress: Double) -> String {
    say(
      "reading the corpus: \(percent(progress)); it is searched as soon as that is done",
      "正在读入全库：\(percent(progress))；读完即开始搜索")
  }

  /// The same in a corpus that was read before, and of which some has changed.
  func stillReading(_ progress: Double) -> String {
    say("reading what is new: \(percent(progress))", "正在读入更新：\(percent(progress))")
  }

  /// How far something has come; 100 % only at its end.
  func percent(_ progress: Double) -> String {
    let percent = progress.isFinite ? Int(max(0, min(progress, 1)) * 100) : 0
    return "\(min(99, percent)) %"
  }

  /// A number with commas between thousands.
  func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
      text.append(digit.element)
    }
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // MARK: Messages

  var lastIssueFound: String { say("no issue with hits behind this one", "已是最后一期结果") }
  var firstIssueFound: String { say("no issue with hits before this one", "已是第一期结果") }
  var lastBar: String { say("nothing later", "再往后没有了") }
  var firstBar: String { say("nothing earlier", "再往前没有了") }
  var nothingToChart: String { say("no hits to chart", "没有结果可作图") }
  var nothingToWiden: String { say("all days are shown", "已是全部日期") }
  var nothingSearchedEverywhere: String { say("the whole corpus has not been searched yet", "还没有搜过全库") }
  var noQueries: String { say("no query is kept; :save NAME keeps one", "还没有保存的查询；用 :save 名称 保存") }
  func saved(_ name: String) -> String { say("kept as \"\(name)\"", "已保存为“\(name)”") }
  func deleted(_ name: String) -> String { say("\"\(name)\" is forgotten", "已删去“\(name)”") }
  func noQuery(_ name: String, _ names: [String]) -> String {
    guard !names.isEmpty else { return noQueries }
    let all = names.joined(separator: say(", ", "、"))
    return say("no query \"\(name)\"; there are: \(all)", "没有“\(name)”这个查询；有：\(all)")
  }

  // MARK: Nothing to show

  func notFoundAnywhere(_ query: String) -> String { say("Nothing found: \(query)", "全库没有：\(query)") }
  func notFoundIn(_ days: String) -> String {
    say("Only \(days) was searched; backspace widens that.", "只搜了 \(days)；按退格键放宽。")
  }
  /// What may help where nothing was found, the likeliest first.
  func advice(for query: String) -> [String] {
    var lines: [String] = []
    let hasCapitals = query.contains { $0.isASCII && $0.isUppercase }
    let isLatin = query.contains { $0.isASCII && $0.isLetter }
    if hasCapitals {
      lines.append(say("Capital letters stand for letters only; small ones for pinyin, too.", "大写字母只按字母查；小写也按拼音查。"))
    }
    if !query.contains("~") {
      lines.append(say("~ before a word also finds characters that scans confuse: ~己巳", "词前加 ~ 可查扫描易混的字，如 ~己巳"))
    }
    if query.contains(" ") {
      lines.append(say("All words must be in one article; a | b finds either.", "各词须在同一篇；a | b 则有一即可。"))
    }
    if !isLatin {
      lines.append(say("Fewer characters find more; pinyin works, too: hengyang, hy", "少写几字可多得；也可用拼音：hengyang、hy"))
    }
    return lines
  }
  /// What can be typed.
  var howToAsk: [(form: String, words: String)] {
    [
      (say("words", "词"), say("all of them in an article", "同一篇中都有")),
      ("hengyang, hy", say("hanzi by their pinyin", "用拼音查汉字")),
      ("\"…\"", say("a phrase", "词组")), ("a | b", say("either", "有一即可")), ("-a", say("without", "没有")),
      ("~" + say("text", "文字"), say("also what scans confuse", "也查扫描易混的字")),
      ("title: by: caption:", say("where it stands", "在标题、署名、图注中")),
      ("date:2021-06..2022", say("when", "日期")), ("a near/20 b", say("near each other", "相近")),
      ("/…/", say("a regular expression", "正则表达式")),
    ]
  }
  var typeToSearch: String { say("Type to search every issue.", "输入即搜全库各期。") }
  var searching: String { say("searching…", "正在搜索……") }
}
