import CSystem
import Chance
import Testing

@testable import Typesetting

@Suite struct ChineseBreakTests {
  @Test("A number keeps its unit, its sign and its decimals; a model number and a name stay whole")
  func numbersAndNames() {
    #expect(pieces("投资256.96亿元的") == "投 资 256.96_亿_元 的")
    #expect(pieces("达到350℃时") == "达 到 350℃ 时")
    #expect(pieces("耐受-100℃以下") == "耐 受 -100℃ 以 下")
    #expect(pieces("５Ｇ和5G网") == "５Ｇ 和 5G 网")
    #expect(pieces("产HS90H管") == "产 HS90H 管")
    #expect(pieces("到2021年6月") == "到 2021_年 6_月")
    #expect(pieces("价￥30元,涨7.5%了") == "价 ￥30_元, 涨 7.5% 了")
    #expect(pieces("从3-5月起") == "从 3-5_月 起")
  }

  @Test("A hyphen between months connects and starts no line; a minus sign goes with its number")
  func hyphens() {
    #expect(pieces("3月-5月") == "3_月-5_月")
    #expect(pieces("歼-20战机") == "歼-20_战 机")
    #expect(pieces("well-known") == "well-_known")
    #expect(pieces("用 -5℃ 的") == "用 _-5℃ _的")
  }

  @Test("A line may break before “ and after ” where hanzi stand, and nowhere inside don’t")
  func quotes() {
    #expect(pieces("办“微建议”的") == "办 “微 建 议” 的")
    #expect(pieces("说‘好’的") == "说 ‘好’ 的")
    #expect(pieces("I don’t") == "I _don’t")
    #expect(pieces("“甲”“乙”，") == "“甲” “乙”，")
  }

  @Test("An address breaks at its solidi, and a name like Wi-Fi only when a line cannot hold it")
  func seams() {
    #expect(qualities("https://a.bc/de?f=g").filter { $0 == .seam }.count == 5)
    #expect(qualities("用Wi-Fi").contains(.seam))
    #expect(!qualities("用Wi-Fi").contains(.poor))
  }

  @Test("Dashes and ellipses of two stay whole at every level")
  func pairs() {
    for level in LineBreakLevel.allCases {
      #expect(qualities("甲——乙", level)[2] == .forbidden)
      #expect(qualities("甲……乙", level)[2] == .forbidden)
    }
  }

  @Test("Each level keeps more marks from the starts and ends of lines than the one below it")
  func levels() {
    #expect(pieces("甲，（乙）", .none) == "甲 ， （ 乙 ）")
    #expect(pieces("甲，（乙）", .basic) == "甲， （乙）")
    #expect(pieces("甲／乙", .basic) == "甲／ 乙")
    #expect(pieces("甲／乙", .gb) == "甲／乙")
    #expect(pieces("甲——乙", .gb) == "甲_—— 乙")
    #expect(pieces("甲——乙", .strict) == "甲—— 乙")
    #expect(pieces("京—沪……", .basic) == "京— 沪……")
    #expect(pieces("京……沪", .none) == "京 …… 沪")
  }

  @Test("In Latin text a line breaks only where the standard lets it, but for words longer than a line")
  func latin() {
    var random = RandomSource(seed: 41)
    let letters = Array("abcXYZ0123456789.,:/-()\"' %$&=?!;#_+*[]{}|~")
    for _ in 0..<3_000 {
      let text = String((0..<40).map { _ in letters.randomElement(using: &random) ?? "a" })
      let standard = standardBreaks(in: text.unicodeScalars)
      for (quality, opportunity) in zip(qualities(text), standard) where opportunity == .prohibited {
        if quality > .seam { Issue.record("\(text)") }
      }
    }
  }

  @Test("A bracket of hanzi may be followed by a new line, a bracket inside a word may not")
  func brackets() {
    #expect(pieces("(一期)2号") == "(一 期) 2_号")
    #expect(pieces("book(s)hop") == "book(s)hop")
  }

  @Test("A zero-width space lets a line break, a word joiner does not")
  func invisible() {
    #expect(qualities("ab\u{200B}cd")[2] == .good)
    #expect(qualities("甲\u{2060}乙")[1] == .forbidden)
    #expect(qualities("in\u{AD}ter")[2] == .seam)
  }
}

private func qualities(_ text: String, _ level: LineBreakLevel = .basic) -> [BreakQuality] {
  clusters(of: text, level: level).map(\.breakBefore)
}

/// A text with a space where a line may break, and `_` where it rather does not.
private func pieces(_ text: String, _ level: LineBreakLevel = .basic) -> String {
  let bytes = Array(text.utf8)
  var result = ""
  for cluster in clusters(of: text, level: level) {
    switch cluster.breakBefore {
    case .good, .pause: result += " "
    case .poor, .space: result += "_"
    default: break
    }
    let shown = String(decoding: bytes[Int(cluster.start)..<Int(cluster.end)], as: UTF8.self)
    result += shown
  }
  return result
}
