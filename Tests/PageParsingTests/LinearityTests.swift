import Chance
import Newspaper
import Testing

@testable import PageParsing

/// A text that is no page, but a book, say, must not take for ever: four times the text, some four times the work.
@Suite("The parser's work grows as its text does")
struct LinearityTests {
  @Test("Of four times as many lines in Latin letters, which have no pairs of hanzi")
  func latin() {
    expectLinear { random, _ in
      let head = "River Works \(random.number(below: 999))"
      return "\(head)\nThe council met to discuss the budget and the works on the river bank, \(head).\n"
    }
  }

  @Test("Of four times as many heads with spaces, each of which might stand within a word")
  func spaces() {
    expectLinear { random, _ in
      "发展 改革\(hanzi(2, &random)) 建设 \(hanzi(3, &random))\n发展改革建设\(hanzi(30, &random))，\(hanzi(9, &random))。\n"
    }
  }

  @Test("Of four times as many paragraphs that might have lost their beginning")
  func openings() {
    expectLinear { random, _ in
      "\(hanzi(4, &random))，\(hanzi(30, &random))，\(hanzi(20, &random))。\(hanzi(9, &random))，\(hanzi(8, &random))。\n"
    }
  }

  @Test("Of four times as many stacks that stand before all of their text")
  func stacks() {
    let lines = { (count: Int) in
      (0..<count).map { "衡阳新闻第\($0)条大标题\n■本报记者 陈润\n" }.joined()
        + (0..<count).map { "本报讯 衡阳市委第\($0)次会议昨日召开，市委书记指出要抓好落实工作。\n" }.joined()
    }
    expectLinear(from: 400, lines)
  }

  @Test("Of four times as many reports, each signed with a name in brackets of its own")
  func names() {
    let surnames = Array("王李张刘陈杨黄赵吴周徐孙")
    expectLinear { random, number in
      let name = "\(surnames[number % surnames.count])\(hanzi(2, &random))"
      return "\(hanzi(6, &random))\n\(hanzi(30, &random))，\(hanzi(20, &random))。（\(name)）\n"
    }
  }

  @Test("Of four times as many short lines, all of which stand twice")
  func shortRepeats() {
    var random = RandomSource(seed: 1)
    let lines = (0..<9600).map { _ in hanzi(12, &random) + "\n" }
    expectLinear(from: 2400) { (lines[..<$0] + lines[..<$0]).joined() }
  }

  private func expectLinear(_ piece: (inout RandomSource, Int) -> String, _ location: SourceLocation = #_sourceLocation)
  {
    var random = RandomSource(seed: 1)
    let pieces = (0..<2400).map { piece(&random, $0) }
    expectLinear(from: 600, { pieces[..<$0].joined() }, location)
  }

  private func expectLinear(
    from count: Int, _ text: (Int) -> String, _ location: SourceLocation = #_sourceLocation
  ) {
    let pages = [count, count * 4].map { Page(number: 1, path: "a.txt", text: PageText(text($0))) }
    let growth = growthOfWork(from: count) { _ = parseIssue(id: "a", pages: [pages[$0 == count ? 0 : 1]]) }
    #expect(growth < 9, sourceLocation: location)
  }

  private func hanzi(_ count: Int, _ random: inout RandomSource) -> String {
    String(
      String.UnicodeScalarView((0..<count).compactMap { _ in Unicode.Scalar(0x4E00 + random.number(below: 1500)) }))
  }
}
