import Newspaper
import Testing
import Text

@testable import PageParsing

private func wording(_ text: String) -> Wording {
  let scan = PageScan(Page(number: 1, path: "", text: PageText(text)))
  return Wording(scan, scan.lines[0].range)
}

@Suite("The forms of newspapers")
struct FormTests {
  @Test("Words are found in traditional characters as in simplified ones")
  func traditionalWords() {
    #expect(wording("本報訊").has(Word("本报讯"), at: 0))
    #expect(!wording("本豹訊").has(Word("本报讯"), at: 0))
    for scalar in UInt32(0x4E00)..<0xA000 where HanziForms.simplified(scalar) != scalar {
      #expect(HanziForms.traditional(HanziForms.simplified(scalar)) == scalar)
    }
  }

  @Test(
    "A dateline says who sent the report, from where and when",
    arguments: [
      ("本报讯 4月24日下午,会议召开。", "本报讯", "本报", nil, nil),
      ("本报深圳讯 4月24日上午", "本报深圳讯", "本报", "深圳", nil),
      ("新华社北京1月3日电（记者 张三）中央", "新华社北京1月3日电", "新华社", "北京", CalendarDay(month: 1, day: 3)),
      ("据新华社德黑兰１月１５日电（记者荣松）", "新华社德黑兰１月１５日电", "新华社", "德黑兰", CalendarDay(month: 1, day: 15)),
      ("本报北京１月５日讯记者张三报道：", "本报北京１月５日讯", "本报", "北京", CalendarDay(month: 1, day: 5)),
      ("【本報訊】昨日", "本報訊", "本報", nil, nil),
      ("中新社香港三月四日电 今天", "中新社香港三月四日电", "中新社", "香港", CalendarDay(month: 3, day: 4)),
      ("江城晚报讯（记者 李四）", "江城晚报讯", "江城晚报", nil, nil),
    ] as [(String, String, String, String?, CalendarDay?)])
  func datelines(line: String, words: String, agency: String, place: String?, day: CalendarDay?) throws {
    let wording = wording(line)
    let form = try #require(wording.dateline())
    #expect(wording.string(form.words) == words)
    #expect(wording.string(form.agency) == agency)
    #expect(form.place.map(wording.string) == place)
    #expect(form.day == day)
  }

  @Test(
    "What only looks like a dateline is none",
    arguments: ["本报记者 陈润", "新华社通讯员张三新华社记者李四", "本报电视周刊改版", "社会各界踊跃捐赠", "据介绍，产品已研制成功"])
  func noDatelines(line: String) {
    #expect(wording(line).dateline() == nil)
  }

  @Test(
    "A byline names everyone in it, without the spaces that only align",
    arguments: [
      ("■本报记者 陈 润", ["本报记者|陈润"]),
      ("■本报记者 唐翔 通讯员 周健", ["本报记者|唐翔", "通讯员|周健"]),
      ("■通讯员 匡琼 刘功威", ["通讯员|匡琼", "通讯员|刘功威"]),
      ("■魏 姗", ["|魏姗"]),
      ("实习生 王薇", ["实习生|王薇"]),
      ("■本报评论员", ["本报评论员|本报评论员"]),
      ("新华社通讯员史照栋新华社记者赵忠生", ["新华社通讯员|史照栋", "新华社记者|赵忠生"]),
      ("本报驻加拿大记者邹德浩", ["本报驻加拿大记者|邹德浩"]),
      ("By John H. Smith", ["By|John H. Smith"]),
      ("本報記者 張三 攝影 李四", ["本報記者|張三", "攝影|李四"]),
    ])
  func bylines(line: String, people: [String]) {
    #expect(wording(line).people(isMarked: false)?.map { "\($0.role)|\($0.name)" } == people)
  }

  @Test("Running text is no byline", arguments: ["记者从市政府获悉，园区竞赛开始", "陈润", "图片新闻", "■我市召开专题会议部署工作"])
  func noBylines(line: String) {
    #expect(wording(line).people(isMarked: false) == nil)
  }

  @Test(
    "A pointer names its page",
    arguments: [("详见第七版", 7), ("（报道见3版）", 3), ("详见Ａ12版", 12), ("詳見第二版", 2), ("►详见第十一版", 11)])
  func pointers(line: String, page: Int) {
    #expect(wording(line).pointer() == page)
  }

  @Test("A sentence that speaks of pages is no pointer", arguments: ["会见结束后，双方见证了新版合作协议", "详见公告", "见第三章"])
  func noPointers(line: String) {
    #expect(wording(line).pointer() == nil)
  }

  @Test("A turn stands at the end or at the start of a text")
  func jumps() throws {
    let to = try #require(wording("真抓实干、埋头苦干。(下转第二版)").jump())
    #expect(to.direction == .to && to.page == 2)
    let from = try #require(wording("（上接第一版）会议强调").jump())
    #expect(from.direction == .from && from.page == 1)
    #expect(wording("部门下转任务三次").jump() == nil)
  }

  @Test(
    "A caption names its photographer", arguments: [("菜农们育苗。 ■唐兰荣 摄", "唐兰荣"), ("（新华社记者李开远摄）", "李开远"), ("蒋平佳 摄", "蒋平佳")])
  func credits(line: String, name: String) {
    #expect(wording(line).credit()?.name == name)
  }

  @Test("Days are read in ASCII, full-width and Chinese digits")
  func days() {
    #expect(wording("会议于2020年12月31日召开").firstDay(within: 20) == CalendarDay(year: 2020, month: 12, day: 31))
    #expect(wording("１月５日上午").firstDay(within: 20) == CalendarDay(month: 1, day: 5))
    #expect(wording("十二月二十一日").firstDay(within: 20) == CalendarDay(month: 12, day: 21))
    #expect(wording("共13月99日").firstDay(within: 20) == nil)
  }
}
