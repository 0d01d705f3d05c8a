import Chance
import Newspaper
import Strings
import Testing

@testable import Reader
@testable import Typesetting

@Test("An article of very many bylines is set without looking through all of them for each")
func manyBylines() {
  let issues = [2_000: bylines(2_000), 8_000: bylines(8_000)]
  let growth = growthOfWork(from: 2_000) { count in
    guard let issue = issues[count] else { return }
    let galley = Galley(
      issue.articles[0], issue: issue, form: GalleyForm(measure: 40), raw: false, language: .chinese)
    #expect(galley.lines.filter { $0.part == .byline }.count == count)
  }
  #expect(growth < 9)
}

private func bylines(_ count: Int) -> Newspaper.Issue {
  let page = Page(number: 1, path: "a.txt", text: PageText(String(repeating: "本报记者 陈润\n", count: count)))
  let blocks = (1...count).map { line in
    Block(.byline, Passage(text: "本报记者 陈润", page: 1, lines: [line], runs: [], repairs: []))
  }
  return Issue(id: "a", pages: [page], articles: [Article(number: 1, kind: .brief, blocks: blocks)])
}
