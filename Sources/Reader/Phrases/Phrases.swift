import Newspaper
import Typesetting

/// The words of the interface in a language. Those of commands stand in the table of commands.
struct Phrases: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  func say(_ key: String, _ arguments: any PhraseArgument...) -> String {
    language.text(of: Phrase(key, arguments: arguments))
  }

  func say(_ phrase: Phrase) -> String { language.text(of: phrase) }

  // MARK: The frame

  var name: String { "报栏" }
  func totals(issues: Int, articles: Int) -> String {
    (issues == 1 ? say("{} issue", issues) : say("{} issues", issues)) + " · "
      + (articles == 1 ? say("{} article", articles) : say("{} articles", articles))
  }
  /// The longest first; each says the size.
  func tooSmall(columns: Int, rows: Int) -> [String] {
    let size = "\(columns)×\(rows)"
    return [
      say("too small: {} needed", size), say("too small: {}", size), say("needs {}", size), size,
    ]
  }
  func needsValue(_ name: String, _ values: String) -> String {
    say(":{} takes one of: {}", name, values)
  }
  var noDate: String { say("no date") }
  func reading(_ done: Int, of total: Int) -> String {
    say("reading pages: {} of {}", done, total)
  }
  var readingPages: String { say("Reading pages …") }
  var noIssues: String { say("No issues here.") }
  /// Said where a long article will stand.
  var settingText: String { say("setting the text …") }
  var noArticles: String { say("No articles in this issue.") }
  var raw: String { say("raw") }
  var helpTitle: String { say("Keys") }

  // MARK: Articles

  func pointer(to page: Int) -> String { say("→ p. {}", PageNumber(page)) }
  func jump(to page: Int) -> String { say("↴ p. {}", PageNumber(page)) }
  func jump(from page: Int) -> String { say("↰ p. {}", PageNumber(page)) }

  // MARK: Pages

  func name(of view: PageView) -> String {
    switch view {
    case .one: say("one column")
    case .columns: say("columns")
    case .front: say("front page")
    case .vertical: say("vertical")
    }
  }
  /// Which of the pages that are turned.
  func sheet(_ number: Int, of count: Int) -> String { say("page {}/{}", number, count) }
  /// The page of the paper.
  func page(_ number: Int) -> String { say("p. {}", PageNumber(number)) }

  // MARK: Messages

  func notBound(_ keys: String, help: String?) -> String {
    say("{} means nothing here", keys) + (help.map { say(" · {} for help", $0) } ?? "")
  }
  func howToQuit(_ keys: String?) -> String {
    keys.map { say("{} quits", $0) } ?? say(":quit quits")
  }
  var matchesWrappedToFirst: String { say("on from the first match") }
  var matchesWrappedToLast: String { say("on from the last match") }
  /// `3/17`; where letters stand for hanzi or characters look alike, in how many of them: `3/17 pinyin 5 ~2`.
  func count(of found: Found) -> String {
    let (pinyin, lookalikes) = (found.count(.pinyin), found.count(.lookalike))
    return found.count + (pinyin > 0 ? say(" pinyin {}", pinyin) : "")
      + (lookalikes > 0 ? " ~\(lookalikes)" : "")
  }
  var nothingSearched: String { say("nothing has been searched for") }
  func nowhere(_ text: String) -> String { say("not in any issue: {}", text) }
  func elsewhere(_ total: Int, by key: String) -> String { say("{} in all issues: {}", grouped(total), key) }
  func notFound(_ text: String) -> String { say("not in this issue: {}", text) }
  func lastArticle(_ next: String?) -> String {
    say("this is the last article") + (next.map { say(" · {} for the next issue", $0) } ?? "")
  }
  var firstArticle: String { say("this is the first article") }
  var lastIssue: String { say("this is the last issue of the list") }
  var firstIssue: String { say("this is the first issue of the list") }
  func endOfArticle(_ next: String?) -> String {
    say("end of the article") + (next.map { say(" · {} for the next##article", $0) } ?? "")
  }
  var showingRaw: String { say("the scan's own lines") }
  var showingRepaired: String { say("the repaired text") }
  var nothingToFollow: String { say("this article turns to no other page") }
  func pageNotHere(_ page: Int) -> String {
    say("page {} is not among this issue's scans", PageNumber(page))
  }
  func noOtherEnd(_ page: Int) -> String {
    say("page {} has no article with the other end of this turn", PageNumber(page))
  }
  func noArticlePointedTo(_ page: Int) -> String {
    say("page {} has no article with such a headline", PageNumber(page))
  }
  func meansNothing(_ name: String) -> String { say(":{} means nothing here", name) }
  func unknownCommand(_ name: String) -> String { say("no command \"{}\"", name) }
  func needsPrompt(_ name: String) -> String { say("{} works only while typing", name) }
  func noArticle(_ text: String) -> String { say("no article {}", text) }
  func noIssue(_ text: String) -> String { say("no issue \"{}\"", text) }
  var nothingToPaste: String { say("text can be pasted only while typing") }
  func pasteCutShort(_ count: Int) -> String {
    say("pasted text is cut short: a line has {} characters at most", count)
  }

  var nothingSaid: String { say("nothing has been said yet") }
  var nothingHere: String { say("no page here") }
  func notFoundHere(_ words: String) -> String { say("not found here: {}", words) }

  /// One notice by itself; of several their number, the command that lists them, and the first.
  func notices(_ notices: [String]) -> String {
    guard notices.count > 1 else { return notices.first ?? "" }
    return say("{} faults, :messages lists them · ", notices.count) + notices[0]
  }

  /// `page 1 · lines 35, 37 of 120`.
  func place(page: Int, lines: [Int], of count: Int) -> String {
    let numbers = stretches(of: lines).joined(separator: say(", "))
    let page = PageNumber(page)
    return lines.count == 1
      ? say("page {} · line {} of {}", page, numbers, count) : say("page {} · lines {} of {}", page, numbers, count)
  }

  // MARK: Help

  var messagesTitle: String { say("Messages") }

  /// The names of some screens, or of the few others where that is shorter.
  func heading(_ contexts: [Context]) -> String {
    if contexts == Context.allCases { return say("Everywhere") }
    let (own, without) = (names(contexts), exceptions(Context.allCases.filter { !contexts.contains($0) }))
    return without.count < own.count ? without : own
  }

  private func names(_ contexts: [Context]) -> String {
    let others = contexts.filter { !Context.reading.contains($0) }.map { say($0.title) }
    let isInAllPanes = contexts.count == others.count + Context.reading.count
    let panes = isInAllPanes ? [say("All panes")] : contexts.filter(Context.reading.contains).map { say($0.title) }
    return (panes + others).joined(separator: say(", "))
  }

  private func exceptions(_ contexts: [Context]) -> String {
    let screens = names(contexts.filter { $0 != .prompt })
    if screens.isEmpty { return say("Everywhere but while typing") }
    return contexts.contains(.prompt)
      ? say("Everywhere but in {} and while typing", screens) : say("Everywhere but in {}", screens)
  }

  var keysColumn: String { say("keys") }
  var helpColumn: String { say("what they do") }
}
