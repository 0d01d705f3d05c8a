import Newspaper
import Testing

@testable import Searching

@Suite("Searching headlines of several lines")
struct HeadlineSearchTests {
  private func stack(_ lines: String...) -> Newspaper.Issue {
    var issue = issue(lines.map { ($0, $0) })
    for index in lines.indices { issue.articles[0].blocks[index].role = index == 0 ? .headline : .deck }
    return issue
  }

  @Test("A word that the end of a headline's line parts is found")
  func parted() {
    #expect(found("经济工作会议", in: stack("河西召开经济工", "作会议部署明年任务")) == ["经济工|作会议"])
  }

  @Test("A headline's line that a mark closes parts words")
  func closed() {
    #expect(found("经济工作会议", in: stack("河西召开经济工——", "作会议部署明年任务")) == [])
    #expect(found("工作", in: stack("谁来开工？", "作会议部署明年任务")) == [])
  }

  @Test("A headline and the text below it share no word")
  func text() {
    var issue = stack("河西召开经济工", "作会议部署明年任务")
    issue.articles[0].blocks[1].role = .paragraph
    #expect(found("经济工作会议", in: issue) == [])
  }
}
