import Chance
import Newspaper
import Screen
import Testing

@testable import Reader

private func desk(_ keys: String = "", columns: Int = 80, rows: Int = 24) -> Desk {
  var settings = Settings(ambiguous: .narrow)
  settings.usesMouse = true
  var desk = Desk(Papers.all, columns: columns, rows: rows, language: .english, settings: settings)
  desk.type(keys)
  return desk
}

extension Desk {
  /// Does something with the mouse where a text stands on the screen, the lowest one.
  fileprivate mutating func point(_ deeds: Mouse.Deed..., at text: String) {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let row = lines.lastIndex(where: { $0.contains(text) }),
      let start = lines[row].firstRange(of: text)?.lowerBound
    else {
      Testing.Issue.record("not on the screen: \(text)\n\(screen)")
      return
    }
    let column = lines[row][..<start].reduce(0) { $0 + reader.environment.width(String($1)) }
    for deed in deeds { send(.mouse(Mouse(deed, at: Point(column: column, row: row)))) }
  }

  fileprivate mutating func press(_ text: String) { point(.press, .release, at: text) }
}

@Suite("The mouse") struct MouseTests {
  @Test("A press selects, another opens, in the list, the contents and on the printed page")
  func panes() {
    var desk = desk()
    desk.press("0/2")
    #expect(desk.reader.selectedID == "winter" && desk.reader.context == .issues)
    desk.press("0/2")
    #expect(desk.reader.context == .contents)
    desk.press("首条有轨电车")
    #expect(desk.reader.visit.article == 1 && desk.reader.context == .contents)
    desk.press("首条有轨电车")
    #expect(desk.reader.context == .article)
    desk.type("q<home>:view<space>front<enter>")
    #expect(desk.reader.context == .front)
    desk.press("首条有轨")
    #expect(desk.reader.visit.article == 1 && desk.reader.context == .front)
    desk.press("首条有轨")
    #expect(desk.reader.context == .article)
  }

  @Test("A press on an article below a short list leads to it")
  func belowTheList() {
    var desk = desk("j")
    desk.press("首条有轨电车")
    #expect(desk.reader.selectedID == "winter" && desk.reader.context == .contents)
    #expect(desk.reader.visit.article == 1)
    desk.press("首条有轨电车")
    #expect(desk.reader.context == .article)
  }

  @Test("Where panes stand side by side a press leads to one, and the wheel scrolls the one below it")
  func sideBySide() {
    var desk = desk("<enter>j", columns: 120, rows: 20)
    let article = Point(column: 100, row: 8)
    desk.send(.mouse(Mouse(.wheelDown, at: article)))
    #expect(desk.reader.context == .contents && desk.reader.place.top > 0)
    desk.send(.mouse(Mouse(.wheelUp, at: article)))
    #expect(desk.reader.place.top == 0)
    desk.send(.mouse(Mouse(.press, at: article)))
    #expect(desk.reader.context == .article)
    desk.press("冬储蔬菜")
    #expect(desk.reader.context == .issues && desk.reader.selectedID == "winter")
  }

  @Test("What is dragged over in an article is a selection of passages, which stays in its pane")
  func drags() {
    var desk = desk("<enter>j<enter>", columns: 120, rows: 30)
    let start = Point(column: 90, row: 4)
    desk.send(.mouse(Mouse(.press, at: start)))
    desk.send(.mouse(Mouse(.drag, at: start)))
    #expect(desk.reader.context == .article)
    desk.send(.mouse(Mouse(.drag, at: Point(column: 3, row: 9))))
    #expect(desk.reader.context == .selection && desk.status.contains("passages"))
    desk.send(.mouse(Mouse(.release, at: Point(column: 3, row: 9))))
    let before = desk.status
    desk.send(.mouse(Mouse(.drag, at: Point(column: 90, row: 25))))
    #expect(desk.status == before, "nothing is held any more")
    desk.type("y")
    #expect(desk.effects.contains { if case .copy = $0 { true } else { false } })
    desk.send(.mouse(Mouse(.press, at: Point(column: 5, row: 4))))
    #expect(desk.reader.context == .issues)
  }

  @Test("Hits are selected and opened, and bars of the chart narrow them")
  func results() {
    var desk = desk("g/学校<enter>", rows: 30)
    let first = desk.status
    desk.point(.wheelDown, at: "学校")
    #expect(desk.status != first)
    desk.type("gg")
    let hits = desk.screen.split(separator: "\n").map(String.init).enumerated().filter {
      $0.element.contains("学校") && $0.offset > 8
    }
    let row = hits[1].offset
    desk.send(.mouse(Mouse(.press, at: Point(column: 30, row: row))))
    #expect(desk.status.contains("2/"))
    desk.send(.mouse(Mouse(.press, at: Point(column: 30, row: row))))
    #expect(desk.reader.context == .article)
    desk.type("q")
    desk.press("▲")
    #expect(desk.reader.context == .chart)
    desk.press("▲")
    #expect(desk.reader.results?.days != nil)
  }

  @Test("Days of the calendar are selected and opened")
  func calendar() {
    var desk = desk("gd:date<space>2022-12<enter>")
    desk.press(" 2▒")
    #expect(desk.status.contains("2022-12-02"))
    desk.press(" 2▒")
    #expect(desk.reader.selectedID == "winter" && desk.reader.context == .contents)
  }

  @Test("Lists over the panes, help and the keys in the last line take the mouse, too")
  func others() {
    var desk = desk("<enter>j<enter>maqq<enter>mbq:marks<enter>")
    let entries = desk.screen.split(separator: "\n").map(String.init)
    #expect(entries.filter { $0.contains("·") }.count >= 2)
    desk.send(.mouse(Mouse(.press, at: Point(column: 10, row: 3))))
    #expect(desk.status.contains("2/2"))
    desk.press("back")
    #expect(desk.reader.context == .issues)
    desk.press("help")
    #expect(desk.reader.context == .help)
    desk.send(.mouse(Mouse(.wheelDown, at: Point(column: 10, row: 10))))
    #expect(!desk.screen.contains("On this screen"))
    desk.press("back")
    #expect(desk.reader.context == .issues)
  }

  @Test("A line that is being typed is left alone, and so is everything where the mouse is the terminal's")
  func off() {
    var typing = desk("/学")
    let screen = typing.screen
    for deed in Mouse.Deed.allCases { typing.send(.mouse(Mouse(deed, at: Point(column: 5, row: 5)))) }
    #expect(typing.screen == screen)
    var off = desk(":set<space>mouse<space>no<enter>")
    #expect(off.status.contains("the mouse is the terminal's"))
    off.press("冬储蔬菜")
    #expect(off.reader.selectedID != "winter")
    off.type(":set<space>mouse<space>yes<enter>")
    #expect(off.status.contains("a second press opens"))
  }

  @Test("A monkey with a mouse does no harm", arguments: 1...6)
  func monkey(seed: UInt64) {
    var dice = RandomSource(seed: seed)
    var desk = desk(columns: 110, rows: 24)
    let keys = [
      "<enter>", "q", "j", "v", "gd", "g/学校<enter>", "<esc>", "V", "w", "?", "<tab>", "/学<enter>", "&学<enter>",
    ]
    for step in 0..<500 {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0: desk.type(keys.randomElement(using: &dice) ?? "j")
      case 1: desk.resize(columns: .random(in: 1...140, using: &dice), rows: .random(in: 1...45, using: &dice))
      default:
        let place = Point(column: .random(in: 0...140, using: &dice), row: .random(in: 0...45, using: &dice))
        desk.send(.mouse(Mouse(Mouse.Deed.allCases.randomElement(using: &dice) ?? .press, at: place)))
      }
      expectWhole(desk, "seed \(seed), step \(step)")
    }
  }
}
