import Library
import Newspaper
import Screen
import System
import Typesetting

func runShow(_ invocation: Invocation, _ output: inout Output) throws -> ExitStatus {
  let (issue, index) = try invocation.shownIssue()
  let article = index.map { issue.articles[$0] }
  let show = Show(issue: issue, article: article)
  let width = invocation.number(.width) ?? min(80, output.terminalColumns ?? 80)
  let view = invocation.choice(.view) ?? PageView.one
  if view == .front, article != nil {
    throw Failure(message: "show: --view front shows a whole issue; leave the article out")
  }
  output.startPager()
  defer { output.endPager() }
  if invocation.has(.raw) {
    output.write(article.map { scan(of: [$0] + show.continuations(of: $0), in: issue) } ?? scan(of: issue))
    return .done
  }
  let composition = invocation.composition()
  for part in show.parts(view, width: width, height: invocation.number(.height), composition) {
    if article == nil, let number = part.number { output.write(rule(number, width: width, composition) + "\n\n") }
    for page in part.pages { output.write(page.joined(separator: "\n") + "\n\n") }
  }
  return .done
}

/// A line with the number of the article below it.
private func rule(_ number: Int, width: Int, _ composition: Composition) -> String {
  let line: Character = composition.ambiguous == .narrow ? "─" : "-"
  let start = "\(line)\(line) \(number) "
  return start + String(repeating: line, count: max(0, width - start.count))
}

extension Invocation {
  /// The issue that is shown, and the index of the article: of the corpus, or of a file that is named instead.
  fileprivate func shownIssue() throws -> (issue: Issue, article: Int?) {
    let name = operands[0]
    guard paths.isEmpty, name == "-" || exists(name) else {
      var corpus = corrected(try openCorpus())
      return try corpus.issueAndArticle(named: name)
    }
    var invocation = self
    invocation.paths = [name]
    var corpus = corrected(try invocation.openCorpus())
    let ids = corpus.shelf.indices.map { corpus.shelf[$0].id }
    guard ids.count == 1 else { return try corpus.issueAndArticle(named: "") }
    return try corpus.issueAndArticle(named: ids[0])
  }
}

/// An issue, or an article of it, that is to be shown.
private struct Show {
  let issue: Issue
  let article: Article?
  private let jumps: Jumps

  init(issue: Issue, article: Article?) {
    self.issue = issue
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

  /// The pages of a view, each as its lines, by article; a printed page has all of them. One column is one page an
  /// article.
  func parts(
    _ view: PageView, width: Int, height: Int?, _ composition: Composition
  ) -> [(number: Int?, pages: [[String]])] {
    if view == .front {
      let size = Size(columns: width, rows: height ?? 60)
      return [(nil, issue.printedFront(size: size, language: language, composition: composition))]
    }
    let rows = height ?? (view == .vertical ? 36 : nil)
    return articles.map { article in
      let continuations = continuations(of: article)
      guard view == .one else {
        return (
          article.number,
          issue.printedPages(
            of: article, continuations: continuations, view: view, columns: width, rows: rows, language: language,
            composition: composition)
        )
      }
      let galley = Galley(
        article, continuations: continuations, issue: issue, form: form(width, composition), raw: false,
        language: language)
      return (article.number, [galley.text])
    }
  }
}

/// The pages as the files have them.
private func scan(of issue: Issue) -> String {
  issue.pages.map { page in
    let text = page.source ?? page.text
    return text.lines.map { text.line($0) + "\n" }.joined()
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
