import Newspaper

/// Gives back the issue that its pages were printed from.
///
/// A chain of stages, each in a file of its own: characters and lines (`PageScan`), what each line shows (`LineFacts`,
/// `LineContext`), what the page has twice (`Repeats`), the best path of labels (`PageScores` by a `LabelModel`: first
/// by the hand-set weights, then by learned ones), stacks and bodies (`Stories`, `Interleaving`, `HeadlineStack`),
/// passages (`PassageSetter`), and the date (`IssueDating`).
/// - Parameters:
///   - id: the issue's.
///   - pages: its pages by number.
///   - table: learned weights that go before the built-in ones.
/// - Returns: the issue. Every line that is not blank stands in exactly one passage of it.
/// - Complexity: linear in the length of the pages.
public func parseIssue(id: String, pages: [Page], by table: LabelTable? = nil) -> Issue {
  parseIssue(id: id, pages: pages, learned: table?.model ?? .learned)
}

/// Unpacks the learned weights, for which else the first page would wait.
public func prepareToParse() { _ = PackedModel.learned }

/// Learned weights from a file, such as a person may have for a paper of their own.
public struct LabelTable: Sendable {
  let model: PackedModel

  /// Reads what `Workbench train` wrote; nil if that was for another version of the program.
  public init?(bytes: [UInt8]) {
    guard let model = PackedModel(bytes: bytes) else { return nil }
    self.model = model
  }
}

/// The issue of one page whose labels are known, in the order of `LabelProblem.lines`: shows what assembly makes of
/// them.
package func parsePage(_ page: Page, labels: [LineLabel]) -> Issue {
  var dating = IssueDating()
  let latin = LatinWords([page.text])
  let parsed = parse(PageReading(page, .handSet, learned: nil), labels: labels, latin, &dating)
  return Issue(id: page.path, pages: [page], articles: parsed.articles, unplaced: parsed.unplaced)
}

/// The same by other learned weights, or, without any, by the hand-set ones alone.
package func parseIssue(id: String, pages: [Page], learned: PackedModel?) -> Issue {
  var issue = Issue(id: id, pages: pages, articles: [])
  var dating = IssueDating()
  let latin = LatinWords(pages.map(\.text))
  var turns: [PageTurn] = []
  for page in pages {
    let reading = PageReading(page, .handSet, learned: learned)
    let parsed = parse(reading, labels: reading.labels, latin, &dating)
    issue.title = issue.title ?? parsed.title
    issue.articles += page.isMended ? parsed.articles.map(\.mended) : parsed.articles
    issue.unplaced += parsed.unplaced
    turns += reading.pageTurns
  }
  for index in issue.articles.indices { issue.articles[index].number = index + 1 }
  issue.joinPageTurns()
  issue.divide(at: turns)
  issue.date = dating.date
  return issue
}

private func parse(
  _ reading: PageReading, labels: [LineLabel], _ latin: LatinWords, _ dating: inout IssueDating
) -> (title: String?, articles: [Article], unplaced: [Passage]) {
  let (scan, facts) = (reading.scan, reading.facts)
  var stories = Stories(scan, facts, order: reading.order, labels: labels)
  stories.add(reading.repeats)
  dating.read(scan, facts, openings: stories.found.compactMap { $0.parts.first?.lines.first })

  let words = PageWords(scan: scan, pairs: reading.context.habits.pairs, latin: latin)
  let setter = PassageSetter(
    scan: scan, facts: facts, words: words, goesAcross: reading.context.habits.goesAcrossColumns)
  let lostOpening = reading.context.habits.paragraphsAreWhole ? nil : LostOpening(scan: scan, words: words)
  let articles = ArticleSetter(
    scan: scan, facts: facts, setter: setter, context: reading.context, lostOpening: lostOpening,
    original: reading.repeats.original)
  return (
    reading.masthead, reading.marked(stories.found.map(articles.article)),
    stories.furniture.map { setter.passage([$0]) }
  )
}

extension Article {
  /// The article with a note at each text of its page that the page's characters were mended.
  fileprivate var mended: Article {
    var article = self
    for index in article.blocks.indices {
      let line = article.blocks[index].passage.lines.first ?? 1
      article.blocks[index].passage.repairs.append(Repair(.reencoded, line: line, because: .readAsWindows1252))
    }
    return article
  }
}
