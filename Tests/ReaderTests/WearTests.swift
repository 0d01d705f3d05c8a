import Newspaper
import Testing

@testable import Reader

@Test("An article of very many bylines is set without looking through all of them for each", .timeLimit(.minutes(10)))
func manyBylines() {
  let page = Page(number: 1, path: "a.txt", text: PageText(String(repeating: "本报记者 陈润\n", count: 30_000)))
  let blocks = (1...page.text.lineCount).map { line in
    Block(.byline, Passage(text: "本报记者 陈润", page: 1, lines: [line], runs: [], repairs: []))
  }
  let article = Article(number: 1, kind: .brief, blocks: blocks)
  let issue = Issue(id: "a", pages: [page], articles: [article])
  let galley = Galley(article, issue: issue, form: GalleyForm(measure: 40), raw: false, language: .chinese)
  #expect(galley.text.count >= blocks.count)
}
