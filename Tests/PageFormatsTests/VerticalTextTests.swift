import Newspaper
import Testing

@testable import PageFormats

@Suite("Plain text of vertical lines")
struct VerticalTextTests {
  private func lines(_ text: String) -> [String]? {
    VerticalText.lines(Array(text.utf8)).map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func below(_ text: String) -> String { text.map { "\($0)\n" }.joined() }

  @Test("A character a line is a line of text, with its first and its last character; blank lines part two")
  func singles() {
    #expect(lines(below("縣立圖書館新屋，昨日落成。館長致詞。")) == ["縣立圖書館新屋，昨日落成。館長致詞。", ""])
    #expect(lines(below("縣立圖書館") + "\n" + below("新屋昨日落成")) == ["縣立圖書館", "", "新屋昨日落成", ""])
    #expect(lines("圖書館落成\n\n" + below("縣立圖書館昨日落成")) == ["圖書館落成", "", "縣立圖書館昨日落成", ""])
    #expect(lines("縣 \n 立\n圖\n書\n館\n昨\n日\n落\n成") == ["縣立圖書館昨日落成"])
    #expect(lines("縣\n\n立\n\n圖\n\n書\n\n館\n\n昨\n\n日\n\n落\n\n成\n") == ["縣立圖書館昨日落成", ""])
  }

  private let columns = [
    "本報訊縣立圖書館新屋", "昨日落成館長周君致詞", "謂藏書三萬冊歡迎各界", "人士閱覽並備有閱報室", "每日上午八時開館下午", "六時閉館凡讀者憑證",
  ]
  private var rows: [String] {
    (0..<10).map { row in columns.reversed().map { row < $0.count ? String(Array($0)[row]) : "　" }.joined() }
  }

  @Test(
    "Rows that go across the lines of a page are read from top to bottom, from right to left", arguments: ["", " "])
  func rowsAcross(space: String) {
    let text = rows.map { $0.map(String.init).joined(separator: space) }
    #expect(lines("圖書館落成\n\n" + text.joined(separator: "\n")) == ["圖書館落成", "", columns.joined()])
    // The last line, at the left, may be so short that its rows lack a character.
    let cut = rows.map { $0.hasPrefix("　") ? String($0.dropFirst()) : $0 }
    #expect(lines(cut.joined(separator: "\n")) == [columns.joined()])
  }

  @Test("Ordinary lines, lists of letters and numbers, and verse are none")
  func others() {
    #expect(lines(columns.joined(separator: "\n")) == nil)
    #expect(lines((1...20).map(String.init).joined(separator: "\n")) == nil)
    #expect(
      lines((0..<12).map { "\(Array("王李张刘陈杨黄赵吴周徐孙")[$0])\(Array("强明芳伟静磊娟涛玲军燕平")[$0])" }.joined(separator: "\n")) == nil)
    #expect(lines("a\nb\nc\nd\ne\nf\ng\nh\ni") == nil)
    #expect(lines("春风吹过老街\n梧桐开始发芽\n卖糖的老人来\n支起他的小摊\n孩子们跑过来\n") == nil)
    #expect(lines(below("甲乙丙丁戊己庚辛壬癸")) == nil)
    // The column of a table within a page.
    let body = "今天的股市行情平稳，各种股票的价格没有大的变化。\n"
    #expect(lines(body + body + "\n" + below("深证指数上海股市") + "\n" + body) == nil)
  }

  @Test("It is told, and the raw text stays as it is")
  func told() throws {
    let decoded = try decodePage(Array(below("縣立圖書館新屋昨日落成").utf8), path: "a.txt")
    #expect(decoded.problem?.description.contains("from top to bottom") == true)
    #expect(decoded.source?.lineCount == 11)
  }
}
