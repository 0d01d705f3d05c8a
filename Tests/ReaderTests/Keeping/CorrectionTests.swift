import Newspaper
import Notes
import Testing

@testable import Reader

private func desk(_ keys: String, columns: Int = 60, rows: Int = 20) -> Desk {
  Desk(typing: keys, columns: columns, rows: rows)
}

@Suite("Correcting") struct CorrectionTests {
  @Test("e corrects the passage; r shows the scan, the text as it was read, and the correction again; u takes it back")
  func text() {
    var desk = desk("j<enter>j<enter>Vjjecorrected<esc>")
    #expect(desk.reader.issue?.articles[1].blocks[2].passage.text == "试运行期间，市民可免费乘坐。")
    desk.type("oje")
    #expect(desk.status.contains("2 passages, divided by ⏎"))
    desk.type("<ctrl-u>本报记者<space>周二<alt-enter>试运行期间，人人可免费乘坐。<enter>")
    #expect(desk.status.contains("corrected “本报记者 周二”"))
    #expect(desk.screen.contains("人人可免费乘坐") && desk.screen.contains("周二"))
    desk.type("r")
    #expect(desk.screen.contains("市民可免费乘坐") && desk.status.contains("scan"))
    desk.type("r")
    #expect(desk.screen.contains("市民可免费乘坐") && !desk.reader.isRaw)
    desk.type("r")
    #expect(desk.screen.contains("人人可免费乘坐") && desk.status.contains("corrected text"))
    let repairs = desk.reader.issue?.articles[1].blocks[2].passage.repairs.map(\.kind)
    #expect(repairs == [.corrected])
    desk.type("u")
    #expect(desk.screen.contains("市民可免费乘坐") && desk.screen.contains("周一"))
    desk.type("<ctrl-r>")
    #expect(desk.screen.contains("人人可免费乘坐"))
  }

  @Test(
    "A correction is one of the text as it was read, however often it is made, and is there when the issue comes anew")
  func again() {
    var desk = desk("j<enter>j<enter>Ve<ctrl-u>首条电车<enter>Ve<ctrl-u>首条有轨电车<enter>", columns: 96)
    #expect(desk.reader.notebook.corrections.count == 1)
    #expect(desk.reader.notebook.corrections.first?.old == "首条有轨电车线路试运行")
    desk.type("{}")
    #expect(desk.reader.article?.title == "首条有轨电车")
    desk.type(":corrections<enter>")
    #expect(desk.screen.contains("首条有轨电车线路试运行 → 首条有轨电车"))
    desk.type("d")
    #expect(desk.reader.article?.title == "首条有轨电车线路试运行")
  }

  @Test("Corrected text is searched, and so is what the scan has, with a word for which it is")
  func searching() {
    var desk = desk("j<enter>j<enter>Vjjojje<ctrl-u>试运行期间，人人可免费乘坐。<enter>/人人<enter>")
    #expect(desk.status.contains("1"))
    desk.type("/市民<enter>")
    #expect(desk.reader.found?.matches.count == 1)
    #expect(desk.status.contains("scan: 市民"))
  }

  @Test(":role, :split and :join put an article right, each in one step that u takes back")
  func structure() {
    var desk = desk("<enter>j<enter>Vjjjojjj:split<enter>")
    #expect(desk.reader.articles.count == 5)
    #expect(desk.reader.articles.map(\.number) == [1, 2, 3, 4, 5])
    desk.type("]:join<enter>")
    #expect(desk.reader.articles.count == 4)
    #expect(desk.reader.articles[1].blocks == Papers.spring.articles[1].blocks)
    desk.type("uu")
    #expect(desk.reader.articles == Papers.spring.articles)
    desk.type("V:role<space>subhead<enter>")
    #expect(desk.reader.articles[1].blocks[0].role == .subhead)
    desk.type(":role<space>king<enter>")
    #expect(desk.status.contains("headline"))
    desk.type("u:split<enter>")
    #expect(desk.reader.articles == Papers.spring.articles && desk.status.contains("begins here already"))
    desk.type("[gg:join<enter>")
    #expect(desk.status.contains("nothing stands before this"))
  }

  @Test(":date and :title correct the issue; what is no day is refused")
  func issue() {
    var desk = desk("<enter>:date<space>2023-04-13<enter>:title<space>晨报<enter>")
    #expect(desk.reader.issue?.date?.value == "2023-04-13" && desk.reader.issue?.title == "晨报")
    for none in ["2023-02-30", "1-1-1", "+2023-04-13", "二〇二三-04-13", "2023-04-13-"] {
      desk.type(":title<space>早报<enter>u:date<space>\(none)<enter>")
      #expect(desk.status.contains("a day is written"), "\(none)")
    }
    desk.type("uu")
    #expect(desk.reader.issue?.date?.value == "2023-04-12" && desk.reader.issue?.title == nil)
    desk.type(":date<space>2023-4-5<enter>")
    #expect(desk.reader.issue?.date?.value == "2023-04-05")
  }
}

@Suite("The list of issues as people corrected them") struct CorrectedListTests {
  @Test("A corrected day and name stand in the list, in its order, and u takes them back")
  func dayAndName() {
    var desk = desk("")
    let before = desk.screen
    #expect(desk.reader.selectedIssue == 0)
    desk.type("<enter>:date<space>2020-01-02<enter>:title<space>晨报<enter>q")
    #expect(desk.reader.issues[1].date?.value == "2020-01-02" && desk.reader.issues[1].title == "晨报")
    #expect(desk.reader.selectedIssue == 1 && desk.screen.contains("▸ 2020-01-02"))
    desk.type("k")
    #expect(desk.status.contains("2022-12-02"))
    desk.type("juu")
    desk.type("g g")
    #expect(desk.screen == before)
  }

  @Test("A corrected headline and another number of articles stand in the list once the issue has been read")
  func headline() {
    var desk = desk("<enter>j<enter>V:split<enter>")
    desk.type("[Ve<ctrl-u>新校舍落成<enter>qq")
    #expect(desk.reader.issues[0].articleCount == desk.reader.articles.count)
    #expect(desk.reader.issues[0].leadHeadline == desk.reader.issue?.summary.leadHeadline)
  }

  @Test("What was corrected the last time stands in the list before an issue is opened")
  func lastTime() {
    var desk = Desk(Papers.all, columns: 60, rows: 20, language: .english)
    let reference = IssueReference(Papers.all[2])
    let day = Correction(issue: reference, kind: .date, old: "", new: "2030-05-06", anchor: nil)
    desk.carryOut(desk.reader.receive(clippings: [Clipping](), marks: [], corrections: [day]))
    #expect(desk.screen.contains("2030-05-06") && desk.reader.issues[0].id == Papers.all[2].id)
    // A reading of the issue says more.
    var entry = Papers.all[1].summary
    entry.leadHeadline = "更正的标题"
    desk.carryOut(desk.reader.receive(corrected: [entry]))
    #expect(desk.screen.contains("更正的标题") && desk.screen.contains("2030-05-06"))
  }
}
