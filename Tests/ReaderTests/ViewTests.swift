import Newspaper
import Screen
import Strings
import Testing

@testable import Reader
@testable import Typesetting

/// Screens that a person has read, by the keys that lead to them.
struct Scene: Sendable, CustomTestStringConvertible {
  var name: String
  var columns: Int
  var rows: Int
  var keys: String
  var language = Language.chinese
  var testDescription: String { name }
}

private let scenes = [
  Scene(name: "three-panes", columns: 118, rows: 30, keys: "<enter>j<enter>"),
  Scene(name: "three-panes-wide", columns: 160, rows: 24, keys: "<enter>j<enter>"),
  Scene(name: "issues-narrow", columns: 40, rows: 16, keys: ""),
  Scene(name: "issues-80", columns: 80, rows: 12, keys: "j"),
  Scene(name: "contents-narrow", columns: 40, rows: 16, keys: "<enter>]"),
  Scene(name: "article-narrow", columns: 40, rows: 30, keys: "<enter>j<enter>"),
  Scene(name: "article-end", columns: 40, rows: 16, keys: "<enter>j<enter>G"),
  Scene(name: "article-80", columns: 80, rows: 24, keys: "<enter>j<enter>j"),
  Scene(name: "article-jump", columns: 60, rows: 16, keys: "<enter>2j<enter>"),
  Scene(name: "scan", columns: 60, rows: 24, keys: "<enter>j<enter>r"),
  Scene(name: "search", columns: 118, rows: 30, keys: "<enter>j<enter>/教室"),
  Scene(name: "help-80", columns: 80, rows: 24, keys: "?"),
  Scene(name: "help-end-english", columns: 60, rows: 24, keys: "?G", language: .english),
  Scene(name: "three-panes-english", columns: 118, rows: 20, keys: "<tab>j<tab>", language: .english),
  Scene(name: "command", columns: 80, rows: 12, keys: ":next-<tab><tab>"),
  Scene(name: "why", columns: 118, rows: 30, keys: "<enter>j<enter>w5j"),
  Scene(name: "why-80-english", columns: 80, rows: 30, keys: "<enter>j<enter>8jw", language: .english),
  Scene(name: "why-narrow", columns: 40, rows: 18, keys: "<enter>j<enter>w"),
  Scene(name: "why-smallest", columns: 20, rows: 5, keys: "<enter>j<enter>w"),
  Scene(name: "why-scan", columns: 60, rows: 24, keys: "<enter>j<enter>w5jr"),
  Scene(name: "smallest", columns: 20, rows: 5, keys: "<enter>j<enter>3j"),
]

@Test("Each view looks as it did when a person last read it", arguments: scenes)
func views(_ scene: Scene) {
  var desk = Desk(Papers.all, columns: scene.columns, rows: scene.rows, language: scene.language)
  desk.type(scene.keys)
  expectGolden(desk, scene.name)
}

@Test("The issue list shows date, doubt, what has been read and the lead headline")
func issueList() {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  #expect(desk.line(2).hasPrefix("▸ 2023-04-12 ≈     0/4  南山小学"))
  #expect(desk.line(5).hasPrefix("  ????-03-04 ≈     0/1  春耕备耕忙"))
  desk.type("<enter>j<enter>qq")
  #expect(desk.line(2).contains("1/4"))
}

@Test("A date that is stated carries no mark of doubt; one that is unknown says so")
func datesInTheList() {
  var stated = day(2020, 1, 2)
  stated.certainty = .stated
  let story = Story(head("标题"))
  let desk = Desk([makeIssue("a", date: stated, story), makeIssue("b", story)], columns: 60, rows: 12)
  #expect(desk.line(2).hasPrefix("▸ 2020-01-02       0/1"))
  #expect(desk.line(3).hasPrefix("  日期不详 b       0/1"))
}

@Test("An article counts as read when one goes to it, not when it is looked at in passing")
func readMarks() {
  var desk = Desk(Papers.all, columns: 118, rows: 20)
  desk.type("<enter>jj")
  #expect(desk.screen.contains("0/4"))
  desk.type("<enter>")
  #expect(desk.screen.contains("1/4"))
  desk.type("/李梅")
  #expect(desk.screen.contains("1/4"))
  desk.type("<enter>")
  #expect(desk.screen.contains("2/4"))
}

@Test("The gate stands before every text of a page: no control reaches a cell")
func gate() {
  let bad = "坏\u{1B}[31m字\u{202E}反\u{9B}"
  let issue = makeIssue(bad, title: bad, Story(kicker(bad), head(bad), text(bad), caption(bad, credit: bad)))
  for keys in ["", "<enter><enter>", "<enter><enter>r", "/坏", ":\u{7F}x<enter>"] {
    var desk = Desk([issue], columns: 118, rows: 20, notices: [bad])
    desk.type(keys)
    let scalars = desk.screen.unicodeScalars.filter { $0 != "\n" }
    #expect(!scalars.contains { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format })
  }
}

@Test("A list shows of a headline of a megabyte what it shows of one that is only too long", arguments: [2, 21, 90])
func endlessHeadline(width: Int) {
  let sentence = "市委书记（市长）宣布“开工” project 2021，"
  func shown(_ count: Int) -> [String] {
    let text = ListText(String(repeating: sentence, count: count), width: width)
    return text.lines.map { "\(text.text.slice($0.range)) \($0.width) \($0.isCut)" }
  }
  #expect(shown(30_000) == shown(30))
}

@Test("Without issues, and with an issue without articles, the reader says so")
func nothingToRead() {
  var none = Desk([], columns: 60, rows: 12)
  #expect(none.screen.contains("这里没有可读的报纸。"))
  none.type("<enter>j/x<enter>]}n:next-issue<enter>q")
  #expect(none.effects == [.quit])
  var empty = Desk([makeIssue("leer", date: day(2020, 1, 2))], columns: 118, rows: 12)
  #expect(empty.screen.contains("本期没有稿件。"))
  empty.type("<enter><enter>]jGr/x<enter>f")
  expectWhole(empty, "an issue without articles")
}

@Test("An issue that cannot be opened says why and leaves the others")
func unreadableIssue() {
  var desk = Desk(Papers.all, columns: 118, rows: 20, missing: ["winter": "winter.txt: no permission"])
  desk.type("j")
  #expect(desk.status.contains("winter.txt: no permission"))
  desk.type("<enter>")
  #expect(desk.reader.pane == .issues)
  desk.type("j")
  #expect(desk.screen.contains("田间地头一片繁忙。"))
}

@Test("Notices from before stand on the last line until a key, however many, and are all listed by :messages")
func notices() {
  let notices = (1...27).map { "\($0).txt: 不是 UTF-8" }
  var desk = Desk(Papers.all, columns: 80, rows: 12, notices: notices)
  #expect(desk.status == " 27 处问题，:messages 列出 · 1.txt: 不是 UTF-8")
  desk.type("j")
  #expect(desk.status.contains("? 帮助"))
  desk.type(":messages<enter>gg")
  #expect(desk.screen.contains("1.txt: 不是 UTF-8"))
  var seen = desk.screen
  for _ in 0..<4 {
    desk.type("<space>")
    seen += desk.screen
  }
  for notice in notices { #expect(seen.contains(notice)) }
  desk.type("q")
  #expect(desk.reader.layers.isEmpty)
}

@Test("What is said twice is one fault")
func saidTwice() {
  var log = MessageLog()
  log.add(notices: ["the disk is full", "the disk is full"])
  log.add(notices: ["the disk is full"])
  #expect(log.unseen.count == 1)
}

@Test("What the last line had no room for is read whole in :messages")
func longMessage() {
  let notice = "a/b.txt: " + String(repeating: "长", count: 60) + "尾"
  var desk = Desk(Papers.all, columns: 40, rows: 12, notices: [notice])
  #expect(!desk.screen.contains("尾"))
  desk.type(":messages<enter>")
  #expect(desk.screen.contains("尾"))
  #expect(desk.status.contains("消息"))
}

@Test("With nothing said :messages says so, and messages of the reader are listed, too")
func messagesOfTheReader() {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type(":messages<enter>")
  #expect(desk.status == " 还没有消息")
  desk.type(":nonsense<enter>:messages<enter>")
  #expect(desk.line(3).contains("没有“nonsense”这个命令"))
}

@Test("However much is said, notices are kept and other messages pass")
func messagesPass() {
  var log = MessageLog()
  log.add(notices: ["lost"])
  for number in 0..<5000 { log.message = Message(text: "\(number)") }
  #expect(log.entries.count == 501)
  #expect(log.entries.first?.text == "lost")
  #expect(log.unseen.map(\.text) == ["lost"])
  log.markSeen()
  for number in 0..<5000 { log.message = Message(text: "\(number) again") }
  #expect(log.unseen.isEmpty)
  log.add(notices: ["more"])
  #expect(log.unseen.map(\.text) == ["more"])
}

@Test("While the issues are being read the reader says so, and not that there are none")
func beingRead() {
  var desk = Desk([], columns: 60, rows: 12)
  desk.reader.awaitIssues()
  #expect(desk.screen.contains("正在读版面"))
  #expect(!desk.screen.contains("没有"))
  desk.reader.receive(progress: 3, of: 90)
  #expect(desk.line(3).contains("正在读版面：3/90") || desk.line(2).contains("正在读版面：3/90"))
  desk.type("<enter>")
  #expect(desk.status.contains("正在读版面"))
  desk.reader.receive(progress: 1, of: 1)
  #expect(desk.screen.contains("这里没有可读的报纸。"))
}

@Test("However small the screen, the size that it must have is said", arguments: [19, 14, 10, 4])
func sizeIsSaid(_ columns: Int) {
  for language in [Language.english, .chinese] {
    let desk = Desk(Papers.all, columns: columns, rows: 4, language: language)
    #expect(desk.line(0).contains("20×5"))
  }
}

@Test("A mistake does not stand beside the number of what was found before it was begun")
func noStaleCount() {
  var desk = Desk(Papers.all, columns: 80, rows: 12)
  desk.type("<enter>/南山<enter>/[/")
  #expect(!desk.status.contains("1/"))
  #expect(desk.status.hasPrefix("/[/"))
}

@Test("In the hits n and N go to the next and the previous one")
func nextHit() {
  var desk = Desk(Papers.all, columns: 80, rows: 24)
  desk.type("g/本报<enter>nn")
  #expect(desk.reader.results?.selected == 2)
  desk.type("N")
  #expect(desk.reader.results?.selected == 1)
}

@Test("ctrl-g says the file, the page and the line that one is at")
func whereabouts() {
  var desk = Desk(Papers.all, columns: 80, rows: 12)
  desk.type("<enter>jj<ctrl-g>")
  #expect(desk.status.hasPrefix(" 第一版 · 第33行，共"))
  #expect(desk.status.hasSuffix("· spring.txt"))
  desk.type("k<enter><ctrl-g>")
  #expect(desk.status.hasPrefix(" 第一版 · 第7行，共"))
  desk.type("r<ctrl-g>")
  #expect(desk.status.contains("spring.txt"))
  desk.type("rw2j<ctrl-g>")
  #expect(desk.status.contains("第11行"))
  desk.type("qg/白鹭<enter><ctrl-g>")
  #expect(desk.status.contains("spring.txt"))
  desk.type(":where<enter>")
  #expect(desk.status.contains("spring.txt"))
}

@Test("Of a path that is too long for the last line ctrl-g shows the end, and :messages all")
func longPath() {
  var issue = Papers.winter
  issue.pages[0].path = "/" + String(repeating: "folder/", count: 20) + "winter.txt"
  var desk = Desk([issue], columns: 50, rows: 14)
  desk.type("<enter><ctrl-g>")
  #expect(desk.status.contains("…"))
  #expect(desk.status.hasSuffix("winter.txt"))
  desk.type(":messages<enter>")
  #expect(desk.screen.contains("/folder/"))
}

@Test("A doubtful beginning is marked behind its headline, until a person turns the marks off")
func doubtfulBeginnings() {
  var winter = Papers.winter
  winter.articles[1].isDoubtful = true
  var desk = Desk([winter], columns: 60, rows: 12)
  desk.type("<enter>")
  let screen = { (desk: Desk) in (0..<12).map(desk.line).joined(separator: "\n") }
  #expect(screen(desk).contains("首条有轨电车线路试运行 ≈"))
  #expect(!screen(desk).contains("价格平稳 ≈"))
  desk.type(":doubt<space>no<enter>")
  #expect(!screen(desk).contains("试运行 ≈"))
}
