import Newspaper
import Screen
import Testing

@testable import Reader
@testable import Typesetting

/// The third article of the newest seed or another one, opened.
private func open(_ article: Int = 6, columns: Int = 120, rows: Int = 30) -> Desk {
  var desk = Desk(Papers.seeds, columns: columns, rows: rows)
  desk.type(":article<space>\(article)<enter>")
  return desk
}

@Test("v goes round: one column, columns, front page, vertical")
func viewsGoRound() {
  var desk = open()
  desk.type("v")
  #expect(desk.status.contains("分栏") && desk.reader.galley?.pages.geometry.view == .columns)
  desk.type("v")
  #expect(desk.status.contains("头版") && desk.reader.isFront)
  desk.type("v")
  #expect(desk.status.contains("竖排") && desk.reader.galley?.pages.geometry.view == .vertical)
  desk.type("v")
  #expect(desk.status.contains("单栏") && desk.reader.galley?.pages.flow == nil)
  #expect(desk.reader.visit.article == 5)
}

@Test("The way to set articles is remembered from one to the next, and so is the front page")
func viewsAreRemembered() {
  var desk = open()
  desk.type("v]")
  #expect(desk.reader.galley?.pages.geometry.view == .columns)
  desk.type("<esc>}<enter>")
  #expect(desk.reader.pane == .article && desk.reader.galley?.pages.geometry.view == .columns)
  desk.type("v<esc><enter>")
  #expect(desk.reader.isFront)
}

@Test("A view is gone to by its name; a wrong one is told")
func viewsByName() {
  var desk = open()
  desk.type(":view<space>vert<tab><enter>")
  #expect(desk.reader.galley?.pages.geometry.view == .vertical)
  desk.type(":view<space>round<enter>")
  #expect(desk.status.contains("没有“round”这种版面"))
}

@Test("A page is turned by j, space and enter, back by k and b; at the end it is said where to go on")
func pagesTurn() {
  var desk = open(columns: 80, rows: 24)
  desk.type("v")
  let count = desk.reader.galley?.pages.flow?.pages.count ?? 0
  #expect(count > 1)
  desk.type("j")
  #expect(desk.status.contains("2/\(count) 页"))
  desk.type("b<enter>k<space>")
  #expect(desk.reader.place.top == 1)
  desk.type("G<space>")
  #expect(desk.status.contains("文末 · ] 下一篇"))
  desk.type("gg")
  #expect(desk.reader.place.top == 0)
}

/// The first letters of what was first in sight when the reader last moved.
private func sentence(_ desk: Desk) -> String {
  guard let anchor = desk.reader.place.anchor, let article = desk.reader.article else { return "" }
  for block in article.blocks {
    guard let offset = block.passage.offset(of: anchor.position) else { continue }
    return String(block.passage.text.dropFirst(block.passage.text.slice(0..<offset).count).prefix(5))
  }
  return ""
}

/// The text on the screen, read along its lines: from left to right, or in vertical text down each line.
private func readable(_ desk: Desk) -> String {
  let surface = desk.present().surface
  guard desk.reader.galley?.pages.geometry.view == .vertical, desk.reader.pane == .article else {
    return desk.screen.split(separator: "\n").flatMap { $0.split(separator: "│") }
      .map { $0.filter { $0 != " " } }.joined()
  }
  return (0..<surface.size.columns).map { column in
    (0..<surface.size.rows).map { surface[column, $0].glyph }.filter { $0 != " " && $0 != "─" }.joined() + "\n"
  }.joined()
}

@Test("In vertical lines the reader's own words are hanzi, whatever language it speaks")
func wordsInVerticalLines() {
  var desk = Desk(Papers.seeds, columns: 120, rows: 30, language: .english)
  desk.type(":article<space>1<enter>")
  #expect(desk.screen.contains("[1 repeated paragraph folded]"))
  desk.type(":view<space>vertical<enter>")
  #expect(readable(desk).contains("已折叠") && !readable(desk).contains("folded"))
}

@Test("The same sentence stays in sight through changes of view and size", arguments: [1, 3, 7, 12, 18])
func sentenceStaysInSight(lines: Int) {
  var desk = open(columns: 80, rows: 20)
  desk.type("\(lines)j")
  let wanted = sentence(desk)
  for (columns, rows) in [(80, 20), (120, 40), (30, 12), (66, 24), (80, 20)] {
    desk.resize(columns: columns, rows: rows)
    for view in ["columns", "vertical", "one"] {
      desk.type(":view<space>\(view)<enter>")
      #expect(sentence(desk) == wanted)
      guard let set = desk.reader.galley, let anchor = desk.reader.place.anchor else { continue }
      let line = set.galley.line(at: anchor)
      let top = desk.reader.place.top
      let isShown = set.pages.flow.map { $0.page(ofLine: line) == top } ?? (top...top + rows - 4).contains(line)
      #expect(isShown, "\(view) at \(columns)×\(rows)")
    }
  }
}

@Test("A page turned to in columns is first in sight in one column")
func placeFromColumns() {
  var desk = open(columns: 80, rows: 24)
  desk.type("vj")
  let wanted = sentence(desk)
  #expect(!wanted.isEmpty && readable(desk).contains(wanted.prefix(4)))
  desk.type(":view<space>one<enter>")
  #expect(readable(desk).contains(wanted.prefix(4)))
}

@Test("Matches are marked and gone to in every view", arguments: ["one", "columns", "vertical"])
func matchesInEveryView(_ view: String) {
  var desk = open(columns: 80, rows: 24)
  desk.type(":view<space>\(view)<enter>/项目<enter>")
  let count = desk.reader.found?.count(inArticle: 5) ?? 0
  #expect(count > 5)
  for _ in 0..<count {
    let marked = Set(desk.marked(.currentMatch).joined())
    #expect(marked == Set("项目"), "\(view)")
    desk.type("n")
  }
  desk.type("N")
  #expect(Set(desk.marked(.currentMatch).joined()) == Set("项目"))
}

@Test("A match found in one view stays in sight in the others")
func matchStaysInSight() {
  var desk = open(columns: 80, rows: 24)
  desk.type(":view<space>columns<enter>/执行力<enter>nn")
  for view in ["vertical", "one", "columns"] {
    desk.type(":view<space>\(view)<enter>")
    #expect(Set(desk.marked(.currentMatch).joined()) == Set("执行力"), "\(view)")
  }
}

@Test("Vertical lines run down and from right to left, with marks in their forms and two digits in one cell")
func verticalPage() {
  let issue = makeIssue("v", date: day(2024, 1, 2), Story(head("标题"), text("甲乙丙，丁（21日）“戊”——己。")))
  var desk = Desk([issue], columns: 30, rows: 24)
  desk.type("<enter><enter>:view<space>vertical<enter>")
  let text = readable(desk)
  #expect(text.contains("甲乙丙︐丁︵2日︶﹃戊﹄︱︱己︒"))
  #expect(desk.screen.contains("21"))
  let head = text.range(of: "标题"), body = text.range(of: "甲乙")
  #expect(head.map { $0.lowerBound > (body?.lowerBound ?? text.startIndex) } == true)
}

@Test("The scan is one column whatever the view")
func rawIsOneColumn() {
  var desk = open(columns: 80, rows: 24)
  desk.type("vr")
  #expect(desk.reader.galley?.pages.flow == nil)
  desk.type("r")
  #expect(desk.reader.galley?.pages.geometry.view == .columns)
}
