/// The day that an issue carries, and how it is known.
public struct IssueDate: Sendable, Equatable {
  /// How far a date can be trusted.
  public enum Certainty: String, Sendable {
    /// The page, a file name or a side file says so.
    case stated
    /// It was concluded from what the articles report.
    case inferred
  }

  /// Where a date comes from.
  public enum Source: Sendable, Equatable {
    /// One day after the newest day that the articles report.
    case dayAfterNewestReport(year: Int?, month: Int, day: Int)
  }

  /// The year; nil where the text does not say.
  public var year: Int?
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  /// How far it can be trusted.
  public var certainty: Certainty
  /// Where it comes from.
  public var source: Source

  /// A day, with or without its year.
  public init(year: Int?, month: Int, day: Int, certainty: Certainty, source: Source) {
    self.year = year
    self.month = month
    self.day = day
    self.certainty = certainty
    self.source = source
  }

  /// ISO 8601, with `--` for a year that is unknown: `2021-06-22`, `--03-04`.
  public var value: String {
    (year.map { Self.digits($0, 4) } ?? "-") + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2)
  }

  /// Where the date comes from, in words.
  public func because(in language: Language) -> String {
    switch (source, language) {
    case (.dayAfterNewestReport(let year, let month, let day), .english):
      let newest = (year.map { Self.digits($0, 4) + "-" } ?? "--") + Self.digits(month, 2) + "-" + Self.digits(day, 2)
      return "the newest day reported, \(newest), plus one" + (year == nil ? "; no article names the year" : "")
    case (.dayAfterNewestReport(let year, let month, let day), .chinese):
      let newest = (year.map { "\($0)年" } ?? "") + "\(month)月\(day)日"
      return "所报最近一日（\(newest)）的次日" + (year == nil ? "；各稿均未提年份" : "")
    }
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
