import Newspaper

/// A format of running text for people, built from an issue's parts in reading order.
///
/// Repeated text is left out: it stands elsewhere in the same article. Text that belongs to no article comes last.
public enum ProseFormat: String, Sendable, CaseIterable {
  case markdown
  case html
  case text

  /// Issues as one document.
  public func document(_ issues: [Issue]) -> String {
    let body = issues.map { issue in parts(of: issue).map(render).joined() }.joined()
    return self == .html ? htmlPage(body, title: issues.first.map(issueTitle) ?? "") : body
  }

  private func render(_ part: Part) -> String {
    switch self {
    case .markdown: part.markdown
    case .html: part.html
    case .text: part.plainText
    }
  }
}

/// A piece of a document for people.
enum Part {
  case issue(String)
  case article(headline: String)
  case kicker(String)
  case deck(String)
  case byline(String)
  /// A name that stands within or below the text, at its right.
  case signature(String)
  case paragraph(String)
  case subhead(String)
  case caption(String)
  case pointer(String)
  /// A line between what belongs to articles and what does not.
  case rule
}

/// What an issue is called at the head of a document.
private func issueTitle(_ issue: Issue) -> String {
  let date = issue.date.map { $0.value + ($0.certainty == .inferred ? " ≈" : "") }
  // Many an issue's file is named by its date.
  let id = [issue.title, issue.date?.value].contains(issue.id) ? nil : issue.id
  return [issue.title, date, id].compactMap { $0 }.joined(separator: " · ")
}

private func parts(of issue: Issue) -> [Part] {
  let rest = issue.unplaced.map { Part.paragraph($0.text) }
  return [.issue(issueTitle(issue))] + issue.articles.flatMap(parts) + (rest.isEmpty ? [] : [.rule] + rest)
}

/// The headline opens an article although a kicker stands above it in print: documents are navigated by it.
private func parts(of article: Article) -> [Part] {
  let headline = article.blocks(.headline).map(\.passage.text).joined(separator: " ")
  let head = headline.isEmpty ? Part.rule : .article(headline: headline)
  return [head] + article.opening.compactMap { part(of: $0) } + article.body.compactMap { part(of: $0, inBody: true) }
}

private func part(of block: Block, inBody: Bool = false) -> Part? {
  let text = block.passage.text
  switch block.role {
  case .headline, .repeated: return nil
  case .kicker: return .kicker(text)
  case .deck: return .deck(text)
  case .byline: return inBody ? .signature(text) : .byline(text)
  case .paragraph: return .paragraph(text)
  case .subhead: return .subhead(text)
  case .caption: return .caption(text)
  case .pointer: return .pointer(text)
  }
}
