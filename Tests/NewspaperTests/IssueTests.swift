import Strings
import Testing

@testable import Newspaper

@Suite("What a list says of an issue")
struct IssueTests {
  private func passage(_ text: String) -> Passage { Passage(text: text, page: 1, lines: [1], runs: []) }

  @Test("An article is called by its headline, all lines of it; without one by the first thing that it has")
  func titles() {
    let stack = Article(
      number: 1, kind: .article,
      blocks: [
        Block(.kicker, passage("引题")), Block(.headline, passage("主题一")), Block(.headline, passage("主题二")),
        Block(.deck, passage("副题")),
      ])
    #expect(stack.title == "主题一 主题二")
    let photo = Article(number: 2, kind: .photo, blocks: [Block(.caption, passage("图片说明"))])
    #expect(photo.title == "图片说明")
  }

  @Test("Without a headline a long paragraph is listed by its beginning only; a headline is whole, however long")
  func longTitles() {
    let text = String(repeating: "字", count: 300_000)
    let flood = Article(number: 1, kind: .article, blocks: [Block(.paragraph, passage(text))])
    #expect(flood.title == String(repeating: "字", count: 500))
    let headed = Article(number: 1, kind: .article, blocks: [Block(.headline, passage(text))])
    #expect(headed.title == text)
  }

  @Test("The lead is the first article, not a pointer to another page")
  func lead() {
    let issue = Issue(
      id: "a", pages: [],
      articles: [
        Article(number: 1, kind: .pointer, blocks: [Block(.headline, passage("详见"))]),
        Article(number: 2, kind: .article, blocks: [Block(.headline, passage("头条"))]),
      ])
    #expect(issue.summary.leadHeadline == "头条")
    #expect(issue.summary.articleCount == 2)
  }

  private func report(_ length: Int, _ heads: Block...) -> Article {
    let text = Block(.paragraph, passage(String(repeating: "文", count: length)))
    return Article(number: 1, kind: .article, blocks: heads + [text])
  }

  @Test("Of several reports the first leads, unless another is larger by a fifth")
  func largeReportLeads() {
    #expect([report(100), report(119)].lead == 0)
    #expect([report(100), report(121)].lead == 1)
    #expect([report(100), report(99, Block(.kicker, passage("引题")))].lead == 1)
  }

  @Test(
    "A commentary does not lead where something is reported",
    arguments: [
      Block(.kicker, Passage(text: "【评论】", page: 1, lines: [1], runs: [])),
      Block(.byline, Passage(text: "■本报评论员", page: 1, lines: [1], runs: [])),
    ])
  func commentaryDoesNotLead(rubric: Block) {
    #expect([report(900, rubric), report(100)].lead == 1)
    #expect([report(900, rubric)].lead == 0)
    #expect([report(100, Block(.headline, passage("时评大赛开幕"))), report(100)].lead == 0)
    #expect([Article]().lead == nil)
  }

  @Test("A date is ISO 8601, and says where a year is unknown")
  func dates() {
    let known = IssueDate(
      year: 2021, month: 6, day: 22, certainty: .inferred,
      source: .dayAfterNewestReport(year: 2021, month: 6, day: 21))
    #expect(known.value == "2021-06-22")
    #expect(known.because(in: .chinese) == "所报最近一日（2021年6月21日）的次日")
    let unknown = IssueDate(
      year: nil, month: 3, day: 4, certainty: .inferred, source: .dayAfterNewestReport(year: nil, month: 3, day: 3))
    #expect(unknown.value == "--03-04")
    #expect(unknown.because(in: .english).hasSuffix("no article says of which year"))
  }
}
