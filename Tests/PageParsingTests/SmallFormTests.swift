import Newspaper
import Testing

@testable import PageParsing

@Suite("Signatures, notices, briefs, questions")
struct SmallFormTests {
  private let body = "会议指出，要坚持问题导向，狠抓工作落实，确保各项任务按时完成，让群众满意，为全年工作开好局、起好步打下坚实基础。"

  @Test(
    "Names that were set without a space are parted by their surnames",
    arguments: [
      ("本报记者张三丰李思思", ["张三丰", "李思思"]), ("记者 王刚赵小河", ["王刚", "赵小河"]), ("本报记者欧阳小玉", ["欧阳小玉"]),
      ("记者张三 李四", ["张三", "李四"]), ("文/图 本报记者 钱小玉", ["钱小玉"]),
    ])
  func names(line: String, names: [String]) {
    #expect(parse("河道治理工程开工\n\n\(line)\n\n\(body)\n").articles.first?.people.map(\.name) == names)
  }

  @Test("Who signs a letter is no broken sentence")
  func signature() {
    let page = "公厕何时修好？\n\n编辑同志：\n\n　　\(body)\n\n　　　　　　　　　　南街居民　王大力\n\n———编者\n\n　　此信已转请环卫部门处理，结果将在本栏公布，请读者留意。\n"
    let article = parse(page).articles.first
    #expect(article?.people.map(\.name) == ["王大力", "编者"])
    #expect(article?.blocks.flatMap(\.passage.repairs).contains { $0.kind == .cutAfter } == false)
  }

  @Test("Where the paper is made belongs to no article")
  func imprint() {
    let page = "河道治理工程开工\n\n本报讯 \(body)\n\n社址：河西市人民路12号　邮政编码：421001　电话：8221234　每份0.50元\n"
    #expect(parse(page).unplaced.map(\.lines) == [[5]])
  }

  @Test("Which part of a poem this is names nobody")
  func partInBrackets() {
    let page = "山村\n\n（外一首）\n\n李小江\n\n炊烟升起的时候\n山就矮了下去\n牛铃从雾里走来\n踩碎一地黄昏\n"
    #expect(parse(page).articles.first?.people.map(\.name) == ["李小江"])
  }

  @Test("Reports without heads, each with a dateline, are told apart")
  func briefs() {
    let page = "【中央社南京三日電】行政院今日舉行例會，通過要案多件。\n\n【路透社倫敦二日電】首相今日在下院宣布召開會議。\n\n〔本報訊〕本市米價昨又上漲。\n"
    #expect(parse(page).articles.map(\.kind) == [.brief, .brief, .brief])
    #expect(parse(page).articles.map { $0.dateline?.agency } == ["中央社", "路透社", "本報"])
  }

  @Test("Where text is printed without marks, their lack joins nothing")
  func withoutMarks() {
    let text = "調查團一行今晨九時由北平乘專車赴天津各界代表二百餘人到站歡送團長致詞表示謝意專車於九時十分開行沿途戒備甚嚴"
    let page =
      "調查團離平赴津\n\n\(text)\n\n米市續漲\n\n昨日\(text.reversed().map(String.init).joined())\n\n【本埠訊】\(text.suffix(30))\n"
    let blocks = parse(page).articles.flatMap(\.blocks)
    #expect(blocks.allSatisfy { $0.passage.lines.count == 1 && $0.passage.repairs.isEmpty })
  }

  @Test("A notice has a head of its own")
  func notice() {
    let page = "河道治理工程开工\n\n本报讯 \(body)\n\n启事\n\n本人不慎遗失身份证一张，声明作废。李大山\n"
    #expect(parse(page).articles.map(\.kind) == [.article, .notice])
    #expect(parse(page).articles.last?.title == "启事")
  }

  @Test("Questions and answers stay in their article, numbers with a few words are its subheads")
  func questions() {
    let page = """
      农村合作医疗知识问答

      问：什么人可以参加？

      答：凡是本县居民，以家庭为单位都可以参加。

      问：每人每年交多少钱？

      答：每人每年交十元，其余由财政补助。

      一、报销比例

      乡镇医院为百分之六十，县医院为百分之四十。
      """
    let articles = parse(page).articles
    #expect(articles.count == 1)
    #expect(articles.first?.blocks(.paragraph).count == 5)
    #expect(articles.first?.blocks(.subhead).map(\.passage.text) == ["一、报销比例"])
  }
}
