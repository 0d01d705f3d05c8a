import Newspaper
import Testing

@testable import PageFormats

@Suite("Plain text whose columns stand side by side")
struct ColumnTextTests {
  private let left = [
    "昨夜城北仓库起火，消防", "队出动六辆车，两小时后", "扑灭，没有人受伤，起火", "原因正在调查，附近居民",
    "说当时听到一声响，随后", "看见浓烟，市里要求各单", "位检查电线。",
  ]
  private let right = [
    "本市图书馆新馆明天开放", "读者凭证入内，馆内设有", "座位八百个，藏书四十万", "册，少儿部在二楼，每天",
    "早上八点半开门，晚上九", "点关门，逢周一闭馆，馆", "长说欢迎大家。",
  ]

  /// Both side by side, the shorter lines of the left one filled up.
  private func rows(_ gutter: String) -> [String] {
    zip(left, right).map { line, other in
      let blanks = gutter == "\t" ? "" : String(repeating: "　", count: 11 - line.count)
      return line + blanks + gutter + other
    }
  }

  private func page(_ text: String) throws -> Page { try Page(path: "a.txt", file: Array(text.utf8)) }

  /// The lines in reading order.
  private func read(_ page: Page) -> [String] {
    (page.text.layout?.order ?? []).map { page.text.line(Int($0)) }
  }

  @Test(
    "They are read one after the other, parted by spaces, ideographic spaces or tabs", arguments: ["    ", "　　", "\t"])
  func columns(gutter: String) throws {
    let rows = self.rows(gutter)
    let page = try page("两则消息\n\n" + rows.joined(separator: "\n") + "\n\n完\n")
    #expect(read(page).filter { !$0.isEmpty } == ["两则消息"] + left + right + ["完"])
  }

  @Test("It is told")
  func told() throws {
    let rows = self.rows("    ").joined(separator: "\n")
    let decoded = try decodePage(Array(rows.utf8), path: "a.txt")
    #expect(
      decoded.problem?.description
        == "a.txt:1: text in columns: columns stand side by side from here on; read one by one")
  }

  @Test("A shorter column ends before the other")
  func short() throws {
    let rows = self.rows("    ") + ["                          请勿大声喧哗，违者请出。"]
    let page = try page(rows.joined(separator: "\n"))
    #expect(read(page) == left + [""] + right + ["请勿大声喧哗，违者请出。", ""])
  }

  @Test("Heads stand over their columns, and a blank row parts all of them")
  func heads() throws {
    var rows = self.rows("    ")
    rows.insert("", at: 3)
    let page = try page("  仓库起火                    图书馆开放\n\n" + rows.joined(separator: "\n"))
    let columns = [
      ["仓库起火", ""] + left.prefix(3) + [""] + left.dropFirst(3),
      ["图书馆开放", ""] + right.prefix(3) + [""] + right.dropFirst(3),
    ]
    #expect(read(page) == columns[0] + [""] + columns[1] + [""])
  }

  @Test("Columns whose marks stand at the ends of lines are columns")
  func marksAtEnds() throws {
    let first = ["今天早晨北河大桥正式", "通车，两岸居民再也不", "用绕行十里路。大桥全", "长八百米，宽二十米，", "由省桥梁公司承建，工"]
    let second = ["东山果园的苹果熟了，", "果农们忙着采摘装箱，", "合作社派来三辆卡车，", "当天就把水果运到城里", "的各个市场。"]
    let rows = zip(first, second).map { $0 + "    " + $1 }
    #expect(read(try page(rows.joined(separator: "\n"))) == first + second + [""])
  }

  @Test("A rule between the columns is none of their text", arguments: [" | ", " │ ", "  ¦  ", "\t|\t"])
  func ruled(rule: String) throws {
    let page = try page(rows(rule).joined(separator: "\n"))
    #expect(read(page).filter { !$0.isEmpty } == left + right)
  }

  @Test("Blank rows may stand between all rows")
  func doubled() throws {
    let page = try page(rows("    ").joined(separator: "\n\n"))
    #expect(read(page).filter { !$0.isEmpty } == left + right)
  }

  @Test("Columns without marks are known by lines of one length")
  func unmarked() throws {
    let first = ["昨日午后渡船满载米粮", "由东门驶往北岸途中忽", "遇大风船身倾侧幸舵工", "沉着应付得免于难乘客", "四十余人均已安抵对岸"]
    let second = ["本埠商会议决自下月起", "减收会费三成以纾商困", "并拟筹设公共仓库一所", "地点在河西旧粮栈云云", "各业代表均表示赞同之"]
    let page = try page(zip(first, second).map { $0 + "    " + $1 }.joined(separator: "\n"))
    #expect(read(page).filter { !$0.isEmpty } == first + second)
  }

  @Test(
    "Tables, lists of names and spaced heads are no columns",
    arguments: [
      (1...8).map { "第\($0)组    甲队对乙队    \($0):2    第\($0)场" },
      (1...8).map { "一中学生甲某\($0)    二中学生乙某\($0)    三中学生丙某\($0)" },
      ["三  中  全  会", "在  京  召  开", "会  议  公  报", "今  天  发  表", "全  文  如  下", "请  看  二  版"],
      (1...8).map { "市第一中学初一学生甲\($0)    市第二中学初二学生乙\($0)" },
      (1...8).map { "20\($0)1年全年产量    12345吨，增长\($0).5%    超过计划1\($0).2%" },
    ])
  func tables(lines: [String]) throws {
    #expect(try page(lines.joined(separator: "\n")).text.layout == nil)
  }
}
