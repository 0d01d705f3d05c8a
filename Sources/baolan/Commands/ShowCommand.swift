import Library
import Newspaper
import Screen
import System
import Typesetting

func runShow(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  var corpus = try invocation.openCorpus()
  let (issue, index) = try corpus.issueAndArticle(named: invocation.operands[0])
  let article = index.map { issue.articles[$0] }
  let show = Show(issue: issue, article: article, paper: corpusName(try invocation.corpusPaths()))
  if invocation.has(.raw) {
    output.write(article.map { scan(of: [$0] + show.continuations(of: $0), in: issue) } ?? scan(of: issue))
    return .done
  }
  let width = invocation.number(.width) ?? min(80, output.terminalColumns ?? 80)
  let height = invocation.number(.height)
  let view = invocation.choice(.view) ?? PageView.one
  if view == .front, article != nil {
    throw Failure(message: "show: --view front shows a whole issue; leave the article out")
  }
  for page in show.pages(view, width: width, height: height, invocation.composition()) {
    output.write(page.joined(separator: "\n") + "\n\n")
  }
  return .done
}

/// An issue, or an article of it, that is to be shown.
private struct Show {
  let issue: Issue
  let article: Article?
  /// The name of a paper without a title.
  let paper: String
  private let jumps: Jumps

  init(issue: Issue, article: Article?, paper: String) {
    self.issue = issue
    self.paper = paper
    self.article = article
    jumps = Jumps(issue)
  }

  func continuations(of article: Article) -> [Article] {
    jumps.continuation(of: article.number - 1).map { [issue.articles[$0]] } ?? []
  }

  /// In a whole issue a continuation stands behind its opening, not a second time by itself.
  private var articles: [Article] {
    article.map { [$0] } ?? issue.articles.filter { jumps.opening(of: $0.number - 1) == nil }
  }

  /// One column of a width. The last column is for hanging marks, if they hang.
  private func form(_ width: Int, _ composition: Composition) -> GalleyForm {
    guard composition.justification == .hanging else { return GalleyForm(measure: width, composition: composition) }
    return GalleyForm(measure: (width - 1) & ~1, hasMargin: true, composition: composition)
  }

  /// The pages of a view, each as its lines. One column is one page an article.
  func pages(_ view: PageView, width: Int, height: Int?, _ composition: Composition) -> [[String]] {
    switch view {
    case .one:
      return articles.map {
        Galley(
          $0, continuations: continuations(of: $0), issue: issue, form: form(width, composition), raw: false,
          language: language
        ).text
      }
    case .columns, .vertical:
      let rows = height ?? (view == .vertical ? 36 : nil)
      return articles.flatMap {
        issue.printedPages(
          of: $0, continuations: continuations(of: $0), view: view, columns: width, rows: rows, language: language,
          composition: composition)
      }
    case .front:
      return issue.printedFront(
        size: Size(columns: width, rows: height ?? 60), name: paper, language: language, composition: composition)
    }
  }
}

/// The pages as the files have them.
private func scan(of issue: Issue) -> String {
  issue.pages.map { page in
    page.text.lines.map { page.text.line($0) + "\n" }.joined()
  }.joined()
}

/// The lines that an article and its continuations stand on, as the files have them, with a blank line wherever others
/// lie between.
private func scan(of parts: [Article], in issue: Issue) -> String {
  let places = parts.flatMap(\.blocks).flatMap { block in
    block.passage.lines.map { SourcePosition(page: block.passage.page, line: $0) }
  }.sorted()
  var text = ""
  for (index, place) in places.enumerated() {
    if index > 0, places[index - 1].page != place.page || places[index - 1].line + 1 != place.line { text += "\n" }
    text += (issue.page(place.page)?.text.line(place.line) ?? "") + "\n"
  }
  return text
}
