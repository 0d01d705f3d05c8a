import Newspaper
import PageParsing
import Screen
import Strings
import Testing

@testable import Reader

private func open(_ keys: String = "", columns: Int = 118, rows: Int = 40, language: Language = .chinese) -> Desk {
  var desk = Desk(Papers.all, columns: columns, rows: rows, language: language)
  desk.type("<enter>j<enter>" + keys)
  return desk
}

/// The text on rows that have the bar, without all that stands beside the article.
private func barred(_ desk: Desk) -> [String] {
  desk.screen.split(separator: "\n").compactMap { row in
    let parts = row.split(separator: "▌", omittingEmptySubsequences: false)
    return parts.count < 2 ? nil : String(parts[1].drop { $0 == " " })
  }
}

@Test("w says of the passage at the reading place its lines as scanned, the evidence and the repairs")
func whyParagraph() {
  var desk = open("6jw", rows: 16)
  #expect(barred(desk) == ["李校长：让每个孩子都坐在窗边"])
  desk.type("3j")
  #expect(desk.screen.contains("正文 · 第一版第17、19行"))
  #expect(desk.screen.contains("17 校长李梅说，过去下雨天要打着伞上课，"))
  #expect(desk.screen.contains("→ 段首（远比“标题”更像）"))
  #expect(desk.screen.contains("+++ 以电头开篇"))
  desk.type("<space>")
  #expect(desk.screen.contains("−− 上一行以句号结尾"))
  #expect(desk.screen.contains("未经整理"))
}

@Test("At an article's start w speaks of what stands first")
func whyHead() {
  let desk = open("w")
  #expect(barred(desk) == ["春风送暖入南山 书声琅琅满校园"])
  #expect(desk.screen.contains("引题 · 第一版第7行"))
}

@Test("In the middle of a long paragraph w speaks of the next one that begins in sight, else of this one")
func whyInTheMiddle() {
  let issue = makeIssue(
    "long", Story(head("长"), text(String(repeating: "山高水长。", count: 60)), text("第二段。")))
  var desk = Desk([issue], columns: 40, rows: 10)
  desk.type("<enter><enter>6jw")
  #expect(desk.screen.contains("第一版第3行"))
  desk.type("qGw")
  #expect(desk.screen.contains("第一版第5行"))
}

@Test("j and k go from passage to passage, the text follows, and the ends are said")
func passages() {
  var desk = open("w", columns: 60, rows: 24)
  desk.type("k")
  #expect(desk.status == " 已是首段")
  for _ in 0..<10 {
    desk.type("j")
    #expect(!barred(desk).isEmpty)
  }
  #expect(desk.screen.contains("家长的话"))
  desk.type("99j")
  #expect(barred(desk) == ["据了解，学校还将在秋季学期开设", "〔后文缺〕"])
  #expect(desk.screen.contains("〔后文缺〕"))
  desk.type("j")
  #expect(desk.status == " 已是末段")
}

@Test("The ends, and a number, lead to passages as j and k do", arguments: [("G", "gg"), ("<end>", "<home>")])
func endsOfPassages(_ end: String, _ start: String) {
  var desk = open("w", columns: 60, rows: 40)
  desk.type(end)
  #expect(desk.screen.contains("第一版第31行"))
  desk.type(end)
  #expect(desk.status == " 已是末段")
  desk.type(start)
  #expect(desk.screen.contains("引题 · 第一版第7行"))
  desk.type(start)
  #expect(desk.status == " 已是首段")
  desk.type("3G")
  #expect(desk.status.contains("缘由 · 3/"))
}

@Test("Where all is said of a passage, scrolling says so")
func allSaid() {
  var desk = open("w", columns: 60, rows: 40)
  desk.type("<space>")
  #expect(desk.status.contains("此段说明已尽"))
}

@Test(
  "What was gone to is in sight when the overlay closes", arguments: ["q", "h", "<esc>", "w", "<left>", "<ctrl-c>"])
func closing(_ key: String) {
  var desk = open("w99j", columns: 60, rows: 12)
  desk.type(key)
  #expect(desk.reader.layers.isEmpty)
  #expect(desk.screen.contains("据了解，学校还将在秋季学期开设"))
}

@Test("Until the answer comes a line says so; an answer to another question is let go")
func waiting() {
  var desk = open("", rows: 30)
  desk.answersWhy = false
  desk.type("w")
  #expect(desk.effects == [.explain(issue: "spring", page: 1, lines: [7])])
  #expect(desk.screen.contains("正在查问……"))
  desk.type("j")
  desk.answer("spring", 1, [7])
  #expect(desk.screen.contains("正在查问……"))
  desk.answer("spring", 1, [9])
  #expect(!desk.screen.contains("正在查问……"))
  #expect(desk.screen.contains("→ 段首"))
}

@Test("Each passage is asked about once, whatever is pressed meanwhile")
func askedOnce() {
  var desk = open("")
  desk.answersWhy = false
  desk.type("w<ctrl-d>gg<ctrl-l>r")
  desk.resize(columns: 40, rows: 12)
  #expect(desk.effects.filter { if case .explain = $0 { true } else { false } }.count == 1)
}

@Test("A line that no evidence is known of says so")
func noEvidence() {
  var desk = open("")
  desk.answersWhy = false
  desk.type("w")
  _ = desk.reader.receive(explanations: [], issue: "spring", page: 1, lines: [7])
  #expect(desk.screen.contains("本行没有可说明的依据"))
}

@Test("A repair is told with its line and its reason, in both languages")
func repairs() {
  #expect(open("w10j").screen.contains("第29行：前文缺失，起首的词在别处只见于句中，前文似已缺失"))
  let english = open("w99j", language: .english).screen
  #expect(english.contains("paragraph · page 1, line 31"))
  #expect(english.contains("line 31: text is missing behind it – "))
}

@Test("Weights are no figures but signs, and what speaks for a role stands before what speaks against it")
func strengths() {
  #expect([0.1, 1.3, 9, -0.2, -2, -7, 0].map(WhyText.strength) == ["+", "++", "+++", "−", "−−", "−−−", "·"])
  let rows = open("wj").screen.split(separator: "\n")
  let against = rows.firstIndex { $0.contains("−− 上一行") } ?? 0
  #expect(rows[..<against].contains { $0.contains("+ 长如一段") })
}

@Test("The overlay scrolls, and r shows the scan's own lines with the passage marked in them")
func scrolling() {
  var desk = open("w5j", columns: 40, rows: 14)
  let start = desk.screen
  desk.type("<space>")
  #expect(desk.screen != start)
  desk.type("99b")
  #expect(desk.screen == start)
  desk = open("w5jr", columns: 60, rows: 30)
  #expect(barred(desk).map { $0.prefix(2) } == ["17", "19", "新教"])
}

@Test("From the contents w speaks of the selected article; in the list of issues the key means nothing")
func whyFromContents() {
  var desk = Desk(Papers.all, columns: 60, rows: 24)
  desk.type("w")
  #expect(desk.status.contains("w 在此没有用处"))
  desk.type("<enter>2jw")
  #expect(desk.screen.contains("主题 · 第一版第33行"))
  #expect(barred(desk) == ["让读书声更响亮"])
}

@Test("Behind a turn w asks about the lines of the other page")
func whyBehindTurn() {
  var desk = Desk([Papers.turning], columns: 60, rows: 40)
  desk.answersWhy = false
  desk.type("<enter>j<enter>w99j")
  #expect(desk.effects.last == .explain(issue: "turning", page: 2, lines: [11]))
  #expect(desk.screen.contains("署名 · 第二版第11行"))
  #expect(barred(desk) == ["（周一）"])
}

@Test("Help over the overlay is left to it, and a typed command finds it again")
func layersAbove() {
  var desk = open("w?")
  #expect(desk.screen.contains("缘由"))
  desk.type("q")
  #expect(desk.status.contains("缘由 · 1/"))
  desk.type(":next-passage<enter>")
  #expect(desk.status.contains("缘由 · 2/"))
  desk.type(":next-article<enter>")
  #expect(desk.reader.layers.isEmpty)
}

@Test("What the parser knows of a page is told of every line of its articles", arguments: Papers.all)
func realExplanations(_ issue: Newspaper.Issue) {
  let parsed = parseIssue(id: issue.id, pages: issue.pages)
  for article in parsed.articles {
    for block in article.blocks {
      let lines = block.passage.sourceLines
      let explanations = JudgedPage(issue.pages[0]).explainRoles(lines: Set(lines))
      let text = WhyText(block, of: parsed, explanations, columns: 60, Phrases(.chinese))
      #expect(text.lines.filter { $0.words.hasPrefix("→") }.count == lines.count)
    }
  }
}
