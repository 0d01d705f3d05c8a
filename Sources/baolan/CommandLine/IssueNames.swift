import Library
import Newspaper

// Words by which a person names an issue or an article: `ID`, `DATE`, `ID/ARTICLE`, or a lasting link.

extension Corpus {
  /// The one issue that a person means.
  func soleID(matching name: String) throws -> String {
    let ids = ids(matching: ArticleLink(text: name)?.issue ?? name)
    guard let first = ids.first else {
      throw Failure(message: "no issue `\(name)`; `baolan list` shows their ids", status: .nothingFound)
    }
    guard ids.count == 1 else {
      throw Failure(
        message: "`\(name)` may be any of " + ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " …" : ""))
    }
    return first
  }

  /// The same for a word that might as well have been a path or a command.
  mutating func target(_ name: String) throws -> (issue: Issue, article: Int?) {
    do {
      return try issueAndArticle(named: name)
    } catch let failure as Failure where failure.status == .nothingFound && ArticleLink(text: name) == nil {
      let advice = "; `baolan list` shows the issues, `baolan help` the commands"
      throw Failure(message: "`\(name)` is neither a command nor a file or folder, and no issue is called so" + advice)
    }
  }

  /// The issue that `ID`, `ID/ARTICLE` or a link names, and the index of the article; nil if the whole issue is meant.
  mutating func issueAndArticle(named name: String) throws -> (issue: Issue, article: Int?) {
    let link = try ArticleLink(text: name) ?? plainLink(name)
    let id = try soleID(matching: link.issue)
    guard let issue = try issue(id) else { throw Failure(message: "no issue `\(id)`", status: .nothingFound) }
    guard link.article != nil || link.position != nil else { return (issue, nil) }
    guard let article = link.articleIndex(in: issue) else {
      let known = issue.articles.isEmpty ? "it has none" : "it has 1 to \(issue.articles.count)"
      throw Failure(
        message: "no article `\(link.article.map(String.init) ?? name)` in \(id); \(known)", status: .nothingFound)
    }
    return (issue, article)
  }

  /// `ID/ARTICLE` as a link without a line.
  private func plainLink(_ name: String) throws -> ArticleLink {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return ArticleLink(issue: name) }
    guard let number = Int(parts[1]), number > 0 else {
      let id = try soleID(matching: parts[0])
      let count = shelf.index(ofIssue: id).map { shelf[$0].articleCount } ?? 0
      let known = count == 0 ? "it has none" : "it has 1 to \(count)"
      throw Failure(message: "no article `\(parts[1])` in \(id); \(known)", status: .nothingFound)
    }
    return ArticleLink(issue: parts[0], article: number)
  }
}
