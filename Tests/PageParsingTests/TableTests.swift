import Newspaper
import Testing

@testable import PageParsing

@Suite("Tables and listings")
struct TableTests {
  private let body = "会议指出，要坚持问题导向，狠抓工作落实，确保各项任务按时完成，让群众满意，为全年工作开好局、起好步打下坚实基础。"

  private func paragraphs(_ page: String) -> [String] {
    parse(page).articles.flatMap { $0.blocks(.paragraph).map(\.passage.text) }
  }

  @Test("The rows of a table stay line by line, their columns where the scan has them")
  func prices() {
    let page = """
      菜价总体平稳

      本报讯 \(body)

      品种      单位      批发价
      大白菜    公斤      1.20
      土豆      公斤      2.10
      """
    #expect(paragraphs(page).suffix(3) == ["品种      单位      批发价", "大白菜    公斤      1.20", "土豆      公斤      2.10"])
  }

  @Test("A row that is set in further than the others stays so")
  func indentedHead() {
    let page = "TEMPERATURES YESTERDAY\n\n           High  Low\nAlton        41   29\nMilton       44   33\n"
    #expect(paragraphs(page) == ["           High  Low", "Alton        41   29", "Milton       44   33"])
  }

  @Test("Tabs between columns are spaces, each as wide as a tab is, and lead back to the scan")
  func tabs() {
    let page = parse("粮食产量表\n\n年份\t稻谷\n1950\t12.3\n1960\t14.8\n")
    let rows = page.articles.flatMap { $0.blocks(.paragraph) }
    #expect(rows.map(\.passage.text) == ["年份    稻谷", "1950    12.3", "1960    14.8"])
    #expect(rows.last?.passage.sourcePosition(at: 8).offset == 5)
  }

  @Test("A listing by the hour keeps the space behind the hour")
  func programme() {
    let page = "电视节目预告\n\n07:00 早间新闻\n07:30 电视剧：《渡口》\n12:00 午间新闻\n"
    #expect(paragraphs(page) == ["07:00 早间新闻", "07:30 电视剧：《渡口》", "12:00 午间新闻"])
    #expect(parse(page).articles.first?.title == "电视节目预告")
  }

  @Test("Results with a space between name and figure stay line by line")
  func results() {
    let page = "BASEBALL RESULTS\n\nRiverton 5, Milton 3\nEaston 2, Carver 1\nWeston 10, Hope 4\n"
    #expect(paragraphs(page) == ["Riverton 5, Milton 3", "Easton 2, Carver 1", "Weston 10, Hope 4"])
  }

  @Test("A line behind a table is no part of its last row")
  func behind() {
    let page = "菜价\n\n大白菜    公斤    1.20\n土豆      公斤    2.10\n\n（来源：监测中心）\n\n\(body)\n"
    #expect(paragraphs(page).prefix(2) == ["大白菜    公斤    1.20", "土豆      公斤    2.10"])
  }

  @Test("Two heads with air between their parts are no table")
  func heads() {
    let page = "河道治理　全线开工\n\n两岸居民　拍手称快\n\n本报讯 \(body)\n"
    let article = parse(page).articles.first
    #expect(article?.blocks.filter { $0.role != .paragraph }.count == 2)
  }
}
