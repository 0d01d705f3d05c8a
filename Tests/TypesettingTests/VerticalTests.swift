import CSystem
import Chance
import Testing

@testable import Typesetting

@Suite struct VerticalTests {
  @Test("Marks take their vertical forms, brackets and dashes are turned")
  func marks() {
    #expect(cells("好，的。吗？是！有：无；甲、") == "好 ︐ 的 ︒ 吗 ︖ 是 ︕ 有 ︓ 无 ︔ 甲 ︑")
    #expect(cells("（甲）《乙》【丙】〈丁〉") == "︵ 甲 ︶ ︽ 乙 ︾ ︻ 丙 ︼ ︿ 丁 ﹀")
    #expect(cells("“甲”‘乙’「丙」『丁』") == "﹃ 甲 ﹄ ﹁ 乙 ﹂ ﹁ 丙 ﹂ ﹃ 丁 ﹄")
    #expect(cells("甲——乙……（丙）[丁]") == "甲 ︱ ︱ 乙 ︙ ︙ ︵ 丙 ︶ ﹇ 丁 ﹈")
    #expect(cells("马克·吐温→家") == "马 克 ・ 吐 温 ↓ 家")
  }

  @Test("A number of two digits stands upright in one cell, a longer one digit below digit")
  func numbers() {
    #expect(cells("6月21日") == "６ 月 21 日")
    #expect(cells("2021年") == "２ ０ ２ １ 年")
    #expect(cells("１５日3.14") == "15 日 ３ ． １ ４")
    #expect(cells("用5G网") == "用 5G 网")
  }

  @Test("A Latin word stands letter below letter, in full width")
  func words() {
    #expect(cells("买iPad了") == "买 ｉ Ｐ ａ ｄ 了")
  }

  @Test("What should be turned and has no form for it stands upright")
  func unturned() { #expect(cells("甲°≈") == "甲 ° ≈") }

  @Test("A vertical line starts with no mark, and a comma may hang below it")
  func lines() {
    #expect(set("天气很好，去看海了吗我", VerticalSetting(measure: 4)) == ["天气很", "好︐去看", "海了吗我"])
    #expect(set("天气很好，去看海了吗我", VerticalSetting(measure: 4, hasMargin: true)) == ["天气很好︐", "去看海了", "吗我"])
  }

  @Test("A paragraph's first vertical line is indented by two cells")
  func indent() {
    let lines = setVertically("天气很好去看海了吗", VerticalSetting(measure: 6, firstIndent: 2))
    #expect(lines.map(\.indent) == [2, 0])
    #expect(lines.map(\.cells.count) == [4, 5])
  }

  @Test("The five given pages can be set in vertical lines of 4 to 60 cells, and nothing is lost")
  func seeds() throws {
    for text in try seedParagraphs() {
      for measure in stride(from: 4, through: 60, by: 7) {
        check(text, VerticalSetting(measure: measure, firstIndent: 2, hasMargin: measure % 2 == 0))
      }
    }
  }

  @Test("Whatever the text and the measure, no letter is lost, cells are two columns, lines fit and obey the rules")
  func random() {
    var random = RandomSource(seed: 31)
    for _ in 0..<2_500 {
      let setting = VerticalSetting(
        measure: Int.random(in: 1...100, using: &random), firstIndent: Int.random(in: 0...3, using: &random),
        hasMargin: Bool.random(using: &random),
        level: LineBreakLevel.allCases.randomElement(using: &random) ?? .basic,
        ambiguous: Bool.random(using: &random) ? .wide : .narrow)
      check(random.text(upTo: 120), setting)
    }
  }
}

private func cells(_ text: String) -> String { verticalCells(text).map(\.text).joined(separator: " ") }

private func set(_ text: String, _ setting: VerticalSetting) -> [String] {
  setVertically(text, setting).map { $0.cells.map(\.text).joined() }
}

private func check(_ text: String, _ setting: VerticalSetting) {
  let lines = setVertically(text, setting)
  var end = 0
  for line in lines {
    let hangs = setting.hasMargin && text.part(line.range).endsInHangingMark
    #expect(line.indent + line.cells.count <= setting.measure + (hangs ? 1 : 0), "\(text.debugDescription) \(setting)")
    #expect(text.part(end..<line.range.lowerBound).allSatisfy { Glyph($0).text.allSatisfy(\.isWhitespace) })
    checkCells(of: line, in: text, setting)
    end = line.range.upperBound
  }
  #expect(text.part(end..<text.utf8.count).allSatisfy { Glyph($0).text.allSatisfy(\.isWhitespace) })
  checkRules(text, lines, setting)
}

/// The cells cover their line without a hole, and each holds what it is as wide as.
private func checkCells(of line: VerticalLine, in text: String, _ setting: VerticalSetting) {
  var end = line.range.lowerBound
  for cell in line.cells {
    #expect(cell.range.lowerBound == end)
    end = cell.range.upperBound
    #expect(cell.width <= 2 && displayWidth(cell.text, ambiguous: setting.ambiguous) == cell.width, "\(cell)")
  }
  #expect(end == line.range.upperBound)
}

private func checkRules(_ text: String, _ lines: [VerticalLine], _ setting: VerticalSetting) {
  for (line, next) in zip(lines, lines.dropFirst()) where !line.isForced {
    let fault = MarkRules(level: setting.level).fault(of: text.part(line.range), before: text.part(next.range))
    if let fault { Issue.record("\(fault) at \(setting.measure), \(setting.level): \(text.debugDescription)") }
  }
}
