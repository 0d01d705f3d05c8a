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
  public internal(set) var summaries: [IssueSummary] = []

  /// How every page is to be decoded; nil where each says by its content.
  private var encoding: PageEncoding?
  /// By issue: the year that its neighbours gave it.
  var neighbourYears: [String: Int] = [:]
  private var cache = IssueCache()
  /// What cannot be read a second time: standard input.
  private var heldPages: [String: [Page]] = [:]

  /// Reads and parses everything that some files, folders and `-` lead to. What cannot be read is in `problems`.
  /// - Parameter encoding: that of all pages; nil tells it for each by its content.
  public static func open(paths: [String], encoding: PageEncoding? = nil) -> Corpus {
    var corpus = Corpus()
    corpus.encoding = encoding
    let finding = Finding(paths: paths)
    corpus.problems = finding.problems
    let sides = SideFiles(finding.sideFiles.map(\.folder), problems: &corpus.problems)
    let gathering = Gathering(finding.files, sides: sides)
    let whole = Set(finding.sideFiles.filter(\.isWhole).map(\.folder))
    corpus.problems += sides.missing(gathering.sources, wholeFolders: whole) + gathering.problems
    for source in gathering.sources { corpus.take(source) }
    corpus.dateByNeighbours()
    corpus.summaries.sort(by: comesFirst)
    return corpus
  }

  /// An issue by its id, read again where it is not at hand any more.
  /// - Returns: nil where no issue has the id.
  public mutating func issue(_ id: String) throws(Problem) -> Issue? {
    if let issue = cache[id] { return dated(issue) }
    guard let source = sources.first(where: { $0.id == id }) else { return nil }
    var pages = heldPages[id] ?? []
    if pages.isEmpty {
      for file in source.pages { pages.append(try page(file).page) }
    }
    let issue = dated(Self.issue(source, pages))
    cache.keep(issue)
    return issue
  }

  /// Whether an issue need not be read again.
  public func isAtHand(_ id: String) -> Bool { cache.contains(id) }

  /// Takes in an issue of this corpus that was read elsewhere.
  public mutating func keep(_ issue: Issue) { cache.keep(issue) }

  /// The size of an issue's files; 0 for what is not a file, or is not there.
  public func bytes(ofIssue id: String) -> Int {
    guard let source = sources.first(where: { $0.id == id }) else { return 0 }
    return source.pages.reduce(0) { $0 + ((try? FileStatus(path: $1.path).size) ?? 0) }
  }

  /// The ids that a person may mean: the id itself, else a date, else the beginning of an id or of a date.
  public func ids(matching name: String) -> [String] {
    let choices: [(IssueSummary) -> Bool] = [
      { $0.id == name }, { $0.date?.value == name },
      { $0.id.hasPrefix(name) || ($0.date?.value.hasPrefix(name) ?? false) },
    ]
    return choices.lazy.map { summaries.filter($0).map(\.id) }.first { !$0.isEmpty } ?? []
  }

  /// Reads the pages of an issue; those that cannot be read are left out of it.
  private mutating func take(_ found: IssueSource) {
    var source = found
    var pages: [Page] = []
    source.pages = []
    for file in found.pages {
      do throws(Problem) {
        let (page, problem) = try page(file)
        pages.append(page)
        source.pages.append(file)
        if let problem { problems.append(problem) }
      } catch {
        problems.append(error)
      }
    }
    if pages.isEmpty { return }
    if source.paths == [IssueSource.standardInput.path] { heldPages[source.id] = pages }
    let issue = Self.issue(source, pages)
    sources.append(source)
    summaries.append(issue.summary)
    cache.keep(issue)
  }

  private func page(_ file: IssueSource.PageFile) throws(Problem) -> (page: Page, problem: Problem?) {
    let decoded = try decodePage(readFile(file.path), path: file.path, encoding: encoding)
    let page = Page(number: file.number, path: file.path, encoding: decoded.encoding.rawValue, text: decoded.text)
    return (page, decoded.problem)
  }

  /// The issue that its pages make up, with what names and side files say of it.
  private static func issue(_ source: IssueSource, _ pages: [Page]) -> Issue {
    var issue = parseIssue(id: source.id, pages: pages)
    issue.title = source.title ?? issue.title
    issue.number = source.number
    issue.date = source.date ?? issue.date
    return issue
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
