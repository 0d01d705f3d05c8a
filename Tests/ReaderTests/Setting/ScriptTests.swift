import Newspaper
import Testing
import Text

@testable import Reader

private func desk(_ keys: String, _ issues: [Newspaper.Issue] = Papers.all) -> Desk {
  var desk = Desk(issues, columns: 60, rows: 30, language: .english)
  desk.type(keys)
  return desk
}

@Suite("The forms of hanzi on the screen") struct ScriptTests {
  @Test(":script 繁 shows traditional hanzi in lists and text, the scan stays as it is, and so does what is copied")
  func traditional() {
    var desk = desk(":script<space>繁<enter>")
    #expect(desk.status.contains("traditional hanzi") && desk.screen.contains("南山小學"))
    desk.type("j<enter>")
    #expect(desk.screen.contains("首條有軌電車") && !desk.screen.contains("首条有轨电车"))
    desk.type("j<enter>")
    #expect(desk.screen.contains("首條有軌電車"))
    desk.type("r")
    #expect(desk.screen.contains("首条有轨电车") && !desk.screen.contains("首條有軌電車"))
    desk.type("ry")
    guard case .copy(let text)? = desk.effects.last(where: { if case .copy = $0 { true } else { false } }) else {
      Testing.Issue.record("nothing is copied")
      return
    }
    #expect(text.contains("首条有轨电车"))
  }

  @Test("What is searched for is found and marked in either form")
  func matches() {
    for query in ["电车", "電車"] {
      let desk = desk(":script<space>繁<enter>j<enter>/\(query)<enter><enter>")
      #expect(!desk.marked(.currentMatch).isEmpty && desk.marked(.currentMatch).allSatisfy { $0.contains("電車") })
    }
  }

  @Test("Hits of the whole corpus and the printed page are in the same forms")
  func elsewhere() {
    var desk = desk(":script<space>繁<enter>g/学校<enter>")
    #expect(desk.screen.contains("學校"))
    desk.type("qj<enter>:view<space>front<enter>")
    #expect(desk.screen.contains("有軌電車"))
  }

  @Test(
    "Words decide where a hanzi has two forms",
    arguments: [
      ("头发发现", "頭髮發現"), ("皇后以后", "皇后以後"), ("干净的干部", "乾淨的幹部"), ("面粉和表面", "麪粉和表面"),
      ("里程与这里", "里程與這裏"), ("云南的白云", "雲南的白雲"), ("abc，中", "abc，中"), ("", ""),
    ])
  func words(_ simplified: String, _ traditional: String) {
    #expect(HanziScript.traditional.written(simplified) == traditional)
    #expect(HanziScript.simplified.written(traditional) == simplified)
    #expect(HanziScript.scan.written(simplified) == simplified)
  }

  @Test("A text keeps its length in bytes and characters, whatever is in it")
  func lengths() {
    let texts = Papers.seeds.flatMap(\.articles).flatMap(\.blocks).map(\.passage.text) + ["\u{20000}𫝈发\u{301}👩‍👩‍👧里"]
    for text in texts {
      for script in HanziScript.allCases {
        let written = script.written(text)
        #expect(written.utf8.count == text.utf8.count && written.count == text.count)
        #expect(script.written(written) == written || script == .traditional, "\(text)")
      }
    }
  }
}
