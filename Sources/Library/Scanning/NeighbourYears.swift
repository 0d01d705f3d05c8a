import Newspaper

/// The years that the issues of folders agree on, for those whose articles name none. Where a folder gives no year none
/// is invented.
struct AgreedYears {
  /// How many issues must agree on a year before one without it may be thought to be of that year, too.
  private static let enoughNeighbours = 3

  /// By folder; no year where they are of several.
  private var years: [String: (year: Int?, count: Int)] = [:]

  /// - Parameter issues: the folders of all issues, and their years as far as they are known.
  init(_ issues: some Sequence<(folder: String, year: Int?)>) {
    for (folder, year) in issues {
      guard let year else { continue }
      let known = years[folder, default: (year, 0)]
      years[folder] = (known.year == year ? year : nil, known.count + 1)
    }
  }

  /// The year that all issues of a folder have that have one, where they are several.
  subscript(folder: String) -> Int? {
    years[folder].flatMap { $0.count >= Self.enoughNeighbours ? $0.year : nil }
  }
}

extension IssueDate {
  /// The day in a year that it does not name itself; as it is where it does, or where the year has no such day.
  func inYear(ofNeighbours year: Int) -> IssueDate {
    guard case .dayAfterNewestReport(nil, let newestMonth, let newestDay) = source, self.year == nil,
      CalendarDay(ofNewspaper: year, month: month, day: day) != nil
    else { return self }
    return IssueDate(
      year: year, month: month, day: day, certainty: .inferred,
      source: .neighbours(year: year, month: newestMonth, day: newestDay))
  }
}
