import Newspaper
import PageParsing

/// The issues that a reader can open: found, decoded and parsed.
public struct Corpus: Sendable {
  /// Every issue that could be read, in the order of the paths; within a folder by name.
  public private(set) var sources: [IssueSource] = []
  /// What was left out or shown otherwise, and why, in the order in which it was met.
  public private(set) var problems: [Problem] = []
  /// What a list says of each issue: newest first; then those whose year is unknown, latest day first; then those
  /// without a date. By id where that leaves a choice.
  public private(set) var summaries: [IssueSummary] = []

  private var cache = IssueCache()
  /// What cannot be read a second time: standard input.
  private var heldPages: [String: [Page]] = [:]

  /// Reads and parses everything that some files, folders and `-` lead to. What cannot be read is in `problems`.
  public static func open(paths: [String]) -> Corpus {
    var corpus = Corpus()
    let finding = Finding(paths: paths)
    corpus.problems = finding.problems
    for source in finding.sources { corpus.take(source) }
    corpus.summaries.sort(by: comesFirst)
    return corpus
  }

  /// An issue by its id, read again where it is not at hand any more.
  /// - Returns: nil where no issue has the id.
  public mutating func issue(_ id: String) throws(Problem) -> Issue? {
    if let issue = cache[id] { return issue }
    guard let source = sources.first(where: { $0.id == id }) else { return nil }
    let issue = try parseIssue(id: id, pages: pagesAgain(of: source))
    cache.keep(issue)
    return issue
  }

  private func pagesAgain(of source: IssueSource) throws(Problem) -> [Page] {
    if let held = heldPages[source.id] { return held }
    var alreadyTold: [Problem] = []
    return try Self.pages(of: source, problems: &alreadyTold)
  }

  /// The ids that a person may mean: the id itself, else a date, else the beginning of an id or of a date.
  public func ids(matching name: String) -> [String] {
    let choices: [(IssueSummary) -> Bool] = [
      { $0.id == name }, { $0.date?.value == name },
      { $0.id.hasPrefix(name) || ($0.date?.value.hasPrefix(name) ?? false) },
    ]
    return choices.lazy.map { summaries.filter($0).map(\.id) }.first { !$0.isEmpty } ?? []
  }

  private mutating func take(_ source: IssueSource) {
    do throws(Problem) {
      let pages = try Self.pages(of: source, problems: &problems)
      if source.paths == [IssueSource.standardInput.path] { heldPages[source.id] = pages }
      let issue = parseIssue(id: source.id, pages: pages)
      sources.append(source)
      summaries.append(issue.summary)
      cache.keep(issue)
    } catch {
      problems.append(error)
    }
  }

  private static func pages(of source: IssueSource, problems: inout [Problem]) throws(Problem) -> [Page] {
    var pages: [Page] = []
    for (index, path) in source.paths.enumerated() {
      let decoded = try decodePage(readFile(path), path: path)
      if let problem = decoded.problem { problems.append(problem) }
      pages.append(Page(number: index + 1, path: path, encoding: decoded.encoding, text: decoded.text))
    }
    return pages
  }
}

/// Newest first; a day without its year after all those with one, no date last.
private func comesFirst(_ left: IssueSummary, _ right: IssueSummary) -> Bool {
  func rank(_ date: IssueDate?) -> (Int, Int, Int) {
    date.map { ($0.year ?? -1, $0.month, $0.day) } ?? (-2, 0, 0)
  }
  let ranks = (rank(left.date), rank(right.date))
  return ranks.0 == ranks.1 ? left.id < right.id : ranks.0 > ranks.1
}
