import Newspaper
import PageFormats
import PageParsing
import System

/// The issues that a reader can open: found, decoded and parsed.
public struct Corpus: Sendable {
  /// The source of the facts about issues.
  private enum Stock {
    /// All were read.
    case read(ReadIssues)
    /// Facts are in a catalogue.
    case catalogued(Catalogue)
  }

  private var stock: Stock
  /// The encoding of every page; nil guesses it for each.
  private let encoding: PageEncoding?
  private var cache = IssueCache()
  /// The whole list of a catalogue of few issues: at every key several of its entries are looked at.
  private var fewSummaries: [IssueSummary]?
  private static let mostSummariesKept = 64
  /// Changes some issues after they were read; those at hand are as they were read.
  var revision: IssueRevision?
  /// The problems, in the order in which they were met.
  public private(set) var problems: [Problem]

  /// Reads and parses all pages of files, folders and `-`.
  /// - Parameter encoding: the encoding of all pages; nil guesses it for each.
  public static func open(paths: [String], encoding: PageEncoding? = nil) -> Corpus {
    Corpus(LibraryScan(paths: paths, encoding: encoding), encoding: encoding)
  }

  /// Reads and parses the pages of a scan.
  init(_ scan: LibraryScan, encoding: PageEncoding?) {
    self.encoding = encoding
    problems = scan.problems
    var read = ReadIssues(scan: scan)
    let readings = parallelMap(scan.sources) { source in
      let loader = IssueLoader(encoding: encoding)
      let reading = loader.read(source)
      return (reading: reading, issue: reading.pages.isEmpty ? nil : loader.issue(reading).issue)
    }
    for (reading, issue) in readings {
      problems += reading.files.compactMap(\.problem)
      guard let issue else { continue }
      read.add(issue, reading.source)
      cache.keep(issue)
    }
    read.arrange()
    stock = .read(read)
  }

  /// A corpus of pages that are in no file, each an issue of its own.
  /// - Parameter pages: names as files have them, and bytes.
  public init(ofPages pages: [(name: String, bytes: [UInt8])]) {
    (encoding, problems) = (nil, [])
    var read = ReadIssues(scan: .empty([]))
    for (name, bytes) in pages {
      let id = String(name.prefix { $0 != "." })
      let source = IssueSource(id: id, pages: [IssueSource.PageFile(path: name, number: 1)])
      let issue = parseIssue(id: id, pages: [Page(number: 1, path: name, text: PageText(bytes: bytes))])
      read.add(issue, source, holdsPages: true)
      cache.keep(issue)
    }
    read.arrange()
    stock = .read(read)
  }

  init(_ catalogue: Catalogue, encoding: PageEncoding?) {
    self.encoding = encoding
    stock = .catalogued(catalogue)
    if catalogue.count <= Self.mostSummariesKept { fewSummaries = catalogue.indices.map { catalogue[$0] } }
    problems = catalogue.problems
  }

  /// Records a problem.
  mutating func add(_ problem: Problem) { problems.append(problem) }

  /// The catalogue; nil if all issues were read.
  public var catalogue: Catalogue? { if case .catalogued(let catalogue) = stock { catalogue } else { nil } }

  /// The scan, if all issues were read.
  var scan: LibraryScan? { if case .read(let read) = stock { read.scan } else { nil } }

  /// The list of issues: newest first; then those whose year is unknown, latest day first; then those without a date;
  /// by id among equals.
  public var shelf: any IssueShelf {
    if let fewSummaries { return fewSummaries }
    return switch stock {
    case .read(let read): read.summaries
    case .catalogued(let catalogue): catalogue
    }
  }

  /// Every readable issue: in the order of the paths, within a folder by name; in the order of the list if there is a
  /// catalogue.
  public var sources: [IssueSource] {
    switch stock {
    case .read(let read): read.sources
    case .catalogued(let catalogue): catalogue.indices.compactMap(catalogue.source)
    }
  }

  /// An issue's files; nil if no issue has the id.
  public func source(ofIssue id: String) -> IssueSource? {
    switch stock {
    case .read(let read): read.source(id)
    case .catalogued(let catalogue): catalogue.index(ofIssue: id).flatMap(catalogue.source)
    }
  }

  /// An issue by its id, read again if it is not at hand any more.
  /// - Returns: nil if no issue has the id.
  public mutating func issue(_ id: String) throws(Problem) -> Issue? {
    if let issue = cache[id] { return finished(issue) }
    guard let source = source(ofIssue: id) else { return nil }
    let issue = try IssueLoader(encoding: encoding).issue(source, pages: heldPages(id))
    cache.keep(issue)
    return finished(issue)
  }

  /// True if an issue need not be read again.
  public func isAtHand(_ id: String) -> Bool { cache.contains(id) }

  /// Keeps an issue of this corpus that was read elsewhere at hand.
  public mutating func keep(_ issue: Issue) { cache.keep(issue) }

  /// The same with the issues that an earlier state of this corpus has at hand.
  /// - Parameter changed: the ids of issues that have changed.
  public func keepingCache(of earlier: Corpus, except changed: Set<String>) -> Corpus {
    var corpus = self
    corpus.cache = earlier.cache
    corpus.cache.remove(changed)
    return corpus
  }

  /// The size of an issue's files in bytes; those that are no files, or missing, count 0.
  public func bytes(ofIssue id: String) -> Int {
    source(ofIssue: id)?.pages.reduce(0) { $0 + ((try? FileStatus(path: $1.path).size) ?? 0) } ?? 0
  }

  /// The ids that a person may mean: the id itself, else a date, else the beginning of an id or of a date.
  public func ids(matching name: String) -> [String] {
    if self.shelf.index(ofIssue: name) != nil { return [name] }
    let shelf = revisedShelf(isQuick: true)
    let date = IssueDate.value(typed: name)
    let choices: [(IssueSummary) -> Bool] = [
      { $0.date?.value == date }, { $0.id.hasPrefix(name) || ($0.date?.value.hasPrefix(date) ?? false) },
    ]
    return choices.lazy.map { choice in shelf.indices.lazy.map { shelf[$0] }.filter(choice).map(\.id) }
      .first { !$0.isEmpty } ?? []
  }

  /// Pages that cannot be read a second time: those of standard input, and those that are in no file.
  private func heldPages(_ id: String) -> [Page] {
    if case .read(let read) = stock { read.heldPages[id] ?? [] } else { [] }
  }

  private func finished(_ issue: Issue) -> Issue {
    let issue = dated(issue)
    return revision?.revised(issue) ?? issue
  }

  /// An issue with the year that its neighbours gave it.
  private func dated(_ issue: Issue) -> Issue {
    let year: Int?
    switch stock {
    case .read(let read): year = read.neighbourYears[issue.id]
    case .catalogued(let catalogue): year = catalogue.index(ofIssue: issue.id).flatMap(catalogue.neighbourYear)
    }
    guard let year else { return issue }
    var issue = issue
    issue.date = issue.date?.inYear(ofNeighbours: year)
    return issue
  }
}
