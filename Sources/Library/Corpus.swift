import Newspaper
import PageFormats
import PageParsing
import System

/// The issues that a reader can open: found, decoded and parsed.
public struct Corpus: Sendable {
  /// Where it knows its issues from.
  private enum Stock {
    /// All were read.
    case read(ReadIssues)
    /// What is known of them was written down before, or is in memory.
    case catalogued(Catalogue)
  }

  private var stock: Stock
  /// How every page is to be decoded; nil where each says by its content.
  private let encoding: PageEncoding?
  private var cache = IssueCache()
  /// What was left out or shown otherwise, and why, in the order in which it was met.
  public private(set) var problems: [Problem]

  /// Reads and parses everything that some files, folders and `-` lead to. What cannot be read is in `problems`.
  /// - Parameter encoding: that of all pages; nil tells it for each by its content.
  public static func open(paths: [String], encoding: PageEncoding? = nil) -> Corpus {
    Corpus(Census(paths: paths, encoding: encoding), encoding: encoding)
  }

  /// Reads and parses everything that was found.
  init(_ census: Census, encoding: PageEncoding?) {
    self.encoding = encoding
    problems = census.problems
    var read = ReadIssues(census: census)
    let readings = inThreads(census.sources) { source in
      let desk = ReadingDesk(encoding: encoding)
      let reading = desk.read(source)
      return (reading: reading, issue: reading.pages.isEmpty ? nil : desk.issue(reading).issue)
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

  /// The corpus that a catalogue tells of.
  init(_ catalogue: Catalogue, encoding: PageEncoding?) {
    self.encoding = encoding
    stock = .catalogued(catalogue)
    problems = catalogue.problems
  }

  /// Has something more to complain of.
  mutating func add(_ problem: Problem) { problems.append(problem) }

  /// What is known of the issues without reading them; nil where all were read.
  public var catalogue: Catalogue? { if case .catalogued(let catalogue) = stock { catalogue } else { nil } }

  /// What was found, where all was read.
  var census: Census? { if case .read(let read) = stock { read.census } else { nil } }

  /// What a list says of each issue: newest first; then those whose year is unknown, latest day first; then those
  /// without a date. By id where that leaves a choice.
  public var shelf: any IssueShelf {
    switch stock {
    case .read(let read): read.summaries
    case .catalogued(let catalogue): catalogue
    }
  }

  /// The same, all at once.
  public var summaries: [IssueSummary] {
    if case .read(let read) = stock { return read.summaries }
    return shelf.indices.map { shelf[$0] }
  }

  /// Every issue that could be read: in the order of the paths, within a folder by name; those that a catalogue tells
  /// of in the order of the list.
  public var sources: [IssueSource] {
    switch stock {
    case .read(let read): read.sources
    case .catalogued(let catalogue): catalogue.indices.compactMap(catalogue.source)
    }
  }

  /// An issue's files; nil where no issue has the id.
  public func source(ofIssue id: String) -> IssueSource? {
    switch stock {
    case .read(let read): read.source(id)
    case .catalogued(let catalogue): catalogue.index(ofIssue: id).flatMap(catalogue.source)
    }
  }

  /// An issue by its id, read again where it is not at hand any more.
  /// - Returns: nil where no issue has the id.
  public mutating func issue(_ id: String) throws(Problem) -> Issue? {
    if let issue = cache[id] { return dated(issue) }
    guard let source = source(ofIssue: id) else { return nil }
    let issue = try ReadingDesk(encoding: encoding).issue(source, pages: heldPages(id))
    cache.keep(issue)
    return dated(issue)
  }

  /// Whether an issue need not be read again.
  public func isAtHand(_ id: String) -> Bool { cache.contains(id) }

  /// Takes in an issue of this corpus that was read elsewhere.
  public mutating func keep(_ issue: Issue) { cache.keep(issue) }

  /// The same with the issues that an earlier state of this corpus has at hand.
  /// - Parameter changed: the ids of those that are another now.
  public func keeping(_ earlier: Corpus, except changed: Set<String>) -> Corpus {
    var corpus = self
    corpus.cache = earlier.cache
    corpus.cache.remove(changed)
    return corpus
  }

  /// The size of an issue's files; 0 for what is not a file, or is not there.
  public func bytes(ofIssue id: String) -> Int {
    source(ofIssue: id)?.pages.reduce(0) { $0 + ((try? FileStatus(path: $1.path).size) ?? 0) } ?? 0
  }

  /// The ids that a person may mean: the id itself, else a date, else the beginning of an id or of a date.
  public func ids(matching name: String) -> [String] {
    let shelf = shelf
    if shelf.index(ofIssue: name) != nil { return [name] }
    let date = IssueDate.value(typed: name)
    let choices: [(IssueSummary) -> Bool] = [
      { $0.date?.value == date }, { $0.id.hasPrefix(name) || ($0.date?.value.hasPrefix(date) ?? false) },
    ]
    return choices.lazy.map { choice in shelf.indices.lazy.map { shelf[$0] }.filter(choice).map(\.id) }
      .first { !$0.isEmpty } ?? []
  }

  /// What cannot be read a second time: standard input.
  private func heldPages(_ id: String) -> [Page] {
    if case .read(let read) = stock { read.heldPages[id] ?? [] } else { [] }
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
