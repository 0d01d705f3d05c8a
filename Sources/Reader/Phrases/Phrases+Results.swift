import Newspaper
import Searching

// The words for a search of the whole corpus.
extension Phrases {
  var everywhere: String { say("whole corpus") }
  /// The sign before a query for the whole corpus.
  var everywhereSign: String { say("all/") }
  var queriesTitle: String { say("Kept queries") }

  func hits(_ count: Int) -> String { count == 1 ? say("{} hit", "1") : say("{} hits", grouped(count)) }

  func hits(_ hits: Int, inIssues issues: Int) -> String {
    issues == 1
      ? say("{} in {} issue", self.hits(hits), issues) : say("{} in {} issues", self.hits(hits), grouped(issues))
  }

  func name(of order: CorpusQuestion.Order) -> String {
    switch order {
    case .newest: say("newest first")
    case .best: say("best first")
    }
  }

  /// The sign of a kind of match, in two columns; nothing for one that stands there as it was typed.
  func sign(of kind: Match.Kind) -> String {
    switch kind {
    case .literal: ""
    case .pinyin: say("py")
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

  func article(_ number: Int) -> String { say("article {}", number) }

  /// Said where the corpus is read for the first time: nothing of it can be searched before its end.
  func searchesOnceRead(_ progress: Double) -> String {
    say("reading the corpus: {}; it is searched as soon as that is done", percent(progress))
  }

  /// The same in a corpus that was read before, and of which some has changed.
  func stillReading(_ progress: Double) -> String {
    say("reading what is new: {}", percent(progress))
  }

  /// A progress; 100 % only at its end.
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

  var lastIssueFound: String { say("no issue with hits behind this one") }
  var firstIssueFound: String { say("no issue with hits before this one") }
  var lastBar: String { say("nothing later") }
  var firstBar: String { say("nothing earlier") }
  var nothingToChart: String { say("no hits to chart") }
  var nothingToWiden: String { say("all days are shown") }
  var nothingSearchedEverywhere: String { say("the whole corpus has not been searched yet") }
  var noQueries: String { say("no query is kept; :save NAME keeps one") }
  func saved(_ name: String) -> String { say("kept as \"{}\"", name) }
  func deleted(_ name: String) -> String { say("\"{}\" is forgotten", name) }
  func noQuery(_ name: String, _ names: [String]) -> String {
    guard !names.isEmpty else { return noQueries }
    let all = names.joined(separator: say(", "))
    return say("no query \"{}\"; there are: {}", name, all)
  }

  // MARK: Nothing to show

  func notFoundAnywhere(_ query: String) -> String { say("Nothing found: {}", query) }
  func notFoundIn(_ days: String) -> String {
    say("Only {} was searched; backspace widens that.", days)
  }
  /// Advice where nothing was found, the likeliest first.
  func advice(for query: String) -> [String] {
    var lines: [String] = []
    let hasCapitals = query.contains { $0.isASCII && $0.isUppercase }
    let isLatin = query.contains { $0.isASCII && $0.isLetter }
    if hasCapitals {
      lines.append(say("Capital letters stand for letters only; small ones for pinyin, too."))
    }
    if !query.contains("~") {
      lines.append(say("~ before a word also finds characters that scans confuse: ~己巳"))
    }
    if query.contains(" ") {
      lines.append(say("All words must be in one article; a | b finds either."))
    }
    if !isLatin {
      lines.append(say("Fewer characters find more; pinyin works, too: hengyang, hy"))
    }
    return lines
  }
  /// The forms of queries.
  var howToAsk: [(form: String, words: String)] {
    [
      (say("words"), say("all of them in an article")),
      ("hengyang, hy", say("hanzi by their pinyin")),
      ("\"…\"", say("a phrase")), ("a | b", say("either")), ("-a", say("without")),
      ("~" + say("text"), say("also what scans confuse")),
      ("title: by: caption:", say("where it stands")),
      ("date:2021-06..2022", say("when")), ("a near/20 b", say("near each other")),
      ("/…/", say("a regular expression")),
    ]
  }
  var typeToSearch: String { say("Type to search every issue.") }
  var searching: String { say("searching…") }
}
