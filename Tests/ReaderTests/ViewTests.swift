import Newspaper
import Screen
import Testing

@testable import Reader

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

@Test("Notices from before stand on the last line, one after the other, until a key")
func notices() {
  var desk = Desk(Papers.all, columns: 80, rows: 12, notices: ["甲.txt: 无权读取", "乙.txt: 不是文字"])
  #expect(desk.status == " 甲.txt: 无权读取 (+1)")
  desk.type("j")
  #expect(desk.status == " 乙.txt: 不是文字")
  desk.type("k")
  #expect(desk.status.contains("? 帮助"))
}
