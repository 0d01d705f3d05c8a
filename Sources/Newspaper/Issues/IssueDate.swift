/// The day that an issue carries, and how it is known.
public struct IssueDate: Sendable, Equatable {
  /// The certainty of a date.
  public enum Certainty: String, Sendable {
    /// The page, a file name or a side file says so.
    case stated
    /// It was concluded from the articles' reports, or from the issue's neighbours.
    case inferred
  }

  /// The sources of dates.
  public enum Source: Sendable, Equatable {
    /// One day after the newest day that the articles report.
    case dayAfterNewestReport(year: Int?, month: Int, day: Int)
    /// The same, the year being that of all other issues in its folder.
    case neighbours(year: Int, month: Int, day: Int)
    /// A file has this name.
    case fileName(String)
    /// A folder has this name.
    case folderName(String)
    /// The side file says so.
    case sideFile
    /// The page itself is printed with it.
    case page
    /// The library's description of the issue says so.
    case library
  }

  /// The year; nil where the text does not say.
  public var year: Int?
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  /// Its certainty.
  public var certainty: Certainty
  /// Its source.
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
  public var value: String { calendarDay.iso }

  /// The day itself.
  public var calendarDay: CalendarDay { CalendarDay(year: year, month: month, day: day) }

  /// A date or a beginning of one as `value` has it, although a person wrote it as screens show it: `????-03-04`.
  public static func value(typed text: String) -> String {
    text.hasPrefix("????") ? "-" + text.dropFirst(4) : text
  }

  /// The source of the date, in words.
  public func because(in language: Language) -> String { source.words(in: language) }
}

extension IssueDate.Source: Phrased {
  /// The source of the date, in words.
  public var phrase: Phrase {
    switch self {
    case .dayAfterNewestReport(let year, let month, let day):
      year == nil
        ? Phrase(
          "the newest day reported, {}, plus one; no article says of which year", CalendarDay(month: month, day: day))
        : Phrase("the newest day reported, {}, plus one", CalendarDay(year: year, month: month, day: day))
    case .neighbours(let year, let month, let day):
      Phrase(
        "the newest day reported, {}, plus one; its neighbours in the folder are of {}",
        CalendarDay(month: month, day: day), year)
    case .fileName(let name): Phrase("the file is named {}", name)
    case .folderName(let name): Phrase("the folder is named {}", name)
    case .sideFile: Phrase("baolan.json says so")
    case .page: Phrase("the page says so")
    case .library: Phrase("the library's description says so")
    }
  }
}
