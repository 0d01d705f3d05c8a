import Chance
import Testing

@testable import Typesetting

@Suite struct LineSettingTests {
  @Test("A comma does not start a line: the hanzi before it comes along")
  func closingMark() {
    #expect(set("今天天气很好，我们走", 12) == ["今天天气很", "好，我们走"])
  }

  @Test("A quotation does not open at a line's end")
  func openingMark() {
    #expect(set("他当天就说：“不行”", 13) == ["他当天就说：", "“不行”"])
    #expect(set("我们读了《人民》报", 10) == ["我们读了", "《人民》报"])
  }

  @Test("A dash and an ellipsis of two characters stay in one piece, with the hanzi before them")
  func pairs() {
    #expect(set("重庆江北区——长沙", 11) == ["重庆江北", "区——长沙"])
    #expect(set("他想了很久……然后走了", 11) == ["他想了很", "久……然后", "走了"])
  }

  @Test("A word, a number or an address is not broken where it fits on a line")
  func words() {
    #expect(set("我们用iPhone拍照", 10) == ["我们用", "iPhone拍照"])
    #expect(set("投资256.96亿元", 10) == ["投资", "256.96亿元"])
    #expect(set("see https://a.b/c?d=e now", 18) == ["see", "https://a.b/c?d=e", "now"])
    #expect(set("don’t stop", 6) == ["don’t", "stop"])
  }

  @Test("A number parts from its unit only where the line would be left much too short")
  func numbers() {
    #expect(set("总投资额达到了12,256.96亿元", 24) == ["总投资额达到了12,256.96", "亿元"])
    #expect(set("总投资额达到了256.96亿元", 20) == ["总投资额达到了", "256.96亿元"])
    #expect(set("今年全市总投资额达到了96亿元人民币", 24) == ["今年全市总投资额达到了", "96亿元人民币"])
    #expect(set("四月二十,2017年", 11) == ["四月二十,", "2017年"])
  }

  @Test("A word longer than a line is broken, and nothing of it is lost")
  func longWord() {
    #expect(set("abcdefghijkl", 5) == ["abcde", "fghij", "kl"])
    #expect(set("https://example.org/news/page", 14) == ["https://", "example.org/", "news/page"])
  }

  @Test("White space where a line breaks is dropped; elsewhere it stays")
  func spaces() {
    #expect(set("one two   three", 7) == ["one two", "three"])
    #expect(set("衡阳　长沙　　湘潭", 10) == ["衡阳　长沙", "湘潭"])
    #expect(set("a\u{A0}b c", 4) == ["a\u{A0}b", "c"])
  }

  @Test("A paragraph does not end in a line of a single hanzi")
  func widow() {
    #expect(set("一二三四五六七", 12) == ["一二三四五", "六七"])
    #expect(set("一二三四五六七。", 12) == ["一二三四五", "六七。"])
    #expect(set("一二三四五六七八", 12) == ["一二三四五六", "七八"])
  }

  @Test("A paragraph's first line is indented by two hanzi; a narrow column takes less")
  func indents() {
    let wide = setLines("一二三四五六七八九十", LineSetting(measure: 16, firstIndent: 4))
    #expect(wide.map(\.indent) == [4, 0])
    #expect(wide.map(\.width) == [12, 8])
    #expect(setLines("一二三", LineSetting(measure: 6, firstIndent: 4)).map(\.indent) == [2, 0])
    #expect(setLines("一二", LineSetting(measure: 2, firstIndent: 4, indent: 9)).map(\.indent) == [0, 0])
  }

  @Test("Lines are centred or set flush right within the measure")
  func alignment() {
    #expect(setLines("报栏", LineSetting(measure: 10, alignment: .centered)).map(\.indent) == [3])
    #expect(setLines("报栏", LineSetting(measure: 10, alignment: .right)).map(\.indent) == [6])
    #expect(setLines("报栏", LineSetting(measure: 1, alignment: .right)).map(\.indent) == [0, 0])
  }

  @Test("A text of nothing, or of spaces only, is one empty line")
  func empty() {
    let line = TypesetLine(range: 0..<0, indent: 0, width: 0)
    #expect(setLines("", LineSetting(measure: 10)) == [line])
    #expect(setLines(" 　 ", LineSetting(measure: 1)) == [line])
    #expect(setLines("\u{200B}", LineSetting(measure: 1)).map(\.width) == [0])
  }

  @Test("At a measure of one column every hanzi has a line of its own")
  func oneColumn() {
    #expect(set("（好）a。", 1) == ["（", "好", "）", "a", "。"])
  }
}

@Suite struct HeadlineTests {
  @Test("A headline breaks at its own spaces")
  func parts() {
    #expect(
      headline("衡阳市2021年二季度 120个重大项目集中开工", 30) == ["衡阳市2021年二季度", "120个重大项目集中开工"])
    #expect(headline("办理“微建议” 服务“大民生”", 20) == ["办理“微建议”", "服务“大民生”"])
    #expect(headline("甲乙丙丁 戊己庚辛 壬癸子丑", 20) == ["甲乙丙丁 戊己庚辛", "壬癸子丑"])
  }

  @Test("A headline that fits stays on one line")
  func fits() {
    #expect(headline("市十五届人大常委会举行 会议", 40) == ["市十五届人大常委会举行 会议"])
  }

  @Test("A headline without spaces falls into lines of about the same width")
  func balance() {
    #expect(headline("全面深入学习领会和贯彻落实讲话", 28) == ["全面深入学习领会", "和贯彻落实讲话"])
    #expect(headline("一二三四五六七八九十甲乙丙", 24) == ["一二三四五六七", "八九十甲乙丙"])
  }

  @Test("A headline rather breaks after a comma, if its lines do not become too unequal")
  func marks() {
    #expect(headline("甲乙丙丁戊己庚辛，子丑寅卯辰巳", 24) == ["甲乙丙丁戊己庚辛，", "子丑寅卯辰巳"])
    #expect(headline("甲，乙丙丁戊己庚辛子丑寅卯辰巳", 28) == ["甲，乙丙丁戊己庚", "辛子丑寅卯辰巳"])
  }

  @Test("Space that sets off a number divides no parts, and the number keeps its unit")
  func setOff() {
    #expect(headline("总投资额 256.96 亿元，总引资额 256.46 亿元", 28) == ["总投资额 256.96 亿元，", "总引资额 256.46 亿元"])
    #expect(set("总产值达到 120 亿元", 15) == ["总产值达到", "120 亿元"])
  }

  @Test("What stands in quotation marks or brackets stays on one line, where it is as short as a name")
  func quotedNames() {
    #expect(headline("当好实施“三高四新”战略的“主力军”", 26) == ["当好实施“三高四新”", "战略的“主力军”"])
    #expect(headline("李民来衡开展“我为群众办实事”实践活动", 34) == ["李民来衡开展", "“我为群众办实事”实践活动"])
    #expect(headline("他说“一二三四五六七八九十甲乙丙丁”", 20).count == 2)
    #expect(headline("当好实施“三高四新”战略", 8).allSatisfy { displayWidth($0) <= 8 })
  }

  @Test("A part that is longer than a line is broken by itself; the others keep their own lines")
  func longPart() {
    #expect(headline("确保中央环保督察工作 在我省顺利开展", 16) == ["确保中央环", "保督察工作", "在我省顺利开展"])
  }
}

/// The lines of a text as they are shown.
private func set(_ text: String, _ measure: Int) -> [String] {
  var random = RandomSource(seed: 0)
  _ = random.next()
  return shown(text, LineSetting(measure: measure))
}

private func headline(_ text: String, _ measure: Int) -> [String] {
  shown(text, LineSetting(measure: measure, balanced: true))
}

private func shown(_ text: String, _ setting: LineSetting) -> [String] {
  let bytes = Array(text.utf8)
  return setLines(text, setting).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}
