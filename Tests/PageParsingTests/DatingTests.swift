import Newspaper
import Testing

@testable import PageParsing

@Suite("The date of an issue")
struct DatingTests {
  private func date(_ articles: String...) -> String? {
    parse(articles.enumerated().map { "全市召开第\($0.offset + 1)次会议\n\n\($0.element)" }.joined(separator: "\n\n")).date?
      .value
  }

  @Test("It is one day after the newest report, over the ends of months and years")
  func dayAfter() {
    #expect(date("本报讯 2019年6月20日，会议召开，部署下半年的工作。", "本报讯 2019年6月21日，会议召开。") == "2019-06-22")
    #expect(date("本报讯 2020年12月31日，会议召开，部署明年的工作。") == "2021-01-01")
    #expect(date("本报讯 2020年2月28日，会议召开，部署今年的工作。") == "2020-02-29")
    #expect(date("本报讯 2月28日，会议召开，部署今年的工作。") == "--03-01")
  }

  @Test("A wire's own day counts, in any digits")
  func wire() {
    #expect(date("新华社北京１月５日电（记者张三）会议召开，部署今年的工作。") == "--01-06")
  }

  @Test("The year is the one that the text names most often")
  func year() {
    #expect(date("本报讯 6月21日，2021年二季度项目开工。2021年计划投资比2020年增长。") == "2021-06-22")
  }

  @Test("In January the year before is not taken for the year of the paper")
  func january() {
    #expect(date("本报讯 1月14日，会议总结了1997年的工作，1997年成绩显著。") == "--01-15")
    #expect(date("本报讯 1月3日，会议提出2020年建成使用，2020年达产，2021年见效。") == "2020-01-04")
  }

  @Test("Days of another year, far apart, or deep in the text give no date")
  func none() {
    #expect(date("去年12月16日，展览在北京开幕，观众络绎不绝，好评如潮。") == nil)
    #expect(date("本报讯 3月1日，会议召开。", "本报讯 11月7日，会议召开，部署冬季的工作。") == nil)
    #expect(date("会议部署了各项工作，要求大家早作准备，把困难想在前面，确保9月1日前完成。") == nil)
  }
}
