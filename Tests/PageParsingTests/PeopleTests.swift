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
  func runTogether() { #expect(names("本报记者董安江平宁") == ["董安", "江平宁"]) }

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
      ("本报记者 董安 江平宁通讯员 朱文远", ["董安", "江平宁", "朱文远"]),
      ("■本报记者 熊洋实习生 郑燕本报讯 日前，市政府", ["熊洋", "郑燕"]),
      ("本报记者 董安 江城晚报记者 王海霞", ["董安", "王海霞"]),
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

  @Test(
    "Of names in brackets that another column's text breaks into those are read that are whole",
    arguments: [
      ("本报讯（记者李芳 彭阎”气氛十分热烈，\n\n远）日前，市政府召开了水利会议，县长都到了。", ["李芳"]),
      ("本报讯（记者王海霞苏河两岸的居民，\n\n\(Self.other)", ["王海霞"]),
      ("本报讯（记者水利局的负责人说，\n\n\(Self.other)", []),
      ("新华社江城7月16日电（记水利局的负责人说，\n霞、李芳）市政府昨天召开了水利会议，县长都到了。", ["李芳"]),
      ("本报讯（记者王海水利局的负责人说，\n霞王芳）日前，市政府召开了水利会议，县长都到了。", ["王芳"]),
    ])
  func brokenInto(lines: String, expected: [String]) { #expect(names(lines) == expected) }

  private static let other = "代表们在会上讨论了堤防工程的进度，决定下月再次开会。"

  @Test("A dateline behind text that an engine took in a wrong order names who wrote")
  func laterDateline() {
    let lines: [(LineLabel, String)] = [
      (.headStart, "江城部署今年水利建设"), (.start, body), (.start, "本报讯（记者李芳）" + Self.other),
    ]
    let text = lines.map(\.1).joined(separator: "\n\n")
    let issue = parsePage(Page(number: 1, path: "page", text: PageText(text)), labels: lines.map(\.0))
    #expect(issue.articles.first?.people.map(\.name) == ["李芳"])
  }

  @Test("An item that opens with a byline names who wrote")
  func bareByline() {
    let lines: [(LineLabel, String)] = [(.bareStart, "本报记者董安江平宁"), (.start, "本报讯 " + body)]
    let text = lines.map(\.1).joined(separator: "\n\n")
    let issue = parsePage(Page(number: 1, path: "page", text: PageText(text)), labels: lines.map(\.0))
    #expect(issue.articles.first?.people.map(\.name) == ["董安", "江平宁"])
  }
}
