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
    #expect(date("新华社北京十月一日电（记者张三）会议召开，部署全年的工作。") == "--10-02")
    #expect(date("〔本報訊〕五月廿三日，會議召開，部署工作。") == "--05-24")
  }

  @Test("The year is the one that the text names most often")
  func year() {
    #expect(date("本报讯 6月21日，2021年二季度项目开工。2021年计划投资比2020年增长。") == "2021-06-22")
  }

  @Test("In January the year before is not taken for the year of the paper")
  func january() {
    #expect(date("本报讯 1月14日，会议总结了1997年的工作，1997年成绩显著。") == "--01-15")
    #expect(date("本报讯 1月14日，会议总结了1997年的工作，1997年比1996年增长。") == "--01-15")
    #expect(date("本报讯 1月3日，会议总结了2019年的工作。确保2020年建成使用，2021年见效。") == "2020-01-04")
    #expect(date("本报讯 1月3日，2019年成绩显著，比2018年增长，2019年是丰收年。力争2020年建成。") == "--01-04")
    #expect(date("本报讯 1月3日，会议总结了2019年，2019年成绩显著。2020年将建成一批项目，力争2020年见效。") == "2020-01-04")
    #expect(date("本报讯 1月3日，会议总结了2019年，2019年成绩显著。到2020年，一批项目见效。") == "--01-04")
  }

  @Test("At the turn of the year the first of January is the day after the last of December")
  func newYear() {
    #expect(date("本报讯 12月31日，会议召开，部署工作。", "本报讯 1月1日，会议召开，部署工作。") == "--01-02")
    #expect(date("本报讯 2020年12月31日，会议召开。", "本报讯 1月1日，会议召开，部署工作。") == "2021-01-02")
    #expect(date("本报讯 12月30日，会议召开，部署工作。", "本报讯 2021年1月1日，会议召开。") == "2021-01-02")
    #expect(date("本报讯 12月30日，会议召开，部署2020年的工作。", "本报讯 12月31日，会议召开。") == "2021-01-01")
  }

  @Test(
    "A day is read in every way that papers of a hundred years write it",
    arguments: [
      ("一九四九年十月一日", "1949-10-02"), ("一九九八年一月五日", "1998-01-06"), ("二○二一年六月二十一日", "2021-06-22"),
      ("二〇二一年六月二十一日", "2021-06-22"), ("二O二一年六月二十一日", "2021-06-22"), ("中華民國三十八年五月十一日", "1949-05-12"),
      ("民国卅八年五月十一日", "1949-05-12"), ("民國元年元月一日", "1912-01-02"), ("民國一百零五年十二月廿九日", "2016-12-30"),
      ("公元1998年1月5日", "1998-01-06"), ("１９９８年１月５日", "1998-01-06"), ("2021 年 6 月 21 日", "2021-06-22"),
      ("2021-06-21", "2021-06-22"), ("2021.6.21", "2021-06-22"), ("２０２１／６／２１", "2021-06-22"), ("元月3日", "--01-04"),
      ("6月21号", "--06-22"), ("6月20日至21日", "--06-22"), ("6月29日至7月1日", "--07-02"), ("昨日（6月21日）", "--06-22"),
    ])
  func forms(day: String, issue: String) {
    #expect(date("本报讯 \(day)，会议召开，部署下一阶段的工作。") == issue)
  }

  @Test("The year of the text counts in Chinese digits and in years of the republic")
  func yearsInWords() {
    #expect(date("本报讯 6月21日，一九五八年的生产计划完成。一九五八年胜过一九五七年。") == "1958-06-22")
    #expect(date("本报讯 6月21日，民國三十六年度的預算通過，民國三十六年收支平衡。") == "1947-06-22")
    #expect(date("本报讯 6月21日，二十年前的老树又开花了，三千年的古城一片新貌。") == "--06-22")
  }

  @Test("Days to come, of other years and of other calendars are no reports")
  func othersDays() {
    #expect(date("展览将于6月25日在北京开幕，观众可以预约，好评如潮。") == nil)
    #expect(date("农历八月十五日，家家户户团圆，共赏明月，其乐融融。") == nil)
    #expect(date("9月1日起，新的办法开始施行，市民办事更加方便了。") == nil)
    #expect(date("12021-06-21号文件下发，各单位认真学习，抓好落实。") == nil)
  }

  @Test("Days of another year, far apart, or deep in the text give no date")
  func none() {
    #expect(date("去年12月16日，展览在北京开幕，观众络绎不绝，好评如潮。") == nil)
    #expect(date("本报讯 3月1日，会议召开。", "本报讯 11月7日，会议召开，部署冬季的工作。") == nil)
    #expect(date("会议部署了各项工作，要求大家早作准备，把困难想在前面，确保9月1日前完成。") == nil)
  }
}
