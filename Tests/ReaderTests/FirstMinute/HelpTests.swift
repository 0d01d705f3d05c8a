import Newspaper
import Testing

@testable import Reader

private func desk(_ keys: String, columns: Int = 80, rows: Int = 100) -> Desk {
  Desk(typing: keys, columns: columns, rows: rows)
}

@Suite("Help") struct HelpTests {
  @Test("It begins with the keys of the screen that it was asked for on, the most useful first")
  func ownKeys() {
    let article = desk("<enter>j<enter>?")
    #expect(article.line(2) == " On this screen: Article")
    #expect(article.line(3).hasPrefix("  v ") && article.line(3).contains("one column, columns, front page, vertical"))
    let calendar = desk("gd?")
    #expect(calendar.line(2) == " On this screen: Calendar")
    #expect(calendar.line(3).hasPrefix("  enter ") && calendar.line(4).contains("to the next day"))
    #expect(desk("g/学校<enter>?").line(2) == " On this screen: Hits")
  }

  @Test("Then come all that can be done there by topic, and then the keys of other screens")
  func topics() {
    let headings = desk("<enter>j<enter>?", rows: 400).screen.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(" ") && !$0.hasPrefix("  ")
    }
    #expect(
      Array(headings.dropFirst().prefix(7)) == [
        " On this screen: Article", " Move", " Search", " View", " Keep", " Settings", " Help and the program",
      ])
    #expect(headings.contains(" Calendar") && headings.contains(" While typing"))
  }

  @Test("Every key and every command of a screen is in its help, and each key once", arguments: Context.allCases)
  func complete(_ context: Context) throws {
    let keys: [Context: String] = [
      .issues: "", .contents: "<enter>", .article: "<enter>j<enter>", .front: "<enter>:view<space>front<enter>",
      .why: "<enter>j<enter>w", .results: "g/学校<enter>", .chart: "g/学校<enter><tab>", .calendar: "gd",
      .selection: "<enter>j<enter>V", .lists: "<enter>j<enter>maq:marks<enter>",
    ]
    guard let typed = keys[context] else { return }
    let reader = desk(typed).reader
    #expect(reader.context == context)
    let rows = HelpTable(for: reader.screen, in: reader).sections.flatMap(\.rows)
    let shown = rows.flatMap(\.keys)
    for binding in Keymap.standard.bindings where binding.context == context {
      #expect(shown.contains(Keymap.label(binding.chord)), "\(binding.chord) in \(context)")
    }
    for command in Command.allCases where command.row.contexts.contains(context) && command != .chain {
      let help = command.row.setting.map { $0.help.words(in: .english) } ?? command.help(in: .english)
      #expect(rows.contains { $0.text.hasPrefix(help) }, "\(command) in \(context)")
    }
    let own = try #require(HelpTable(for: reader.screen, in: reader).sections.first)
    let others = HelpTable(for: reader.screen, in: reader).sections.dropFirst().flatMap(\.rows)
    #expect(own.rows.allSatisfy { !others.contains($0) })
  }

  @Test("Two columns stand side by side where there is room, and are searched one after the other")
  func twoColumns() {
    var desk = desk("<enter>j<enter>?", columns: 120, rows: 40)
    #expect(desk.line(2).contains(" On this screen: Article") && desk.line(2).dropFirst(60).contains { $0 != " " })
    desk.type("/anew")
    #expect(!desk.marked(.currentMatch).isEmpty)
    desk.type("<enter>n")
    #expect(!desk.marked(.currentMatch).isEmpty)
    #expect(desk.screen.split(separator: "\n").count <= 40)
  }

  @Test("On a narrow screen headings wrap like everything else", arguments: [20, 30, 40])
  func narrow(_ columns: Int) {
    let desk = desk("?", columns: columns, rows: 500)
    let words = desk.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("On this screen: Issue list"))
    #expect(words.contains("Contents, Article, Front page, Selection"))
  }
}
