import Newspaper
import Screen
import Strings
import Testing

@testable import Reader

/// Keys that do what each step of the tour asks for.
private let keys = [
  "<space>", "j", "<enter>", "<enter>", "]", "w", "q", "r", "r", "vv", "/gongzuo<enter>", "n", "g/gongzuo<enter>",
  "c<enter>", "?",
]

extension Desk {
  /// Someone who has just typed `:tour`.
  fileprivate static func onTour(
    columns: Int = 80, rows: Int = 24, language: Language = .english, keymap: Keymap = .standard,
    settings: Settings = Settings(ambiguous: .narrow)
  ) -> Desk {
    var desk = Desk(
      Papers.all, columns: columns, rows: rows, language: language, keymap: keymap, settings: settings)
    desk.type(":tour<enter>")
    #expect(desk.effects == [.tour])
    var tour = Desk(Papers.seeds, columns: columns, rows: rows)
    tour.reader = desk.reader.onTour(of: Papers.seeds.map(\.summary))
    tour.carryOut(tour.reader.start())
    tour.carryOut(tour.reader.beginPreview())
    return tour
  }

  /// The number of the step.
  fileprivate var step: Int { (reader.tour?.done ?? 0) + 1 }
}

@Suite("The tour that :tour begins") struct GuidedTourTests {
  @Test(
    "Keys in, screens out, as a person read them",
    arguments: [(80, 24), (120, 40), (40, 10)], [Language.english, .chinese])
  func screens(_ size: (columns: Int, rows: Int), _ language: Language) {
    var desk = Desk.onTour(columns: size.columns, rows: size.rows, language: language)
    var text = "== :tour ==\n\(desk.screen)\n"
    for keys in keys {
      desk.type(keys)
      text += "== \(keys) ==\n\(desk.screen)\n"
      expectWhole(desk, "after \(keys) at \(size)")
    }
    expectGolden(text, "guided/\(size.columns)x\(size.rows)-\(language.code)")
  }

  @Test("Each step follows when it has been done")
  func doing() {
    var desk = Desk.onTour()
    for (number, keys) in keys.enumerated() {
      #expect(desk.step == number + 1)
      desk.type(keys)
    }
    #expect(desk.step == Tour.steps.count)
    desk.type("<space>")
    #expect(desk.effects.last == .quit)
  }

  @Test("The space bar shows each step, and enter does", arguments: ["<space>", "<enter>"])
  func lookingOn(_ key: String) {
    var desk = Desk.onTour()
    var screens: Set<String> = []
    for number in 1..<Tour.steps.count {
      #expect(desk.step == number)
      desk.type(key)
      #expect(screens.insert(desk.screen).inserted, "step \(number) shows something")
    }
    #expect(desk.reader.notebook.clippings.count == 1)
    desk.type(key)
    #expect(desk.effects.last == .quit)
  }

  @Test("One may do other things meanwhile, and be led back by the space bar")
  func wandering() {
    var desk = Desk.onTour()
    desk.type("<space>jk")
    #expect(desk.step == 3)
    desk.type(":messages<enter>q:set theme dark<enter>z")
    #expect(desk.step == 3)
    desk.type("<esc><space>")
    #expect(desk.step == 4)
    #expect(desk.reader.pane == .contents)
    desk.type("/tour<space>guide<esc>")
    #expect(desk.step == 4, "the space bar is a space where one is typing")
  }

  @Test("It can be left at any time, and begun again")
  func leaving() {
    var desk = Desk.onTour()
    desk.type("<space>j<enter>Q")
    #expect(desk.effects.last == .quit)
    desk.type(":tour<enter>")
    #expect(desk.step == 1)
    #expect(desk.reader.pane == .issues)
  }

  @Test("Its lines name the keys in force")
  func ownKeys() {
    let own = Keymap.parse("issues x next-line\nissues,contents o open\n" + Keymap.standardText, file: "keymap").keymap
    var desk = Desk.onTour(keymap: own)
    desk.type("<space>")
    #expect(desk.screen.contains("x goes down"), "\(desk.screen)")
    desk.type("xo")
    #expect(desk.step == 4)
    desk.type("<space>")
    #expect(desk.reader.pane == .article)
  }

  @Test("It keeps the reader's rows on small screens, and comes back on larger ones")
  func resizing() {
    var desk = Desk.onTour()
    for (columns, rows) in [(20, 5), (20, 6), (10, 3), (200, 60), (80, 24)] {
      desk.resize(columns: columns, rows: rows)
      #expect(desk.reader.screenSize == Size(columns: columns, rows: rows))
      expectWhole(desk, "\(columns) × \(rows)")
    }
    #expect(desk.screen.contains("Press what"))
    desk.resize(columns: 20, rows: 5)
    desk.type("<space>")
    #expect(desk.step == 2)
  }

  @Test("A press of the mouse on its lines goes on")
  func mouse() {
    var settings = Settings(ambiguous: .narrow)
    settings.usesMouse = true
    var desk = Desk.onTour(settings: settings)
    desk.send(.mouse(Mouse(.press, at: Point(column: 3, row: 23))))
    #expect(desk.step == 2)
    desk.send(.mouse(Mouse(.press, at: Point(column: 3, row: 6))))
    #expect(desk.step == 3, "an issue was selected")
  }

  @Test("Nothing of it reaches the reader that it was begun from")
  func apart() {
    var desk = Desk(Papers.all, columns: 80, rows: 24, language: .english)
    let before = desk.screen
    let tour = desk.reader.onTour(of: Papers.seeds.map(\.summary))
    #expect(tour.tour != nil && desk.reader.tour == nil)
    desk.carryOut(desk.reader.handle(.resize(tour.screenSize)))
    #expect(desk.screen == before)
  }
}
