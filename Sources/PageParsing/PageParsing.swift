import Newspaper

/// Gives back the issue that its pages were printed from.
///
/// A chain of stages, each in a file of its own: characters and lines (`PageScan`), what each line shows (`LineFacts`,
/// `LineContext`), what the page has twice (`Repeats`), the best path of roles (`RolePath` by `Weights`), stacks and
/// bodies (`Stories`, `Interleaving`, `HeadlineStack`), passages (`PassageSetter`), and the date (`IssueDating`).
/// - Parameters:
///   - id: the issue's.
///   - pages: its pages by number.
/// - Returns: the issue. Every line that is not blank stands in exactly one passage of it.
/// - Complexity: linear in the length of the pages.
public func parseIssue(id: String, pages: [Page]) -> Issue {
  parseIssue(id: id, pages: pages, path: RolePath(Weights()))
}

func parseIssue(id: String, pages: [Page], path: RolePath) -> Issue {
  var issue = Issue(id: id, pages: pages, articles: [])
  var dating = IssueDating()
  for page in pages {
    let parsed = parse(page, path, &dating)
    issue.articles += parsed.articles
    issue.unplaced += parsed.unplaced
  }
  for index in issue.articles.indices { issue.articles[index].number = index + 1 }
  issue.date = dating.date
  return issue
}

private func parse(_ page: Page, _ path: RolePath, _ dating: inout IssueDating) -> (
  articles: [Article], unplaced: [Passage]
) {
  let scan = PageScan(page)
  var facts = scan.lines.map { LineFacts(scan, $0) }
  let repeats = Repeats(scan, facts)
  let order = facts.indices.filter { repeats.original[$0] == nil }
  let context = LineContext(scan: scan, habits: PageHabits(scan, facts))
  var once = order.map { facts[$0] }
  context.complete(&once)
  for (place, index) in order.enumerated() { facts[index] = once[place] }

  var stories = Stories(scan, facts, order: order, roles: path.roles(once, context))
  stories.add(repeats)
  dating.read(scan, facts, openings: stories.found.compactMap { $0.parts.first?.lines.first })

  let words = PageWords(scan: scan)
  let setter = PassageSetter(scan: scan, facts: facts, words: words)
  let lostOpening = context.habits.paragraphsAreWhole ? nil : LostOpening(scan: scan, words: words)
  let articles = ArticleSetter(
    scan: scan, facts: facts, setter: setter, lostOpening: lostOpening, original: repeats.original)
  return (stories.found.map(articles.article), stories.furniture.map { setter.passage([$0]) })
}
