import Foundation
import Goldens
import Newspaper
import Strings
import Testing

@testable import PageParsing

@Suite("Why a line is what it is")
struct ExplanationTests {
  private func explained(_ id: String, _ lines: Set<Int>) throws -> [Explanation] {
    let text = try Repository.text("seeds/\(id).txt")
    return JudgedPage(Page(number: 1, path: id, text: PageText(text))).explainRoles(lines: lines)
  }

  @Test("A paragraph that a column edge broke says why its halves belong together")
  func joint() throws {
    let next = try #require(try explained(Seeds.ids[0], [19]).first)
    #expect(next.role.words(in: .english) == "more of the paragraph before")
    let facts = next.facts.map { $0.phrase.words(in: .english) }
    #expect(facts.contains("the line before has no closing mark"))
    #expect(facts.contains("the characters that meet are a pair elsewhere on the page"))
    #expect(next.lead > 0)
  }

  @Test("A headline says that a byline follows and that its words come again")
  func headline() throws {
    let head = try #require(try explained(Seeds.ids[1], [5]).first)
    #expect(head.role.words(in: .chinese) == "标题")
    let facts = head.facts.map { $0.phrase.words(in: .chinese) }
    #expect(facts.contains("后面是署名、电头或上接字样") && facts.contains("用词在后文再现"))
  }

  @Test("A repeat names the line that it repeats")
  func repeats() throws {
    let explanation = try #require(try explained(Seeds.ids[3], [75]).first)
    #expect(explanation.facts.map { $0.phrase.words(in: .english) } == ["it says what line 3 says"])
  }

  @Test("A dateline in brackets is no label, and a label is")
  func bracketedDateline() {
    let text = "【健康】如何过好冬天\n【本報訊】港府昨日宣布新措施，協助市民渡過難關，各界反應熱烈。"
    let page = Page(number: 1, path: "a.txt", text: PageText(text))
    let facts = PageReading(page, .handSet).facts
    #expect(facts.map { $0.evidence.contains(.label) } == [true, false])
    #expect(facts.map { $0.evidence.contains(.dateline) } == [false, true])
  }

  @Test("The line behind a caption at the page's head is weighed as text, as it was when its role was found")
  func behindFirstCaption() throws {
    let text = "图为代表们在会议上（张三 摄）\n会议部署了各项工作，要求大家早作准备，把困难想在前面，确保完成任务。"
    let explanations = explained(text: text, [1, 2])
    try #require(explanations.first?.role.words(in: .english) == "a caption")
    #expect(
      explanations[1].facts.map { $0.phrase.words(in: .english) }.contains("the line before ends with a closing mark"))
  }

  private func explained(text: String, _ lines: Set<Int>) -> [Explanation] {
    JudgedPage(Page(number: 1, path: "a.txt", text: PageText(text))).explainRoles(lines: lines)
  }

  @Test(
    "Every line of every page can be explained, and its role is ahead of the next one or as good", arguments: Seeds.ids)
  func all(id: String) throws {
    let explanations = try explained(id, Set(1...200))
    #expect(explanations.count == PageScan(try #require(try Seeds.issue(id).pages.first)).lines.count)
    #expect(explanations.allSatisfy { $0.lead >= 0 })
  }

  @Test("Whatever has a weight can be said in words")
  func words() {
    for feature in LineFeature.allCases {
      let row = LineFeature.table.first { $0.feature == feature }
      #expect(row?.words.words(in: .chinese) != row?.words.words(in: .english), "\(feature)")
    }
    for feature in JointFeature.allCases {
      let row = JointFeature.afterText.first { $0.feature == feature }
      #expect(row?.words.words(in: .chinese) != row?.words.words(in: .english), "\(feature)")
    }
    #expect(LineFeature.allCases.count <= LineEvidence.capacity)
  }
}

@Test("A page that is judged once explains each of its lines as a page judged anew does")
func judgedOnce() throws {
  let text = "大桥通车\n本报记者 王小明\n本报讯 一月三日上午，甲地举行大桥通车仪式，\n许多市民参加。\n大桥通车\n\n又一题\n本报讯 乙地开工。\n"
  let page = Page(number: 1, path: "a.txt", text: PageText(text))
  let judged = JudgedPage(page)
  for line in 0...page.text.lineCount + 1 {
    let explanations = judged.explainRoles(lines: [line])
    #expect(explanations == JudgedPage(page).explainRoles(lines: [line]))
    #expect(explanations.isEmpty == ![1, 2, 3, 4, 5, 7, 8].contains(line))
  }
  #expect(judged.explainRoles(lines: [8, 1, 3]).map(\.line) == [1, 3, 8])
}
