import Newspaper
import Screen
import Testing

@testable import Reader

private func run(_ line: String, columns: Int = 60) -> Desk {
  var desk = Desk(Papers.all, columns: columns, rows: 12)
  desk.type("<enter>j<enter>:")
  desk.send(.paste(line))
  desk.type("<enter>")
  return desk
}

@Test("Commands are carried out by name, with a count before or behind", arguments: ["next-line 5", "5 next-line"])
func commandsByName(_ line: String) { #expect(run(line).reader.place.top == 5) }

@Test("A number alone goes to that line")
func lineNumbers() { #expect(run("4").reader.place.top == 3) }

@Test("quit and q quit; help shows help", arguments: ["quit", "q", "wq", "exit"])
func quitByName(_ line: String) {
  #expect(run(line).effects == [.quit])
  #expect(run("help").screen.contains("本屏："))
}

@Test("An issue is gone to by date or name, an article by number")
func goingByName() {
  #expect(run("issue 2022-12-02").screen.contains("冬储蔬菜供应充足"))
  #expect(run("issue undated").screen.contains("春耕备耕忙"))
  #expect(run("issue --03-04").screen.contains("春耕备耕忙"))
  #expect(run("issue 1900").status == " 没有“1900”这一期")
  #expect(run("article 3").screen.contains("本报评论员"))
  #expect(run("article 9").status == " 没有第 9 篇")
}

@Test("search with words finds them at once")
func searchByName() {
  let desk = run("search 白 鹭")
  #expect(desk.reader.found?.count == "1/1")
  #expect(desk.screen.contains("白鹭翩飞"))
  #expect(run("search 无此").status == " 本期没有：无此")
}

@Test("An unknown command, and one that only edits, say so")
func wrongCommands() {
  #expect(run("nxt-line").status == " 没有“nxt-line”这个命令")
  #expect(run("delete-word").status == " delete-word 只在输入时有用")
  #expect(run("").reader.layers.isEmpty)
  #expect(run("99999999999999999999 next-line").status.contains("没有“99999999999999999999”这个命令"))
}

@Test(
  "A command that means nothing here says so, as its key does",
  arguments: ["narrow", "widen", "toggle-order", "next-bar", "next-passage", "box-right"])
func commandsElsewhere(_ name: String) {
  #expect(run(name).status == " :\(name) 在此没有用处")
}

@Test("A command that takes a value says which there are", arguments: ["view", "theme", "level", "justify", "pinyin"])
func valuesOfCommands(_ name: String) {
  let desk = run(name, columns: 120)
  #expect(desk.status.hasPrefix(" :\(name) 之后写其一："))
  if name == "view" { #expect(desk.status.hasSuffix("one, columns, front, vertical")) }
}

@Test("A day without its year is gone to as it is printed and as it is shown", arguments: ["--03-04", "????-03-04"])
func yearlessDays(_ day: String) { #expect(run("issue \(day)").screen.contains("春耕备耕忙")) }

@Test("tab completes names and goes round, shift-tab back; issue completes dates")
func completion() {
  var desk = Desk(Papers.all, columns: 80, rows: 12)
  desk.type(":next<tab>")
  #expect(desk.status.hasPrefix(":next-line"))
  #expect(desk.screen.contains("▸ next-line"))
  desk.type("<tab>")
  #expect(desk.reader.promptLine?.text == "next-page")
  desk.type("<shift-tab><shift-tab>")
  #expect(desk.reader.promptLine?.text == "next-passage")
  desk.type("<ctrl-u>issue<space>20<tab><tab><enter>")
  #expect(desk.screen.contains("首条有轨电车线路试运行"))
}

@Test("On a command line the first shift-tab begins with the last completion")
func firstCompletionBack() {
  var desk = Desk(Papers.all, columns: 80, rows: 12)
  desk.type(":view<space><shift-tab>")
  #expect(desk.reader.promptLine?.text == "view vertical")
  desk.type("<shift-tab><tab><tab>")
  #expect(desk.reader.promptLine?.text == "view one")
}

@Test("At a search prompt tab goes on to older searches that begin so, shift-tab back", arguments: ["/", "g/"])
func searchCompletion(_ keys: String) {
  var desk = Desk(Papers.all, columns: 80, rows: 12)
  for search in ["学校", "学生", "学习"] { desk.type("/\(search)<enter>") }
  desk.type(keys + "学<tab>")
  #expect(desk.reader.promptLine?.text == "学习")
  desk.type("<tab>")
  #expect(desk.reader.promptLine?.text == "学生")
  desk.type("<shift-tab><shift-tab>")
  #expect(desk.reader.promptLine?.text == "学校")
  desk.type("<ctrl-u>学<shift-tab>")
  #expect(desk.reader.promptLine?.text == "学校")
}

@Test("Every command but those of the prompt can be given by name", arguments: Command.allCases)
func everyCommand(_ command: Command) {
  let desk = run(command.rawValue, columns: 118)
  #expect(!desk.status.contains("没有“"), "\(command.rawValue)")
  expectWhole(desk, command.rawValue)
}

@Test("A command typed over help goes to what lies below where help has no use for it")
func commandOverHelp() {
  var desk = Desk(Papers.all, columns: 60, rows: 12)
  desk.type("?:next-issue<enter>")
  #expect(desk.reader.layers.isEmpty)
  #expect(desk.reader.selectedIssue == 1)
}

@Test("Help shows the keymap in force, a person's keys first")
func helpShowsOwnKeys() {
  let own = Keymap.read([(Keymap.standardText, "keymap"), ("reading,why x toggle-raw", "own")]).keymap
  var desk = Desk(Papers.all, columns: 80, rows: 200, keymap: own)
  desk.type("?")
  #expect(desk.screen.contains("x  r                    整理后的文字"))
  desk.type("qx")
  #expect(desk.status.contains("扫描件原行"))
}
