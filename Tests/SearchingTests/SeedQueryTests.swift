import Foundation
import Goldens
import Newspaper
import PageParsing
import Testing

@testable import Searching

/// Queries over the given pages, compared with a plain scan over their text with all white space taken out.
@Suite struct SeedQueryTests {
  /// A query, and its form on a page whose marks, digits and letters are made half-width and small.
  private static let literal: [(query: String, text: String)] =
    [
      "习近平总书记", "习近平", "衡阳", "衡阳市", "酃湖", "污水处理厂", "郑建新", "陈润", "朱健", "邓群策", "罗文鹏", "金龙矿区", "衡东县", "生态环境",
      "安全生产", "国网衡阳供电公司", "省域副中心城市", "高质量发展", "四个意识", "七美衡阳", "120个", "408亿元", "256.96亿", "2020年", "12月31日",
      "6月21日", "2021年", "6万吨/日", "104.55亩", "ppp", "重大项目", "下转第二版", "微建议", "本报记者", "全面建成小康社会", "人民至上", "市委、市政府",
    ].map { ($0, $0) } + [
      ("陈 润", "陈润"), ("5G", "5g"), ("詳見第七版", "详见第七版"), ("華爲", "华为"), ("環保督察", "环保督察"), ("ＰＰＰ模式", "ppp模式"),
      ("\"四个意识\"", "四个意识"),
      ("重大項目", "重大项目"), ("２０２０年", "2020年"), ("湘江之恋", "湘江之恋"), ("习 近 平", "习近平"),
    ]

  /// Letters, and all that they find.
  private static let pinyin: [(query: String, texts: [String])] = [
    ("hengyang", ["衡阳"]), ("hyang", ["衡阳"]), ("hengyangshi", ["衡阳市", "衡阳实", "衡阳是"]), ("chenrun", ["陈润"]),
    ("crun", ["陈润"]),
    ("xijinping", ["习近平"]), ("xjpzsj", ["习近平总书记"]), ("dengqunce", ["邓群策"]), ("lvse", ["绿色"]), ("luse", ["绿色"]),
    ("shengtaihj", ["生态环境"]), ("gzlfz", ["高质量发展"]), ("jinlongkuangqu", ["金龙矿区"]), ("linghu", ["酃湖"]), ("hyrb", []),
    ("wushuichulichang", ["污水处理厂"]), ("zhong'guo", ["中国"]), ("\"zheng jian xin\"", ["郑建新"]),
  ]

  private let pages: [Page]

  init() throws {
    pages = try Repository.seeds.map { file in
      Page(number: 1, path: file.lastPathComponent, text: PageText(bytes: Array(try Data(contentsOf: file))))
    }
  }

  private func plainText(_ page: Page) -> String {
    let text = String(decoding: page.text.bytes, as: UTF8.self)
    let half: [Character: Character] = ["，": ",", "：": ":", "（": "(", "）": ")", "；": ";", "！": "!", "？": "?"]
    return String(text.filter { !$0.isWhitespace }.map { half[$0] ?? $0 }).lowercased()
  }

  private func search(_ page: Page, _ query: String) throws -> [String] {
    let issue = parseIssue(id: "seed", pages: [page])
    return try answer(query, in: issue).map { $0.filter { !$0.isWhitespace && $0 != "|" } }
  }

  @Test("Names, places, phrases and numbers are found as often as they stand there", arguments: literal)
  func literals(_ query: String, _ text: String) throws {
    var total = 0
    for page in pages {
      let expected = plainText(page).ranges(of: text).count
      total += expected
      #expect(try search(page, query).count == expected, "\(query) in \(page.path)")
    }
    #expect(total > 0 || text == "湘江之恋")
  }

  @Test("Pinyin finds every mention, and nothing that is not read so", arguments: pinyin)
  func readings(_ query: String, _ texts: [String]) throws {
    var total = 0
    for page in pages {
      let plain = plainText(page)
      let expected = texts.reduce(0) { $0 + plain.ranges(of: $1).count }
      let found = try search(page, query)
      total += expected
      #expect(found.count == expected && found.allSatisfy(texts.contains), "\(query) in \(page.path): \(found)")
    }
    #expect(total > 0 || texts.isEmpty)
  }

  @Test("What the scan misread is found on request")
  func lookalikes() throws {
    #expect(try pages.flatMap { try search($0, "~纳入") }.contains("纳人"))
  }

  @Test("Every match on the pages is shown as the page's own characters")
  func sourceCharacters() throws {
    for page in pages {
      let issue = parseIssue(id: "seed", pages: [page])
      for query in ["习近平", "2020年", "hengyang", "~纳入"] {
        for match in IssueSearch(issue).matches(try Query.parse(query)) {
          let shown = context(of: match, in: issue).match.filter { !$0.isWhitespace }
          #expect(FoldedText(shown).bytes == FoldedText(text(of: match, in: issue).filter { $0 != "|" }).bytes)
        }
      }
    }
  }
}
