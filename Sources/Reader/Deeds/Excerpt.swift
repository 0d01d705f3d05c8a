import Exporting
import Newspaper
import Notes
import Searching

/// A text that is copied, clipped or handed to a program: the selection, an article, a hit, a clipping or an issue.
struct Excerpt: Sendable, Equatable {
  var issue: IssueReference
  /// The number of its article; 0 for a whole issue.
  var article: Int
  var headline: String
  var page: Int
  /// The lines of the scan; empty for a whole issue.
  var lines: [Int] = []
  /// Roles and paragraphs as they are read.
  var parts: [(role: Block.Role, text: String)] = []
  /// The scan's own lines.
  var raw = ""
  var anchor: Anchor?
  var authors: [String] = []
  /// The reason for a day that was inferred.
  var dateReason: Phrase?
  /// A person's note and tags.
  var remark = ""

  static func == (one: Excerpt, other: Excerpt) -> Bool {
    one.issue == other.issue && one.anchor == other.anchor && one.text == other.text
  }

  /// A paragraph a line.
  var text: String { parts.map(\.text).joined(separator: "\n") }

  /// The lasting link.
  var link: String { articleLink.text }

  private var articleLink: ArticleLink {
    let place = lines.min().map { SourcePosition(page: page, line: $0) }
    return ArticleLink(issue: issue.id, article: article > 0 ? article : nil, position: place)
  }

  /// The facts by which it is cited.
  var citation: Citation {
    Citation(
      authors: authors, title: headline, paper: issue.paper.isEmpty ? nil : issue.paper, day: issue.day,
      dateReason: dateReason, pages: article > 0 ? [page] : [], link: articleLink)
  }

  /// Paper, day, page and lines, as a person writes them below a text.
  func source(_ phrases: Phrases) -> String {
    var parts = [issue.paper, issue.date.isEmpty ? issue.id : issue.date].filter { !$0.isEmpty }
    if article > 0 { parts.append(phrases.page(page)) }
    if let first = lines.min(), let last = lines.max() {
      parts.append(first == last ? phrases.say("line {}", first) : phrases.say("lines {}–{}", first, last))
    }
    return "—— " + (parts + [link]).joined(separator: " · ")
  }

  /// The text with its source line.
  func cited(_ phrases: Phrases) -> String {
    parts.map(\.text).joined(separator: "\n\n") + "\n\n" + source(phrases) + "\n"
  }

  /// As Markdown, with its source line.
  func markdown(_ phrases: Phrases) -> String {
    let body = parts.map { part in
      switch part.role {
      case .headline: "## " + markdownText(part.text)
      case .subhead: "### " + markdownText(part.text)
      case .kicker, .deck, .byline, .caption, .pointer: "*" + markdownText(part.text) + "*"
      case .paragraph, .repeated: markdownText(part.text)
      }
    }
    return (body + [markdownText(source(phrases))]).joined(separator: "\n\n") + "\n"
  }
}

extension Excerpt {
  /// Passages of an article, in reading order; texts that stand there twice are left out.
  init(_ blocks: [Block], article: Article, of issue: Issue) {
    self.init(issue: IssueReference(issue), article: article.number, headline: article.title, page: article.page ?? 1)
    let shown = blocks.filter { $0.role != .repeated }
    page = shown.first?.passage.page ?? page
    lines = shown.filter { $0.passage.page == page }.flatMap { $0.passage.sourceLines }
    parts = shown.map { ($0.role, $0.passage.text) }
    raw = shown.flatMap { block in
      let text = issue.page(block.passage.page)?.text
      return block.passage.sourceLines.compactMap { line in
        text.flatMap { $0.lines.contains(line) ? $0.line(line) : nil }
      }
    }.joined(separator: "\n")
    anchor = Anchor(shown.map(\.passage), in: issue)
    authors = Citation(article, of: issue).authors
    dateReason = issue.date.flatMap { $0.certainty == .inferred ? $0.source.phrase : nil }
  }

  /// A whole issue.
  init(_ issue: Issue) {
    self.init(
      issue: IssueReference(issue), article: 0, headline: issue.summary.leadHeadline,
      page: issue.pages.first?.number ?? 1)
    let blocks = issue.articles.flatMap(\.blocks).filter { $0.role != .repeated }
    parts = blocks.map { ($0.role, $0.passage.text) }
    raw = issue.pages.map { page in page.text.lines.map(page.text.line).joined(separator: "\n") }.joined(
      separator: "\n")
  }

  /// A clipping.
  init(_ clipping: Clipping) {
    self.init(issue: clipping.issue, article: clipping.article, headline: clipping.headline, page: clipping.page)
    parts = clipping.text.split(separator: "\n").map { (.paragraph, String($0)) }
    raw = clipping.text
    anchor = clipping.anchor
    remark = ([clipping.note] + clipping.tags.map { "#" + $0 }).filter { !$0.isEmpty }.joined(separator: " ")
    guard let anchor else { return }
    // A text has at least a character of each of its lines, whatever a damaged record says.
    let last = anchor.end.page == anchor.start.page ? anchor.end.line : anchor.start.line
    lines = Array(anchor.start.line...max(anchor.start.line, min(last, anchor.start.line + clipping.text.utf8.count)))
  }
}

// The texts that the next deed is about.
extension Reader {
  /// The selection, the marked hits or the selected one, the clippings or the selected one, the article, or the issue;
  /// nothing where nothing of it is there, which is said.
  mutating func excerpts() -> [Excerpt] {
    if let selection = layers.last(SelectionScreen.self) { return selection.excerpt(in: self).map { [$0] } ?? [] }
    if let clippings = layers.last as? ClippingsScreen {
      return clippings.clipping(in: self).map { [Excerpt($0)] } ?? []
    }
    if layers.last is CorpusSearchScreen { return hitExcerpts }
    guard let issue else {
      say(issues.isEmpty ? noIssuesWords : phrases.say("the issue is not open yet"))
      return []
    }
    if pane == .issues { return [Excerpt(issue)] }
    guard let article else {
      say(phrases.noArticles)
      return []
    }
    return [Excerpt(([article] + continuations).flatMap(\.blocks), article: article, of: issue)]
  }

  /// The selected hit with the text around it.
  private var hitExcerpts: [Excerpt] {
    guard let results, results.marked.isEmpty else { return (results?.marked ?? []).map(excerpt) }
    return results.hit.map { [excerpt(of: $0)] } ?? []
  }

  func excerpt(of hit: CorpusHit) -> Excerpt {
    let summary = results?.summaries[hit.issue]
    var issue = summary.map(IssueReference.init) ?? IssueReference(id: hit.issue, date: hit.date?.value ?? "")
    issue.path = hit.context.path
    var excerpt = Excerpt(
      issue: issue, article: hit.match.article + 1, headline: hit.headline, page: hit.context.page,
      lines: hit.context.lines)
    excerpt.parts = [(hit.context.role, hit.context.before + hit.context.repaired + hit.context.after)]
    excerpt.raw = hit.context.match
    if let first = hit.context.lines.min(), let last = hit.context.lines.max() {
      let start = SourcePosition(page: hit.context.page, line: first)
      excerpt.anchor = Anchor(
        start: start, end: SourcePosition(page: hit.context.page, line: last, offset: 1), before: hit.context.before,
        around: hit.context.repaired, after: hit.context.after)
    }
    return excerpt
  }
}
