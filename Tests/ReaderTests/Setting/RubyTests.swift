import Newspaper
import Screen
import Strings
import Testing
import Typesetting

@testable import Reader

private let paper = makeIssue(
  "ruby", date: day(2024, 5, 7),
  Story(
    head("清水绕村过"), byline("本报记者 周一"),
    text("本报讯 五月的山里，渠水正满。老支书说，40年前这里挑水要走五里地，如今ＡＢ村有了自来水。"),
    text("修渠那年，全村出动，一锤一钎凿开了三道岭，双双把水引到村口。")),
  Story(head("夏粮长势良好"), text("全县夏粮长势良好。")))

@Suite("Pinyin over the text") struct RubyTests {
  private func desk(_ columns: Int, _ rows: Int, _ keys: String = "", ruby: Bool = true) -> Desk {
    var settings = Settings(ambiguous: .narrow)
    settings.hasRuby = ruby
    var desk = Desk([paper], columns: columns, rows: rows, language: .english, settings: settings)
    desk.type("<enter><enter>" + keys)
    return desk
  }

  @Test(
    "Each reading stands over its hanzi",
    arguments: [
      (80, 24, "", "80x24"), (120, 40, "", "120x40"), (40, 10, "<space>", "40x10"), (20, 8, "", "20x8"),
      (80, 24, "v", "columns-80x24"), (120, 24, ":justify<space>justified<enter>", "justified-120x24"),
    ])
  func screens(_ columns: Int, _ rows: Int, _ keys: String, _ name: String) {
    let desk = desk(columns, rows, keys)
    expectWhole(desk, name)
    expectGolden(desk, "ruby/\(name)")
    // Letters in a row of pinyin begin where, or before, the hanzi of the row below do.
    let surface = desk.present().surface
    var count = 0
    for row in 0..<rows - 1 {
      let cells = surface.row(row)
      guard cells.contains(where: { $0.style == desk.reader.environment.theme[.quiet] && $0.glyph == "s" }) else {
        continue
      }
      for (place, cell) in surface.row(row + 1).enumerated() where cell.glyph == "水" {
        count += 1
        let above = cells.dropFirst(place > 0 ? place - 1 : 0).prefix(4).map(\.glyph).joined()
        #expect(above.contains("shui") || above.contains("hui"), "\(above) over 水 in row \(row)")
      }
    }
    #expect(count > 0)
  }

  @Test(":ruby turns it on and off, and it stays as it is the next time")
  func turning() {
    var desk = desk(80, 24, ruby: false)
    let plain = desk.screen
    #expect(!plain.contains("shui"))
    desk.type(":ruby<enter>")
    #expect(desk.screen.contains("qing shui rao cun guo"))
    #expect(desk.status.contains("not beside vertical lines"))
    #expect(desk.reader.settings.byName["ruby"] == "yes")
    #expect(Settings(byName: desk.reader.settings.byName).hasRuby)
    desk.type(":set<space>ruby<space>no<enter>j<esc>l")
    #expect(desk.screen.contains("清水绕村过") && !desk.screen.contains("shui"))
    desk.type(":ruby<space>yes<enter>:view<space>vertical<enter>")
    #expect(!desk.screen.contains("shui"), "vertical lines have none")
    desk.type(":view<space>front<enter>")
    #expect(!desk.screen.contains("shui"), "neither has the front page")
    desk.type(":view<space>one<enter>r")
    #expect(!desk.screen.contains("shui"), "nor has the scan")
  }

  @Test("The text below it is the text that is there without it", arguments: [20, 40, 57, 80, 120])
  func sameText(_ columns: Int) {
    let (plain, ruby) = (desk(columns, 60, ruby: false), desk(columns, 60))
    func words(_ desk: Desk) -> String {
      let lines = desk.reader.galley?.galley.lines.filter { $0.part != .ruby } ?? []
      return lines.map { line in
        let text = desk.reader.galley?.galley.texts[line.text] ?? ""
        return String(decoding: Array(text.utf8)[line.typeset.range], as: UTF8.self)
      }.joined().filter { $0 != " " }
    }
    #expect(words(plain) == words(ruby))
    for line in ruby.reader.galley?.galley.lines ?? [] {
      #expect(line.typeset.indent >= 0)
      #expect(line.typeset.indent + line.typeset.width <= max(ruby.reader.layout.measure, 7), "\(line)")
    }
  }

  @Test("Hits are marked on the hanzi, and gone to")
  func hits() {
    var desk = desk(80, 12, "/水<enter>")
    #expect(desk.marked(.currentMatch) == ["水"])
    for _ in 0..<3 {
      desk.type("n")
      #expect(desk.marked(.currentMatch) == ["水"], "\(desk.screen)")
    }
    desk.type("<esc>/自来水<enter>")
    #expect(desk.marked(.currentMatch).joined().filter { $0 != " " } == "自来水")
  }

  @Test("A selection takes passages with what stands over them, and copies the text alone")
  func selection() {
    var desk = desk(80, 30, "Vjj")
    #expect(desk.screen.contains("▌"))
    desk.type("y")
    let copied = desk.effects.compactMap { effect -> String? in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copied.first?.contains("本报讯 五月的山里") == true)
    #expect(copied.first?.contains("shui") == false)
  }

  @Test("A press on what stands over a passage is one on the passage")
  func mouse() {
    var desk = desk(80, 30)
    desk.type(":mouse<enter>")
    let row = desk.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("xiu qu") }
    desk.send(.mouse(Mouse(.press, at: Point(column: 20, row: row ?? 0))))
    #expect(desk.reader.text.pressedBlock == 3)
  }

  @Test("Places stay when it is turned on and off")
  func places() {
    var desk = desk(40, 10, "jjjjj", ruby: false)
    let first = desk.reader.place.anchor
    desk.type(":ruby<enter>")
    #expect(desk.reader.place.anchor == first)
    desk.type(":ruby<enter>")
    #expect(desk.reader.place.anchor == first)
  }
}
