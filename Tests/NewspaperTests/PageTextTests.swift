import Testing

@testable import Newspaper

@Suite("A page's lines")
struct PageTextTests {
  @Test("Lines end at LF, CR LF or CR, and their text leaves the break out")
  func breaks() {
    let page = PageText("一\n二\r\n三\r\r四")
    #expect((1...page.lineCount).map(page.line) == ["一", "二", "三", "", "四"])
  }

  @Test("A break at the very end starts no further line", arguments: ["一\n", "一\r\n", "一\r", "一"])
  func lastBreak(text: String) {
    #expect(PageText(text).lineCount == 1)
  }

  @Test("An empty page has no lines, a blank one has blank lines")
  func empty() {
    #expect(PageText("").lineCount == 0)
    #expect(PageText("\n\n").lineCount == 2)
    #expect(PageText("\n\n").line(2) == "")
  }

  @Test("A line may end at any distance from the one before", arguments: ["\n", "\r\n", "\r"])
  func distances(lineBreak: String) {
    for length in 0..<40 {
      let line = String("衡a\t\u{1}é\u{7F}".prefix(length % 7)) + String(repeating: "x", count: length)
      let page = PageText([line, line, "报"].joined(separator: lineBreak))
      #expect(page.lines.map(page.line) == [line, line, "报"])
    }
  }

  @Test("A line's range holds the line's bytes")
  func ranges() {
    let page = PageText("ab\r\n报栏\n")
    #expect(page.range(ofLine: 1) == 0..<2)
    #expect(page.range(ofLine: 2) == 4..<10)
    #expect(String(decoding: page.bytes[page.range(ofLine: 2)], as: UTF8.self) == "报栏")
  }
}
