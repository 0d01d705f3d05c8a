import Newspaper
import Screen
import Testing

@testable import Reader

@Suite("The command line says how to go on while one types") struct CompletionTests {
  private func desk(_ columns: Int, _ rows: Int, language: Language = .english) -> Desk {
    Desk(Papers.all, columns: columns, rows: rows, language: language)
  }

  @Test(
    "What can follow stands above the line",
    arguments: [(80, 24, "80"), (40, 10, "40"), (120, 40, "120")])
  func goldens(_ columns: Int, _ rows: Int, _ name: String) {
    var all = ""
    for keys in [":", ":s", ":th", ":set<space>", ":level<space>", ":level<space>g<tab>", ":copy<space>", ":nowhere"] {
      var desk = desk(columns, rows)
      desk.type("<enter>" + keys)
      all += "\(keys)\n\(desk.screen)\n"
      expectWhole(desk, keys)
    }
    expectGolden(all, "completion-\(name)")
  }

  @Test("In Chinese, too") func chinese() {
    var desk = desk(80, 24, language: .chinese)
    desk.type(":set<space>s")
    expectGolden(desk, "completion-chinese")
  }

  @Test("No more is hidden than is needed, and nothing of it stays")
  func leavesNothing() {
    var desk = desk(80, 24)
    let before = desk.screen
    desk.type(":quit")
    let rows = before.split(separator: "\n", omittingEmptySubsequences: false)
    let now = desk.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.dropLast(3) == now.dropLast(3))
    #expect(desk.line(-2).contains("quit  quit"))
    desk.type("<esc>")
    #expect(desk.screen == before)
  }

  @Test("What was typed last comes first, also when it was typed the last time")
  func byUse() {
    var desk = desk(80, 24)
    #expect(!desk.reader.promptWords(":s").prefix(1).contains("suspend"))
    desk.reader.resume(commands: ["5 suspend", "theme dark"])
    #expect(desk.reader.promptWords(":").prefix(2) == ["theme", "suspend"])
    #expect(desk.reader.promptWords(":s").first == "suspend")
    desk.type(":save<space>x<enter>")
    #expect(desk.reader.promptWords(":s").prefix(2) == ["save", "suspend"])
    #expect(desk.reader.takeCommands() == ["save x"])
  }

  @Test("A name is found by its other words, behind those that begin so; a count stays before it")
  func otherWords() {
    let reader = desk(80, 24).reader
    let words = reader.promptWords(":line")
    #expect(words.contains("next-line") && words.contains("first-line"))
    #expect(reader.promptWords(":n").prefix(while: { $0.hasPrefix("n") }).count > 5)
    var desk = desk(80, 24)
    desk.type(":5<space>next-l<tab>")
    #expect(desk.reader.promptLine?.text == "5 next-line")
  }

  @Test("What means nothing on this screen comes last")
  func meaning() {
    let words = desk(80, 24).reader.promptWords(":n")
    #expect(words.firstIndex(of: "next-bar") ?? 0 > words.firstIndex(of: "next-line") ?? 99)
  }

  @Test("tab goes through words that there is no room for")
  func beyond() {
    var desk = desk(80, 24)
    desk.type(":set<space>" + String(repeating: "<tab>", count: 9))
    let word = desk.reader.promptLine?.text.dropFirst(4) ?? ""
    #expect(desk.screen.contains("▸ \(word)"))
    desk.type(String(repeating: "<shift-tab>", count: 8))
    #expect(desk.screen.contains("▸ view"))
  }

  @Test("A screen reader hears the line, and of a completion what it means")
  func spoken() {
    var settings = Settings(ambiguous: .narrow)
    settings.isReadAloud = true
    var desk = Desk(Papers.all, columns: 80, rows: 24, language: .english, settings: settings)
    let before = desk.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    desk.type(":level<space>")
    #expect(desk.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast() == before)
    #expect(desk.status == ":level")
    desk.type("<tab>")
    #expect(desk.status.hasPrefix(":level none") && desk.status.hasSuffix("marks may stand anywhere, 1 of 4"))
    #expect(desk.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast() == before)
  }

  @Test("A value that looks like a sequence of the terminal is shown as what it is")
  func hostile() {
    var desk = desk(80, 24)
    desk.reader.receive(savedQueries: [.init(name: "\u{1B}[31m", query: "x")]).forEach { _ in }
    desk.type(":query<space>")
    #expect(!desk.screen.contains("\u{1B}"))
    expectWhole(desk, "hostile")
  }
}

extension Reader {
  /// The words that can follow a line of the command prompt, `:` before it.
  fileprivate func promptWords(_ line: String) -> [String] {
    CommandWays(from: String(line.dropFirst()), in: self).completion.words
  }
}
