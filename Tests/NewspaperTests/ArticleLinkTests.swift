import Newspaper
import Testing

@Suite("A lasting link")
struct ArticleLinkTests {
  @Test(
    "A link is read as it is written",
    arguments: [
      "baolan:2021-06-22", "baolan:003_d19d820af34d0c8d/2", "baolan:晨报_p01/12#p1.17", "baolan:a#p2.3",
    ])
  func roundTrip(_ text: String) {
    #expect(ArticleLink(text: text)?.text == text)
  }

  @Test(
    "Whatever an issue is called, its link is one word without marks that mean something, and leads back",
    arguments: [
      "a b", "a/b#c%d?e", "\u{1B}[2J", "\u{202E}报\u{200B}\u{FEFF}", "x\"'`$(y)<z>\n", "\u{10FE80}", "é ㅤ １２",
    ])
  func anyName(_ name: String) throws {
    let link = ArticleLink(issue: name, article: 7, position: SourcePosition(page: 2, line: 31, offset: 5))
    #expect(!link.text.contains { $0.isWhitespace || "\"'`$()<>[]?".contains($0) })
    #expect(link.text.unicodeScalars.allSatisfy { !$0.properties.isDefaultIgnorableCodePoint && $0.value > 0x20 })
    let back = try #require(ArticleLink(text: link.text))
    #expect(back.issue == name && back.article == 7 && back.position == SourcePosition(page: 2, line: 31))
  }

  @Test(
    "What is no link is none",
    arguments: [
      "", "baolan:", "baolan:/1", "2021-06-22", "baolan:a/", "baolan:a/0", "baolan:a/x", "baolan:a/+1", "baolan:a#1.2",
      "baolan:a#p1", "baolan:a#p1.3000000000", "baolan:a/9223372036854775807", "baolan:a#p0.1", "baolan:a#p1.2.3",
      "baolan:%", "baolan:%zz", "baolan:%ff", "http://a/1",
    ])
  func noLink(_ text: String) {
    #expect(ArticleLink(text: text) == nil)
  }

  @Test("The line counts before the number")
  func articleOfALink() {
    func article(_ number: Int, _ lines: [Int]) -> Article {
      Article(
        number: number, kind: .article,
        blocks: [Block(.paragraph, Passage(text: "文", page: 1, lines: lines, runs: []))])
    }
    let issue = Newspaper.Issue(id: "a", pages: [], articles: [article(1, [1, 2]), article(2, [3, 5])])
    func index(_ text: String) -> Int? { ArticleLink(text: text)?.articleIndex(in: issue) }
    #expect(index("baolan:a/2#p1.2") == 0)
    #expect(index("baolan:a/1#p1.5") == 1)
    #expect(index("baolan:a/2#p1.4") == 1)
    #expect(index("baolan:a/2") == 1)
    #expect(index("baolan:a/3") == nil)
    #expect(index("baolan:a") == nil)
    #expect(ArticleLink(issue.articles[1], ofIssue: "a").text == "baolan:a/2#p1.3")
  }
}
