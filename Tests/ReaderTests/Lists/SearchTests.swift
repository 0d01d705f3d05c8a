import Newspaper
import Screen
import Testing

@testable import Reader

private func article(columns: Int = 60, rows: Int = 24) -> Desk {
  Desk(typing: "<enter>j<enter>", columns: columns, rows: rows, language: .chinese)
}

@Test("While typing, all matches are marked, one of them as the current one, and counted")
func searchWhileTyping() {
  var desk = article()
  desk.type("/教")
  #expect(desk.status.hasPrefix("/教"))
  #expect(desk.status.hasSuffix("1/5"))
  desk.type("室")
  #expect(desk.marked(.currentMatch) == ["教室"])
  #expect(desk.marked(.match) == ["教室", "教室", "教室", "〔重复 2 段，已折叠〕"])
  #expect(desk.cursor == Point(column: 5, row: 23))
}

@Test("Matches are marked in all three panes")
func matchesInAllPanes() {
  var desk = article(columns: 118, rows: 30)
  desk.type("/新校舍落成<enter>")
  let head = desk.screen.split(separator: "\n").filter { $0.contains("落成") }
  #expect(head.count >= 3)
  #expect(desk.marked(.match) + desk.marked(.currentMatch) == ["新校舍落成", "2", "新校舍落成", "新校舍落成", "2", "新校舍落成"])
}

@Test("The search starts at the reading place and goes round at the end")
func nearestMatch() {
  var desk = article(columns: 60, rows: 12)
  desk.type("G/教室")
  #expect(desk.status.hasSuffix("1/5"))
  desk.type("<esc>gg10j/教室")
  #expect(desk.status.hasSuffix("2/5"))
}

@Test("esc puts back article, place, focus, the query before and its matches")
func escapePutsBack() {
  var desk = article(columns: 60, rows: 12)
  desk.type("/校长<enter>4j")
  let before = desk.present().surface
  desk.type("/有轨<backspace><backspace>白鹭")
  #expect(desk.screen.contains("白鹭"))
  #expect(desk.present().surface != before)
  desk.type("<esc>")
  #expect(desk.present().surface == before)
}

@Test(
  "esc puts everything back from every pane, also when the screen was resized meanwhile",
  arguments: ["", "<enter>j", "<enter>j<enter>7j", "?"])
func escapeFromEverywhere(_ keys: String) {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type(keys)
  let before = desk.present().surface
  if keys == "?" { desk.type(":") } else { desk.type("/白鹭") }
  desk.resize(columns: 118, rows: 20)
  desk.type("<ctrl-u>春")
  desk.resize(columns: 60, rows: 12)
  desk.type("<esc>")
  #expect(desk.present().surface == before)
}

@Test("backspace in an empty line leaves the search as esc does")
func backspaceLeaves() {
  var desk = article()
  let before = desk.present().surface
  desk.type("/教<backspace><backspace>")
  #expect(desk.reader.layers.isEmpty)
  #expect(desk.present().surface == before)
}

@Test("The line can be edited: ctrl-u, ctrl-w, arrows, ends, delete")
func editing() {
  var desk = article()
  desk.type("/南山<space>教室<ctrl-w>")
  #expect(desk.status.hasPrefix("/南山"))
  desk.type("<home><delete><end>x<left><left>中<right>")
  #expect(desk.reader.promptLine?.text == "山中 x")
  #expect(desk.cursor?.column == 6)
  desk.type("<ctrl-u>")
  #expect(desk.reader.promptLine?.text == "x")
}

@Test("A paste goes into the line as one line")
func pasting() {
  var desk = article()
  desk.type("/")
  desk.send(.paste("教\r\n室"))
  #expect(desk.reader.promptLine?.text == "教 室")
  desk.type("<esc>")
  desk.send(.paste("jjj"))
  #expect(desk.status.contains("只有在输入时才能粘贴"))
}

@Test("A query longer than the line keeps the cursor in sight")
func longQueries() {
  var desk = article(columns: 24, rows: 8)
  desk.type("/一二三四五六七八九十甲乙丙丁")
  #expect(desk.status.contains("丙丁"))
  expectWhole(desk, "a long query")
  #expect(desk.cursor != nil)
}

@Test("No match says 0/0, and enter leaves everything as it was")
func noMatch() {
  var desk = article()
  let before = desk.present().surface
  desk.type("/无此字")
  #expect(desk.status.hasSuffix("0/0"))
  desk.type("<enter>")
  #expect(desk.status == " 各期都没有：无此字")
  desk.type("jk")
  #expect(desk.present().surface == before)
}

@Test("What the issue does not have is counted in the whole corpus; enter goes there, q comes back, esc stays")
func elsewhere() {
  var desk = article()
  let before = desk.present().surface
  desk.type("/有轨")
  #expect(desk.status.contains("全库 ") && desk.status.hasSuffix("enter 前往"))
  desk.type("<enter>")
  #expect(desk.screen.contains("有轨") && desk.reader.results?.query?.text == "有轨")
  #expect(desk.reader.context == .results)
  desk.type("q")
  #expect(desk.present().surface == before)
  desk.type("/有轨<backspace><backspace>学")
  #expect(!desk.status.contains("全库"))
  desk.type("<esc>/有轨<esc>")
  #expect(desk.present().surface == before)
  // A search that was typed as a command stays in the issue.
  desk.type(":search<space>有轨<enter>")
  #expect(desk.status == " 本期没有：有轨")
  desk.type("jk")
  #expect(desk.present().surface == before)
}

@Test("n and N go from match to match across articles, and say when they go round")
func acrossArticles() {
  var desk = article()
  desk.type("/学校<enter>")
  #expect(desk.reader.found?.count == "1/4")
  desk.type("nnn")
  #expect(desk.reader.visit.article == 2)
  #expect(desk.status.contains("学校 4/4"))
  desk.type("n")
  #expect(desk.reader.visit.article == 1)
  #expect(desk.status == " 已到末处，回到第一处")
  desk.type("N")
  #expect(desk.status == " 已到首处，转到最后一处")
  #expect(desk.reader.visit.article == 2)
}

@Test("n goes on from what is in sight, not from a match far away")
func matchFromHere() {
  var desk = article(columns: 40, rows: 8)
  desk.type("/教室<enter>ggG")
  desk.type("N")
  #expect(desk.reader.found?.current == 4)
}

@Test("n without a search says so")
func nothingSearched() {
  var desk = article()
  desk.type("n")
  #expect(desk.status.contains("还没有搜索过"))
}

@Test("A match is found across a column edge, and marked on both lines of the scan")
func acrossColumnEdge() {
  var desk = article(columns: 60, rows: 30)
  desk.type("/打着伞上课，如今<enter>")
  #expect(desk.marked(.currentMatch) == ["打着伞上课，如今"])
  desk.type("r")
  #expect(desk.marked(.currentMatch) == ["打着伞上课，", "如今"])
}

@Test("A match in a folded repeat marks the fold; the scan shows it")
func matchInFold() {
  var desk = article(columns: 60, rows: 30)
  desk.type("/搬进新教室<enter>nn")
  #expect(desk.marked(.currentMatch) == ["〔重复 2 段，已折叠〕"])
  desk.type("r")
  #expect(desk.marked(.currentMatch).contains("搬进新教室"))
}

@Test("The arrows bring earlier searches back")
func history() {
  var desk = article()
  desk.type("/教室<enter>/学校<enter>/白<up>")
  #expect(desk.reader.promptLine?.text == "学校")
  desk.type("<up><up>")
  #expect(desk.reader.promptLine?.text == "教室")
  desk.type("<down><down>")
  #expect(desk.reader.promptLine?.text == "白")
}

@Test("The search can start in any pane and ends in the article")
func searchFromTheList() {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type("/白鹭<enter>")
  #expect(desk.screen.contains("湿地公园内白鹭翩飞"))
  #expect(desk.reader.pane == .article)
}

@Test("The next issue is searched for the same")
func searchGoesAlong() {
  var desk = article()
  desk.type("/本报<enter>}")
  #expect(desk.reader.found?.matches.count == 2)
  desk.type("n")
  #expect(desk.marked(.currentMatch) == ["本报"])
}

@Test("A match goes on in the next paragraph where a sentence was broken and not joined")
func acrossParagraphs() {
  let issue = makeIssue("broken", date: day(2024, 1, 2), Story(head("标题"), text("他劝大家好好学"), text("习新的本领。")))
  var desk = Desk([issue], columns: 60, rows: 16)
  desk.type("/学习<enter>")
  #expect(desk.reader.found?.count == "1/1")
  #expect(desk.marked(.currentMatch) == ["学", "习"])
}

@Test("A line that is cleared and typed again finds the same, also after a resize out of sight of the article")
func typedAgain() {
  var desk = article(columns: 40, rows: 8)
  desk.type("5jqq")
  desk.resize(columns: 22, rows: 44)
  desk.type("/校长")
  let once = desk.present().surface
  desk.type("<ctrl-u>校长")
  #expect(desk.present().surface == once)
  #expect(desk.reader.place.top <= desk.reader.lastTop)
}
