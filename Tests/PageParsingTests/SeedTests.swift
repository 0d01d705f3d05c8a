import Foundation
import Goldens
import Testing

@testable import PageParsing

/// The five given pages, each against its structure as a person read it on the page.
@Suite("The five given pages")
struct SeedTests {
  @Test("Each page gives back the articles that its editor made", arguments: Seeds.ids)
  func structure(id: String) throws {
    let golden = Repository.file("Tests/PageParsingTests/Golden/\(id).txt")
    if let fault = goldenFault(outline(try Seeds.issue(id)), file: golden) { Testing.Issue.record("\(fault)") }
  }

  @Test("A word that a column edge broke is whole in the paragraph")
  func brokenWord() throws {
    let lead = try Seeds.issue(Seeds.ids[0]).articles[0]
    let paragraph = lead.blocks(.paragraph)[3]
    #expect(paragraph.passage.lines == [17, 19])
    #expect(paragraph.passage.text.contains("要深入学习贯彻习近平总书记关于加强生态文明建设的重要思想"))
  }

  @Test("An issue's date is one day after the newest report and says so")
  func dates() throws {
    let dates = try Seeds.ids.map { try Seeds.issue($0).date }
    #expect(dates.map { $0?.value } == ["2017-04-25", "2020-01-04", "2021-01-01", "2021-06-22", "--03-04"])
    #expect(dates.allSatisfy { $0?.certainty == .inferred })
    #expect(dates[3]?.because(in: .english) == "the newest day reported, 2021-06-21, plus one")
    #expect(
      dates[4]?.because(in: .english) == "the newest day reported, --03-03, plus one; no article says of which year")
  }

  @Test("Half-width marks, stray spaces and straight quotes are as the paper printed them")
  func repairs() throws {
    let articles = try Seeds.issue(Seeds.ids[0]).articles
    #expect(articles[1].title == "“港洽周”衡阳招商专场现场签约37个重大项目")
    #expect(articles[1].blocks(.deck)[0].passage.text == "总投资额 256.96亿元，总引资额 256.46亿元")
    #expect(articles[0].title == "确保中央环保督察工作 在我省顺利开展")
    #expect(articles[0].blocks(.byline)[0].passage.text == "■本报记者 陈润")
    #expect(articles[3].blocks(.paragraph)[0].passage.text.hasPrefix("本报讯 近日，华菱衡钢生产的钢级 HS90H 热采套管"))
  }
}
