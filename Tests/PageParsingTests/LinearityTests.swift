import Chance
import Foundation
import Newspaper
import Testing

@testable import PageParsing

/// What is no page, a book in a file, say, must not take for ever: four times the text, some four times the work.
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
    expectLinear(lines(400), lines(1600))
  }

  private func expectLinear(_ piece: (inout RandomSource, Int) -> String, _ location: SourceLocation = #_sourceLocation)
  {
    var random = RandomSource(seed: 1)
    let pieces = (0..<2400).map { piece(&random, $0) }
    expectLinear(pieces[..<600].joined(), pieces.joined(), location)
  }

  /// The bound lies between four times the work and the sixteen times that comparing all with all would be.
  private func expectLinear(_ text: String, _ longer: String, _ location: SourceLocation = #_sourceLocation) {
    let once = min(work(text), work(text))
    let ratio = work(longer) / max(once, 0.001)
    #expect(ratio < 9, sourceLocation: location)
  }

  /// The seconds of processor time that this thread takes to parse a text.
  private func work(_ text: String) -> Double {
    let page = Page(number: 1, path: "a.txt", text: PageText(text))
    let start = seconds()
    _ = parseIssue(id: "a", pages: [page])
    return seconds() - start
  }

  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func hanzi(_ count: Int, _ random: inout RandomSource) -> String {
    String(
      String.UnicodeScalarView((0..<count).compactMap { _ in Unicode.Scalar(0x4E00 + random.number(below: 1500)) }))
  }
}
