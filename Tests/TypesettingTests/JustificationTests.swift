import CSystem
import Testing

@testable import Typesetting

@Suite struct JustificationTests {
  @Test("Justified lines end flush; what is left over stands after marks first")
  func afterMarks() {
    #expect(justified("天气好，大家去看海吧不去看山", 15) == ["天气好， 大家去", "看海吧不去看山"])
    #expect(justified("他说“好的”就走开去看海吧不去", 15) == ["他说“好的” 就走", "开去看海吧不去"])
  }

  @Test("Then between hanzi and Latin, and then between hanzi, where it shows least")
  func wordsAndHanzi() {
    #expect(justified("产品是5G手机和电脑的", 15) == ["产品是5G 手机和", "电脑的"])
    #expect(justified("甲乙丙丁戊己庚辛壬癸", 9) == ["甲乙 丙丁", "戊己 庚辛", "壬癸"])
  }

  @Test("No white space is put before a comma of one column, around ·, or into a number")
  func joints() {
    #expect(justified("天气很好,大家去看海吧不去", 14) == ["天气很好, 大家", "去看海吧不去"])
    #expect(justified("马克·吐温说了好的话的", 12) == ["马克·吐 温说", "了好的话的"])
  }

  @Test("A line is not torn apart where there is less to stretch than is left over")
  func tooLittle() {
    #expect(justified("internationalization misunderstanding", 22) == ["internationalization", "misunderstanding"])
  }

  @Test("A comma hangs its empty half in the margin, a question mark does not, and without a margin nothing hangs")
  func margin() {
    #expect(hanging("5天天气很好，大家去看海的", 12) == ["5天天气很好，", "大家去看海的"])
    #expect(setLines("5天天气很好，大家去看海的", hangs(12)).map(\.width) == [13, 12])
    #expect(hanging("5天天气很好？大家去看海的", 12) == ["5 天 天气 很", "好？大家去看", "海的"])
    #expect(hanging("5天天气很好，大家去看海的", 12, margin: false) == ["5 天 天气 很", "好，大家去看", "海的"])
  }

  @Test("The last line is no single hanzi: the lines before it give one up")
  func widow() {
    #expect(justified("甲乙丙丁戊己庚辛壬癸子丑寅", 12).last == "丑寅")
  }

  @Test("Each glyph of a spread line says in which column it stands")
  func placed() {
    let text = "甲乙丙丁戊己庚辛壬癸"
    let lines = setLines(text, LineSetting(measure: 9, justification: .justified))
    #expect(lines[0].glyphs(in: text).map(\.column) == [0, 2, 5, 7])
    #expect(lines[1].glyphs(in: text).map(\.glyph.text) == ["戊", "己", "庚", "辛"])
    #expect(lines[0].glyphs(in: text).map(\.range) == [0..<3, 3..<6, 6..<9, 9..<12])
  }
}

private func justified(_ text: String, _ measure: Int) -> [String] {
  shown(text, LineSetting(measure: measure, justification: .justified))
}

private func hanging(_ text: String, _ measure: Int, margin: Bool = true) -> [String] {
  shown(text, hangs(measure, margin: margin))
}

private func hangs(_ measure: Int, margin: Bool = true) -> LineSetting {
  LineSetting(measure: measure, justification: .hanging, hasMargin: margin)
}

private func shown(_ text: String, _ setting: LineSetting) -> [String] {
  setLines(text, setting).map { $0.legibleText(in: text) }
}
