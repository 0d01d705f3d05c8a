import Newspaper
import Testing

@testable import PageParsing

@Suite("Who made an article")
struct PeopleTests {
  private let body = "市政府昨天在江城召开会议，部署今年的水利建设，要求各县在汛期以前完成所有堤防的加固工程。"

  /// The names of a report with some lines between its headline and the rest of its text.
  private func names(_ opening: String) -> [String] {
    let page = "江城部署今年水利建设\n\n\(opening)\n\n\(body)\n\n粮食储备充足\n\n本报讯 \(body)\n"
    return parse(page).articles.first?.people.map(\.name) ?? []
  }

  @Test(
    "Names in brackets behind a dateline are read over the ends of printed lines",
    arguments: [
      ("新华社江城7月16日电（记\n者王海霞）市政府昨天召开了水利会议，县长都到了。", ["王海霞"]),
      ("新华社江城7月16日电（记者\n李芳、金勇）市政府昨天召开了水利会议，县长都到了。", ["李芳", "金勇"]),
      ("新华社江城7月16日电\n（记者于雨）市政府昨天召开了水利会议，县长都到了。", ["于雨"]),
      ("本报讯（记者彭平通讯员\n阎杰郝勇）市政府昨天召开了水利会议，县长都到了。", ["彭平", "阎杰", "郝勇"]),
    ])
  func openings(lines: String, expected: [String]) { #expect(names(lines) == expected) }

  @Test("A name that two lines of a byline break is one name")
  func brokenName() { #expect(names("本报记者 董平 吴曦\n燕") == ["董平", "吴曦燕"]) }

  @Test("Names without a space between are parted where the commoner surname stands")
  func runTogether() { #expect(names("本报记者董华江康明") == ["董华", "江康明"]) }

  @Test(
    "Names are read where an engine ran them together with the text, or took the brackets apart",
    arguments: [
      ("本报记者王海霞本报讯日前，市政府召开了水利会议，县长都到了。", ["王海霞"]),
      ("新华社江城7月16日电（记水利局的负责人出席了会议，\n者李芳、金勇）市政府昨天召开了水利会议，县长都到了。", ["李芳", "金勇"]),
    ])
  func runTogetherWithText(lines: String, expected: [String]) { #expect(names(lines) == expected) }

  @Test(
    "Names are parted where the next one's role begins",
    arguments: [
      ("本报记者 董华 江康明通讯员 朱鑫康", ["董华", "江康明", "朱鑫康"]),
      ("■本报记者 熊洋实习生 郑燕本报讯 日前，市政府", ["熊洋", "郑燕"]),
      ("本报记者 董华 江城晚报记者 王海霞", ["董华", "王海霞"]),
    ])
  func rolesBetween(line: String, expected: [String]) { #expect(names(line) == expected) }

  @Test("A head that runs on into a byline names who wrote")
  func nameInHead() {
    let page = "江城部署今年水利建设 本报记者王海霞\n\n\(body)\n\n\(body.dropFirst(4))\n"
    #expect(parse(page).articles.first?.people.map(\.name) == ["王海霞"])
  }

  @Test(
    "A name in brackets behind the last sentence signs the text; other words there do not",
    arguments: [("（于雨）", ["于雨"]), ("（未完）", []), ("（连载三）", []), ("（见附图）", [])])
  func signature(end: String, expected: [String]) {
    #expect(parse("江城部署今年水利建设\n\n\(body)\(end)\n").articles.first?.people.map(\.name) == expected)
  }

  @Test("A name signs a text behind its last words, however short the line and whatever mark ends it")
  func shortSignature() {
    for end in ["\n\n堤防完工了。（于雨）", "工程还在继续……（于雨）"] {
      #expect(parse("江城部署今年水利建设\n\n\(body)\(end)\n").articles.first?.people.map(\.name) == ["于雨"])
    }
  }

  @Test("Of two names run together behind a role one may be misread")
  func misreadName() { #expect(names("本报记者 运立易然") == ["运立", "易然"]) }
}
