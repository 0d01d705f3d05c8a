import Newspaper
import Screen
import Strings
import Testing

@testable import Reader
@testable import Typesetting

/// An issue with an article too long to be set between two keys: paragraphs that each begin with their number.
private let long = {
  var story = Story(head("长卷"))
  story.pieces += (1...900).map { text("第\($0)段" + String(repeating: "山高水长，", count: 12)) }
  return makeIssue("long", story)
}()

private func settings(_ desk: Desk) -> [TypesettingJob] {
  desk.effects.compactMap { if case .set(let setting) = $0 { setting } else { nil } }
}

/// The article is open, and nothing has been set of it.
private func halfOpen(_ keys: String = "", columns: Int = 60, rows: Int = 20) -> Desk {
  var desk = Desk([long], columns: columns, rows: rows)
  desk.setsAtOnce = false
  desk.type("<enter><enter>" + keys)
  return desk
}

private func finish(_ desk: inout Desk) {
  while let setting = settings(desk).last {
    desk.effects = []
    desk.carryOut(desk.reader.receive(setting.set()))
  }
}

@Suite("An article too long to be set between two keys") struct LongArticleTests {
  @Test("It is asked for once, whatever is pressed meanwhile, and words stand in its place")
  func askedOnce() {
    let desk = halfOpen("jj<space>]<ctrl-l>")
    #expect(settings(desk).count == 1)
    #expect(desk.screen.contains("正在排版……"))
    #expect(!desk.screen.contains("第1段"))
  }

  @Test("What is pressed meanwhile happens once it is there", arguments: ["jjj", "<space>j", "G", "Gkk", "5jgg2j"])
  func movesAreHeld(_ keys: String) {
    var (late, atOnce) = (halfOpen(keys), Desk([long], columns: 60, rows: 20))
    finish(&late)
    atOnce.type("<enter><enter>" + keys)
    #expect(late.screen == atOnce.screen)
    #expect(late.screen.contains("段"))
  }

  @Test(
    "A search goes to its match, and Why? to its passage, once it is there", arguments: ["/第700段<enter>", "w", "wjj"])
  func placesAreHeld(_ keys: String) {
    var (late, atOnce) = (halfOpen(keys), Desk([long], columns: 60, rows: 20))
    finish(&late)
    atOnce.type("<enter><enter>" + (keys == "wjj" ? "w" : keys))
    #expect(late.screen == atOnce.screen)
  }

  @Test("After a resize one is where one was, and the text in the old shape is let go when it comes")
  func resized() {
    var desk = halfOpen()
    finish(&desk)
    desk.type("300j")
    let place = desk.line(2).prefix(12)
    desk.resize(columns: 50, rows: 20)
    let old = settings(desk)
    desk.resize(columns: 60, rows: 20)
    #expect(settings(desk).count == 2)
    for setting in old { desk.carryOut(desk.reader.receive(setting.set())) }
    #expect(desk.screen.contains("正在排版……"))
    finish(&desk)
    #expect(desk.line(2).prefix(12) == place)
  }

  @Test("An article that is short is set at once")
  func short() {
    var desk = Desk(Papers.all)
    desk.setsAtOnce = false
    desk.type("<enter><enter>v")
    #expect(settings(desk).isEmpty)
  }

  @Test("On a printed page no more of it is set than a box can show, and the box says that it goes on")
  func front() throws {
    let size = Size(columns: 100, rows: 40)
    let front = FrontPages(long, size: size, language: .chinese)
    let box = try #require(front.sheets.first?.boxes.first)
    let bytes = box.pages.galley.texts.reduce(0) { $0 + $1.utf8.count }
    #expect(bytes < 10 * size.columns * size.rows && box.goesOn)
    #expect(box.page?.slots.last.map { $0.depth > 25 } == true)
  }
}

@Suite("Why? of what is very long") struct LongWhyTests {
  @Test("Of a line of a megabyte no more is set than its first rows and its last")
  func ends() {
    let line = "起首" + String(repeating: "山高水长，", count: 70_000) + "末尾"
    let ends = WhyText.Ends(of: line, columns: 40, rows: 4)
    #expect(ends.head.count + (ends.tail?.count ?? 0) < 1000)
    #expect(ends.head.hasPrefix("起首") && ends.tail?.hasSuffix("末尾") == true)
    let issue = makeIssue("one", Story(head("长"), text(line)))
    let why = WhyText(issue.articles[0].blocks[1], of: issue, [], columns: 40, Phrases(.chinese))
    #expect(why.lines.contains { $0.words.hasPrefix("起首") } && why.lines.contains { $0.words.hasSuffix("末尾") })
    #expect(why.lines.count { $0.words == "⋯" } == 1)
  }

  @Test("Of very many lines and repairs the first hundred are told, and how many there are besides")
  func manyLines() {
    let repairs = (1...250).map { Repair(.joined, line: $0, because: .lineUnfinished(line: $0)) }
    let runs = (1...300).map { Passage.Run(offset: 3 * $0 - 3, length: 3, line: $0, sourceOffset: 0, sourceLength: 3) }
    let passage = Passage(
      text: String(repeating: "山", count: 300), page: 1, lines: Array(1...300), runs: runs, repairs: repairs)
    let page = Page(number: 1, path: "a.txt", text: PageText(String(repeating: "山\n", count: 300)))
    let issue = Issue(
      id: "a", pages: [page], articles: [Article(number: 1, kind: .brief, blocks: [Block(.paragraph, passage)])])
    let lines = WhyText(issue.articles[0].blocks[0], of: issue, [], columns: 60, Phrases(.english)).lines.map(\.words)
    #expect(lines.contains("⋯ and 200 more") && lines.contains("⋯ and 150 more"))
    #expect(lines.count < 600)
    #expect(WhyText.lines(of: passage).count == 100)
  }
}
