import Newspaper

extension Corpus {
  /// How many issues must agree on a year before one without it may be thought to be of that year, too.
  private static let enoughNeighbours = 3

  /// Gives the issues whose articles name no year the year of their folder, where all its other issues are of one year
  /// and are several. Where the folder gives no year none is invented.
  mutating func dateByNeighbours() {
    var years: [String: [Int]] = [:]
    let folders = Dictionary(sources.map { ($0.id, $0.folder) }) { first, _ in first }
    for issue in summaries {
      if let folder = folders[issue.id], let year = issue.date?.year { years[folder, default: []].append(year) }
    }
    for (place, issue) in summaries.enumerated() where issue.date != nil && issue.date?.year == nil {
      guard let agreed = folders[issue.id].flatMap({ years[$0] }), agreed.count >= Self.enoughNeighbours,
        let year = agreed.first, Set(agreed).count == 1
      else { continue }
      neighbourYears[issue.id] = year
      summaries[place].date = issue.date?.inYear(ofNeighbours: year)
    }
  }

  /// An issue with the year that its neighbours gave it.
  func dated(_ issue: Issue) -> Issue {
    guard let year = neighbourYears[issue.id] else { return issue }
    var issue = issue
    issue.date = issue.date?.inYear(ofNeighbours: year)
    return issue
  }
}

extension IssueDate {
  /// The day in a year that it does not name itself; as it is where it does, or where the year has no such day.
  fileprivate func inYear(ofNeighbours year: Int) -> IssueDate {
    guard case .dayAfterNewestReport(nil, let newestMonth, let newestDay) = source, self.year == nil,
      CalendarDay(year: year, month: month, day: day) != nil
    else { return self }
    return IssueDate(
      year: year, month: month, day: day, certainty: .inferred,
      source: .neighbours(year: year, month: newestMonth, day: newestDay))
  }
}
