import Foundation
import Newspaper
import Notes
import Screen
import Testing

@testable import Reader

private func desk(_ keys: String, columns: Int = 80, rows: Int = 24) -> Desk {
  Desk(typing: keys, columns: columns, rows: rows)
}

@Suite("Taking texts out") struct TakingOutTests {
  @Test("| hands the text to a command as it was typed; what it says is shown like help, and goes through the gate")
  func pipes() {
    var desk = desk("j<enter>j<enter>|tr<space>'a<space>b'<space>$(id)<enter>")
    guard case .pipe(let command, let input)? = desk.effects.last else {
      Testing.Issue.record("no pipe")
      return
    }
    #expect(command == "tr 'a b' $(id)" && input.hasPrefix("首条有轨电车线路试运行\n"))
    desk.carryOut(desk.reader.receive(output: "one\n\u{1B}]0;title\u{7}two\n", of: "tr", status: 0))
    #expect(desk.screen.contains("one") && !desk.screen.contains("\u{1B}"))
    desk.type("q")
    desk.carryOut(desk.reader.receive(output: "", of: "tr", status: 3))
    #expect(desk.status.contains("tr ended with 3"))
    desk.carryOut(desk.reader.receive(output: "one\n", of: "tr", status: 137, isCutShort: true))
    #expect(desk.screen.contains("one") && desk.status.contains("tr said more than is shown here"))
    desk.carryOut(desk.reader.receive(output: String(repeating: "y\n", count: 100_000), of: "yes", status: 0))
    #expect(desk.status.contains("yes said more than is shown here"))
  }

  @Test("Forms of what is handed over, and the pager where no command is named")
  func forms() {
    let markdown = desk("j<enter>j<enter>|--markdown<space>cat<enter>").effects.last
    if case .pipe(_, let input)? = markdown {
      #expect(input.hasPrefix("## 首条"))
    } else {
      Testing.Issue.record("no pipe")
    }
    let json = desk("j<enter>j<enter>|--json<space>cat<enter>").effects.last
    if case .pipe(_, let input)? = json { #expect(input.hasPrefix("{") && input.hasSuffix("}\n")) }
    let page = desk("j<enter>j<enter>:pipe<space>--raw<enter>").effects.last
    if case .page(let text)? = page { #expect(text.contains("本报记者 周一")) } else { Testing.Issue.record("no pager") }
  }

  @Test("E opens a copy in the editor, and what is changed there changes nothing")
  func editor() {
    var desk = desk("j<enter>j<enter>E")
    guard case .edit(let text, let kind)? = desk.effects.last else {
      Testing.Issue.record("no editor")
      return
    }
    let screen = desk.screen
    desk.carryOut(desk.reader.receive(edited: text + "!", of: kind))
    #expect(desk.screen == screen)
  }

  @Test(":export writes the article, the issue, clippings and marked hits in a format")
  func exports() {
    func written(_ keys: String) -> (text: String, path: String)? {
      guard case .write(let bytes, let path)? = desk(keys).effects.last else { return nil }
      return (String(decoding: bytes, as: UTF8.self), path)
    }
    let article = written("j<enter>j<enter>:export<space>markdown<enter>")
    #expect(article?.path == "baolan-winter.md" && article?.text.contains("免费乘坐") == true)
    #expect(article?.text.contains("白菜") == false)
    let issue = written("j<enter>q:export<space>text<space>out.txt<enter>")
    #expect(issue?.path == "out.txt" && issue?.text.contains("白菜") == true)
    let clippings = written("j<enter>j<enter>c#x<enter>gc:export<space>bibtex<enter>")
    #expect(clippings?.text.contains("首条有轨电车") == true && clippings?.path == "baolan-clippings.bib")
    let noted = written("j<enter>j<enter>c好事<space>#x<enter>gc:export<space>markdown<enter>")
    #expect(noted?.text.contains("好事 \\#x") == true)
    let hits = written("g/的<enter>xx:export<space>jsonl<enter>")
    #expect(hits?.text.split(separator: "\n").count == 2)
    #expect(desk("<enter>:export<space>stone<enter>").status.contains("markdown"))
  }

  @Test("Keys that were recorded are pressed again, whatever they lead to")
  func macros() {
    var desk = desk("<enter><enter>:record<space>down<enter>]:record<enter>")
    #expect(desk.status.contains("recorded down: 1 key") && desk.reader.visit.article == 1)
    desk.type("@down<enter>")
    #expect(desk.reader.visit.article == 2)
    desk.type(":play<space>up<enter>")
    #expect(desk.status.contains("no macro up; there are: down"))
  }

  @Test("A recorded macro is kept like a mark, listed, played from the list, deleted there, and u brings it back")
  func keptMacros() {
    var first = desk("<enter><enter>:record<space>on<enter>]<space>:record<enter>")
    guard case .keep(let changes)? = first.effects.last, case .macro(nil, let macro?)? = changes.first else {
      Testing.Issue.record("nothing kept")
      return
    }
    #expect(Macro(macro.record) == macro && macro.keys == "] <space>")
    first.type(":record<space>on<enter>:record<enter>")
    #expect(first.status.contains("no key was pressed"))
    var second = desk("<enter><enter>")
    second.carryOut(second.reader.receive(clippings: [Clipping](), marks: [], corrections: [], macros: [macro]))
    second.type(":macros<enter>")
    expectGolden(second, "macros")
    second.type("<enter>")
    #expect(second.reader.visit.article == 1 && second.reader.layers.isEmpty)
    second.type(":macros<enter>d")
    #expect(second.status.contains("deleted the macro on") && second.reader.notebook.macros.isEmpty)
    second.type("u@on<enter>")
    #expect(second.reader.visit.article == 2)
  }

  @Test("A macro that is none does no harm")
  func hostileMacros() {
    let texts = ["", "<nothing>", "\u{1B}[31m\u{7}", String(repeating: "j", count: 40_000)]
    for text in texts {
      let record = KeptRecord(id: "x", fields: [.init("macro", "x\u{1B}[31m"), .init("keys", text)])
      var desk = desk("<enter><enter>")
      let macros = [Macro(record)].compactMap(\.self)
      desk.carryOut(desk.reader.receive(clippings: [Clipping](), marks: [], corrections: [], macros: macros))
      desk.type(":macros<enter>")
      #expect(!desk.screen.contains("\u{1B}"))
      desk.type("<enter>")
      #expect(desk.reader.visit.article == 0)
    }
    let long = KeptRecord(
      id: "x", fields: [.init("macro", String(repeating: "n", count: 41)), .init("keys", "j")])
    #expect(Macro(long) == nil)
  }

  @Test("A line of the keymap binds commands with words, and several of them; one with a wrong name is said")
  func chains() {
    let own = "article x :copy markdown ; next-article\narticle z x :copie text"
    let (keymap, problems) = Keymap.read([(Keymap.standardText, "keymap"), (own, "own")])
    #expect(problems.count == 1 && problems[0].line == 2)
    var desk = Desk(Papers.all, columns: 80, rows: 24, language: .english, keymap: keymap)
    desk.type("<enter><enter>x")
    guard case .copy(let text)? = desk.effects.last else {
      Testing.Issue.record("nothing copied")
      return
    }
    #expect(text.hasPrefix("## 全市植树") && desk.reader.visit.article == 1)
    desk.type("?")
    #expect(
      KeyTable(keymap).sections.flatMap(\.rows).contains { $0.help(in: .english) == ":copy markdown ; next-article" })
  }

  @Test("Programs of one's own are settings of any text")
  func programs() {
    var desk = desk(":set<space>editor<space>emacs<space>-nw<enter>")
    #expect(desk.reader.settings.editor == "emacs -nw")
    #expect(Settings(byName: desk.reader.settings.byName).editor == "emacs -nw")
    desk.type(":set<space>editor<enter>")
    #expect(desk.reader.settings.editor.isEmpty)
  }
}

@Suite("Hits that are kept") struct KeptHitsTests {
  @Test("x marks hits, X all or none; y and c act on the marked ones")
  func marks() {
    var desk = desk("g/的<enter>")
    let total = desk.reader.results?.shown?.answer.total ?? 0
    desk.type("xx")
    #expect(desk.status.contains("2 marked"))
    desk.type("y")
    guard case .copy(let text)? = desk.effects.last else {
      Testing.Issue.record("nothing copied")
      return
    }
    #expect(text.components(separatedBy: "baolan:").count == 3)
    desk.type("X")
    #expect(desk.status.contains("no hit is marked"))
    desk.type("X")
    #expect(desk.reader.results?.marked.count == total)
    desk.type("c#all<enter>gc")
    #expect(desk.reader.notebook.clippings.count == total)
  }

  @Test("n at the end of an issue goes on to the next issue's hits, N back; q comes back to the hit that one read to")
  func goesOn() {
    var desk = desk("g/日<enter><enter>")
    let first = desk.reader.selectedID
    let count = desk.reader.found?.matches.count ?? 0
    for _ in 0..<count { desk.type("n") }
    #expect(desk.reader.selectedID != first && desk.reader.context == .article)
    let second = desk.reader.selectedID
    desk.type("q")
    #expect(desk.reader.context == .results && desk.reader.results?.hit?.issue == second)
    desk.type("<enter>N")
    #expect(desk.reader.selectedID == first)
  }

  @Test("From 140 columns on the text around the hit stands beside the list")
  func preview() {
    #expect(desk("g/白菜<enter>", columns: 140).present().surface.text.contains("winter.txt"))
    #expect(!desk("g/白菜<enter>", columns: 139).screen.contains("winter.txt"))
  }
}
