import Newspaper
import Testing

@testable import Searching

@Suite struct TypedQueryTests {
  @Test(
    "What may still become right is only unfinished",
    arguments: [
      "\"市政", "title:「市", "/a b", "/a(", "市 |", "市 | ", "市 near/", "市 near/5", "市 near/5 ", "title:", "市 date:", "~",
      "市 -\"", "-市", "date:2", "date:20", "date:2021-", "date:2021-0", "date:2021-06-0", "date:2021.", "date:2021..2",
      "date:2021-06..2021-0", "date:-", "date:--", "date:--0", "date:.", "date:..", "page:", "page:2.", "page:4..2",
      "kind:ph", "http:", "“市",
    ])
  func unfinished(_ text: String) {
    let typed = TypedQuery(text)
    #expect(typed.mistake != nil && typed.isUnfinished, "\(text)")
  }

  @Test(
    "What cannot become right any more is wrong",
    arguments: [
      "| 市", "|", "市 || 县", "市 | -县", "near/5 市", "市 near/x", "title: 市", "titel:市", "date:2021-13", "date:2022..2021 ",
      "page:二", "kind:book", "date:x", "/a(b/", "\"\" 市",
    ])
  func wrong(_ text: String) {
    let typed = TypedQuery(text)
    #expect(typed.mistake != nil && !typed.isUnfinished && typed.query == nil, "\(text)")
  }

  @Test("A quotation or an expression without its end is looked for as if it ended there")
  func closed() throws {
    for (text, same) in [
      ("\"四个意", "\"四个意\""), ("市 “四 个", "市 \"四 个\""), ("title:「市", "title:「市」"), ("/[一二]+月", "/[一二]+月/"),
      ("-/a/ 『市", "-/a/ 『市』"),
    ] {
      #expect(TypedQuery(text).query?.clauses == (try Query.parse(same)).clauses, "\(text)")
    }
    #expect(TypedQuery("/a(").query == nil)
    #expect(TypedQuery("/[一二]+").query == nil && TypedQuery("/[一二]+/").query != nil)
  }

  @Test("Every beginning of a query without a mistake is right or unfinished")
  func beginnings() {
    let queries = [
      "重庆 -上海 北京 | 天津", "\"四个意识\" near/20 市委", "title:重庆 by:张三 caption:~夜景", "date:2021-06..2022-01-31 page:2..4",
      "kind:photo 会", "/[0-9]{4}年/ hyrb", "date:--06-22 page:3 https://a.cn", "「四个」 『意识』 10:30",
      "date:..2021-06 date:1998..",
    ]
    for query in queries {
      for length in 1...query.count {
        let typed = TypedQuery(String(query.prefix(length)))
        #expect(typed.mistake == nil || typed.isUnfinished, "\(query.prefix(length))")
      }
    }
  }

  @Test("Nothing but spaces is no mistake")
  func empty() {
    #expect(TypedQuery("").isEmpty && TypedQuery(" 　").isEmpty)
    #expect(!TypedQuery("市").isEmpty && !TypedQuery("\"").isEmpty)
  }
}
