import Foundation
import Newspaper
import Testing

@testable import PageParsing

@Suite("Articles from lines")
struct StructureTests {
  private let body = "会议指出，要坚持问题导向，狠抓工作落实，确保各项任务按时完成，让群众满意，为全年工作开好局、起好步打下坚实基础。"

  @Test("A leading line is the kicker, the line after it the headline, a dash opens the deck")
  func stack() {
    let page = "王五调研园区建设时强调——\n\n加快园区建设步伐\n\n——园区见闻之一\n\n■本报记者 赵六\n\n本报讯 5月6日，王五调研园区建设。\(body)\n"
    let article = parse(page).articles.first
    #expect(article?.blocks(.kicker).map(\.passage.text) == ["王五调研园区建设时强调——"])
    #expect(article?.blocks(.headline).map(\.passage.text) == ["加快园区建设步伐"])
    #expect(article?.blocks(.deck).map(\.passage.text) == ["——园区见闻之一"])
    #expect(article?.people == [Person(role: "本报记者", name: "赵六")])
  }

  @Test("Two stacks that stand together each get their own text")
  func interleaved() {
    let page = """
      河道治理工程全面开工

      ■本报记者 张三

      秋粮收购价格稳中有升

      ■通讯员 李四

      本报讯 9月1日，河道治理工程全面开工。\(body)

      河道治理工程总长十二公里，将分三期实施，预计明年汛期前完成。

      本报讯 9月2日，秋粮收购工作启动，秋粮收购价格稳中有升。\(body)
      """
    let articles = parse(page).articles
    #expect(articles.map(\.title) == ["河道治理工程全面开工", "秋粮收购价格稳中有升"])
    #expect(articles.map { $0.blocks(.paragraph).count } == [2, 1])
    #expect(articles.map { $0.people.map(\.name) } == [["张三"], ["李四"]])
  }

  @Test("A paragraph that the page has twice is folded and can still be reached")
  func repeats() {
    let page = "全市召开防汛工作会议\n\n本报讯 7月8日，全市召开防汛工作会议。\n\n\(body)\n\n\(body)\n"
    let article = parse(page).articles.first
    #expect(article?.blocks(.paragraph).map(\.passage.lines) == [[3], [5]])
    #expect(article?.blocks(.repeated).map(\.passage.lines) == [[7]])
    #expect(article?.blocks(.repeated).first?.passage.repairs.last?.because == .sameTextAs(line: 5))
  }

  @Test("A paragraph that the machine read twice, each time with other mistakes, is folded too")
  func misreadRepeat() {
    let misread = body.replacingOccurrences(of: "问题导向", with: "问題异向").replacingOccurrences(of: "让群众", with: "让群从")
    let page = "全市召开防汛工作会议\n\n本报讯 7月8日，全市召开防汛工作会议。\n\n\(body)\n\n\(misread)\n"
    #expect(parse(page).articles.first?.blocks(.repeated).map(\.passage.lines) == [[7]])
  }

  @Test("A paragraph whose beginning was lost stands by itself and says so")
  func lostBeginning() {
    let page = """
      全市召开防汛工作会议

      本报讯 7月8日，全市召开防汛工作会议，要求加强堤坝巡查值守，确保堤坝巡查值守到位。\(body)

      巡查值守，细致做好险情排查、物资储备等工作，科学调度水库，确保安全度汛，并将

      责任落实到人。
      """
    let blocks = parse(page).articles.first?.blocks(.paragraph) ?? []
    #expect(blocks.map(\.passage.lines) == [[3], [5, 7]])
    #expect(blocks.last?.passage.repairs.contains { $0.kind == .gapBefore && $0.line == 5 } == true)
  }

  @Test("Heads above a pointer are a pointer, not an article")
  func pointer() {
    let page = "两国元首通电话\n\n详见第七版\n\n全市召开防汛工作会议\n\n本报讯 7月8日，全市召开防汛工作会议。\(body)\n"
    let articles = parse(page).articles
    #expect(articles.map(\.kind) == [.pointer, .article])
    #expect(articles.first?.pointsTo == 7)
  }

  @Test("A text that stops without a closing mark is marked as cut, one that turns to another page is not")
  func cut() {
    let cut = parse("全市召开防汛工作会议\n\n本报讯 7月8日，\(body)下一步，各县市区要\n").articles.first
    #expect(cut?.blocks.last?.passage.repairs.last?.kind == .cutAfter)
    let turned = parse("全市召开防汛工作会议\n\n本报讯 7月8日，\(body)(下转第二版)\n").articles.first
    #expect(turned?.jump?.page == 2)
    #expect(turned?.blocks.last?.passage.repairs.contains { $0.kind == .cutAfter } == false)
  }

  @Test("Printed lines are joined to paragraphs, a wide line above them is the head")
  func printedLines() {
    let page = """
      老街改造工程本月全部完成居民陆续搬回新居

      市建设局昨日宣布，老街
      改造工程已于本月全部完成
      ，首批居民已经陆续搬回新
      居。工程历时两年，共改造
      房屋三百余间。

      居民代表在座谈会上说，
      改造之后的老街既保留了原
      有的风貌，又添了排水和供
      暖的设施，老人出行也方便
      得多，大家都十分满意。
      """
    let articles = parse(page).articles
    #expect(articles.count == 1)
    #expect(articles.first?.title == "老街改造工程本月全部完成居民陆续搬回新居")
    #expect(articles.first?.blocks(.paragraph).map { $0.passage.lines.count } == [5, 5])
    #expect(articles.first?.blocks(.paragraph).first?.passage.text.hasPrefix("市建设局昨日宣布，老街改造工程已于本月全部完成，首批") == true)
  }

  @Test(
    "A line that holds only an invisible character is not lost",
    arguments: ["\u{1B}", "\u{200B}", "\u{FEFF}", "\u{1C}", "\0"])
  func invisible(line: String) {
    let issue = parse("河道治理工程开工\n\n本报讯 \(body)\n\n\(line)\n")
    let passages = issue.articles.flatMap { $0.blocks.map(\.passage) } + issue.unplaced
    #expect(passages.flatMap(\.lines).sorted() == [1, 3, 5])
  }

  @Test("A commentary whose stack stands with another's takes nothing of it along")
  func sharedStack() {
    let page = """
      详见第三版

      王五调研园区建设时强调

      加快园区建设步伐

      推动高质量发展

      ■本报评论员

      本报讯（记者 赵六）5月6日，王五调研园区建设。\(body)

      园区建设要看实效。高质量发展是硬道理，推动高质量发展要久久为功。
      """
    let issue = parse(page)
    let passages = issue.articles.flatMap { $0.blocks.map(\.passage) } + issue.unplaced
    #expect(passages.flatMap(\.lines).sorted() == [1, 3, 5, 7, 9, 11, 13])
    #expect(issue.articles.map { $0.people.map(\.name) }.contains(["本报评论员"]))
  }

  @Test("Headings that are marked are heads and subheads, and read without their marks")
  func headings() {
    let page = """
      # 河道治理工程全面开工

      \(body)

      ## 分期实施

      第一期先治上游，第二期加固护岸，第三期建设湿地公园，三年之内全部完成。

      **秋粮收购价格稳中有升**

      秋粮收购工作本周启动，各粮库备足仓容，农户送粮当天结算，价格比去年略有上升。
      """
    let articles = parse(page).articles
    #expect(articles.map(\.title) == ["河道治理工程全面开工", "秋粮收购价格稳中有升"])
    #expect(articles.first?.blocks(.subhead).map(\.passage.text) == ["分期实施"])
    #expect(articles.first?.blocks.first?.passage.repairs.map(\.because) == [.headingMarks])
  }

  @Test("An article that goes on from another page is an article of its own", arguments: ["\n\n", ""])
  func turnFrom(gap: String) {
    let page = """
      秋粮收购启动

      本报讯 7月8日，秋粮收购启动。\(body)

      各粮库备足仓容，农户送粮当天结算，价格比去年略有上升，卖粮的车队从清晨排到傍晚。

      河道治理工程全面开工

      （上接第一版）\(gap)护岸加固之后，沿岸修起步道，种上垂柳，昔日的烂泥滩成了市民散步的好去处。
      """
    let articles = parse(page).articles
    #expect(articles.map(\.title) == ["秋粮收购启动", "河道治理工程全面开工"])
    #expect(articles.last?.jump == Jump(text: "（上接第一版）", direction: .from, page: 1))
  }

  @Test("Verse stays in its lines")
  func verse() {
    let page = """
      春到江南

      李小江

      风从南边来
      吹绿了两岸的柳
      燕子衔着泥
      在檐下筑它的窝

      老人坐在门口
      看孩子们放风筝
      线越放越长
      一直放到云里头

      全市公交线路优化

      本报讯 市交通局昨日宣布，自下月起优化全市公交线路。\(body)
      """
    let articles = parse(page).articles
    #expect(articles.map(\.title) == ["春到江南", "全市公交线路优化"])
    #expect(articles.first?.blocks(.paragraph).map(\.passage.lines) == [5, 6, 7, 8, 10, 11, 12, 13].map { [$0] })
    #expect(articles.first?.people.map(\.name) == ["李小江"])
  }

  @Test("A page of one short line can be read", arguments: ["大桥通车", "大桥今日建成通车了", "Bridge opens"])
  func oneLine(page: String) {
    #expect(parse(page + "\n").articles.flatMap(\.blocks).map(\.passage.text) == [page])
  }

  @Test("Nothing on the page, nothing in the issue", arguments: ["", "\n\n\n", "   \n\t\n"])
  func empty(page: String) {
    let issue = parse(page)
    #expect(issue.articles.isEmpty && issue.unplaced.isEmpty && issue.date == nil)
  }
}
