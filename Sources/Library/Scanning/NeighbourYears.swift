import Newspaper

/// The years that the issues of each folder agree on, for issues whose articles name none. No year is invented.
struct AgreedYears {
  /// The number of issues that must agree on a year.
  private static let enoughNeighbours = 3

  /// By folder; no year if there are several.
  private var years: [String: (year: Int?, count: Int)] = [:]

  /// - Parameter issues: the folders of all issues, and their years as far as they are known.
  init(_ issues: some Sequence<(folder: String, year: Int?)>) {
    for (folder, year) in issues {
      guard let year else { continue }
      let known = years[folder, default: (year, 0)]
      years[folder] = (known.year == year ? year : nil, known.count + 1)
    }
  }

  /// The year that all issues of a folder with a year agree on, if they are enough.
  subscript(folder: String) -> Int? {
    years[folder].flatMap { $0.count >= Self.enoughNeighbours ? $0.year : nil }
  }
}

extension IssueDate {
  /// The date in a year that its neighbours have; unchanged if it has a year, or if that year has no such day.
  func inYear(ofNeighbours year: Int) -> IssueDate {
    guard case .dayAfterNewestReport(nil, let newestMonth, let newestDay) = source, self.year == nil,
      CalendarDay(ofNewspaper: year, month: month, day: day) != nil
    else { return self }
    return IssueDate(
      year: year, month: month, day: day, certainty: .inferred,
      source: .neighbours(year: year, month: newestMonth, day: newestDay))
  }
}
