import Newspaper
import Screen
import Testing

@testable import Reader

/// An article of many paragraphs, each with its number.
private let long = makeIssue(
  "long", date: day(2024, 1, 2),
  Story(
    head("长文"), text("段一。"), text("段二。"), text("段三。"), text("段四。"), text("段五。"), text("段六。"), text("段七。"), text("段八。")),
  Story(head("短文"), text("完。")))

private func open(columns: Int = 40, rows: Int = 10) -> Desk {
  var desk = Desk([long, Papers.winter], columns: columns, rows: rows)
  desk.type("<enter><enter>")
  return desk
}

/// The first line of text below the rule.
private func top(_ desk: Desk) -> String {
  let lines = desk.screen.split(separator: "\n").dropFirst(2)
  return lines.map { $0.drop { $0 == " " } }.first { !$0.isEmpty }.map(String.init) ?? ""
}

@Test("j and k move a line, with a count as many")
func lines() {
  var desk = open()
  #expect(top(desk) == "长文")
  desk.type("jjj")
  #expect(top(desk) == "段二。")
  desk.type("2j")
  #expect(top(desk) == "段三。")
  desk.type("12k")
  #expect(top(desk) == "长文")
}

@Test("Pages, half pages and ends move as far as they say")
func pages() {
  var desk = open()
  desk.type("<space>")
  #expect(desk.reader.place.top == 5)
  desk.type("<ctrl-d>")
  #expect(desk.reader.place.top == 8)
  desk.type("b")
  #expect(desk.reader.place.top == 3)
  desk.type("G")
  #expect(desk.screen.contains("段八。"))
  #expect(desk.status.contains("100%"))
  desk.type("gg")
  #expect(top(desk) == "长文")
  desk.type("5G")
  #expect(desk.reader.place.top == 4)
}

@Test(
  "The percentage counts the lines above the first one; as in less it is 100 where the end is in sight, and only there")
func percentage() {
  var desk = open()
  #expect(desk.status.contains(" 0%"))
  desk.type("5j")
  #expect(desk.status.contains(" 29%"))
  desk.type("100j")
  #expect(desk.status.contains(" 100%"))
  desk.type("k")
  #expect(desk.status.contains(" 52%"))
  desk.type("]")
  #expect(desk.status.contains(" 100%"))
}

@Test("0 starts no count, but goes on with one")
func zeroInCounts() {
  var desk = open()
  desk.type("0")
  #expect(desk.status.contains("0 在此没有用处 · ? 看帮助"))
  desk.type("10j")
  #expect(desk.reader.place.top == 10)
}

@Test("A count and the start of a chord stand at the end of the last line; esc gives them up")
func pendingKeys() {
  var desk = open()
  desk.type("12g")
  #expect(desk.status.hasSuffix("12g"))
  desk.type("<esc>")
  #expect(!desk.status.hasSuffix("12g"))
  #expect(desk.reader.pane == .article)
}

@Test("While a chord is pending the last line shows how it can go on")
func continuations() {
  var desk = open(columns: 60)
  desk.type("g")
  #expect(desk.status.contains("g g 首"))
  #expect(!desk.status.contains("帮助"))
}

@Test("A count of many digits does no harm")
func hugeCounts() {
  var desk = open()
  desk.type("99999999999999999999999j")
  #expect(desk.reader.place.top == desk.reader.lastTop)
  desk.type("99999999999999999999999kqq99999999999999999999<space>")
  expectWhole(desk, "after large counts")
}

@Test("At the end of an article a further page says where to go on")
func endOfArticle() {
  var desk = open()
  desk.type("G<space>")
  #expect(desk.status.contains("文末 · ] 下一篇"))
}

@Test("enter goes in, q goes out, and q in the list quits")
func inAndOut() {
  var desk = Desk([long], columns: 40, rows: 10)
  desk.type("<enter>l")
  #expect(desk.reader.pane == .article)
  desk.type("hq")
  #expect(desk.reader.pane == .issues)
  desk.type("<esc>")
  #expect(desk.status.contains("按 q 退出"))
  #expect(desk.effects.isEmpty)
  desk.type("q")
  #expect(desk.effects == [.quit])
}

@Test("tab goes round the panes, shift-tab the other way")
func panes() {
  var desk = Desk([long], columns: 118, rows: 12)
  desk.type("<tab>")
  #expect(desk.reader.pane == .contents)
  desk.type("<tab><tab>")
  #expect(desk.reader.pane == .issues)
  desk.type("<shift-tab>")
  #expect(desk.reader.pane == .article)
}

@Test("] and [ go from article to article, } and { from issue to issue, and say where that ends")
func neighbours() {
  var desk = open()
  desk.type("]")
  #expect(top(desk) == "短文")
  desk.type("]")
  #expect(desk.status.contains("已是末篇 · } 下一期"))
  desk.type("}")
  #expect(top(desk) == "冬储蔬菜供应充足 价格平稳")
  desk.type("}")
  #expect(desk.status.contains("已是列表中最后一期"))
  desk.type("{[")
  #expect(top(desk) == "长文")
}

@Test("Each article is found again where it was left")
func placesAreKept() {
  var desk = open()
  desk.type("5j][")
  #expect(desk.reader.place.top == 5)
  desk.type("}{")
  #expect(desk.reader.place.top == 5)
}

@Test("The same sentence stays first through resizes, through the scan and back", arguments: 1...13)
func placeIsASentence(lines: Int) {
  var desk = open()
  desk.type("\(lines)j")
  let before = top(desk)
  for columns in [20, 118, 60, 33] {
    desk.resize(columns: columns, rows: 9)
    desk.resize(columns: 40, rows: 10)
    #expect(top(desk) == before)
  }
  desk.type("rr")
  #expect(top(desk) == before)
  desk.type("r")
  #expect(desk.screen.contains(before))
}

@Test("An unbound key says so, and where help is")
func unboundKeys() {
  var desk = open()
  desk.type("x")
  #expect(desk.status == " x 在此没有用处 · ? 看帮助")
  desk.type("gx")
  #expect(desk.status.hasPrefix(" g x 在此没有用处"))
}

@Test("ctrl-c leaves help and prompts, and else says how to quit; redraw and suspend are asked for")
func control() {
  var desk = open()
  desk.type("?<ctrl-c>")
  #expect(desk.reader.layers.isEmpty)
  desk.type("/段<ctrl-c>")
  #expect(desk.reader.layers.isEmpty)
  #expect(desk.reader.found == nil)
  desk.type("<ctrl-c>")
  #expect(desk.status.contains("按 Q 退出"))
  desk.type("<ctrl-l><ctrl-z>Q")
  #expect(desk.effects == [.redraw, .suspend, .quit])
}

@Test("A hang-up ends the program")
func hangUp() {
  var desk = open()
  desk.send(.hangUp)
  #expect(desk.effects == [.quit])
}

@Test("Lists scroll with their selection, a page at a time if asked")
func listsScroll() {
  let issues = (1...40).map { makeIssue("i\($0)", date: day(2024, 1, 2), Story(head("第\($0)期"))) }
  var desk = Desk(issues, columns: 60, rows: 12)
  desk.type("G")
  #expect(desk.line(9).contains("第40期"))
  desk.type("<pageup>")
  #expect(desk.screen.contains("▸"))
  #expect(desk.reader.selectedIssue == 31)
  desk.type("gg<space>")
  #expect(desk.reader.selectedIssue == 8)
  desk.type("20G")
  #expect(desk.reader.selectedIssue == 19)
}

// MARK: Jumps to other pages

@Test("f follows a jump to its other end and back")
func followJump() {
  var desk = Desk([Papers.turning], columns: 60, rows: 12)
  desk.type("<enter>j<enter>jjf")
  #expect(desk.reader.visit.article == 4)
  #expect(top(desk) == "清水绕村过")
  desk.type("f")
  #expect(desk.reader.visit.article == 1)
  #expect(desk.reader.place.top == 2)
}

@Test("f follows the selected article's pointer from the contents, too, to the headline that is most like its own")
func followPointer() {
  var desk = Desk([Papers.turning], columns: 60, rows: 12)
  desk.type("<enter>f")
  #expect(top(desk) == "古桥修缮后明日通行")
  #expect(desk.reader.pane == .article)
}

@Test("f says when the page is not there, nothing on it fits or nothing is to follow")
func followNowhere() {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type("<enter>f")
  #expect(desk.status.contains("本期扫描件中没有第七版"))
  desk.type("jf")
  #expect(desk.status.contains("本篇没有转版或导读"))
  let issue = makeIssue(
    "lost", Story(head("头条"), text("(下转第二版)"), jump: Jump(text: "(下转第二版)", direction: .to, page: 2)),
    Story(head("两会综述"), kind: .pointer, pointsTo: 2), Story(head("别稿"), page: 2))
  desk = Desk([issue], columns: 60, rows: 12)
  desk.type("<enter>f")
  #expect(desk.status.contains("第二版上没有找到相接的稿件"))
  desk.type("jf")
  #expect(desk.status.contains("第二版上没有标题相近的稿件"))
}
