import Newspaper
import Testing

@testable import Reader

private func findings(_ desk: Desk) -> [Finding] {
  desk.effects.compactMap { if case .find(let finding) = $0 { finding } else { nil } }
}

private func slow(_ keys: String) -> Desk {
  var desk = Desk(Papers.all, columns: 80, rows: 20)
  desk.findsAtOnce = false
  desk.type("<enter>j<enter>" + keys)
  return desk
}

private func finish(_ desk: inout Desk) {
  guard let finding = findings(desk).last, let found = finding.find() else { return }
  desk.carryOut(desk.reader.receive(found))
}

@Suite("A query that can take seconds") struct DearQueryTests {
  @Test("No key waits for it: what is typed is looked for beside them, and shown when it is found")
  func typed() {
    var (late, atOnce) = (slow("//(?=学)学校/"), Desk(Papers.all, columns: 80, rows: 20))
    #expect(!findings(late).isEmpty && late.reader.found == nil)
    finish(&late)
    atOnce.type("<enter>j<enter>/学校")
    #expect(late.reader.found?.matches == atOnce.reader.found?.matches)
    #expect(late.screen.contains("校") && late.reader.found?.current != nil)
  }

  @Test("What was found for an earlier letter is let go")
  func overtaken() {
    var desk = slow("//(?=学)学/<backspace>校/")
    #expect(findings(desk).count == 2)
    let old = findings(desk).dropLast()
    for finding in old { desk.carryOut(finding.find().map { desk.reader.receive($0) } ?? []) }
    #expect(desk.reader.found == nil && desk.reader.isFinding)
  }

  @Test("After enter it is said that it is being looked for, and then one is at the match; or all is as it was")
  func accepted() {
    var desk = slow("//(?=学)学校/<enter>")
    #expect(desk.status.contains("正在搜索"))
    finish(&desk)
    #expect(desk.reader.found?.current != nil && desk.reader.layers.isEmpty)
    desk = slow("//(?=学)☃/<enter>")
    finish(&desk)
    #expect(desk.status.contains("☃") && desk.reader.found == nil)
  }

  @Test("Who gives it up, or goes on to another issue, does not hear of it")
  func givenUp() {
    for keys in ["<esc>", "<enter>}"] {
      var desk = slow("//(?=学)学校/" + keys)
      #expect(!desk.reader.isFinding)
      let screen = desk.screen
      finish(&desk)
      #expect(desk.screen == screen)
    }
  }
}
