import Newspaper

/// Issues that were all read, and their list.
struct ReadIssues: Sendable {
  /// The scan that found them.
  let scan: LibraryScan
  /// In the order in which they were found.
  private(set) var sources: [IssueSource] = []
  /// In the order of the list.
  private(set) var summaries: [IssueSummary] = []
  /// By issue: the year that its neighbours gave it.
  private(set) var neighbourYears: [String: Int] = [:]
  /// By issue: pages that cannot be read a second time.
  private(set) var heldPages: [String: [Page]] = [:]
  /// By id, in `sources`.
  private var places: [String: Int] = [:]

  init(scan: LibraryScan) { self.scan = scan }

  func source(_ id: String) -> IssueSource? { places[id].map { sources[$0] } }

  /// - Parameter holdsPages: true if the pages are in no file.
  mutating func add(_ issue: Issue, _ source: IssueSource, holdsPages: Bool = false) {
    if holdsPages || source.paths == [IssueSource.standardInput.path] { heldPages[issue.id] = issue.pages }
    places[source.id] = sources.count
    sources.append(source)
    summaries.append(issue.summary)
  }

  /// Gives issues whose articles name no year the year of their neighbours, and sorts the list.
  mutating func arrange() {
    let years = AgreedYears(zip(sources, summaries).lazy.map { ($0.folder, $1.date?.year) })
    for (place, source) in sources.enumerated() {
      guard let date = summaries[place].date, date.year == nil, let year = years[source.folder] else { continue }
      neighbourYears[source.id] = year
      summaries[place].date = date.inYear(ofNeighbours: year)
    }
    summaries.sort { $0.stands(before: $1) }
  }
}
