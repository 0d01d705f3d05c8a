import Newspaper
import Testing

@testable import PageParsing

@Suite("Mastheads and folios")
struct FolioTests {
  private static let story = """
    我市召开防汛抗旱工作会议

    本报讯（记者 陈小河）7月2日下午，我市召开防汛抗旱工作会议，要求各县市区落实责任，备足物资，守住堤坝。
    """

  private func read(_ folio: String) -> Newspaper.Issue { parse(folio + "\n\n" + Self.story) }

  @Test(
    "A page's masthead is none of its headlines, and its day is the issue's",
    arguments: [
      ("河西日报\n\n2021年7月9日 星期五 第二版", "2021-07-09"),
      ("河 西 日 报\n2021年7月9日　星期五\n农历辛丑年五月三十\n第10553期　今日8版", "2021-07-09"),
      ("２０２１年７月９日 星期五 要闻", "2021-07-09"),
      ("国内统一连续出版物号 CN 43-0003 邮发代号 41-3 河西日报 2021年7月9日", "2021-07-09"),
      ("1998年3月15日 星期日 第4版", "1998-03-15"),
    ])
  func masthead(folio: String, date: String) {
    let issue = read(folio)
    #expect(issue.articles.map(\.title) == ["我市召开防汛抗旱工作会议"])
    #expect(issue.date?.value == date && issue.date?.certainty == .stated && issue.date?.source == .page)
    #expect(issue.unplaced.count == folio.split(separator: "\n").count)
  }

  @Test("The paper's name is the issue's title")
  func title() {
    #expect(read("河 西 日 报\n2021年7月9日　星期五").title == "河西日报")
    #expect(read("申報\n中華民國三十八年五月十二日 星期四").title == "申報")
    #expect(read("2021年7月9日　星期五").title == nil)
  }

  @Test("A page number at the end of a page is no part of its last article")
  func pageNumber() {
    let issue = parse(Self.story + "\n\n第二版")
    #expect(issue.unplaced.map(\.text) == ["第二版"])
    #expect(issue.articles.count == 1)
  }

  @Test(
    "What an article says of a day or a number stays in it",
    arguments: ["2021年7月9日", "第一期工程", "星期五 多云", "（2021年7月9日）", "天气预报", "情况通报"])
  func inText(line: String) {
    let issue = parse(Self.story + "\n\n" + line + "\n\n市民可以在网上报名，也可以到现场领取材料，工作人员将一一解答，不收任何费用。")
    #expect(issue.unplaced.isEmpty)
  }

  @Test("A day that a page is printed with goes before the days that it reports, a year that it lacks is inferred")
  func withoutYear() {
    let issue = read("7月9日 星期五 第二版")
    #expect(issue.date?.value == "--07-09" && issue.date?.certainty == .inferred)
  }
}
